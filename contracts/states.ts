/**
 * Provider states: the one list that probes, scenarios, mutants, recordings and the pact verifier share. A target
 * takes them as Pact's provider-state endpoint does: `POST {state, params, action}`; what it answers as JSON are values
 * for the caller (ids, tokens).
 */
export interface StateDefinition {
  /** The name that goes over the wire, placeholders and all. */
  readonly name: string;
  readonly params: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'string[]' | 'object[]'>>;
  /** Names of the values that come back. */
  readonly returns: readonly string[];
  readonly summary: string;
}

export const states = [
  {
    name: 'everything is as seeded',
    params: {},
    returns: ['token', 'district_id'],
    summary: 'Drops every change, fault, extra token and clock shift, and starts a fresh rate-limit window.',
  },
  {
    name: 'a district with {students} students',
    params: { students: 'number' },
    returns: ['token', 'district_id'],
    summary: 'Seeds afresh with that many students and everything that belongs to them.',
  },
  {
    name: 'the bucket has {remaining} left',
    params: { remaining: 'number', token: 'string' },
    returns: [],
    summary:
      'The bucket of `token` (default: the district token) admits this many more requests in a window that starts now.',
  },
  {
    name: 'the next answers are {script}',
    params: { script: 'object[]' },
    returns: [],
    summary:
      'Scripted answers, in order, for the next requests: {status, body?, headers?, times?}. An empty script clears.',
  },
  {
    name: 'the record {id} is deleted',
    params: { id: 'string' },
    returns: [],
    summary: 'The record is gone from lists, by id, and from the lists of its relations.',
  },
  {
    name: 'the record {id} is unshared',
    params: { id: 'string' },
    returns: [],
    summary: 'The district shares the record no more; it looks as if it were deleted.',
  },
  {
    name: 'a record is created in {collection}',
    params: { collection: 'string' },
    returns: ['id'],
    summary: 'A new record of the district appears, with an id above all others.',
  },
  {
    name: 'a token with {scopes}',
    params: { scopes: 'string[]', agreement: 'boolean', schools: 'string[]' },
    returns: ['token'],
    summary:
      'A token of the same district with only these scopes (`read:students`, …), with or without the LMS Connect agreement; with `schools` it sees only these schools and what belongs to them.',
  },
  {
    name: 'a token of another district',
    params: {},
    returns: ['token', 'district_id', 'student_id'],
    summary: 'A token that belongs to a second district, and a student of that district.',
  },
  {
    name: 'an assignment exists',
    params: {},
    returns: [
      'section_id',
      'assignment_id',
      'user_id',
      'unassigned_user_id',
      'unenrolled_user_id',
      'grader_id',
      'cursor',
    ],
    summary:
      'An assignment for some students of a section, with the ids of a student who has it, one enrolled but not assigned, one not enrolled, and the teacher; the cursor is that of its submissions behind the first.',
  },
  {
    name: 'the LMS requires {field}',
    params: { field: 'string' },
    returns: [],
    summary: 'The LMS behind refuses assignments without this field, after the API itself accepted them.',
  },
  {
    name: 'the clock moves {seconds}',
    params: { seconds: 'number' },
    returns: [],
    summary: 'The target sees its time this many seconds later.',
  },
] as const satisfies readonly StateDefinition[];

export type StateName = (typeof states)[number]['name'];

/** Parameters of a state; all are optional on the wire but those in its name. */
export type StateParams = Readonly<Record<string, unknown>>;

/** Puts a target into a provider state and returns the state's values. */
export type SetState = (name: StateName, params?: StateParams) => Promise<Readonly<Record<string, unknown>>>;

/** One scripted answer of `the next answers are {script}`. */
export interface ScriptedAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests get it. @default 1 */
  readonly times?: number;
}
