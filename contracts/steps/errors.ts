/** A record that goes away: a request for what shows it, before and after. */
interface GoneStep {
  /** A resource type, such as `students`; in captures with the request. */
  readonly case: string;
  /** `report`: a response that reports the record as deleted. Captures show that in place of what was there before. */
  readonly role: 'before' | 'after' | 'report';
}

type UnreadableQuery =
  | 'a cursor that is no id'
  | 'a cursor that is no id, backwards'
  | 'a cursor with broken percent encoding'
  | 'a limit that is no number'
  | 'two cursors at once';

/** Captured requests are cases of their own, named by their position in the run. */
type CapturedCase = `request ${number}` | `${string} (request ${number})`;

/** Steps of the category `errors`: see `Steps`. */
export type ErrorsSteps = {
  'errors/success-is-200': { readonly case: 'empty list'; readonly role?: never };
  'errors/bad-request-is-400': {
    readonly case: `${UnreadableQuery}: GET /${string}` | CapturedCase;
    readonly role?: never;
  };
  'errors/missing-token-is-401': TokenStep;
  'errors/invalid-token-is-401': TokenStep;
  'errors/unknown-record-is-404': {
    /** An operation with an id in its path: `GET /students/{id}/sections`. */
    readonly case: `GET /${string}`;
    /** `unknown`: a well-formed id that does not exist. `other type`: that of a record of another type. `malformed`: text that is no id. */
    readonly role: 'control' | 'unknown' | 'other type' | 'malformed';
  };
  'errors/deleted-record-is-404': GoneStep;
  'errors/unshared-record-is-404': GoneStep;
  'errors/limit-over-10000-is-413': { readonly case: 'too much'; readonly role?: never };
  /** Method and path: `PATCH /students/{id}`. */
  'errors/unsupported-is-501': { readonly case: `${string} /${string}`; readonly role?: never };
  'errors/outage-statuses': {
    readonly case: '500' | '502' | '503';
    readonly role: 'before' | 'during' | 'after';
  };
  'errors/error-is-side-effect-free': {
    /** The kind of requests that were refused since the good request before this one. */
    readonly case:
      | 'start'
      | 'no token'
      | 'unknown token'
      | 'unknown record'
      | 'limit over 10,000'
      | 'unreadable query'
      | 'unsupported method'
      | CapturedCase;
    /** `before`: what the good request is compared with, where that is not the good request of the case before. */
    readonly role: 'good' | 'before';
  };
};

/** The control is sent with the right token, everything else without a role. */
interface TokenStep {
  /** `GET /students/{id}`; `GET /students, empty token` for a header with the scheme only. */
  readonly case: `GET /${string}`;
  readonly role?: 'control';
}
