import fc from 'fast-check';
import { idsIn } from '../../probes/responses.ts';
import { type CommandKind, inTurn, kindOf, type Setting } from '../command.ts';
import { linkTo } from './lists.ts';

/** Puts everything back, so that other commands of the sequence see one state of the data. */
async function restore({ data, known }: Setting): Promise<void> {
  await data.state('everything is as seeded');
  known.clear();
}

/** A walk during which a record is created or deleted, after any of its pages. */
const changedWalk = kindOf<{ collection: string; change: 'insert' | 'delete'; parts: number; after: number }>(
  {
    name: 'walk-while-changing',
    api: 'data',
    needs: ['states'],
    share: 4,
    choices: (turn, { choices }) =>
      fc.record({
        collection: fc.constant(inTurn(choices.changing, turn >> 1)),
        change: fc.constant(turn % 2 === 0 ? ('insert' as const) : ('delete' as const)),
        parts: fc.integer({ min: 3, max: 5 }),
        after: fc.integer({ min: 1, max: 2 }),
      }),
    run: async (setting, { collection, change, parts, after }) => {
      const { data } = setting;
      const claim = change === 'insert' ? 'pagination/stable-under-insert' : 'pagination/stable-under-delete';
      const name = `${collection} ${setting.nextNumber()}`;
      const whole = await data.send({ path: `/${collection}`, step: { claim, case: name, role: 'before' } });
      const ids = idsIn(whole);
      if (ids.length < 3) return;
      const step = { claim, case: name, role: 'walk' } as const;
      const limit = Math.ceil(ids.length / parts);
      let page = await data.send({ path: `/${collection}?limit=${limit}`, step });
      const seen = new Set([page.request.path]);
      for (let count = 1; count < 12; count++) {
        if (count === after) {
          const id = idsIn(page).at(-1);
          if (change === 'insert') await data.state('a record is created in {collection}', { collection });
          else if (id !== undefined) await data.state('the record {id} is deleted', { id });
        }
        const path = linkTo(page, 'next');
        if (path === undefined || seen.has(path)) break;
        seen.add(path);
        page = await data.send({ path, step });
      }
      await restore(setting);
    },
    text: ({ collection, change, parts, after }) =>
      `walk /${collection} in ${parts} pages; after page ${after} a record is ${change === 'insert' ? 'created' : 'deleted'}`,
  },
);

/** A record by id, below it and in lists, before and after it goes away. */
const vanished = kindOf<{ collection: string; how: 'deleted' | 'unshared'; at: number }>({
  name: 'vanished-record',
  api: 'data',
  needs: ['states'],
  share: 1,
  choices: (turn, { choices }) =>
    fc.record({
      collection: fc.constant(inTurn(choices.vanishing, turn)),
      how: fc.constantFrom('deleted' as const, 'unshared' as const),
      at: fc.integer({ min: 1, max: 5 }),
    }),
  run: async (setting, { collection, how, at }) => {
    const { data } = setting;
    const claim = how === 'deleted' ? 'errors/deleted-record-is-404' : 'errors/unshared-record-is-404';
    // Once in a sequence: the cases are named by the collection.
    if (!setting.isFirst(`${claim} ${collection}`)) return;
    const records = await data.sample(collection);
    const [before, record] = [records[at - 1], records[at]];
    if (typeof record?.id !== 'string' || typeof before?.id !== 'string') return;
    const list = `/${collection}?limit=3&starting_after=${before.id}`;
    const paths = [`/${collection}/${record.id}`, `/${collection}/${record.id}/district`, list];
    for (const role of ['before', 'after'] as const) {
      if (role === 'after') await data.state(`the record {id} is ${how}`, { id: record.id });
      for (const path of paths) await data.send({ path, step: { claim, case: collection, role } });
    }
    await restore(setting);
  },
  text: ({ collection, how, at }) =>
    `read record ${at} of /${collection} by id and in lists, before and after it is ${how}`,
});

const outage = kindOf<{ collection: string; status: 500 | 502 | 503 }>({
  name: 'outage',
  api: 'data',
  needs: ['states'],
  share: 1,
  choices: (turn, { choices }) =>
    fc.record({
      collection: fc.constant(inTurn(choices.changing, turn)),
      status: fc.constantFrom(500 as const, 502 as const, 503 as const),
    }),
  run: async (setting, { collection, status }) => {
    const { data } = setting;
    const claim = 'errors/outage-statuses';
    if (!setting.isFirst(`${claim} ${status}`)) return;
    const send = (role: 'before' | 'during' | 'after') =>
      data.send({ path: `/${collection}?limit=2`, step: { claim, case: `${status}`, role } });
    await send('before');
    const body = JSON.stringify({ error: 'Service Unavailable' });
    await data.state('the next answers are {script}', { script: [{ status, body }] });
    await send('during');
    await send('after');
    await data.state('the next answers are {script}', { script: [] });
  },
  text: ({ collection, status }) => `read /${collection} before, during and after an outage with ${status}`,
});

export const changeKinds: readonly CommandKind[] = [changedWalk, vanished, outage];
