import type { LmsErrorId } from '../lms-errors.ts';

type Role = 'asked' | 'control';

/** A request that a probe made up for an error, or one of captured traffic, by its method and a number. */
type Named<Name extends string> = Name | `${string} ${number}`;

type Asked<Name extends string> = { readonly case: Named<Name>; readonly role: 'asked' };

/** What is requested without a token, with an unknown token, or after a deletion. */
export type LmsOperationCase =
  | 'read'
  | 'list'
  | 'read a submission'
  | 'update a submission'
  | 'update'
  | 'create'
  | 'delete';

/** The operations that take a body. */
type LmsWriteCase = 'create' | 'update' | 'update a submission';

/** A fault in the body of a create, or of an update. */
type OnWrite<Name extends string> = Name | `${Exclude<LmsWriteCase, 'create'>}, ${Name}`;

type Path = 'assignments' | 'assignment' | 'submissions' | 'submission';

/** Steps of the category `lms-errors`: see `Steps`. `asked`: is to be refused. `control`: the same request done right. */
export type LmsErrorsSteps = {
  'lms-errors/missing-required-fields': Asked<`without ${string}`>;
  'lms-errors/empty-body': Asked<`${LmsWriteCase} ${'without a body' | 'with a body of zero bytes'}`>;
  'lms-errors/due-date-in-past': Asked<'yesterday' | 'years ago' | `${string} ago`>;
  'lms-errors/invalid-escape': Asked<OnWrite<'in the middle' | 'at the end'>>;
  'lms-errors/empty-submission-type': Asked<OnWrite<'an empty string' | 'an unknown type'>>;
  'lms-errors/missing-value': Asked<OnWrite<'assignee_mode' | 'points_possible' | 'grade_points' | 'grade'>>;
  'lms-errors/malformed-json': Asked<OnWrite<'after a string' | 'after a number'>>;
  'lms-errors/invalid-assignment-id': Asked<'a word' | 'a number' | 'almost a UUID'>;
  'lms-errors/unknown-grader': Asked<'an unknown id'>;
  'lms-errors/update-due-date-out-of-range': Asked<'an impossible day' | 'a past day' | `${string} ago`>;
  'lms-errors/lms-missing-required-field': {
    readonly case: Named<'points_possible'>;
    readonly role: Role;
  };
  'lms-errors/no-valid-assignees': Asked<'no assignee_mode' | 'the key assignee_mod'>;
  'lms-errors/no-token': { readonly case: Named<LmsOperationCase>; readonly role: Role };
  /** An empty token and another scheme may count as no token at all. */
  'lms-errors/invalid-token': Asked<
    LmsOperationCase | `${LmsOperationCase}, ${'an empty token' | 'another scheme'}`
  >;
  /** Read, deleted, and read again; `after`: the other operations on it after its deletion. */
  'lms-errors/deleted-assignment': {
    readonly case: Named<LmsOperationCase>;
    readonly role: 'before' | 'delete' | 'asked' | 'after';
  };
  'lms-errors/user-not-found': Asked<`${'read' | 'update'}, not ${'enrolled' | 'assigned'}`>;
  'lms-errors/unsupported-method': Asked<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} ${Path}`>;
};

/** A step of any of the errors. */
export type LmsErrorStep = {
  [Id in LmsErrorId]: { readonly claim: Id } & LmsErrorsSteps[Id];
}[LmsErrorId];
