import fc from 'fast-check';
import { unknownId } from '../../../contracts/made-up-ids.ts';
import { unjudgedPaths } from '../../../contracts/versions.ts';
import { ownerIn } from '../../api.ts';
import { targetOf } from '../../probes/data/reader.ts';
import { idsIn, recordsIn, textsIn } from '../../probes/responses.ts';
import { all, share } from '../choices.ts';
import { type CommandKind, inTurn, kindOf } from '../command.ts';
import { pathAt } from './access.ts';
import { topLists } from './lists.ts';

/** How many operations one command reads. */
const perCommand = 8;

/** A list, a record of it, and what is below that record; then the records that it names. */
const records = kindOf<{ collection: string; at: number; limit: number }>({
  name: 'records',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, api) =>
    fc.record({
      collection: fc.constant(inTurn(topLists(api), turn).slice(1)),
      at: share,
      limit: fc.constantFrom(1000, 100),
    }),
  run: async ({ data }, { collection, at, limit }) => {
    const claim = 'data/operation-answers';
    const own = data.api.operations.filter(
      ({ method, path }) => method === 'GET' && ownerIn(path) === collection && !unjudgedPaths.includes(path),
    );
    for (const { id, path: template, queryParams } of own.slice(0, perCommand)) {
      const path = await pathAt(data, template, at);
      if (path === undefined) continue;
      const query = queryParams.includes('limit') ? `?limit=${limit}` : '';
      const read = await data.send({ path: path + query, step: { claim, case: id } });
      const relation = data.api.relations.direct.find(
        (one) => one.path === template && one.named === 'parent',
      );
      const target = relation && idsIn(read).at(-1);
      const named = `/${targetOf(template, data.api)}/{id}`;
      if (relation && target !== undefined && data.api.readerOf(named))
        await data.send({
          path: named.replace('{id}', target),
          step: { claim: 'data/relations-resolve', case: relation.path },
        });
    }
  },
  text: ({ collection, limit }) =>
    `read /${collection} with limit ${limit}, a record of it and everything below it`,
});

/** Events by school and by type, walked; the list without a filter first. */
const filteredEvents = kindOf<{ filter: 'record_type' | 'school'; limit: number; at: number }>({
  name: 'filtered-events',
  api: 'data',
  needs: [],
  share: 2,
  choices: (turn) =>
    fc.record({
      filter: fc.constant(turn % 2 === 0 ? ('record_type' as const) : ('school' as const)),
      limit: fc.constantFrom(2, 5, 20),
      at: share,
    }),
  run: async ({ data }, { filter, limit, at }) => {
    const claim = 'events/filters';
    const events = recordsIn(await data.send({ path: '/events', step: { claim, case: 'all' } }));
    const types = new Set(textsIn(events.map((one) => one.type)).map((type) => type.split('.')[0] ?? ''));
    const values = filter === 'school' ? idsIn(await data.send({ path: '/schools?limit=5' })) : [...types];
    const value = values[Math.min(values.length - 1, Math.floor(at * values.length))];
    if (value === undefined || value === '') return;
    // Ids are no part of a name.
    const name = filter === 'school' ? 'school={id}' : (`${filter}=${value}` as const);
    await data.send({ path: `/events?${filter}=${value}`, step: { claim, case: name } });
    await data.walk(`/events?${filter}=${value}&limit=${limit}`, {
      maxPages: 3,
      step: { claim: 'pagination/links-keep-query', case: filter },
    });
  },
  text: ({ filter, limit }) => `read /events by ${filter}, and walk them in pages of ${limit}`,
});

const faults = [
  'no token',
  'unknown token',
  'unknown record',
  'limit over 10,000',
  'unreadable query',
] as const;
type Fault = (typeof faults)[number];

/** A good request, one that must be refused, and the good one again. */
const refused = kindOf<{ collection: string; faults: Fault[]; at: number }>({
  name: 'refused-reads',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, api) =>
    fc.record({
      collection: fc.constant(inTurn(topLists(api), turn).slice(1)),
      faults: all(faults),
      at: share,
    }),
  run: async ({ data, isFirst }, { collection, faults: chosen, at }) => {
    const good = 'errors/error-is-side-effect-free';
    if (!isFirst(good)) return;
    const list = `/${collection}?limit=3`;
    const record = await pathAt(data, `/${collection}/{id}`, at);
    const sendGood = (after: 'start' | Fault) =>
      data.send({ path: list, step: { claim: good, case: after, role: 'good' } });
    await sendGood('start');
    if (record !== undefined)
      for (const claim of ['errors/missing-token-is-401', 'errors/invalid-token-is-401'] as const)
        await data.send({ path: record, step: { claim, case: `GET /${collection}/{id}`, role: 'control' } });
    for (const fault of chosen) {
      await sendFault(fault);
      await sendGood(fault);
    }

    async function sendFault(fault: Fault): Promise<void> {
      if (fault === 'no token' || fault === 'unknown token') {
        const isMissing = fault === 'no token';
        const claim = isMissing ? 'errors/missing-token-is-401' : 'errors/invalid-token-is-401';
        const token = isMissing ? null : 'clever-conformance-made-up-token';
        await data.send({ path: list, token, step: { claim, case: `GET /${collection}` } });
        if (record !== undefined)
          await data.send({ path: record, token, step: { claim, case: `GET /${collection}/{id}` } });
      } else if (fault === 'unknown record') {
        if (record === undefined || !data.api.resources.includes(collection)) return;
        const step = { claim: 'errors/unknown-record-is-404', case: `GET /${collection}/{id}` } as const;
        await data.send({ path: record, step: { ...step, role: 'control' } });
        await data.send({ path: `/${collection}/${unknownId}`, step: { ...step, role: 'unknown' } });
      } else if (fault === 'limit over 10,000')
        await data.send({
          path: `/${collection}?limit=10001`,
          step: { claim: 'errors/limit-over-10000-is-413', case: 'too much' },
        });
      else
        await data.send({
          path: `/${collection}?starting_after=not-an-id`,
          step: { claim: 'errors/bad-request-is-400', case: `a cursor that is no id: GET /${collection}` },
        });
    }
  },
  text: ({ collection, faults: chosen }) =>
    `read /${collection} before and after requests that are refused: ${chosen.join(', ')}`,
});

export const readKinds: readonly CommandKind[] = [records, filteredEvents, refused];
