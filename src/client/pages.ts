import { type IncompleteReason, IncompleteWalk } from './errors.ts';
import { isGood } from './http/answer.ts';
import type { Send } from './http/sender.ts';
import { type LinkBase, resolveLink } from './links.ts';
import { type CleverRecord, inOrder, readPage } from './page.ts';
import { type Position, positionOf, resumeTokenOf } from './resume-token.ts';
import type { Settings } from './settings.ts';

export interface Page<T = CleverRecord> {
  readonly records: readonly T[];
  /** Path and query of the page's request. */
  readonly uri: string;
  readonly status: number;
  /** Continues after this page: store it with the records, in case the run is killed. */
  readonly resumeToken: string;
}

/** A list to walk. */
export interface WalkStart {
  readonly base: LinkBase;
  /** Absolute; the first page. */
  readonly url: string;
  readonly resume: string | undefined;
  /** Ids ascend over the whole list, as documented for the Data API, but not for LMS Connect. */
  readonly ordered: boolean;
  /** See `Profile.emptyListAs`. */
  readonly emptyListAs?: string | undefined;
}

/**
 * Follows the next links of a list, unchanged. Ends normally only at a page without next; otherwise throws
 * `IncompleteWalk`, whose resume token continues there.
 */
export async function* walk(start: WalkStart, send: Send, settings: Settings): AsyncGenerator<Page> {
  const { base } = start;
  const { caps, signal } = settings;
  const visited = new Set<string>();
  let at: Position =
    start.resume === undefined
      ? { url: start.url, afterId: '', given: false }
      : positionOf(start.resume, base);
  const giveUp = (reason: IncompleteReason, detail: string, status?: number): IncompleteWalk =>
    new IncompleteWalk(reason, detail, resumeTokenOf(at), status);
  let emptyPages = 0;

  for (let pages = 1; ; pages++) {
    if (pages > caps.pages) throw giveUp('too-many-pages', `it has more than ${caps.pages} pages`);
    visited.add(at.url);
    let answer = await send(getOf(at.url, signal));
    const smaller = answer.status === 413 ? withDefaultLimit(at.url) : undefined;
    if (smaller) {
      at = { ...at, url: smaller };
      visited.add(smaller);
      answer = await send(getOf(smaller, signal));
    }
    if (!isGood(answer)) {
      const unreadable = answer.failure?.kind === 'malformed-body' || answer.failure?.kind === 'too-large';
      const detail = answer.failure?.message ?? `a page answered ${answer.status}`;
      throw giveUp(unreadable ? 'unreadable-page' : 'page-error', detail, answer.status);
    }
    const page = readPage(answer.json?.value, start.emptyListAs);
    if (!page.ok) throw giveUp(page.kind, page.reason, answer.status);

    const link = page.next === undefined ? undefined : resolveLink(page.next, base);
    if (!at.given) {
      const order = inOrder(page.records, at.afterId);
      if (start.ordered && !order.ascends)
        throw giveUp('ids-do-not-ascend', 'a page repeats or precedes earlier records', answer.status);
      const uri = at.url.slice(base.origin.length);
      at = { ...at, afterId: order.lastId, given: true };
      // If the link cannot be followed, resuming requests this page again.
      const behind = link?.ok ? { url: link.url, afterId: at.afterId, given: false } : at;
      yield { records: order.records, uri, status: answer.status, resumeToken: resumeTokenOf(behind) };
    }
    emptyPages = page.records.length === 0 ? emptyPages + 1 : 0;
    if (link === undefined) return;
    if (!link.ok) throw giveUp('refused-link', `a next link was rejected (${link.reason})`);
    if (visited.has(link.url)) throw giveUp('cycle', 'a next link leads to an earlier page');
    at = { url: link.url, afterId: at.afterId, given: false };
    if (emptyPages >= caps.emptyPages)
      throw giveUp('too-many-empty-pages', `${emptyPages} consecutive pages are empty and have a next link`);
  }
}

function getOf(url: string, signal: AbortSignal | undefined): Parameters<Send>[0] {
  return { method: 'GET', url, headers: { accept: 'application/json' }, body: undefined, signal };
}

/** The documented default limit, which every conforming server accepts. */
const defaultLimit = 100;

/** After a 413: the same page with the default limit; `undefined` if that is not smaller. */
function withDefaultLimit(url: string): string | undefined {
  const smaller = new URL(url);
  if (!(Number(smaller.searchParams.get('limit')) > defaultLimit)) return undefined;
  smaller.searchParams.set('limit', String(defaultLimit));
  return smaller.href;
}
