import { pathnameOf } from '../../exchange.ts';
import { type Actor, changingProbe, type Probe } from '../probe.ts';
import { idsIn, linkedPath } from '../responses.ts';
import { isWholeList } from './lists.ts';

/** Probes that change a list while they read it. */
export const changeProbes: readonly Probe[] = [
  changingProbe('pagination/stable-under-insert', (actor) =>
    changeLists(actor, async (collection) => {
      const claim = 'pagination/stable-under-insert';
      const walked = await walkWhile(actor, { claim, case: collection, collection }, async () => {
        const { id } = await actor.state('a record is created in {collection}', { collection });
        return typeof id === 'string' ? id : undefined;
      });
      if (walked?.changed === undefined) return walked !== undefined;
      const step = { claim, case: collection } as const;
      await actor.send({ path: `/${collection}/${walked.changed}`, step: { ...step, role: 'created' } });
      const path = `/${collection}?limit=${walked.limit}`;
      await actor.walk(path, { maxPages: maxPagesAfter, step: { ...step, role: 'after' } });
      return true;
    }),
  ),
  changingProbe('pagination/stable-under-delete', (actor) =>
    changeLists(actor, async (collection) => {
      const claim = 'pagination/stable-under-delete';
      const removing = (place: 'last' | 'first') =>
        walkWhile(
          actor,
          { claim, case: place === 'last' ? collection : `${collection}: the first record`, collection },
          async (seen) => {
            const id = place === 'last' ? seen.at(-1) : seen[0];
            await actor.state('the record {id} is deleted', { id });
            return id;
          },
        );
      const isDone = (await removing('last')) !== undefined;
      // Removing a school removes its people as well.
      if (isDone && collection !== actor.api.relations.schools.type) await removing('first');
      return isDone;
    }),
  ),
];

/** Enough for a list that is read in three pages, by servers with shorter ones. */
const maxPagesAfter = 12;

/** Changes every list in a full run, and the first that has enough records in a quick one. */
async function changeLists(actor: Actor, change: (collection: string) => Promise<boolean>): Promise<void> {
  for (const collection of actor.api.choices.changing)
    if ((await change(collection)) && actor.depth === 'quick') return;
}

type ChangingClaim = 'pagination/stable-under-insert' | 'pagination/stable-under-delete';

interface ChangedList {
  readonly claim: ChangingClaim;
  readonly case: string;
  readonly collection: string;
}

/**
 * Reads a list as a whole, then its first third, changes it, and goes on. Returns what `change` did, or `undefined` where the list
 * is too short.
 */
async function walkWhile(
  actor: Actor,
  { collection, ...named }: ChangedList,
  change: (seen: readonly string[]) => Promise<string | undefined>,
): Promise<{ readonly limit: number; readonly changed: string | undefined } | undefined> {
  const path = `/${collection}?limit=1000`;
  const before = await actor.send({ path, step: { ...named, role: 'before' } });
  const count = idsIn(before).length;
  if (count < 3 || !(await isWholeList(actor, before))) return undefined;
  const limit = Math.ceil(count / 3);
  const walk = { ...named, role: 'walk' } as const;
  const first = await actor.send({ path: `/${collection}?limit=${limit}`, step: walk });
  const next = linkedPath(first, 'next', {
    origin: first.request.origin,
    collectionPath: pathnameOf(first),
  });
  const seen = idsIn(first);
  if (next === undefined || seen.length === 0) return undefined;
  const changed = await change(seen);
  await actor.walk(next, { maxPages: maxPagesAfter, step: walk });
  return { limit, changed };
}
