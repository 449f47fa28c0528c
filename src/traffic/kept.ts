import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../exchange.ts';

/** In place of the body of a request that the tool did not keep: neither JSON nor empty. */
const unkeptBody = '«the capture does not contain this body»';

/**
 * Exchanges in which nothing is mistaken for empty that a capture does not contain: such a response counts as lost, and such a body
 * of a request as text that says nothing.
 */
export function withoutUnkept(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.map((exchange): Exchange => {
    const { response, request, ...rest } = exchange;
    if (response?.notKept === undefined && request.notKept === undefined) return exchange;
    const sent = request.notKept === undefined ? request : { ...request, body: unkeptBody };
    if (!response || response.notKept === undefined)
      return { ...rest, request: sent, ...(response ? { response } : {}) };
    const message = `the capture does not contain the ${response.notKept} of this ${response.status}`;
    return { ...rest, request: sent, failure: { kind: 'malformed', message } };
  });
}

/**
 * Exchanges without the reads that a closed connection ended and that the suite sent again at once: a server may close an idle
 * connection just as it is used, so only the second response counts. Requests about the rate limit stay: the server may have counted both.
 */
export function withoutSentAgain(exchanges: readonly Exchange[]): readonly Exchange[] {
  let isSecond = false;
  return exchanges.filter((one, at) => {
    // The second attempt counts, however it ends.
    isSecond = !isSecond && wasSentAgain(one, exchanges[at + 1]);
    return !isSecond;
  });
}

function wasSentAgain({ request, failure, step }: Exchange, next: Exchange | undefined): boolean {
  if (failure?.kind !== 'closed' || request.method !== 'GET' || next === undefined) return false;
  if (step?.claim.startsWith('rate-limit/')) return false;
  return (
    next.request.path === request.path &&
    next.request.headers.authorization === request.headers.authorization &&
    isDeepStrictEqual(next.step, step)
  );
}
