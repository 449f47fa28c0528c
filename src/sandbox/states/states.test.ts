import { expect } from 'chai';
import { states } from '../../../contracts/states.ts';
import { validateResponse } from '../../../generated/validators.js';
import { UsageError } from '../../errors.ts';
import { collections, resources } from '../data/schema.ts';
import { type Bench, createBench } from '../testing.ts';

describe('provider states of the sandbox', () => {
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 130 });
  });
  after(() => bench.sandbox.close());
  beforeEach(() => bench.sandbox.setState('everything is as seeded'));

  const post = (body: unknown) => bench.ask('/_states', { method: 'POST', body });
  const records = async (path: string, token = bench.sandbox.token) =>
    (await bench.ask(`/v2.0/${path}${path.includes('?') ? '&' : '?'}limit=10000`, { token })).json.data.map(
      // biome-ignore lint/suspicious/noExplicitAny: records of any collection
      (one: any) => one.data,
    );
  const snapshot = async () =>
    Promise.all(collections.map(async (one) => (await bench.ask(`/v2.0/${one}?limit=10000`)).body));

  const examples: Record<string, () => Promise<Record<string, unknown>>> = {
    'a district with {students} students': async () => ({ students: 7 }),
    'the bucket has {remaining} left': async () => ({ remaining: 5 }),
    'the next answers are {script}': async () => ({ script: [{ status: 503 }] }),
    'the record {id} is deleted': async () => ({ id: (await records('students'))[3].id }),
    'the record {id} is unshared': async () => ({ id: (await records('schools'))[0].id }),
    'a record is created in {collection}': async () => ({ collection: 'students' }),
    'a token with {scopes}': async () => ({ scopes: ['read:students'] }),
    'the collection {collection} has ended': async () => ({ collection: 'contacts' }),
    'a token of the user {id}': async () => ({ id: (await records('students'))[0].id }),
    'the LMS requires {field}': async () => ({ field: 'points_possible' }),
    'the clock moves {seconds}': async () => ({ seconds: 3600 }),
  };

  for (const state of states) {
    it(`"${state.name}" returns the documented values, in process and over HTTP, and can be undone`, async () => {
      const before = await snapshot();
      const params = (await examples[state.name]?.()) ?? {};
      const values = await bench.sandbox.setState(state.name, params);
      expect(Object.keys(values)).to.have.members([...state.returns]);
      await bench.sandbox.setState('everything is as seeded');
      const over = await post({ state: state.name, params, action: 'setup' });
      expect(over.status).to.equal(200);
      expect(Object.keys(over.json)).to.have.members([...state.returns]);
      expect((await post({ state: state.name, params, action: 'teardown' })).status).to.equal(200);
      expect(await snapshot()).to.deep.equal(before);
    });
  }

  it('an unknown state is rejected with the nearest name and all names', async () => {
    const answer = await post({ state: 'the record {id} is deletd' });
    expect(answer.status).to.equal(400);
    expect(answer.json.error).to.contain('did you mean "the record {id} is deleted"?');
    for (const { name } of states) expect(answer.json.error).to.contain(name);
    const fault = await bench.sandbox.setState('nonsense' as 'an assignment exists').catch((error) => error);
    expect(fault).to.be.instanceOf(UsageError);
  });

  it('values may be part of the name, as pacts write them', async () => {
    await post({ state: 'a district with 12 students' });
    expect(await records('students')).to.have.length(12);
  });

  for (const [fault, body] of [
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no state', {}],
    ['unknown action', { state: 'everything is as seeded', action: 'explode' }],
    ['a missing parameter', { state: 'a district with {students} students' }],
    [
      'a parameter of another type',
      { state: 'a district with {students} students', params: { students: '7' } },
    ],
    ['too many students', { state: 'a district with {students} students', params: { students: 1e9 } }],
    ['an unknown collection', { state: 'a record is created in {collection}', params: { collection: 'x' } }],
    ['an unknown ended', { state: 'the collection {collection} has ended', params: { collection: 'users' } }],
    ['a status', { state: 'the collection terms has ended', params: { status: 500 } }],
    ['an unknown record', { state: 'the record {id} is deleted', params: { id: 'x' } }],
    ['an unknown scope', { state: 'a token with {scopes}', params: { scopes: ['write:students'] } }],
    ['an unknown school', { state: 'a token with {scopes}', params: { scopes: [], schools: ['x'] } }],
    ['a script without status', { state: 'the next answers are {script}', params: { script: [{}] } }],
    [
      'a script with an invalid header',
      {
        state: 'the next answers are {script}',
        params: { script: [{ status: 200, headers: { 'a b': 'c' } }] },
      },
    ],
    [
      'a body with status 204',
      { state: 'the next answers are {script}', params: { script: [{ status: 204, body: 'x' }] } },
    ],
  ] as const) {
    it(`${fault} is rejected with 400`, async () => {
      const answer = await post(body);
      expect(answer.status, answer.body).to.equal(400);
      expect(answer.json.error).to.be.a('string');
    });
  }

  for (const collection of resources) {
    it(`a deleted record of ${collection} returns 404, is in no list, and is no longer referenced`, async () => {
      const list = await records(collection);
      const { id } = list[0];
      await bench.sandbox.setState('the record {id} is deleted', { id });
      expect((await bench.ask(`/v2.0/${collection}/${id}`)).status).to.equal(404);
      const named = new Set<string>();
      const visible = new Set<string>();
      for (const other of resources) {
        const now = await bench.ask(`/v2.0/${other}?limit=10000`);
        const operation = `get${other.replace(/(^|_)(\w)/g, (_, __, first: string) => first.toUpperCase())}`;
        expect(validateResponse(operation, 200, now.json), operation).to.deep.equal([]);
        for (const { data } of now.json.data) {
          visible.add(data.id);
          for (const one of JSON.stringify(data).match(/\b[0-9a-f]{24}\b/g) ?? []) named.add(one);
        }
      }
      // The district is a guaranteed field of everything, even when the district itself is gone.
      if (collection === 'districts') named.delete(id);
      expect([...named].filter((one) => !visible.has(one))).to.deep.equal([]);
      const events = await records('events?limit=10000');
      expect(events.at(-1)).to.deep.include({ type: `${collection.replace('_', '')}.deleted` });
      expect(events.at(-1).data.object.id).to.equal(id);
    });
  }

  it('a deleted student is gone from the lists of its sections, contacts and teachers', async () => {
    const [section] = await records('sections');
    const [student] = section.students;
    await bench.sandbox.setState('the record {id} is unshared', { id: student });
    const ids = async (path: string) => (await records(path)).map((one: { id: string }) => one.id);
    expect(await ids(`sections/${section.id}/students`)).to.deep.equal(section.students.slice(1));
    expect(await ids(`teachers/${section.teacher}/students`)).to.not.include(student);
    expect(await ids(`schools/${section.school}/students`)).to.not.include(student);
    expect((await bench.ask(`/v2.0/sections/${section.id}`)).json.data.students).to.not.include(student);
  });

  for (const collection of collections) {
    it(`a record created in ${collection} comes last, with the greatest id, and fits its schema`, async () => {
      const before = await bench.idsOf(`/v2.0/${collection}?limit=10000`);
      const first = await bench.sandbox.setState('a record is created in {collection}', { collection });
      const second = await bench.sandbox.setState('a record is created in {collection}', { collection });
      const list = (await bench.ask(`/v2.0/${collection}?limit=10000`)).json;
      const ids = list.data.map((one: { data: { id: string } }) => one.data.id);
      expect(ids).to.deep.equal([...before, first.id, second.id]);
      expect([...ids].sort()).to.deep.equal(ids);
      const operation = `get${collection.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`;
      expect(validateResponse(operation, 200, list)).to.deep.equal([]);
    });
  }

  it('records can be created where a district has none', async () => {
    await bench.sandbox.setState('a district with {students} students', { students: 0 });
    for (const collection of collections) {
      await bench.sandbox.setState('a record is created in {collection}', { collection });
    }
    expect(await records('students')).to.have.length(1);
  });

  it('a district of another size has the same id, and the first one is preserved', async () => {
    const before = await snapshot();
    const { district_id } = await bench.sandbox.setState('a district with {students} students', {
      students: 5,
    });
    expect((await records('districts'))[0].id).to.equal(district_id);
    expect(await records('students')).to.have.length(5);
    await bench.sandbox.setState('everything is as seeded');
    expect(await snapshot()).to.deep.equal(before);
  });

  for (const status of [410, 404]) {
    it(`an ended collection gets ${status} in v2.0, is linked from nowhere, and is served by v3.1`, async () => {
      const [contact] = await records('contacts');
      const state = 'the collection {collection} has ended';
      await bench.sandbox.setState(state, { collection: 'contacts', ...(status === 410 ? {} : { status }) });
      const [student] = contact.students;
      for (const path of ['contacts', `contacts/${contact.id}`, `students/${student}/contacts`])
        expect((await bench.ask(`/v2.0/${path}`)).status, path).to.equal(status);
      const { links } = (await bench.ask(`/v2.0/students/${student}`)).json;
      expect(links.map((one: { rel: string }) => one.rel)).to.not.include('contacts');
      const users = (await bench.ask(`/v3.1/users/${student}/mycontacts`)).json;
      expect(users.data[0].data.roles.contact.legacy_id).to.equal(contact.id);
    });
  }

  it('scripted responses are sent in order, on API paths only, and counted', async () => {
    await bench.sandbox.setState('the next answers are {script}', {
      script: [
        { status: 503, times: 2 },
        {
          status: 200,
          body: '<html>',
          headers: { 'content-type': 'text/html', 'x-rateLIMIT-reset': 'soon' },
        },
      ],
    });
    expect((await bench.ask('/_states')).json.faults).to.deep.equal({ consumed: 0, pending: 3 });
    const answers = [];
    for (const path of ['/v2.0/terms', '/v3.1/x', '/v2.0/nope', '/v2.0/terms'])
      answers.push(await bench.ask(path));
    expect(answers.map((one) => one.status)).to.deep.equal([503, 503, 200, 200]);
    expect(answers[0]?.headers.get('x-ratelimit-remaining')).to.equal('1199');
    expect(answers[2]?.body).to.equal('<html>');
    expect(answers[2]?.headers.get('content-type')).to.equal('text/html');
    expect(answers[2]?.headers.get('x-ratelimit-reset')).to.equal('soon');
    expect(answers[3]?.json.data).to.have.length(5);
    expect((await bench.ask('/_states')).json.faults).to.deep.equal({ consumed: 3, pending: 0 });
  });

  it('other methods on /_states return 405 and an Allow header', async () => {
    const answer = await bench.ask('/_states', { method: 'PUT' });
    expect(answer.status).to.equal(405);
    expect(answer.headers.get('allow')).to.equal('GET, POST');
  });
});
