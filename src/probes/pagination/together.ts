import { pathnameOf } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, ProbeStep } from '../probe.ts';
import { linkedPath } from '../responses.ts';

/** A walk along links, from the page at `path`. */
export interface PlannedWalk {
  readonly path: string;
  /** @default 'next' */
  readonly rel?: 'next' | 'prev';
  readonly maxPages: number;
  readonly step: ProbeStep;
}

interface WalkInProgress extends PlannedWalk {
  readonly pages: ReadExchange[];
  next: string | undefined;
}

/**
 * Follows several walks at once, a page of each in turn, as several clients would: a server that remembers where "the" walk is
 * mixes them up. Returns the pages of each.
 */
export async function walkTogether(
  actor: Actor,
  planned: readonly PlannedWalk[],
): Promise<readonly (readonly ReadExchange[])[]> {
  const walks = planned.map((one): WalkInProgress => ({ ...one, pages: [], next: one.path }));
  for (let isGoing = true; isGoing; ) {
    isGoing = false;
    for (const walk of walks) {
      if (walk.next === undefined || walk.pages.length >= walk.maxPages) continue;
      isGoing = true;
      const page = await actor.send({ path: walk.next, step: walk.step });
      walk.pages.push(page);
      walk.next = linkedPath(page, walk.rel ?? 'next', {
        origin: page.request.origin,
        collectionPath: pathnameOf(walk.pages[0] ?? page),
      });
      if (walk.pages.some((one) => one.request.path === walk.next)) walk.next = undefined;
    }
  }
  return walks.map(({ pages }) => pages);
}
