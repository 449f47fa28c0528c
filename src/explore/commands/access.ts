import fc from 'fast-check';
import type { StepOf } from '../../../contracts/steps/index.ts';
import { model } from '../../../generated/model.ts';
import { collections, collectionsOf } from '../../collections.ts';
import type { Members } from '../../exchange.ts';
import type { Actor } from '../../probes/probe.ts';
import { idOf, textsIn } from '../../probes/responses.ts';
import { all, share } from '../choices.ts';
import { type CommandKind, inTurn, itemAt, kindOf } from '../command.ts';

const dataReads = model.operations.filter((one) => one.document.startsWith('data') && one.method === 'GET');

/** What an operation returns: `teachers` for `/students/{id}/teachers`. */
function returnedBy(record: string): string | undefined {
  return collections.find((one) => one.type === record)?.name;
}

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
  choices: (turn) =>
    fc.record({
      collection: fc.constant(inTurn(['students', 'teachers', 'sections', 'schools'], turn)),
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
  choices: () => fc.record({ collection: fc.constant('students'), at: share }),
  run: async ({ data }, { collection, at }) => {
    const claim = 'access/test-token';
    const token = 'TEST_TOKEN';
    await data.send({ path: `/${collection}?limit=2`, token, step: { claim, case: 'list' } });
    const record = await pathAt(data, `/${collection}/{id}`, at);
    if (record !== undefined) await data.send({ path: record, token, step: { claim, case: 'record' } });
  },
  text: ({ collection }) => `read /${collection} and a record of it with the public test token`,
});

async function tokenWith(actor: Actor, scopes: readonly string[], schools?: readonly string[]) {
  const params = { scopes, agreement: false, ...(schools ? { schools } : {}) };
  const { token } = await actor.state('a token with {scopes}', params);
  return typeof token === 'string' ? token : undefined;
}

/** Of the paths that return other records than the token's: below its own records first. */
function outside(own: string, turn: number): readonly string[] {
  const others = dataReads.filter(({ record, path }) => {
    const returned = returnedBy(record);
    return returned !== undefined && returned !== own && returned !== 'events' && !/\/district$/.test(path);
  });
  const below = others.filter(({ path }) => path.startsWith(`/${own}/`)).map(({ path }) => path);
  const rest = others.filter(({ path }) => !path.startsWith(`/${own}/`)).map(({ path }) => path);
  const size = 3;
  const from = (turn * size) % Math.max(1, rest.length);
  return [...below, ...[...rest, ...rest].slice(from, from + size)];
}

/** A token for one resource type requests the others; the same with all scopes first. */
const scopes = kindOf<{ own: string; paths: string[]; at: number; events: boolean }>({
  name: 'scopes',
  api: 'data',
  needs: ['states'],
  share: 2,
  choices: (turn) => {
    const own = inTurn(['students', 'teachers', 'sections', 'schools'], turn);
    const paths = outside(own, turn);
    return fc.record({
      own: fc.constant(own),
      paths: all(paths),
      at: share,
      events: fc.constant(own === 'students'),
    });
  },
  run: async ({ data, isFirst }, { own, paths, at, events }) => {
    const claim = 'access/scopes-limit-resources';
    if (!isFirst(claim)) return;
    const requests: { readonly path: string; readonly name: `only ${string}: GET /${string}` }[] = [];
    for (const template of paths) {
      const path = await pathAt(data, template, at);
      const name = `only ${own}: GET /${template.slice(1)}` as const;
      if (path === undefined) continue;
      requests.push({ path, name });
      await data.send({ path, step: { claim, case: name, role: 'control' } });
    }
    const token = await tokenWith(data, [`read:${own}`]);
    if (token === undefined) return;
    await data.send({
      path: `/${own}`,
      token,
      step: { claim, case: `only ${own}: GET /${own}`, role: 'own' },
    });
    for (const { path, name } of requests)
      await data.send({ path, token, step: { claim, case: name, role: 'asked' } });
    const eventsToken = events ? await tokenWith(data, [`read:${own}`, 'read:events']) : undefined;
    if (eventsToken === undefined) return;
    const step = { claim, case: `only ${own} and events: GET /events` } as const;
    await data.send({ path: '/events', step: { ...step, role: 'control' } });
    await data.send({ path: '/events', token: eventsToken, step: { ...step, role: 'events' } });
  },
  text: ({ own, paths, events }) =>
    `with a token for ${own} only, request ${[...paths, ...(events ? ['/events'] : [])].join(', ')}`,
});

const claim = 'access/sharing-limits-data';
type Viewer = 'one school' | 'another district' | 'own district';
type SharingRole = StepOf<typeof claim>['role'];
const stepOf = (viewer: Viewer, name: string, role: SharingRole) =>
  ({ claim, case: `${viewer}: /${name.slice(1)}`, role }) as const;

