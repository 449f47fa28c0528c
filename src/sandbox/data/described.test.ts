import { expect } from 'chai';
import { olderProfiles, profiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Bench, createBench } from '../testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of any collection
type Json = any;

const [first] = profiles;
const [older] = olderProfiles;

describe(`the sandbox as ${older.name}`, () => {
  const api = apiFor(older);
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 60 });
  });
  after(() => bench.sandbox.close());
  beforeEach(() => bench.sandbox.setState('everything is as seeded'));

  const all = async (path: string, token?: string): Promise<Json[]> =>
    (await bench.ask(`${path}?limit=10000`, token === undefined ? {} : { token })).json.data.map(
      (one: Json) => one.data,
    );
  const addedTo = (record: Json, stored: Json) => Object.keys(record).filter((one) => !(one in stored));

  for (const operation of api.operations)
    it(`${operation.id} returns what its description promises`, async () => {
      const collection = operation.path.split('/')[1] ?? '';
      const [id = ''] = operation.path.includes('{id}')
        ? await bench.idsOf(`${older.prefix}/${collection}`)
        : [];
      const answer = await bench.ask(older.prefix + operation.path.replace('{id}', id));
      expect(answer.status).to.equal(200);
      expect(api.validators.validateResponse(operation.id, 200, answer.json)).to.deep.equal([]);
      for (const { uri } of answer.json.links) expect((await bench.ask(uri)).status, uri).to.equal(200);
    });

  it('has the records of the first version, with the fields that it added', async () => {
    const added = new Set<string>();
    for (const { name, type } of api.collections) {
      const stored = await all(`${first.prefix}/${name}`);
      const records = await all(`${older.prefix}/${name}`);
      expect(records.map(({ id }) => id)).to.deep.equal(stored.map(({ id }) => id));
      records.forEach((record, at) => {
        for (const field of addedTo(record, stored[at])) added.add(`${type}.${field}`);
        if (name !== 'events') expect({ ...record, ...stored[at] }).to.deep.equal(record);
      });
    }
    expect([...added].sort()).to.deep.equal([
      'District.district_contact',
      'District.login_methods',
      'District.pause_end',
      'District.pause_start',
      'District.portal_url',
      'School.ext',
      'SchoolAdmin.department',
      'SchoolAdmin.ext',
      'Section.ext',
      'Student.enrollments',
      'Student.ext',
      'Student.home_language',
      'Student.iep_status',
      'Student.unweighted_gpa',
      'Student.weighted_gpa',
      'Teacher.ext',
    ]);
  });

  it('says of a student what every later version says', async () => {
    const [, user] = (await bench.ask('/v3.1/users?role=student')).json.data;
    const { data } = (await bench.ask(`${older.prefix}/students/${user.data.id}`)).json;
    for (const field of ['enrollments', 'ext', 'home_language', 'iep_status', 'weighted_gpa'])
      expect(data[field], field).to.deep.equal(user.data.roles.student[field]);
  });

  it('reports in an event the record as its list has it', async () => {
    const { id } = await bench.sandbox.setState('a record is created in {collection}', {
      collection: 'students',
    });
    const { data: record } = (await bench.ask(`${older.prefix}/students/${id}`)).json;
    expect(record).to.have.property('enrollments');
    const [event] = (await all(`${older.prefix}/events`)).filter((one) => one.data.object.id === id);
    expect(event.data.object).to.deep.equal(record);
  });

  it('counts a list, whatever else is asked for, as far as the token sees it', async () => {
    const counted = async (query: string, token?: string) =>
      (await bench.ask(`${older.prefix}/students?${query}`, token === undefined ? {} : { token })).json;
    expect(await counted('count=true&limit=5')).to.deep.equal({
      count: 60,
      links: [{ rel: 'self', uri: `${older.prefix}/students?count=true&limit=5` }],
    });
    for (const query of ['count=false', 'count=', 'count=1'])
      expect((await counted(query)).data, query).to.have.length(60);
    const [school = ''] = await bench.idsOf(`${older.prefix}/schools`);
    const { token } = await bench.sandbox.setState('a token with {scopes}', {
      scopes: ['read:students', 'read:schools'],
      agreement: false,
      schools: [school],
    });
    const seen = await all(`${older.prefix}/students`, String(token));
    expect(seen).to.not.have.length(60);
    expect((await counted('count=true', String(token))).count).to.equal(seen.length);
    for (const one of seen) for (const stay of one.enrollments) expect(stay.school).to.equal(school);
    expect((await bench.ask(`${first.prefix}/students?count=true`)).json).to.not.have.property('count');
  });
});
