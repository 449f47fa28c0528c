import type { Relation } from '../relations.ts';

/** Steps of the category `data`: see `Steps`. */
export type DataSteps = {
  /** One case for each operation, by its id: `getStudents`. */
  'data/operation-answers': { readonly case: string; readonly role?: never };
  /** One case for each path: `/students`. */
  'data/no-record-missing': { readonly case: string; readonly role?: never };
  /** One case for each relation. */
  'data/relations-resolve': { readonly case: Relation['path']; readonly role?: never };
};
