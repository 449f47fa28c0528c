import { pathnameOf } from '../../exchange.ts';
import { type Actor, changingProbe, type Probe } from '../probe.ts';
import { idsIn, linkedPath } from '../responses.ts';
import { isWholeList } from './lists.ts';

/** Lists of a few dozen records: several pages at a low cost. The first with three or more is used. */
const candidates = ['teachers', 'schools', 'terms'];

/** Probes that change a list while they read it. */
export const changeProbes: readonly Probe[] = [
  whileWalking('pagination/stable-under-insert', async (actor, collection) => {
    await actor.state('a record is created in {collection}', { collection });
  }),
  whileWalking('pagination/stable-under-delete', async (actor, _, cursor) => {
    await actor.state('the record {id} is deleted', { id: cursor });
  }),
];

function whileWalking(
  claim: 'pagination/stable-under-insert' | 'pagination/stable-under-delete',
  change: (actor: Actor, collection: string, lastSeen: string) => Promise<void>,
): Probe {
  return changingProbe(claim, async (actor) => {
    for (const collection of candidates) {
      const step = { claim, case: collection } as const;
      const before = await actor.send({ path: `/${collection}`, step: { ...step, role: 'before' } });
      const count = idsIn(before).length;
      if (count < 3 || !(await isWholeList(actor, before))) continue;
      const walk = { ...step, role: 'walk' } as const;
      const path = `/${collection}?limit=${Math.ceil(count / 3)}`;
      const first = await actor.send({ path, step: walk });
      const next = linkedPath(first, 'next', {
        origin: first.request.origin,
        collectionPath: pathnameOf(first),
      });
      const lastSeen = idsIn(first).at(-1);
      if (next === undefined || lastSeen === undefined) return;
      await change(actor, collection, lastSeen);
      await actor.walk(next, { maxPages: 12, step: walk });
      return;
    }
  });
}
