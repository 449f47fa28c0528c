import { expect } from 'chai';
import { validateResponse } from '../../../generated/validators.js';
import { collections, resources } from '../data/schema.ts';
import { type Bench, createBench } from '../testing.ts';
import { createTokens } from './tokens.ts';

describe('tokens of the sandbox', () => {
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 130 });
  });
  after(() => bench.sandbox.close());
  beforeEach(() => bench.sandbox.setState('everything is as seeded'));

  const list = async (path: string, token: string) =>
    (await bench.ask(`/v2.0/${path}?limit=10000`, { token })).json;
  const tokenFor = async (params: Record<string, unknown>) =>
    String((await bench.sandbox.setState('a token with {scopes}', params)).token);
  const allScopes = collections.map((one) => `read:${one}`);

  it('no token and an unknown token return 401 with the recorded body, without echoing the token', async () => {
    for (const token of [null, 'f00-unknown-token']) {
      for (const path of ['/v2.0/students', '/v2.0/students/x/schools', '/v2.0/nowhere']) {
        const answer = await bench.ask(path, { token });
        expect(answer.status).to.equal(401);
        expect(answer.json).to.deep.equal({ code: 101, error: 'Unrecognized token string', data: {} });
        expect(answer.headers.get('www-authenticate')).to.equal('Bearer');
        expect(answer.body + JSON.stringify([...answer.headers])).to.not.contain('f00');
      }
    }
  });

  it('only the bearer scheme is accepted, in any case', () => {
    const tokens = createTokens();
    for (const header of ['Bearer TEST_TOKEN', 'bearer TEST_TOKEN', 'BEARER  TEST_TOKEN ']) {
      expect(tokens.callerOf(header).kind, header).to.equal('token');
    }
    for (const header of ['Basic TEST_TOKEN', 'TEST_TOKEN', '', 'Bearer ', 'Bearer a b', undefined, null]) {
      expect(tokens.callerOf(header).kind, String(header)).to.equal('absent');
    }
    expect(tokens.callerOf('Bearer __proto__').kind).to.equal('unknown');
  });

  it('the documented TEST_TOKEN and the second token read everything of the same district', async () => {
    for (const token of ['TEST_TOKEN', bench.sandbox.secondToken]) {
      for (const collection of collections) {
        expect(await list(collection, token)).to.deep.equal(await list(collection, bench.sandbox.token));
      }
    }
  });

  it('a token serves only the resources of its scopes, on every path and link', async () => {
    const token = await tokenFor({ scopes: ['read:students', 'read:schools', 'read:events'] });
    const { data } = await list('students', token);
    const id = data[0].data.id;
    const single = await bench.ask(`/v2.0/students/${id}`, { token });
    expect(single.json.links.map((one: { rel: string }) => one.rel)).to.deep.equal([
      'self',
      'school',
      'schools',
    ]);
    const sections = await bench.idsOf('/v2.0/sections?limit=1000');
    for (const path of [
      'sections',
      `sections/${sections[0]}`,
      `students/${id}/sections`,
      `sections/${sections[0]}/students`,
    ]) {
      const answer = await bench.ask(`/v2.0/${path}`, { token });
      expect(answer.status, path).to.equal(404);
      expect(answer.json).to.deep.equal({ error: "Resource not in token's scopes" });
    }
    const events = await list('events', token);
    for (const one of events.data) expect(one.data.type).to.match(/^(students|schools)\./);
    const all = await bench.idsOf('/v2.0/events?limit=1000');
    expect(events.data).to.have.length.within(1, all.length - 1);
    const closed = all.find(
      (one) => !events.data.some((entry: { data: { id: string } }) => entry.data.id === one),
    );
    expect((await bench.ask(`/v2.0/events/${closed}`, { token })).status).to.equal(404);
  });

  it('tokens of two districts share no record, in lists or by id', async () => {
    const { token, district_id, student_id } = await bench.sandbox.setState('a token of another district');
    expect((await list('districts', String(token))).data[0].data.id).to.equal(district_id);
    expect((await bench.ask(`/v2.0/students/${student_id}`)).status).to.equal(404);
    expect((await bench.ask(`/v2.0/students/${student_id}`, { token: String(token) })).status).to.equal(200);
    for (const collection of collections) {
      const mine = await bench.idsOf(`/v2.0/${collection}?limit=1000`);
      const theirs = await bench.idsOf(`/v2.0/${collection}?limit=1000`, String(token));
      expect(theirs).to.not.have.length(0);
      expect(mine.filter((id) => theirs.includes(id))).to.deep.equal([]);
      expect((await bench.ask(`/v2.0/${collection}/${theirs[0]}`)).status).to.equal(404);
    }
    const lms = await bench.ask(`/v3.1/sections/${district_id}/assignments/x`, { token: String(token) });
    expect(lms.status).to.equal(403);
  });

  it('a token for one school sees that school and what belongs to it, and no other ids', async () => {
    const [shared, hidden] = await bench.idsOf('/v2.0/schools');
    const token = await tokenFor({ scopes: allScopes, schools: [shared] });
    const visible = new Set<string>();
    for (const collection of collections) {
      const answer = await list(collection, token);
      for (const one of answer.data) visible.add(one.data.id);
      const operation = `get${collection.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`;
      expect(validateResponse(operation, 200, answer), operation).to.deep.equal([]);
      expect(JSON.stringify(answer), collection).to.not.contain(hidden);
      if (collection !== 'districts' && collection !== 'district_admins') {
        const all = await bench.idsOf(`/v2.0/${collection}?limit=1000`);
        expect(answer.data, collection).to.have.length.within(1, all.length - 1);
        const beyond = all.find((id) => !visible.has(id));
        expect((await bench.ask(`/v2.0/${collection}/${beyond}`, { token })).status).to.equal(404);
      }
    }
    for (const collection of resources) {
      for (const { data } of (await list(collection, token)).data) {
        for (const id of JSON.stringify(data).match(/\b[0-9a-f]{24}\b/g) ?? [])
          expect(visible, collection).to.include(id);
      }
    }
  });

  it('a restricted token pages like any other', async () => {
    const [shared] = await bench.idsOf('/v2.0/schools');
    const token = await tokenFor({ scopes: allScopes, schools: [shared] });
    const whole = (await list('students', token)).data.map((one: { data: { id: string } }) => one.data.id);
    expect(await bench.idsOf('/v2.0/students?limit=7', token)).to.deep.equal(whole);
    const back = (await bench.ask('/v2.0/students?limit=5&ending_before=last', { token })).json;
    expect(back.data.map((one: { data: { id: string } }) => one.data.id)).to.deep.equal(whole.slice(-5));
  });

  it('writing requires the LMS Connect agreement', async () => {
    const values = await bench.sandbox.setState('an assignment exists');
    const path = `/v3.1/sections/${values.section_id}/assignments/${values.assignment_id}`;
    expect((await bench.ask(path)).status).to.equal(200);
    expect((await bench.ask(path, { token: await tokenFor({ scopes: allScopes }) })).status).to.equal(403);
    expect(
      (await bench.ask(path, { token: await tokenFor({ scopes: [], agreement: true }) })).status,
    ).to.equal(200);
    expect((await bench.ask(path.replace('/v3.1', '/v2.0'))).status).to.equal(404);
  });

  it('issued tokens are revoked when everything is as seeded', async () => {
    const token = await tokenFor({ scopes: allScopes });
    await bench.sandbox.setState('everything is as seeded');
    expect((await bench.ask('/v2.0/terms', { token })).status).to.equal(401);
  });
});
