import type { LmsOperationCase } from './lms-errors.ts';

/** What is done with an assignment from its creation to its deletion and after it, in this order. */
export const lifecycleSteps = [
  'create',
  'read',
  'change',
  'read after the change',
  'change the due date',
  'read the due date',
  'read again',
  'delete',
  'look for it',
  'look for it again',
  'look for its submissions',
  'look for a submission',
  'change it after all',
  'look for it after that',
] as const;

export type LifecycleStep = (typeof lifecycleSteps)[number];

/** One request of captured traffic, by its method and number. */
export type CapturedRequest = `${string} (request ${number})`;

/** Grades that replace one. */
export type RegradeCase =
  | 'a second grade'
  | 'a lower grade'
  | 'down to zero'
  | 'up from zero'
  | `only the ${'points' | 'grade' | 'comment'}`;

/** Assignments that are created beside the first one. */
export type FurtherAssignment = `due in ${string}` | 'for the whole class' | `graded ${string}`;

/** Steps of the category `lms`: see `Steps`. */
export type LmsSteps = {
  /** Captured traffic may show several assignments, so their cases are numbered. */
  'lms/create-read-update-delete':
    | {
        readonly case: LifecycleStep | `assignment ${number}, ${LifecycleStep}`;
        readonly role?: never;
      }
    /** Another assignment, or one field of the first by itself. */
    | {
        readonly case: FurtherAssignment | `only ${string}`;
        readonly role: 'create' | 'change' | 'read';
      };
  /** `again`: a page that was read before, by the same link. */
  'lms/submissions-listed': {
    readonly case: 'no limit' | `limit=${number}` | 'the whole class';
    readonly role?: 'again';
  };
  'lms/grade-passback':
    | {
        readonly case: 'a first grade' | 'no points at all' | `only ${string}` | `grade ${number}`;
        readonly role: 'update' | 'read';
      }
    | { readonly case: 'the list of submissions' | 'the list after a first grade'; readonly role: 'list' };
  'lms/regrade-overwrites': {
    readonly case: RegradeCase | `grade ${number}`;
    readonly role: 'update' | 'read';
  };
  /** A request with one id in its path that no record has, or that is of another parent. */
  'lms/unknown-id-refused': {
    readonly case: `${LmsOperationCase}, ${'unknown' | 'malformed' | 'another'} ${'section' | 'assignment' | 'user'}`;
    readonly role: 'asked';
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
