import type { Probe } from '../probe.ts';
import { idsIn } from '../responses.ts';
import { firstServed } from '../served.ts';
import { scopeProbe } from './scopes.ts';
import { sharingProbes } from './sharing.ts';
import { userTokenProbe } from './user-token.ts';

/** A valid token in the right scheme, in another spelling, in other schemes, and no token. */
const bearerProbe: Probe = {
  name: 'access/bearer-token',
  api: 'data',
  provokes: ['access/bearer-token'],
  needs: [],
  run: async (actor) => {
    const { collection, id } = await firstServed(actor);
    const claim = 'access/bearer-token';
    const path = `/${collection}?limit=1`;
    const { token } = actor;
    await actor.send({ path, step: { claim, case: 'list' } });
    if (id !== undefined) await actor.send({ path: `/${collection}/${id}`, step: { claim, case: 'record' } });
    await actor.send({ path, token: null, step: { claim, case: 'no token' } });
    const schemes = [
      ['scheme in lower case', `bearer ${token}`],
      ['scheme Basic', `Basic ${Buffer.from(`${token}:`).toString('base64')}`],
      ['scheme Token', `Token ${token}`],
    ] as const;
    for (const [name, authorization] of schemes)
      await actor.send({ path, token: null, headers: { authorization }, step: { claim, case: name } });
  },
};

/** The public token of the overview. It is sent only to targets that are known to accept it. */
const testTokenProbe: Probe = {
  name: 'access/test-token',
  api: 'data',
  provokes: ['access/test-token'],
  needs: ['test-token'],
  run: async (actor) => {
    const token = 'TEST_TOKEN';
    const claim = 'access/test-token';
    const path = `/${actor.api.choices.main}`;
    const list = await actor.send({ path: `${path}?limit=2`, token, step: { claim, case: 'list' } });
    const [id] = idsIn(list);
    if (id !== undefined) await actor.send({ path: `${path}/${id}`, token, step: { claim, case: 'record' } });
  },
};

export const accessProbes: readonly Probe[] = [
  bearerProbe,
  testTokenProbe,
  userTokenProbe,
  scopeProbe,
  ...sharingProbes,
];
