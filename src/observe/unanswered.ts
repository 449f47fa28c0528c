import { type Exchange, pathnameOf } from '../exchange.ts';

/** A single failure may be a network glitch. */
const leastAttempts = 2;
/** Gateway errors: the target itself did not respond. */
const gaveUp: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * The reads that never got a complete response in any attempt; `undefined` if there are none. They are not violations, since
 * the network may be the cause, but the run must not call the target conforming.
 */
export function unansweredReason(exchanges: readonly Exchange[]): string | undefined {
  const reads = exchanges.filter((one) => one.request.method === 'GET' && !isProvoked(one));
  const silent = [...Map.groupBy(reads, pathnameOf)].filter(
    ([, attempts]) => attempts.length >= leastAttempts && attempts.every(isUnanswered),
  );
  const [first] = silent;
  if (!first) return undefined;
  const [path, attempts] = first;
  const last = attempts.at(-1);
  const how = last?.failure?.message ?? `${last?.response?.status}`;
  const more = silent.length > 1 ? `, and ${silent.length - 1} more paths also failed` : '';
  return `GET ${path} got no complete response in ${attempts.length} attempts (${how})${more}.`;
}

function isUnanswered({ response, failure }: Exchange): boolean {
  if (failure) return failure.kind !== 'refused';
  return response !== undefined && gaveUp.has(response.status);
}

/** An outage that the suite caused with a state. */
function isProvoked({ step }: Exchange): boolean {
  return step?.claim === 'errors/outage-statuses';
}
