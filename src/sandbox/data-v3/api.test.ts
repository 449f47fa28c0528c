import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Bench, createBench } from '../testing.ts';
import { collections, nested } from './paths.ts';
import { describedIn } from './translate.ts';

for (const profile of laterProfiles) {
  const { prefix } = profile;
  const api = apiFor(profile);
  const paged = api.operations.filter((one) => one.enveloped && one.path !== '/me');

  describe(`the sandbox as ${profile.name}`, () => {
    let bench: Bench;
    before(() => {
      bench = createBench({ students: 130 });
    });
    after(() => bench.sandbox.close());
    beforeEach(() => bench.clock.advance(60_000));

    it('serves exactly the documented paths of records', () => {
      const served = collections.flatMap((one) => [
        `/${one}`,
        `/${one}/{id}`,
        ...nested[one].map(({ rel }) => `/${one}/{id}/${rel}`),
      ]);
      expect(served.sort()).to.deep.equal(paged.map((one) => one.path).sort());
      expect(served).to.have.length(44);
    });

    for (const operation of paged) {
      it(`${operation.id} returns what its description promises`, async () => {
        const collection = operation.path.split('/')[1] ?? '';
        const role = operation.path.endsWith('mystudents') ? 'role=teacher&' : '';
        const [id = ''] = operation.path.includes('{id}')
          ? await bench.idsOf(`${prefix}/${collection}?${role}limit=1000`)
          : [];
        const path = `${prefix}${operation.path.replace('{id}', id)}`;
        const answer = await bench.ask(path);
        expect(answer.status).to.equal(200);
        expect(api.validators.validateResponse(operation.id, 200, answer.json)).to.deep.equal([]);
        const links: { rel: string; uri: string }[] = answer.json.links;
        expect(links[0]?.rel).to.equal('self');
        if (operation.answers === 'list') {
          expect(answer.json.data).to.not.have.length(0);
          const type = api.collectionOf(operation.record).slice(1);
          for (const { data, uri } of answer.json.data) expect(uri).to.equal(`${prefix}/${type}/${data.id}`);
          expect(links[0]?.uri).to.equal(operation.path === '/events' ? `${path}?` : path);
        }
        for (const { uri } of links) {
          bench.clock.advance(1000);
          expect((await bench.ask(uri)).status, uri).to.equal(200);
        }
      });
    }

    for (const [seed, students] of [
      [1, 130],
      [2, 0],
      [3, 41],
      [4, 1203],
    ] as const) {
      it(`every record of ${students} students with seed ${seed} fits, ascends, is complete, and is the same by id`, async () => {
        const other = createBench({ seed, students });
        for (const { name, type } of api.collections) {
          const list = (await other.ask(`${prefix}/${name}?limit=10000`)).json;
          const id = api.readerOf(`/${name}`)?.id ?? '';
          expect(api.validators.validateResponse(id, 200, list), name).to.deep.equal([]);
          expect(JSON.stringify(list), name).to.not.match(/:null|undefined/);
          const ids: string[] = list.data.map((one: { data: { id: string } }) => one.data.id);
          expect(ids, name).to.deep.equal([...new Set(ids)].sort());
          expect(await other.idsOf(`${prefix}/${name}?limit=97`), name).to.deep.equal(ids);
          for (const [at, entry] of list.data.entries()) {
            if (name !== 'events')
              expect(describedIn(api.schemas, type, entry.data)).to.deep.equal(entry.data);
            if (at % 29 > 0) continue;
            other.clock.advance(1000);
            expect((await other.ask(entry.uri)).json.data).to.deep.equal(entry.data);
          }
        }
        other.sandbox.close();
      });
    }

    it('pages lead to each other in both directions', async () => {
      const page = (await bench.ask(`${prefix}/users?limit=50`)).json;
      const next = (await bench.ask(page.links[1].uri)).json;
      const rels = next.links.map((one: { rel: string }) => one.rel);
      expect(rels).to.deep.equal(['self', 'prev', 'next']);
      expect((await bench.ask(next.links[1].uri)).json.data).to.deep.equal(page.data);
      const last = (await bench.ask(`${prefix}/events?ending_before=last&limit=1`)).json.data;
      expect(last[0].data.id).to.equal((await bench.idsOf(`${prefix}/events?limit=1000`)).at(-1));
    });

    for (const [path, status, body] of [
      ['/users?limit=0', 400, /limit/],
      ['/users?starting_after=x', 400, /starting_after/],
      ['/users?limit=10001', 413, /10000/],
      ['/users/000000000000000000000000', 404, /^Resource not found$/],
      ['/users/nonsense/sections', 404, /^Resource not found$/],
      ['/resources/nonsense', 404, /^Resource not found$/],
      ['/me', 404, /^Resource not found$/],
    ] as const) {
      it(`GET ${path} returns ${status} with {error}`, async () => {
        const answer = await bench.ask(prefix + path);
        expect(answer.status).to.equal(status);
        expect(answer.json.error).to.match(body);
        expect(answer.headers.get('x-ratelimit-remaining')).to.equal('1199');
      });
    }

    it('refuses unknown tokens and other methods as v2.0 does', async () => {
      for (const options of [{ token: null }, { token: 'x' }, { method: 'POST' }]) {
        const [here, there] = [
          await bench.ask(`${prefix}/users`, options),
          await bench.ask('/v2.0/students', options),
        ];
        expect(here.status).to.equal(there.status);
        expect(here.body.replace(`${prefix}/users`, '/v2.0/students')).to.equal(there.body);
      }
    });

    it('events tell of all 21 types, and filters narrow them', async () => {
      const types = async (query: string) =>
        new Set(
          (await bench.ask(`${prefix}/events?limit=1000${query}`)).json.data.map(
            (one: { data: { type: string } }) => one.data.type,
          ),
        );
      expect(await types('')).to.have.property('size', 21);
      expect([...(await types('&record_type=users&record_type=resources'))].sort()).to.deep.equal(
        ['resources', 'users'].flatMap((one) => [`${one}.created`, `${one}.deleted`, `${one}.updated`]),
      );
      type Of = { type: string; data: { object: { roles: Record<string, { schools?: string[] }> } } };
      const users: { data: Of }[] = (
        await bench.ask(`${prefix}/events?limit=1000&record_type=users`)
      ).json.data.filter((one: { data: Of }) => one.data.data.object.roles.contact === undefined);
      for (const school of await bench.idsOf(`${prefix}/schools`)) {
        const query = `record_type=users&school=${school}&limit=1000`;
        const { data } = (await bench.ask(`${prefix}/events?${query}`)).json;
        // Contacts are at the schools of their students.
        const found = data.filter((one: { data: Of }) => one.data.data.object.roles.contact === undefined);
        const isAt = ({ data: { data: of } }: { data: Of }) =>
          Object.values(of.object.roles).some((role) => role.schools?.includes(school));
        expect(found).to.not.have.length(0);
        expect(found).to.deep.equal(users.filter(isAt));
      }
    });
  });
}

