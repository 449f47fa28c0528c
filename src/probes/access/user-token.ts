import { isPlainId } from '../data/reader.ts';
import type { Probe } from '../probe.ts';
import { memberOf } from '../responses.ts';

/** The token of a user: whose it is, the user by id, and lists that it should not read page by page. */
export const userTokenProbe: Probe = {
  name: 'access/user-token',
  api: 'data',
  provokes: ['access/user-token', 'access/user-token-cannot-page'],
  needs: ['user-token'],
  run: async (actor) => {
    const user = await actor.userToken();
    if (!user) return;
    const { token } = user;
    const claim = 'access/user-token';
    const me = await actor.send({ path: '/me', token, step: { claim, case: '/me', role: 'asked' } });
    const id = user.id ?? memberOf(memberOf(me.json, 'data'), 'id');
    if (typeof id !== 'string' || !isPlainId(id)) return;
    const { main, nested } = actor.api.choices;
    const path = `/${main}/${id}`;
    const control = await actor.send({ path, step: { claim, case: `/${main}/{id}`, role: 'control' } });
    await actor.send({ path, token, step: { claim, case: `/${main}/{id}`, role: 'asked' } });
    if (user.id !== undefined) await actor.send({ path, step: { claim, case: '/me', role: 'control' } });
    if (!control.isServed) return;
    const own = nested.filter((one) => one.startsWith(`/${main}/{id}/`));
    for (const list of actor.pick([...own, `/${main}`] as const, 2)) {
      const asked = { path: `${list.replace('{id}', id)}?limit=1` };
      const step = { claim: 'access/user-token-cannot-page', case: list as `/${string}` } as const;
      await actor.send({ ...asked, step: { ...step, role: 'control' } });
      await actor.send({ ...asked, token, step: { ...step, role: 'asked' } });
    }
  },
};