/** Collections whose records name their schools. */
const ofSchools = ['students', 'teachers', 'sections'];

function schoolsOf(record: Members | undefined): readonly string[] {
  return textsIn(Array.isArray(record?.schools) ? record.schools : [record?.school]);
}

/** A token for one school requests records of others, by id, below them and in lists. */
const oneSchool = kindOf<{ at: number; collections: string[] }>({
  name: 'one-school',
  api: 'data',
  needs: ['states'],
  share: 1,
  choices: () => fc.record({ at: share, collections: all(ofSchools) }),
  run: async ({ data, isFirst }, { at, collections: chosen }) => {
    const viewer = 'one school';
    // Another school in the same sequence would be another view.
    if (!isFirst(viewer)) return;
    const schools = (await data.sample('schools')).flatMap((one) => idOf(one) ?? []);
    const shared = schoolsOf(itemAt(await data.sample('students'), at))[0];
    const other = schools.find((id) => id !== shared);
    if (shared === undefined || other === undefined) return;
    const hidden: (readonly [string, string])[] = [['/schools/{id}', `/schools/${other}`]];
    for (const collection of chosen) {
      const records = await data.sample(collection);
      const id = idOf(records.find((one) => !schoolsOf(one).includes(shared)));
      if (id !== undefined) hidden.push([`/${collection}/{id}`, `/${collection}/${id}`]);
    }
    const nested = chosen.map((one) => [`/schools/{id}/${one}`, `/schools/${other}/${one}?limit=5`] as const);
    for (const [name, path] of hidden) await data.send({ path, step: stepOf(viewer, name, 'hidden') });
    for (const [name, path] of nested) await data.send({ path, step: stepOf(viewer, name, 'control') });
    const everything = collectionsOf(data.profile.document).map((one) => `read:${one}`);
    const token = await tokenWith(data, everything, [shared]);
    if (token === undefined) return;
    for (const [name, path] of [...hidden, ...nested])
      await data.send({ path, token, step: stepOf(viewer, name, 'asked') });
    for (const collection of ['schools', ...chosen])
      await data.send({ path: `/${collection}`, token, step: stepOf(viewer, `/${collection}`, 'list') });
  },
  text: ({ collections: chosen }) =>
    `with a token for one school, request ${chosen.join(', ')} of another one`,
});

/** Each of two districts requests records of the other. */
const districts = kindOf<{ collections: string[]; at: number }>({
  name: 'two-districts',
  api: 'data',
  needs: ['states'],
  share: 1,
  choices: () =>
    fc.record({
      collections: all(['students', 'schools', 'teachers', 'sections']),
      at: share,
    }),
  run: async ({ data, isFirst }, { collections: chosen, at }) => {
    const viewer = 'another district';
    if (!isFirst(viewer)) return;
    const hidden: (readonly [string, string])[] = [];
    for (const collection of chosen) {
      const path = await pathAt(data, `/${collection}/{id}`, at);
      if (path !== undefined) hidden.push([`/${collection}/{id}`, path]);
    }
    const values = await data.state('a token of another district');
    const { token, student_id: theirs } = values;
    if (typeof token !== 'string' || typeof theirs !== 'string') return;
    for (const [name, path] of hidden) await data.send({ path, step: stepOf(viewer, name, 'hidden') });
    for (const [name, path] of hidden) await data.send({ path, token, step: stepOf(viewer, name, 'asked') });
    for (const list of ['districts', ...chosen])
      await data.send({ path: `/${list}`, token, step: stepOf(viewer, `/${list}`, 'list') });

    const own = 'own district';
    const path = `/students/${theirs}`;
    await data.send({ path, token, step: stepOf(own, '/students/{id}', 'hidden') });
    await data.send({ path, step: stepOf(own, '/students/{id}', 'asked') });
    await data.send({ path: '/districts', step: stepOf(own, '/districts', 'list') });
    // A list that begins where the student of the other district would be.
    const cursor = idBelow(theirs);
    const list = `/students?limit=5${cursor === undefined ? '' : `&starting_after=${cursor}`}`;
    await data.send({ path: list, step: stepOf(own, '/students', 'list') });
  },
  text: ({ collections: chosen }) => `request ${chosen.join(', ')} of one district with the token of another`,
});

/** The id just below another one, if it is hexadecimal. */
function idBelow(id: string): string | undefined {
  if (!/^[0-9a-f]{24}$/.test(id) || /^0+$/.test(id)) return undefined;
  return (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0');
}

export const accessKinds: readonly CommandKind[] = [bearer, testToken, scopes, oneSchool, districts];