describe('what v3.1 shares with LMS Connect', () => {
  it('its prefix: the path says which one is meant', async () => {
    const bench = createBench({ students: 30 });
    const { section_id, assignment_id, user_id, grader_id } =
      await bench.sandbox.setState('an assignment exists');
    const section = await bench.ask(`/v3.1/sections/${section_id}`);
    expect(section.json.data.id).to.equal(section_id);
    const assignment = await bench.ask(`/v3.1/sections/${section_id}/assignments/${assignment_id}`);
    expect(assignment.json.data.id).to.equal(assignment_id);
    const users = (await bench.ask('/v3.1/users?role=teacher')).json.data;
    const grader = users.find(
      (one: { data: { roles: { teacher: { legacy_id: string } } } }) =>
        one.data.roles.teacher.legacy_id === grader_id,
    );
    for (const [id, status] of [
      [grader.data.id, 200],
      [grader_id, 200],
      [section_id, 400],
    ] as const) {
      const path = `/v3.1/sections/${section_id}/assignments/${assignment_id}/submissions/${user_id}`;
      expect((await bench.ask(path, { method: 'PATCH', body: { grader_id: id } })).status).to.equal(status);
    }
    const html = await bench.ask('/v3.0/nothing');
    expect(html.status).to.equal(404);
    expect(html.body).to.contain('<pre>Cannot GET /v3.0/nothing</pre>');
    bench.sandbox.close();
  });
});
