import type { Exchange, Step } from '../../exchange.ts';

/** Hand-made traffic for tests of lists and walks: pages of a list whose records are numbers. */

/** 24 hex digits; greater numbers give greater ids. */
export const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** A page that was served. `links` by `rel`; a `self` link is added unless `self` is `''`. */
export function pageOf(
  seq: number,
  path: string,
  records: readonly number[],
  links: Readonly<Record<string, string>>,
  step?: Step,
): Exchange {
  const all = Object.entries({ self: path, ...links }).filter(([, uri]) => uri !== '');
  const body = {
    data: records.map((n) => ({ data: { id: idOf(n) }, uri: `/v2.0/students/${idOf(n)}` })),
    links: all.map(([rel, uri]) => ({ rel, uri })),
  };
  return exchangeOf(seq, path, 200, JSON.stringify(body), step);
}

/** An error in place of a page. */
export function errorAt(seq: number, path: string, status: number, step?: Step): Exchange {
  return exchangeOf(seq, path, status, '{"error":"Resource not found"}', step);
}

function exchangeOf(seq: number, path: string, status: number, body: string, step?: Step): Exchange {
  return {
    seq,
    ...(step ? { step } : {}),
    request: {
      method: 'GET',
      origin: 'https://api.clever.com',
      path,
      headers: { authorization: 'Bearer «token:1»' },
      sentAtMs: seq,
    },
    response: { status, headers: { 'content-type': 'application/json' }, body, receivedAtMs: seq },
  };
}

/** A list, walked by `next`, as a conforming server serves it: `next` on full pages, `prev` on all but the first one. */
export function walkOf(
  list: string,
  records: readonly number[],
  limit: number,
  step?: Step,
  fromSeq = 0,
): Exchange[] {
  const pages: Exchange[] = [];
  for (let at = 0, isMore = true; isMore; at += limit) {
    const page = records.slice(at, at + limit);
    const cursor = at === 0 ? undefined : records[at - 1];
    const path = `${list}?limit=${limit}${cursor === undefined ? '' : `&starting_after=${idOf(cursor)}`}`;
    isMore = page.length === limit;
    const first = page[0] ?? cursor;
    pages.push(
      pageOf(
        fromSeq + pages.length,
        path,
        page,
        {
          ...(at > 0 && first !== undefined
            ? { prev: `${list}?limit=${limit}&ending_before=${idOf(first)}` }
            : {}),
          ...(isMore ? { next: `${list}?limit=${limit}&starting_after=${idOf(page.at(-1)!)}` } : {}),
        },
        step,
      ),
    );
  }
  return pages;
}

/** The page with other records or links, as a broken server would have sent it. */
export function changed(
  exchange: Exchange,
  change: (body: { data: { data: { id: string } }[]; links: { rel: string; uri: string }[] }) => void,
): Exchange {
  const body = JSON.parse(exchange.response?.body ?? '{}');
  change(body);
  return { ...exchange, response: { ...exchange.response!, body: JSON.stringify(body) } };
}
