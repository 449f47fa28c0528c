/** A list of the Data API: `students`. */
interface OnCollection {
  readonly case: string;
  readonly role?: never;
}

/** Steps of the category `pagination`: see `Steps`. */
export type PaginationSteps = {
  'pagination/limit-honoured': { readonly case: `limit=${number}`; readonly role?: never };
  'pagination/limit-10000-accepted': OnCollection;
  'pagination/next-walk-complete': WalkedList | { readonly case: string; readonly role: 'long' };
  'pagination/nested-lists-paginate': WalkedList;
  /** One case for each list of attendance: read whole, in small pages and back, and whole again. */
  'pagination/attendance-paginates': { readonly case: `/${string}`; readonly role?: never };
  'pagination/starting-after-excludes-cursor': OnCollection;
  'pagination/ending-before-excludes-cursor': OnCollection;
  'pagination/empty-page-after-the-end': OnCollection;
  'pagination/empty-page-before-the-start': OnCollection;
  'pagination/links-keep-query': { readonly case: 'record_type' | 'school'; readonly role?: never };
  'pagination/stable-under-insert': ChangedWalk;
  'pagination/stable-under-delete': ChangedWalk;
  /** `control`: a valid limit, or none. */
  'pagination/bad-limit': { readonly case: LimitCase; readonly role?: 'control' };
};

/**
 * The path of a list: `/schools/{id}/students`. `whole`: its first page without a limit. `forth` and `back`: walks with small
 * pages.
 */
interface WalkedList {
  readonly case: string;
  readonly role: 'whole' | 'forth' | 'back';
}

/** The limit as it was sent, or that there was none. */
export type LimitCase = `limit=${string}` | 'no limit';

/**
 * `before`: the whole list before the change. `walk`: the pages of the walk, the first of them older than the change. `created`:
 * the new record by its id. `after`: a walk that began after it was created.
 */
interface ChangedWalk {
  readonly case: string;
  readonly role: 'before' | 'walk' | 'created' | 'after';
}
