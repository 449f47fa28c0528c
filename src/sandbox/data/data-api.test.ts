import { expect } from 'chai';
import { model } from '../../../generated/model.ts';
import { validateResponse } from '../../../generated/validators.js';
import { type Bench, createBench } from '../testing.ts';
import { collections, nested } from './schema.ts';

describe('the Data API of the sandbox', () => {
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 130 });
  });
  after(() => bench.sandbox.close());
  beforeEach(() => bench.clock.advance(60_000));

  const operations = model.operations.filter((one) => one.document === 'data-v2.0');

  it('serves exactly the documented paths', () => {
    const served = collections.flatMap((one) => [
      `/${one}`,
      `/${one}/{id}`,
      ...nested[one].map(({ rel }) => `/${one}/{id}/${rel}`),
    ]);
    expect(served.sort()).to.deep.equal(operations.map((one) => one.path).sort());
    expect(served).to.have.length(53);
  });

  for (const operation of operations) {
    it(`${operation.id} returns what its description promises`, async () => {
      const collection = operation.path.split('/')[1] ?? '';
      const [id = ''] = operation.path.includes('{id}')
        ? await bench.idsOf(`/v2.0/${collection}?limit=1000`)
        : [];
      const answer = await bench.ask(`/v2.0${operation.path.replace('{id}', id)}`);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.equal('application/json; charset=utf-8');
      expect(validateResponse(operation.id, 200, answer.json)).to.deep.equal([]);
      if (operation.answers === 'list') expect(answer.json.data).to.not.have.length(0);
      const links: { rel: string; uri: string }[] = answer.json.links;
      expect(links[0]?.rel).to.equal('self');
      for (const { uri } of links) {
        bench.clock.advance(1000);
        expect((await bench.ask(uri)).status, uri).to.be.oneOf([200]);
      }
    });
  }

  for (const collection of collections) {
    it(`every record of ${collection} fits its schema and is the same in its list and by id`, async () => {
      const list = (await bench.ask(`/v2.0/${collection}?limit=10000`)).json;
      const id = operations.find((one) => one.path === `/${collection}`)?.id ?? '';
      expect(validateResponse(id, 200, list)).to.deep.equal([]);
      expect(JSON.stringify(list)).to.not.contain('null');
      for (const [at, entry] of list.data.entries()) {
        if (at % 17 > 0) continue;
        expect(entry.uri).to.equal(`/v2.0/${collection}/${entry.data.id}`);
        expect((await bench.ask(entry.uri)).json.data).to.deep.equal(entry.data);
      }
    });
  }

  it('relations are consistent in both directions', async () => {
    const all = async (path: string) =>
      (await bench.ask(`/v2.0${path}?limit=10000`)).json.data.map(
        // biome-ignore lint/suspicious/noExplicitAny: records of any collection
        (one: any) => one.data,
      );
    const students: { id: string; schools: string[]; school: string }[] = await all('/students');
    const sections: { id: string; students: string[]; teachers: string[]; teacher?: string }[] =
      await all('/sections');
    const ids = (list: { id: string }[]) => list.map((one) => one.id);
    for (const student of students.filter((_, at) => at % 30 === 0)) {
      const mine = sections.filter((one) => one.students.includes(student.id));
      expect(ids(await all(`/students/${student.id}/sections`))).to.deep.equal(ids(mine));
      const teachers = [...new Set(mine.flatMap((one) => one.teachers))].sort();
      expect(ids(await all(`/students/${student.id}/teachers`))).to.deep.equal(teachers);
      expect(ids(await all(`/students/${student.id}/schools`))).to.deep.equal(student.schools);
      expect(student.schools).to.include(student.school);
    }
    for (const section of sections.filter((_, at) => at % 9 === 0)) {
      expect(ids(await all(`/sections/${section.id}/students`))).to.deep.equal(section.students);
      expect(ids(await all(`/sections/${section.id}/teachers`))).to.deep.equal(section.teachers);
    }
    const [teacher] = sections[0]?.teachers ?? [];
    const taught = sections.filter((one) => one.teachers.includes(teacher ?? ''));
    const expected = [...new Set(taught.flatMap((one) => one.students))].sort();
    expect(ids(await all(`/teachers/${teacher}/students`))).to.deep.equal(expected);
  });

  it('a second-level record links to itself under its own path', async () => {
    const [student] = await bench.idsOf('/v2.0/students?limit=1000');
    const answer = (await bench.ask(`/v2.0/students/${student}/school`)).json;
    expect(answer.links[0]).to.deep.equal({ rel: 'self', uri: `/v2.0/schools/${answer.data.id}` });
  });

  it('at least 250 events of all 30 types are listed oldest first, with previous attributes inside data', async () => {
    const { data } = (await bench.ask('/v2.0/events?limit=1000')).json;
    expect(data).to.have.length.above(249);
    const times = data.map((one: { data: { created: string } }) => one.data.created);
    expect(times).to.deep.equal([...times].sort());
    expect(new Set(data.map((one: { data: { type: string } }) => one.data.type))).to.have.property(
      'size',
      30,
    );
    for (const { data: event } of data) {
      const isUpdate = event.type.endsWith('.updated');
      expect(Object.keys(event.data)).to.deep.equal(
        isUpdate ? ['object', 'previous_attributes'] : ['object'],
      );
    }
  });

  it('event filters narrow the list and are repeated in its links', async () => {
    const { data, links } = (
      await bench.ask('/v2.0/events?record_type=teachers&record_type=schooladmins&limit=5')
    ).json;
    for (const one of data) expect(one.data.type).to.match(/^(teachers|schooladmins)\./);
    expect(links[1].uri).to.match(
      /^\/v2\.0\/events\?record_type=teachers&record_type=schooladmins&limit=5&starting_after=/,
    );
    const [school] = await bench.idsOf('/v2.0/schools');
    const all = await bench.idsOf('/v2.0/events?limit=1000');
    const narrowed = (await bench.ask(`/v2.0/events?school=${school}&record_type=students&limit=1000`)).json
      .data;
    expect(narrowed).to.have.length.within(1, all.length - 1);
    for (const one of narrowed) expect(one.data.data.object.schools).to.include(school);
    expect(await bench.idsOf('/v2.0/events?record_type=nothing')).to.deep.equal([]);
  });

  for (const [path, status, body] of [
    ['/v2.0/students?limit=0', 400, /limit/],
    ['/v2.0/students?limit=-1', 400, /limit/],
    ['/v2.0/students?limit=', 400, /limit/],
    ['/v2.0/students?limit=1e3', 400, /limit/],
    ['/v2.0/students?limit=%ZZ', 400, /percent/],
    ['/v2.0/students?starting_after=x', 400, /starting_after/],
    ['/v2.0/students?ending_before=first', 400, /ending_before/],
    ['/v2.0/students?ending_before=last&starting_after=last', 400, /combined/],
    ['/v2.0/students?limit=10001', 413, /10000/],
    ['/v2.0/students?limit=99999999999999999999999', 413, /10000/],
    ['/v2.0/students/000000000000000000000000', 404, /^Resource not found$/],
    ['/v2.0/students/nonsense/sections', 404, /^Resource not found$/],
  ] as const) {
    it(`GET ${path} returns ${status} with {error}`, async () => {
      const answer = await bench.ask(path);
      expect(answer.status).to.equal(status);
      expect(Object.keys(answer.json)).to.deep.equal(['error']);
      expect(answer.json.error).to.match(body);
      expect(answer.headers.get('x-ratelimit-remaining')).to.equal('1199');
    });
  }

  it('an unknown path returns HTML with the path escaped', async () => {
    const answer = await bench.ask("/v2.0/x'y&z");
    expect(answer.status).to.equal(404);
    expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(answer.body).to.contain('<pre>Cannot GET /v2.0/x&#39;y&#38;z</pre>');
    expect(answer.headers.get('x-ratelimit-limit')).to.equal('1200');
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    it(`${method} on a known path returns 501 with {error}`, async () => {
      const answer = await bench.ask('/v2.0/students', { method });
      expect(answer.status).to.equal(501);
      expect(answer.json.error).to.equal(`${method} /v2.0/students is not implemented`);
    });
  }

  it('HEAD responds like GET, without a body', async () => {
    const answer = await bench.ask('/v2.0/students', { method: 'HEAD' });
    expect(answer.status).to.equal(200);
    expect(answer.body).to.equal('');
    expect(answer.headers.get('x-ratelimit-bucket')).to.equal('bearer');
  });
});
