import type { Source } from './requirement.ts';
import { errorPage, overview } from './sources.ts';

/**
 * When a client may retry the request. `never`: not at all; `after-reset`: once the rate-limit window has ended;
 * `backoff`: after 1, 2, 4, 8, 16 s; `lower-limit`: only with a smaller `limit`.
 */
export type RetryRule = 'never' | 'after-reset' | 'backoff' | 'lower-limit';

/** One row of the overview's status table, or one status that only the LMS Connect error page names. */
export interface StatusRow {
  readonly status: number;
  readonly name: string;
  readonly retry: RetryRule;
  /** What the status means to a client, paraphrased. */
  readonly meaning: string;
  /** The API kinds (`Profile.kind`) whose documents name the status. */
  readonly apis: readonly ('data' | 'lms')[];
  readonly source: Source;
}

const both = ['data', 'lms'] as const;

/** Every status that the two documents name, ascending. */
export const statusTable = [
  {
    status: 200,
    name: 'Success',
    retry: 'never',
    meaning: 'The response is complete and can be used.',
    apis: both,
    source: overview.status200,
  },
  {
    status: 400,
    name: 'Bad request',
    retry: 'never',
    meaning: 'The request cannot be parsed or breaks a rule; change it before sending it again.',
    apis: both,
    source: overview.status400,
  },
  {
    status: 401,
    name: 'Invalid auth',
    retry: 'never',
    meaning: 'The token is missing or, on the Data API, unknown; another token is needed.',
    apis: both,
    source: overview.status401,
  },
  {
    status: 403,
    name: 'Forbidden',
    retry: 'never',
    meaning: 'LMS Connect does not accept the token that was sent.',
    apis: ['lms'],
    source: errorPage.badToken,
  },
  {
    status: 404,
    name: 'Resource not available',
    retry: 'never',
    meaning: 'The record does not exist, was deleted, or is not shared with this token.',
    apis: both,
    source: overview.status404,
  },
  {
    status: 405,
    name: 'Method not allowed',
    retry: 'never',
    meaning: 'The LMS Connect path exists but does not support this method.',
    apis: ['lms'],
    source: errorPage.unsupportedMethod,
  },
  {
    status: 413,
    name: 'Request entity too large',
    retry: 'lower-limit',
    meaning: 'The `limit` is above 10,000; use a smaller one.',
    apis: ['data'],
    source: overview.status413,
  },
  {
    status: 429,
    name: 'Rate limit exceeded',
    retry: 'after-reset',
    meaning: 'The quota of this minute is used up; it is refilled at Reset.',
    apis: both,
    source: overview.status429,
  },
  {
    status: 500,
    name: 'API failure',
    retry: 'backoff',
    meaning: 'The server failed; the same request may succeed later.',
    apis: both,
    source: overview.status5xx,
  },
  {
    status: 501,
    name: 'Not implemented',
    retry: 'never',
    meaning: 'The API does not support this request; retrying does not help.',
    apis: ['data'],
    source: overview.status501,
  },
  {
    status: 502,
    name: 'API failure',
    retry: 'backoff',
    meaning: 'A gateway between client and server failed; a transient outage.',
    apis: both,
    source: overview.status5xx,
  },
  {
    status: 503,
    name: 'API failure',
    retry: 'backoff',
    meaning: 'The server is temporarily unavailable; a transient outage.',
    apis: both,
    source: overview.status5xx,
  },
] as const satisfies readonly StatusRow[];
