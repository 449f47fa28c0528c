/**
 * Provider states, shared by probes, scenarios, mutants, recordings and the pact verifier. A target accepts them like
 * Pact's provider-state endpoint: `POST {state, params, action}`; its JSON response has values for the caller (ids, tokens).
 */
export interface StateDefinition {
  /** The name as sent over the wire, including placeholders. */
  readonly name: string;
  readonly params: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'string[]' | 'object[]'>>;
  /** Names of the returned values. */
  readonly returns: readonly string[];
  readonly summary: string;
}

export const states = [
  {
    name: 'everything is as seeded',
    params: {},
    returns: ['token', 'district_id'],
    summary: 'Discards every change, fault, extra token and clock shift, and starts a new rate-limit window.',
  },
  {
    name: 'a district with {students} students',
    params: { students: 'number' },
    returns: ['token', 'district_id'],
    summary: 'Seeds a new district with that many students and everything that belongs to them.',
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
      'Scripted responses, in order, for the next requests: {status, body?, headers?, times?}. An empty script clears them.',
  },
  {
    name: 'the record {id} is deleted',
    params: { id: 'string' },
    returns: [],
    summary: 'Removes the record from lists, from reads by id and from the lists of its relations.',
  },
  {
    name: 'the record {id} is unshared',
    params: { id: 'string' },
    returns: [],
    summary: 'The district no longer shares the record, which then looks deleted.',
  },
  {
    name: 'a record is created in {collection}',
    params: { collection: 'string' },
    returns: ['id'],
    summary:
      'Creates a record in the district, with an id above all others. One of `users` is a student, in every version.',
  },
  {
    name: 'the collection {collection} has ended',
    params: { collection: 'string', status: 'number' },
    returns: [],
    summary:
      'The oldest version no longer serves a collection: whatever is asked of it gets `status`, 410 (the default) or 404. Later versions do.',
  },
  {
    name: 'a token with {scopes}',
    params: { scopes: 'string[]', agreement: 'boolean', schools: 'string[]' },
    returns: ['token'],
    summary:
      'A token of the same district with only these scopes (`read:students`, …), with or without the LMS Connect agreement. With `schools` it sees only these schools and what belongs to them.',
  },
  {
    name: 'a token of the user {id}',
    params: { id: 'string' },
    returns: ['token'],
    summary:
      'The token of one person of the district, as a single sign-on gives it: since v3.0, `/me` says whose it is, and it cannot page.',
  },
  {
    name: 'a token of another district',
    params: {},
    returns: ['token', 'district_id', 'student_id'],
    summary:
      'A token of a second district, with all scopes and the LMS Connect agreement, and a student of that district.',
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
      'An assignment for some students of a section. Returns the ids of a student who has it, one who is enrolled but not assigned, one who is not enrolled, and the teacher; `cursor` points after the first submission.',
  },
  {
    name: 'the LMS requires {field}',
    params: { field: 'string' },
    returns: [],
    summary: 'The LMS rejects assignments without this field after the API itself has accepted them.',
  },
  {
    name: 'the clock moves {seconds}',
    params: { seconds: 'number' },
    returns: [],
    summary: 'Moves the clock of the target forward by this many seconds.',
  },
] as const satisfies readonly StateDefinition[];

export type StateName = (typeof states)[number]['name'];

/** Parameters of a state; only those in its name are required. */
export type StateParams = Readonly<Record<string, unknown>>;

/** Puts a target into a provider state and returns the state's values. */
export type SetState = (name: StateName, params?: StateParams) => Promise<Readonly<Record<string, unknown>>>;

/** One scripted response of `the next answers are {script}`. */
export interface ScriptedAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The number of requests that get it. @default 1 */
  readonly times?: number;
}
