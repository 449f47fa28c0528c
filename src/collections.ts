import { model } from '../generated/model.ts';

/** A top-level list of an API. */
export interface Collection {
  /** Document stem: `data-v2.0`. */
  readonly document: string;
  /** `district_admins`. */
  readonly name: string;
  /** `/district_admins`. */
  readonly path: string;
  /** Schema of its records: `DistrictAdmin`. */
  readonly type: string;
}

/** The top-level lists of all documents, in their order. Only the Data API has any. */
export const collections: readonly Collection[] = model.operations
  .filter((one) => one.answers === 'list' && /^\/[^/]+$/.test(one.path))
  .map(({ document, path, record }) => ({ document, name: path.slice(1), path, type: record }));

/** The names of a document's top-level lists. */
export function collectionsOf(document: string): readonly string[] {
  return collections.filter((one) => one.document === document).map((one) => one.name);
}

/** The names of a document's resources that are served by id: `students` for `/students/{id}`. */
export function resourcesOf(document: string): readonly string[] {
  return model.operations
    .filter((one) => one.document === document && /^\/\w+\/\{id\}$/.test(one.path))
    .map((one) => one.path.split('/')[1] ?? '');
}
