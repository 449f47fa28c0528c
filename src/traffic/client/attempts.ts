import { type RetryRule, statusTable } from '../../../contracts/status-table.ts';
import { sortMembers } from '../../json.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** All attempts of one request within one run of the client, in order. Most requests have one. */
export type Attempts = readonly ReadExchange[];

/** An attempt after a 500, 502 or 503. */
export interface Retry {
  readonly failed: ReadExchange;
  /** The attempt itself. */
  readonly exchange: ReadExchange;
  /** 1 for the first retry of an outage. */
  readonly nth: number;
  /** Between the failed response and this attempt. */
  readonly waitedMs: number;
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
export function requestKeyOf({ pathname, request }: ReadExchange): string {
  const at = request.path.indexOf('?');
  const query = (at < 0 ? '' : request.path.slice(at + 1)).split('&').filter(Boolean).sort().join('&');
  return `${request.method} ${pathname}?${query} ${canonicalBody(request.body ?? '')}`;
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
export function retriesIn(attempts: Attempts): readonly Retry[] {
  const retries: Retry[] = [];
  let nth = 0;
  for (const [at, failed] of attempts.entries()) {
    const exchange = attempts[at + 1];
    const rule = retryRuleOf(failed);
    if (rule === 'good' || rule === 'after-reset') nth = 0;
    if (rule !== 'backoff' || !exchange) continue;
    // Sent before the failure was known: a timeout of the client's own, which says nothing about this wait.
    if (exchange.request.sentAtMs < failed.answeredAtMs) continue;
    nth++;
    retries.push({ failed, exchange, nth, waitedMs: exchange.request.sentAtMs - failed.answeredAtMs });
  }
  return retries;
}
