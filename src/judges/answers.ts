import type { Profile } from '../../contracts/profiles.ts';
import { type Exchange, pathnameOf } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { type Addressed, addressOf, carriedRecords, describeAnswer, listOf, recordOf } from './material.ts';

/** What one answer says: what it gives away, what it refuses, whether it tells anything, and what is held against it. */

/** Statuses of something in between that gave up, and of a used-up quota: they say nothing of the request. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** No answer, or one that may be another one a moment later. */
export function isPassing(exchange: Exchange): boolean {
  return exchange.response === undefined || passing.has(exchange.response.status);
}

/** An answer to ordinary traffic that says nothing of the claim: passing, or of a server that failed in any way. */
export function isTrouble(exchange: Exchange): boolean {
  return isPassing(exchange) || (exchange.response?.status ?? 0) >= 500;
}

/** Why nothing can be told from such an answer. */
export function whyPassing(exchange: Exchange): string {
  return `the request was answered with ${describeAnswer(exchange)}`;
}

/** Ids of the records that a body carries, whatever the status says. */
export function carriedIds(exchange: Exchange): readonly string[] {
  return carriedRecords(exchange).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

/** A documented 200: a list, even an empty one, or a record with an id. */
export function isServed(exchange: Exchange): boolean {
  return listOf(exchange) !== undefined || typeof recordOf(exchange)?.id === 'string';
}

/** A documented 200 with at least one record. */
export function servesRecords(exchange: Exchange): boolean {
  return isServed(exchange) && carriedIds(exchange).length > 0;
}

/** A refusal: 4xx, and no record in it. */
export function isRefused(exchange: Exchange): boolean {
  const status = exchange.response?.status ?? 0;
  return status >= 400 && status < 500 && !passing.has(status) && carriedIds(exchange).length === 0;
}

/** The documented path of the Data API that a request is for, whatever its method; the operation is the one that reads. */
export function dataAddressOf(exchange: Exchange, context: JudgeContext): Addressed | undefined {
  const { request } = exchange;
  const reading =
    request.method === 'GET' ? exchange : { ...exchange, request: { ...request, method: 'GET' } };
  return addressOf(reading, dataProfilesOf(context));
}

export function dataProfilesOf(context: JudgeContext): readonly Profile[] {
  return context.profiles.filter((profile) => profile.kind === 'data');
}

/** The last exchange that reads the same path (queries aside) with a token and is served. */
export function controlOf(asked: Exchange, exchanges: readonly Exchange[]): Exchange | undefined {
  const pathname = pathnameOf(asked);
  return exchanges.findLast(
    (one) =>
      one.request.method === 'GET' &&
      one.request.headers.authorization !== undefined &&
      pathnameOf(one) === pathname &&
      isServed(one),
  );
}

/** Says what is wrong with one exchange. */
export function findingAt(exchange: Exchange, message: string, expected: string, actual?: string): Finding {
  return { message, expected, actual: actual ?? describeAnswer(exchange), exchange: exchange.seq };
}
