import { expect } from 'chai';
import { idOf, json, listOf, scriptWire } from './http/wire-testing.ts';
import { createCleverClient, resolveLink } from './index.ts';

const userOf = (n: number) => ({
  data: { id: idOf(n), name: { last: `No. ${n}` }, roles: { student: { grade: String(n) } } },
});

describe('a client of a later version', () => {
  it('reads users with their roles, typed, below its own prefix', async () => {
    const next = `/v3.1/users?role=student&starting_after=${idOf(1)}`;
    const wire = scriptWire((_, number) =>
      json(
        number === 0
          ? { data: [userOf(1)], links: [{ rel: 'next', uri: next }] }
          : { data: [userOf(2)], links: [] },
      ),
    );
    const clever = createCleverClient({ ...wire.options, api: 'data-v3.1' });
    const grades: (string | undefined)[] = [];
    for await (const user of clever.records('/users', { query: { role: 'student' } }))
      grades.push(user.roles.student?.grade ?? undefined);
    expect(grades).to.deep.equal(['1', '2']);
    expect(wire.asked.map(({ path }) => path)).to.deep.equal(['/v3.1/users?role=student', next]);
  });

  it('reads single records below its own prefix', async () => {
    const wire = scriptWire(() => json({ ...userOf(1), links: [] }));
    const { data } = createCleverClient({ ...wire.options, api: 'data-v3.0' });
    const user = await data.GET('/users/{id}', { params: { path: { id: idOf(1) } } });
    expect(user.data?.data?.roles.student?.grade).to.equal('1');
    expect(wire.asked[0]?.path).to.equal(`/v3.0/users/${idOf(1)}`);
  });

  for (const [asked, linked] of [
    ['myStudents', 'mystudents'],
    ['mystudents', 'myStudents'],
  ])
    it(`reads ${asked} and follows a link to ${linked}`, async () => {
      const list = `/v3.1/users/${idOf(9)}`;
      const wire = scriptWire((_, number) =>
        number === 0 ? listOf([idOf(1)], `${list}/${linked}?starting_after=${idOf(1)}`) : listOf([idOf(2)]),
      );
      const clever = createCleverClient({ ...wire.options, api: 'data-v3.1' });
      const all = await clever.collect(`/users/${idOf(9)}/${asked}`);
      expect([all.complete, all.records.length]).to.deep.equal([true, 2]);
    });

  it('takes other spellings for other lists', () => {
    const to = (uri: string, collectionPath: string) =>
      resolveLink(uri, { origin: 'https://api.clever.com', collectionPath }).ok;
    expect(to('/v3.1/users/1/myStudents', '/v3.1/users/1/mystudents')).to.equal(true);
    expect(to('/v3.1/users/1/myStudents', '/v3.1/users/1/myteachers')).to.equal(false);
    expect(to('/v3.1/Users/1/mystudents', '/v3.1/users/1/mystudents')).to.equal(false);
  });

  it('takes a list of no resources for an empty list, and nothing else that has no data', async () => {
    const read = (body: unknown) => {
      const { options } = scriptWire(() => json(body));
      return createCleverClient({ ...options, api: 'data-v3.1' }).collect('/resources');
    };
    expect(await read({ resources: [] })).to.deep.equal({ complete: true, records: [] });
    for (const body of [{ resources: [{ id: 'a' }] }, { resources: null }, { users: [] }, {}])
      expect((await read(body)).complete).to.equal(false);
  });

  it('has to be one that there is', () => {
    const { options } = scriptWire(() => 'lost');
    expect(() => createCleverClient({ ...options, api: 'data-v9' as 'data-v3.1' })).to.throw(
      'There is no version "data-v9" of the Data API.',
    );
  });
});
