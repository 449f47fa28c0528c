import type { Relation } from '../relations.ts';

/** Steps of the category `data`: see `Steps`. */
export type DataSteps = {
  /** One case for each operation, by its id: `getStudents`. */
  'data/operation-answers': { readonly case: string; readonly role?: never };
  /** One case for each path: `/students`. */
  'data/no-record-missing': { readonly case: string; readonly role?: never };
  /** One case for each relation. */
  'data/relations-resolve': { readonly case: Relation['path']; readonly role?: never };
  /** One case for each relation of users that has links of its own: the user, the link of the user, and the path. */
  'data/user-links': { readonly case: `/${string}`; readonly role: 'record' | 'link' | 'path' };
  /** One case for each list of an older version, by `forerunnersIn`. */
  'data/ids-across-versions': {
    readonly case: string;
    readonly role: 'older' | 'newer' | 'older sections' | 'newer sections';
  };
  /** One case for each list: without a role, with one of them, and without again. */
  'data/role-filter': { readonly case: `/${string}`; readonly role: 'whole' | 'filtered' };
  'data/primary-filter': { readonly case: `/${string}`; readonly role: 'whole' | 'filtered' };
  /** One case for each list of attendance: with each filter. */
  'data/attendance-filters': { readonly case: `/${string}`; readonly role?: never };
  /** One case for each list: read, counted, and read again. */
  'data/count': { readonly case: `/${string}`; readonly role: 'whole' | 'count' };
};
