import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Bench, createBench } from '../testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of any collection
type Json = any;

describe('provider states in v3.x', () => {
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 130 });
  });
  after(() => bench.sandbox.close());
  beforeEach(() => bench.sandbox.setState('everything is as seeded'));

  const all = async (path: string): Promise<Json[]> =>
    (await bench.ask(`${path}${path.includes('?') ? '&' : '?'}limit=10000`)).json.data.map(
      (one: Json) => one.data,
    );
  const last = async (path: string): Promise<Json> => (await all(path)).at(-1);
  const fits = async () => {
    for (const profile of laterProfiles) {
      const api = apiFor(profile);
      for (const { name } of api.collections) {
        const list = (await bench.ask(`${profile.prefix}/${name}?limit=10000`)).json;
        const id = api.readerOf(`/${name}`)?.id ?? '';
        expect(api.validators.validateResponse(id, 200, list), name).to.deep.equal([]);
      }
    }
  };

  for (const role of ['student', 'teacher', 'staff', 'district_admin', 'contact']) {
    it(`a deleted ${role} is gone in every version, and events say so`, async () => {
      const user = await last(`/v3.1/users?role=${role}`);
      const legacyId = user.roles[role].legacy_id ?? user.id;
      const before = (await all('/v3.1/users')).length;
      await bench.sandbox.setState('the record {id} is deleted', { id: user.id });
      for (const path of [`/v3.1/users/${user.id}`, `/v3.0/users/${user.id}`])
        expect((await bench.ask(path)).status).to.equal(404);
      expect(await all('/v3.1/users')).to.have.length(before - 1);
      for (const name of ['students', 'teachers', 'school_admins', 'district_admins', 'contacts'])
        expect((await all(`/v2.0/${name}`)).map((one) => one.id)).to.not.include(legacyId);
      for (const section of await all('/v3.1/sections'))
        expect([...section.students, ...section.teachers]).to.not.include(user.id);
      const event = await last('/v3.1/events');
      expect(event.type).to.equal('users.deleted');
      expect(event.data.object.id).to.equal(user.id);
      await fits();
      await bench.sandbox.setState('everything is as seeded');
      expect((await bench.ask(`/v3.1/users/${user.id}`)).json.data).to.deep.equal(user);
    });
  }

  it('an employee who loses one of two accounts stays a user, who has changed', async () => {
    const user = (await all('/v3.1/users?role=teacher')).find((one) => one.roles.staff);
    await bench.sandbox.setState('the record {id} is deleted', { id: user.roles.staff.legacy_id });
    const { staff, ...roles } = user.roles;
    expect((await bench.ask(`/v3.1/users/${user.id}`)).json.data).to.deep.equal({ ...user, roles });
    const event = await last('/v3.1/events');
    expect(event.type).to.equal('users.updated');
    expect(event.data).to.deep.equal({
      object: { ...user, roles },
      previous_attributes: { roles: { staff } },
    });
    await fits();
  });

  it('an employee deleted as a user is gone with both accounts', async () => {
    const user = (await all('/v3.1/users?role=teacher')).find((one) => one.roles.staff);
    await bench.sandbox.setState('the record {id} is unshared', { id: user.id });
    expect((await bench.ask(`/v3.1/users/${user.id}`)).status).to.equal(404);
    for (const [name, role] of [
      ['teachers', 'teacher'],
      ['school_admins', 'staff'],
    ] as const)
      expect((await bench.ask(`/v2.0/${name}/${user.roles[role].legacy_id}`)).status).to.equal(404);
    expect((await last('/v3.1/events')).type).to.equal('users.deleted');
  });

  for (const [collection, path] of [
    ['users', 'users?role=student'],
    ['students', 'users?role=student'],
    ['teachers', 'users?role=teacher'],
    ['contacts', 'users?role=contact'],
    ['school_admins', 'users?role=staff'],
    ['district_admins', 'users?role=district_admin'],
    ['sections', 'sections'],
    ['schools', 'schools'],
    ['resources', 'resources'],
  ] as const) {
    it(`a record created in ${collection} comes last in /${path}, with the greatest id, and an event`, async () => {
      const before = (await all(`/v3.1/${path}`)).map((one) => one.id);
      const created = [];
      for (let n = 0; n < 2; n++)
        created.push(
          (await bench.sandbox.setState('a record is created in {collection}', { collection })).id,
        );
      const after = await all(`/v3.1/${path}`);
      const ids = after.map((one) => one.id);
      expect(ids).to.deep.equal([...before, ...ids.slice(-2)]);
      expect([...new Set(ids)].sort()).to.deep.equal(ids);
      const legacy = after
        .slice(-2)
        .map((one) => (Object.values(one.roles ?? {})[0] as Json)?.legacy_id ?? one.id);
      expect(legacy).to.deep.equal(created);
      const event = await last('/v3.1/events');
      expect(event.type).to.equal(`${path.split('?')[0]}.created`);
      expect(event.data.object).to.deep.equal(after.at(-1));
      await fits();
      await bench.sandbox.setState('everything is as seeded');
      expect((await all(`/v3.1/${path}`)).map((one) => one.id)).to.deep.equal(before);
    });
  }

  it('users who are created later are listed later, in any role', async () => {
    const roles = [];
    for (const collection of ['teachers', 'students', 'contacts', 'students'] as const) {
      await bench.sandbox.setState('a record is created in {collection}', { collection });
      roles.push(...Object.keys((await last('/v3.1/users')).roles));
    }
    expect(roles).to.deep.equal(['teacher', 'student', 'contact', 'student']);
  });

  it('ids of created records do not depend on the versions that were asked for', async () => {
    const created = async (path: string) => {
      const fresh = createBench({ students: 20 });
      await fresh.ask(path);
      const { id } = await fresh.sandbox.setState('a record is created in {collection}', {
        collection: 'teachers',
      });
      const { data } = (await fresh.ask('/v3.1/users?role=teacher&limit=1000')).json;
      fresh.sandbox.close();
      return [id, data.at(-1).data.id];
    };
    expect(await created('/v2.0/teachers')).to.deep.equal(await created('/v3.1/users'));
  });

  it('a deleted resource is gone, and comes back', async () => {
    const [resource] = await all('/v3.1/resources');
    const [course] = await all(`/v3.1/resources/${resource.id}/courses`);
    const before = (await all('/v3.1/events')).length;
    for (let n = 0; n < 2; n++)
      await bench.sandbox.setState('the record {id} is deleted', { id: resource.id });
    expect((await bench.ask(`/v3.1/resources/${resource.id}`)).status).to.equal(404);
    expect(await all('/v3.1/events')).to.have.length(before + 1);
    expect((await all(`/v3.1/courses/${course.id}/resources`)).map((one) => one.id)).to.not.include(
      resource.id,
    );
    const event = await last('/v3.1/events');
    expect([event.type, event.data.object]).to.deep.equal(['resources.deleted', resource]);
    expect((await all('/v2.0/events')).map((one) => one.id)).to.not.include(event.id);
    await bench.sandbox.setState('everything is as seeded');
    expect((await bench.ask(`/v3.1/resources/${resource.id}`)).status).to.equal(200);
  });

  it('a user token says whose it is, reads without links, and cannot page', async () => {
    const teacher = await last('/v3.1/users?role=teacher');
    const token = String(
      (await bench.sandbox.setState('a token of the user {id}', { id: teacher.id })).token,
    );
    const ask = (path: string) => bench.ask(path, { token });
    expect((await ask('/v3.1/me')).json).to.deep.equal({
      type: 'user',
      data: { authorized_by: 'district', district: teacher.district, id: teacher.id, type: 'teacher' },
      links: [
        { rel: 'self', uri: '/me' },
        { rel: 'canonical', uri: `/v3.1/users/${teacher.id}` },
        { rel: 'district', uri: `/v3.1/districts/${teacher.district}` },
      ],
    });
    expect((await ask(`/v3.1/users/${teacher.id}`)).json).to.deep.equal({ data: teacher });
    const sections = (await ask(`/v3.1/users/${teacher.id}/sections`)).json;
    expect(sections.data).to.not.have.length(0);
    expect(sections.links).to.have.length(1);
    expect((await ask(`/v3.1/users/${teacher.id}/sections?limit=1`)).status).to.equal(400);
    for (const path of ['/v3.1/users', '/v2.0/students']) expect((await ask(path)).status).to.equal(404);
    const content = await ask('/v3.1/resources');
    expect([content.status, content.headers.get('content-type')]).to.deep.equal([
      404,
      'text/html; charset=utf-8',
    ]);
    const unknown = await bench.ask('/_states', {
      method: 'POST',
      body: { state: 'a token of the user {id}', params: { id: 'x' } },
    });
    expect([unknown.status, unknown.json.error]).to.deep.equal([400, 'there is no user x']);
  });
});
