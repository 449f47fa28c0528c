import { profiles } from '../../contracts/profiles.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { JudgeContext } from './judge.ts';
import { idOf } from './testing.ts';

/**
 * Hand-made traffic for tests of list judges: pages of a list whose entries are numbers, as the redactor would leave them.
 */

/** A page that was answered. `links` by rel; a self link is added unless `self` is given as `''`. */
export function pageOf(
  seq: number,
  path: string,
  entries: readonly number[],
  links: Readonly<Record<string, string>>,
  step?: Step,
): Exchange {
  const all = Object.entries({ self: path, ...links }).filter(([, uri]) => uri !== '');
  const body = {
    data: entries.map((n) => ({ data: { id: idOf(n) }, uri: `/v2.0/students/${idOf(n)}` })),
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

/**
 * A whole walk forth over a list of entries, as a server that keeps all rules answers it. Recorded links: next on full
 * pages, prev on all but the first.
 */
export function walkOf(
  list: string,
  entries: readonly number[],
  limit: number,
  step?: Step,
  fromSeq = 0,
): Exchange[] {
  const pages: Exchange[] = [];
  for (let at = 0, isMore = true; isMore; at += limit) {
    const page = entries.slice(at, at + limit);
    const cursor = at === 0 ? undefined : entries[at - 1];
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

/** The same page with other entries or links: what a broken server would have sent. */
export function changed(
  exchange: Exchange,
  change: (body: { data: { data: { id: string } }[]; links: { rel: string; uri: string }[] }) => void,
): Exchange {
  const body = JSON.parse(exchange.response?.body ?? '{}');
  change(body);
  return { ...exchange, response: { ...exchange.response!, body: JSON.stringify(body) } };
}

export const contextOf = (subject: JudgeContext['subject'] = 'live'): JudgeContext => ({ subject, profiles });
