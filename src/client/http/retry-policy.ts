import { profiles } from '../../../contracts/profiles.ts';

/**
 * The reaction to a failed request. `backoff`: retry after 1, 2, 4, 8, 16 s; `reset`: the same, but not before the rate-limit
 * window has ended (`gate.ts` delays all requests until then); `never`: the same request would fail again.
 */
export type RetryRule = 'never' | 'backoff' | 'reset';

/** A row of the policy. `onLoss`: the response is missing or incomplete. */
export interface RetryRow {
  readonly status: number | 'onLoss' | 'any other';
  /** GET and HEAD. */
  readonly read: RetryRule;
  /** PATCH, PUT and DELETE: idempotent if sent in order (see `write-order.ts`). */
  readonly repeatableWrite: RetryRule;
  /** POST is not idempotent, so it is sent at most once; a lost response has an unknown outcome. */
  readonly create: 'never';
  readonly because: string;
}

/** Statuses and waits are from the overview's error table and backoff advice. */
export const retryPolicy: readonly RetryRow[] = [
  row(400, 'never', 'never', 'the request itself is wrong'),
  row(401, 'never', 'never', 'the token does not become valid by asking again'),
  row(403, 'never', 'never', 'LMS Connect answers an unknown token in this way'),
  row(404, 'never', 'never', 'deleted, or no longer shared'),
  row(405, 'never', 'never', 'the method is not supported'),
  row(413, 'never', 'never', 'too much was asked for; a walk goes on with a smaller limit'),
  row(429, 'reset', 'reset', 'refused before it was looked at; the window ends at Reset'),
  row(500, 'backoff', 'backoff', 'a passing fault'),
  row(501, 'never', 'never', 'the API does not do this'),
  row(502, 'backoff', 'backoff', 'a passing fault in between'),
  row(503, 'backoff', 'backoff', 'a passing outage'),
  row(504, 'backoff', 'backoff', 'not documented; what proxies say for 502'),
  row('onLoss', 'backoff', 'backoff', 'no connection, closed half-way, or too slow'),
  row('any other', 'never', 'never', 'no document says that it passes'),
];

/** Documented backoff: five retries after 1, 2, 4, 8 and 16 s. */
export const { maxRetries, delaysS } = profiles[0].backoff;

/** The rule for a method and a status, or `'onLoss'` without a complete response. */
export function retryRuleOf(method: string, status: number | 'onLoss'): RetryRule {
  const found = retryPolicy.find((one) => one.status === status) ?? retryPolicy.at(-1);
  if (!found) return 'never';
  return found[kindOfMethod(method)];
}

/** The column of the policy. Unknown methods are treated like POST. */
export function kindOfMethod(method: string): 'read' | 'repeatableWrite' | 'create' {
  if (method === 'GET' || method === 'HEAD') return 'read';
  return method === 'PATCH' || method === 'PUT' || method === 'DELETE' ? 'repeatableWrite' : 'create';
}

function row(
  status: RetryRow['status'],
  read: RetryRule,
  repeatableWrite: RetryRule,
  because: string,
): RetryRow {
  return { status, read, repeatableWrite, create: 'never', because };
}
