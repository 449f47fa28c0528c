import { type RetryRule, statusTable } from '../../../contracts/status-table.ts';
import { sortMembers } from '../../text/json.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { Timing, Wait } from './waits.ts';

/** All attempts of one request within one run of the client, in order. Most requests have one. */
export type Attempts = readonly ReadExchange[];

/** An attempt after a 500, 502 or 503, and the wait between the failed response and it. */
export interface Retry extends Wait {
  /** 1 for the first retry of an outage. */
  readonly nth: number;
}

/** A request that met an outage (500, 502, 503), or whose response was lost, and how often it was sent again. */
export interface FailedRequest {
  readonly attempts: Attempts;
  /** The last attempt. */
  readonly exchange: ReadExchange;
  /** Whether the last attempt met no outage. */
  readonly isOver: boolean;
  /** The most attempts after an outage without a success in between; those after a 429 do not count. */
  readonly retries: number;
  /** The most attempts after a lost response without a success in between. */
  readonly repeatsAfterLoss: number;
}

/** A response with a status that is final for its request. */
export interface FinalResponse {
  readonly response: ReadExchange;
  /** The attempt that got it, and those that came after it in the same run. */
  readonly attempts: Attempts;
  /** The first repetition, or else the response. */
  readonly exchange: ReadExchange;
}

/** The rule of the status table for a response; `lost` where none arrived whole; `other` for a status that is in no table. */
export function retryRuleOf({ response, failure }: ReadExchange): RetryRule | 'good' | 'lost' | 'other' {
  if (!response || failure) return 'lost';
  if (response.status >= 200 && response.status < 300) return 'good';
  return statusTable.find((row) => row.status === response.status)?.retry ?? 'other';
}

/** 500, 502 and 503: a transient outage. */
export function isOutage(exchange: ReadExchange): boolean {
  return retryRuleOf(exchange) === 'backoff';
}

/**
 * What makes a request the same one sent again: method, path, query and body. The order of the query and of a JSON body's
 * members is left out, since some libraries build both anew for each attempt.
 */
export function requestKeyOf({ pathname, request, seq }: ReadExchange): string {
  const at = request.path.indexOf('?');
  const query = (at < 0 ? '' : request.path.slice(at + 1)).split('&').filter(Boolean).sort().join('&');
  // Bodies that a capture does not contain may differ.
  const bodyKey = request.notKept === undefined ? canonicalBody(request.body ?? '') : `unknown (${seq})`;
  return `${request.method} ${pathname}?${query} ${bodyKey}`;
}

function canonicalBody(body: string): string {
  if (body === '') return '';
  try {
    return JSON.stringify(JSON.parse(body), sortMembers);
  } catch {
    return body.trim();
  }
}

/**
 * The retries of outages. The count starts over after a success, and after a 429: the documents name another wait there and
 * do not say whether counting continues, so the shorter reading applies.
 */
export function retriesIn(attempts: Attempts, timing: Timing): readonly Retry[] {
  const retries: Retry[] = [];
  let nth = 0;
  for (const [at, after] of attempts.entries()) {
    const exchange = attempts[at + 1];
    const rule = retryRuleOf(after);
    if (rule === 'good' || rule === 'after-reset') nth = 0;
    if (rule !== 'backoff' || !exchange) continue;
    const waitedMs = exchange.request.sentAtMs - after.answeredAtMs;
    // Sent before the failure was known: a timeout of the client's own, which says nothing about this wait.
    if (waitedMs < 0) continue;
    nth++;
    retries.push({ after, exchange, nth, waitedMs, timing });
  }
  return retries;
}

/** `undefined` for a request that neither met an outage nor lost a response. */
export function failedRequestOf(attempts: Attempts): FailedRequest | undefined {
  const exchange = attempts.at(-1);
  if (!exchange || !attempts.some((one) => isOutage(one) || retryRuleOf(one) === 'lost')) return undefined;
  const count = { retries: 0, repeatsAfterLoss: 0 };
  const max = { ...count };
  for (const one of attempts.slice(0, -1)) {
    const rule = retryRuleOf(one);
    if (rule === 'good') Object.assign(count, { retries: 0, repeatsAfterLoss: 0 });
    if (rule === 'backoff') max.retries = Math.max(max.retries, ++count.retries);
    if (rule === 'lost') max.repeatsAfterLoss = Math.max(max.repeatsAfterLoss, ++count.repeatsAfterLoss);
  }
  return { attempts, exchange, isOver: !isOutage(exchange), ...max };
}

/** The most attempts of a request after an error that is neither transient nor of the rate limit; empty where it met none. */
export function refusedRequestOf(
  attempts: Attempts,
): readonly { readonly exchange: ReadExchange; readonly repeats: number }[] {
  const exchange = attempts.at(-1);
  if (!exchange || !attempts.some(isRefusal)) return [];
  return [{ exchange, repeats: attempts.slice(0, -1).filter(isRefusal).length }];
}

function isRefusal(exchange: ReadExchange): boolean {
  const rule = retryRuleOf(exchange);
  return exchange.status >= 400 && (rule === 'never' || rule === 'lower-limit' || rule === 'other');
}

/** The first response of a request that has a certain status; `undefined` where none has. */
export function finalResponseIn(attempts: Attempts, status: number): FinalResponse | undefined {
  const at = attempts.findIndex((one) => one.status === status);
  const response = attempts[at];
  if (!response) return undefined;
  return { response, attempts: attempts.slice(at), exchange: attempts[at + 1] ?? response };
}
