import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { findLink, resolveLink } from '../client/links.ts';
import { type Exchange, jsonOf, pathnameOf } from '../exchange.ts';
import { hasNext, idsIn } from './pagination-lists.ts';
import type { Actor, Probe } from './probe.ts';

/** Lists of a few dozen records: a walk over one has several pages and costs little. The first that fits is taken. */
const candidates = ['teachers', 'schools', 'terms'];

/** Probes that change a list while it is walked. */
export const changeProbes: readonly Probe[] = [
  whileWalking('pagination/stable-under-insert', async (actor, collection) => {
    await actor.state('a record is created in {collection}', { collection });
  }),
  whileWalking('pagination/stable-under-delete', async (actor, _, cursor) => {
    await actor.state('the record {id} is deleted', { id: cursor });
  }),
];

function whileWalking(
  claim: ServerRequirementId,
  change: (actor: Actor, collection: string, lastSeen: string) => Promise<void>,
): Probe {
  return {
    name: claim,
    api: 'data',
    provokes: [claim],
    needs: ['states'],
    run: async (actor) => {
      for (const collection of candidates) {
        const step = { claim, case: collection } as const;
        const before = await actor.send({ path: `/${collection}`, step: { ...step, role: 'before' } });
        const count = idsIn(before).length;
        if (count < 3 || hasNext(before)) continue;
        const walk = { ...step, role: 'walk' };
        const path = `/${collection}?limit=${Math.ceil(count / 3)}`;
        const first = await actor.send({ path, step: walk });
        const next = nextPath(first);
        const lastSeen = idsIn(first).at(-1);
        if (next === undefined || lastSeen === undefined) return;
        await change(actor, collection, lastSeen);
        await actor.walk(next, { maxPages: 12, step: walk });
        return;
      }
    },
  };
}

/** Where the next link leads, if it may be followed. */
function nextPath(page: Exchange): string | undefined {
  const found = findLink((jsonOf(page) as { links?: unknown } | null | undefined)?.links, 'next');
  if (!found.ok || found.uri === undefined) return undefined;
  const { origin } = page.request;
  const resolved = resolveLink(found.uri, { origin, collectionPath: pathnameOf(page) });
  return resolved.ok ? resolved.url.slice(new URL(resolved.url).origin.length) : undefined;
}
