/** What is done with an assignment from its creation to its deletion, in this order. */
export const lifecycleSteps = [
  'create',
  'read',
  'change',
  'read after the change',
  'change the due date',
  'read the due date',
  'delete',
  'look for it',
] as const;

export type LifecycleStep = (typeof lifecycleSteps)[number];

/** One request of captured traffic, by its method and number. */
export type CapturedRequest = `${string} (request ${number})`;

/** Steps of the category `lms`: see `Steps`. */
export type LmsSteps = {
  /** Captured traffic may show several assignments, so their cases are numbered. */
  'lms/create-read-update-delete': {
    readonly case: LifecycleStep | `assignment ${number}, ${LifecycleStep}`;
    readonly role?: never;
  };
  'lms/submissions-listed': { readonly case: 'no limit' | `limit=${number}`; readonly role?: never };
  'lms/grade-passback': {
    readonly case: 'a first grade' | 'no points at all' | `grade ${number}`;
    readonly role: 'update' | 'read';
  };
  'lms/regrade-overwrites': {
    readonly case: 'a second grade' | `grade ${number}`;
    readonly role: 'update' | 'read';
  };
  'lms/served-on-v3.1-only':
    | { readonly case: 'assignment' | 'submissions'; readonly role: 'control' }
    | {
        readonly case: `${'assignment' | 'submissions'} under ${string}` | CapturedRequest;
        readonly role: 'asked';
      };
  'lms/requires-agreement': {
    readonly case: 'read' | 'list' | 'create';
    readonly role: 'with' | 'without';
  };
  /** The suite's own writes are steps of the requirement whose error they provoke. */
  'lms/failed-write-changes-nothing':
    | { readonly case: 'assignment' | 'submissions'; readonly role: 'look' }
    | { readonly case: CapturedRequest; readonly role: 'before' | 'write' | 'after' };
};
