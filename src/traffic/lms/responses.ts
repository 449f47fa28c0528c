import type { Members } from '../../exchange.ts';
import { isObject, textOf } from '../../text/json.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** What LMS Connect exchanges say. Its lists contain bare records, and its records have no links. */

/** A 2xx, whatever its body. */
export function isSuccess({ status }: ReadExchange): boolean {
  return status >= 200 && status < 300;
}

/** The assignment or submission in a success: `{data: {…}}` with an `id` or a `user_id`. */
export function recordOf(exchange: ReadExchange | undefined): Members | undefined {
  const body = exchange && isSuccess(exchange) ? exchange.json : undefined;
  if (!isObject(body) || !isObject(body.data)) return undefined;
  return typeof body.data.id === 'string' || typeof body.data.user_id === 'string' ? body.data : undefined;
}

/** The submissions in a 200, each with its `user_id`; `undefined` where the body is not such a list. */
export function submissionsOf({ status, json }: ReadExchange): readonly Members[] | undefined {
  if (status !== 200 || !isObject(json) || !Array.isArray(json.data)) return undefined;
  return json.data.every((one) => isObject(one) && typeof one.user_id === 'string') ? json.data : undefined;
}

/** Whether the response shows that its request is one that the server serves. */
export function isServed(exchange: ReadExchange): boolean {
  if (exchange.method === 'DELETE') return isSuccess(exchange);
  return recordOf(exchange) !== undefined || submissionsOf(exchange) !== undefined;
}

/** The request body as an object; empty where it is not one. */
export function sentBody(exchange: ReadExchange | undefined): Members {
  try {
    const body: unknown = JSON.parse(exchange?.request.body ?? '');
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

/** The path without its version: `/sections/…`. */
export function pathBelowVersion({ pathname }: ReadExchange): string {
  return pathname.replace(/^\/v[^/]*/, '');
}

/** Where the assignment of a create is read. */
export function pathCreatedBy(create: ReadExchange): string {
  return `${create.pathname}/${textOf(recordOf(create)?.id)}`;
}

/**
 * The record at a path as it was shown last before a request; `undefined` where a write whose result is unknown came after it. Reads
 * without a record, and writes that were refused, change nothing.
 */
export function shownBefore(
  { seq }: ReadExchange,
  path: string,
  exchanges: readonly ReadExchange[],
): ReadExchange | undefined {
  const last = exchanges.findLast(
    (one) =>
      one.seq < seq &&
      one.request.path === path &&
      (recordOf(one) !== undefined || (one.method !== 'GET' && !isRefusal(one))),
  );
  return recordOf(last) && last;
}

function isRefusal({ status, isTransient }: ReadExchange): boolean {
  return status >= 400 && status < 500 && !isTransient;
}
