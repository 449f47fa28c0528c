import { type Exchange, pathnameOf } from '../exchange.ts';

/** Fewer than that may be an accident of the network. */
const leastAttempts = 2;
/** Statuses of something in between that gave up: the target itself has said nothing. */
const gaveUp: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Says which reads never got a whole answer, however often they were tried; `undefined` where each got one. No judge
 * accuses a target for what the network may have done; but a run that never saw a part of it must not call it conforming.
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
  const more = silent.length > 1 ? `, and ${silent.length - 1} more paths likewise` : '';
  return `GET ${path} got no whole answer in ${attempts.length} attempts (${how})${more}.`;
}

function isUnanswered({ response, failure }: Exchange): boolean {
  if (failure) return failure.kind !== 'refused';
  return response !== undefined && gaveUp.has(response.status);
}

/** A fault that the target was put into by us. */
function isProvoked({ step }: Exchange): boolean {
  return step?.claim === 'errors/outage-statuses';
}
