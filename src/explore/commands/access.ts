import fc from 'fast-check';
import type { Actor } from '../../probes/probe.ts';
import { idOf } from '../../probes/responses.ts';
import { all, share } from '../choices.ts';
import { type CommandKind, inTurn, itemAt, kindOf } from '../command.ts';
import { scopeKinds } from './scopes.ts';
import { sharingKinds } from './sharing.ts';

/** A path with an id of its parent, at a share of the list; `undefined` where none is known. */
export async function pathAt(actor: Actor, template: string, at: number): Promise<string | undefined> {
  if (!template.includes('{')) return template;
  const [, collection = ''] = template.split('/');
  const id = idOf(itemAt(await actor.sample(collection), at));
  return id !== undefined && /^[\w-]{1,100}$/.test(id) ? template.replace('{id}', id) : undefined;
}

const callers = ['scheme in lower case', 'scheme Basic', 'scheme Token', 'no token'] as const;

/** A list and a record of it with the token, in other schemes, and without. */
const bearer = kindOf<{ collection: string; at: number; callers: (typeof callers)[number][] }>({
  name: 'bearer-token',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, { choices }) =>
    fc.record({
      collection: fc.oneof(
        { weight: 4, arbitrary: fc.constant(choices.main) },
        { weight: 1, arbitrary: fc.constant(inTurn(choices.readable, turn)) },
      ),
      at: share,
      callers: all(callers),
    }),
  run: async ({ data, isFirst }, { collection, at, callers: chosen }) => {
    const claim = 'access/bearer-token';
    // Only the first request of each case counts.
    if (!isFirst(claim)) return;
    const path = `/${collection}?limit=1`;
    await data.send({ path, step: { claim, case: 'list' } });
    const record = await pathAt(data, `/${collection}/{id}`, at);
    if (record !== undefined) await data.send({ path: record, step: { claim, case: 'record' } });
    const { token } = data;
    const headers: Readonly<Record<(typeof callers)[number], Record<string, string>>> = {
      'no token': {},
      'scheme in lower case': { authorization: `bearer ${token}` },
      'scheme Basic': { authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` },
      'scheme Token': { authorization: `Token ${token}` },
    };
    for (const name of chosen)
      await data.send({ path, token: null, headers: headers[name], step: { claim, case: name } });
  },
  text: ({ collection, callers: chosen }) =>
    `read /${collection} with the token, and with ${chosen.join(', ')}`,
});

/** The public token of the overview. */
const testToken = kindOf<{ collection: string; at: number }>({
  name: 'test-token',
  api: 'data',
  needs: ['test-token'],
  share: 1,
  choices: (_, { choices }) => fc.record({ collection: fc.constant(choices.main), at: share }),
  run: async ({ data }, { collection, at }) => {
    const claim = 'access/test-token';
    const token = 'TEST_TOKEN';
    await data.send({ path: `/${collection}?limit=2`, token, step: { claim, case: 'list' } });
    const record = await pathAt(data, `/${collection}/{id}`, at);
    if (record !== undefined) await data.send({ path: record, token, step: { claim, case: 'record' } });
  },
  text: ({ collection }) => `read /${collection} and a record of it with the public test token`,
});

export const accessKinds: readonly CommandKind[] = [bearer, testToken, ...scopeKinds, ...sharingKinds];
