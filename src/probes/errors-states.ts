import { idsIn } from '../../contracts/relations.ts';
import type { StepOf } from '../../contracts/steps/index.ts';
import { type Actor, changingProbe, type Probe } from './probe.ts';
import { firstServed } from './served.ts';

type Claim = 'errors/deleted-record-is-404' | 'errors/unshared-record-is-404';
type State = 'the record {id} is deleted' | 'the record {id} is unshared';

/** A record that exists and is then removed, requested by id, by what is below it and in lists. */
function vanishingProbe(claim: Claim, state: State): Probe {
  return changingProbe(claim, async (actor) => {
    const chosen = [];
    // All samples first: a state change clears them.
    for (const collection of actor.pick(actor.api.choices.vanishing, 3)) {
      const requests = requestsFor(actor, collection, await actor.sample(collection), claim);
      if (requests) chosen.push({ collection, ...requests });
    }
    for (const { collection, id, paths } of chosen) {
      for (const when of ['before', 'after'] as const) {
        if (when === 'after') await actor.state(state, { id });
        for (const path of paths) await actor.send({ path, step: { claim, case: collection, role: when } });
      }
    }
  });
}

/** The requests for a record. A cursor just before it puts it at the start of every list that contains it. */
function requestsFor(
  actor: Actor,
  collection: string,
  records: Awaited<ReturnType<Actor['sample']>>,
  claim: Claim,
): { readonly id: string; readonly paths: readonly string[] } | undefined {
  const { readerOf, relations, operations } = actor.api;
  const record = records[1] ?? records[0] ?? {};
  const { id } = record;
  if (typeof id !== 'string') return undefined;
  const [school] = idsIn(record, relations.schools.first);
  const cursor = records[1] && typeof records[0]?.id === 'string' ? `&starting_after=${records[0].id}` : '';
  const lists = [`/${collection}?limit=3${cursor}`];
  const ofSchool = `/${relations.schools.type}/{id}/${collection}`;
  if (claim === 'errors/unshared-record-is-404' && school !== undefined && readerOf(ofSchool))
    lists.push(`${ofSchool.replace('{id}', school)}?limit=3${cursor}`);
  const below = operations
    .filter(({ path }) => path.startsWith(`/${collection}/{id}/`))
    .map(({ path }) => path.replace('{id}', id));
  // A district is below every record, and asked for in a quick run as well.
  const isDistrict = (path: string) => path.endsWith('/district');
  const chosen = actor.pick([...below.filter(isDistrict), ...below.filter((one) => !isDistrict(one))], 1);
  return { id, paths: [`/${collection}/${id}`, ...chosen, ...lists] };
}

export const vanishingProbes: readonly Probe[] = [
  vanishingProbe('errors/deleted-record-is-404', 'the record {id} is deleted'),
  vanishingProbe('errors/unshared-record-is-404', 'the record {id} is unshared'),
];

/** Each of the three outages once, between two requests that are served. */
export const outageProbe: Probe = {
  name: 'errors/outages',
  api: 'data',
  provokes: ['errors/outage-statuses'],
  needs: ['states'],
  run: async (actor) => {
    const { collection } = await firstServed(actor);
    for (const status of [500, 502, 503] as const) {
      const send = (role: StepOf<'errors/outage-statuses'>['role']) =>
        actor.send({
          path: `/${collection}?limit=2`,
          step: { claim: 'errors/outage-statuses', case: `${status}`, role },
        });
      await send('before');
      const body = JSON.stringify({ error: 'Service Unavailable' });
      await actor.state('the next answers are {script}', { script: [{ status, body }] });
      await send('during');
      await send('after');
      // Removes unused scripted responses, so that no other client gets one.
      await actor.state('the next answers are {script}', { script: [] });
    }
  },
};
