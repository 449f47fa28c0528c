import { findLink, type LinkBase, resolveLink } from '../client/links.ts';
import type { Members } from '../exchange.ts';
import type { ReadExchange } from '../traffic/read-exchange.ts';

/** What a probe takes from a response to know what to request next. A malformed response yields less data and never throws. */

/** The entries of a list, unchanged; empty if the response is not a list. */
export function itemsIn(exchange: ReadExchange): readonly unknown[] {
  return exchange.entries ?? [];
}

/** The records of a list, unwrapped from `{data: …}`. */
export function recordsIn(exchange: ReadExchange): readonly Members[] {
  return itemsIn(exchange)
    .map((item) => memberOf(item, 'data'))
    .filter((one): one is Members => typeof one === 'object' && one !== null);
}

/** The ids of the records of a list. */
export function idsIn(exchange: ReadExchange): readonly string[] {
  return recordsIn(exchange).flatMap((record) => idOf(record) ?? []);
}

/** The id of a record, if it has one. */
export function idOf(record: Members | undefined): string | undefined {
  return typeof record?.id === 'string' ? record.id : undefined;
}

/** Whether a response has a next link, to any target. */
export function hasNext(exchange: ReadExchange): boolean {
  const found = findLink(memberOf(exchange.json, 'links'), 'next');
  return !found.ok || found.uri !== undefined;
}

/** Path and query of a page's link; `undefined` if there is none, or none that may be followed. */
export function linkedPath(page: ReadExchange, rel: 'next' | 'prev', base: LinkBase): string | undefined {
  const found = findLink(memberOf(page.json, 'links'), rel);
  if (!found.ok || found.uri === undefined) return undefined;
  const resolved = resolveLink(found.uri, base);
  return resolved.ok ? resolved.url.slice(new URL(resolved.url).origin.length) : undefined;
}

/** A member of a value that may be an object. */
export function memberOf(value: unknown, name: string): unknown {
  return (value as Members | null | undefined)?.[name];
}

/** The strings in a value that may be an array. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
