import { expect } from 'chai';
import { allProfiles } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import type { ClaimStep } from '../../../contracts/steps/index.ts';
import { openServerSide } from '../../../src/claims/server-side.ts';
import type { Exchange } from '../../../src/exchange.ts';
import './counts.spec.ts';
import './users.spec.ts';

const [, lms, , v31] = allProfiles;
const user = (n: number, ...roles: readonly string[]) => ({
  id: String(n).padStart(24, '0'),
  roles: Object.fromEntries(roles.map((role) => [role, { legacy_id: 'x' }])),
});
const listOf = (...users: readonly object[]) => ({ data: users.map((data) => ({ data })), links: [] });
const school = '5f0000000000000000000001';

function outcomeOf(
  id: ServerRequirementId,
  ...sent: readonly (readonly [path: string, step: ClaimStep, body: unknown])[]
) {
  const exchanges = sent.map(
    ([path, step, body], seq): Exchange => ({
      seq,
      step,
      request: { method: 'GET', origin: 'https://a.test', path: `/v3.1${path}`, headers: {}, sentAtMs: seq },
      response: { status: 200, headers: {}, body: JSON.stringify(body), receivedAtMs: seq },
    }),
  );
  const context = { subject: 'sandbox', profiles: [lms, v31] } as const;
  return openServerSide({ exchanges, context, notProvoked: {} }).assert(id).outcome.outcome;
}

describe('users by role', () => {
  const filter = (path: '/users' | '/schools/{id}/users', whole: unknown, filtered: unknown) => {
    const step = (role: 'whole' | 'filtered'): ClaimStep => ({ claim: 'data/role-filter', case: path, role });
    const own = path.replace('{id}', school);
    return outcomeOf(
      'data/role-filter',
      [own, step('whole'), whole],
      [`${own}?role=teacher`, step('filtered'), filtered],
      [own, step('whole'), whole],
    );
  };
  const [teacher, both, student] = [user(1, 'teacher'), user(2, 'staff', 'teacher'), user(3, 'student')];
  const whole = listOf(teacher, both, student);

  it('are all who have it, and no others', () => {
    expect(filter('/users', whole, listOf(teacher, both))).to.equal('passed');
    expect(filter('/users', whole, listOf(teacher, both, student))).to.equal('failed');
    expect(filter('/users', whole, listOf(teacher))).to.equal('failed');
  });

  it('are shown with all of their roles', () => {
    expect(filter('/users', whole, listOf(teacher, user(2, 'teacher')))).to.equal('failed');
    expect(filter('/users', listOf(teacher, user(2, 'teacher')), listOf(teacher, both))).to.equal('passed');
  });

  it('may lack one of two roles below a record', () => {
    expect(filter('/schools/{id}/users', whole, listOf(teacher))).to.equal('passed');
    expect(filter('/schools/{id}/users', whole, listOf(both))).to.equal('failed');
  });

  it('have both of them below a record that the role names, or that names them in this role', () => {
    const named = { ...both, roles: { staff: { schools: [] }, teacher: { schools: [school] } } };
    expect(filter('/schools/{id}/users', listOf(teacher, named), listOf(teacher))).to.equal('failed');
    const elsewhere = { ...both, roles: { staff: { schools: [school] }, teacher: { schools: [] } } };
    expect(filter('/schools/{id}/users', listOf(teacher, elsewhere), listOf(teacher))).to.equal('passed');
    const ofSection = (teachers: readonly string[]) =>
      outcomeOf(
        'data/role-filter',
        [
          '/sections',
          { claim: 'data/operation-answers', case: 'getSections' },
          listOf({ id: school, teachers }),
        ],
        ...(['whole', 'filtered', 'whole'] as const).map(
          (role) =>
            [
              `/sections/${school}/users${role === 'filtered' ? '?role=teacher' : ''}`,
              { claim: 'data/role-filter', case: '/sections/{id}/users', role },
              role === 'filtered' ? listOf(teacher) : listOf(teacher, both),
            ] as const,
        ),
      );
    expect(ofSection([teacher.id, both.id])).to.equal('failed');
    expect(ofSection([teacher.id])).to.equal('passed');
  });
});

describe('users of their own school', () => {
  const at = (n: number, own: string) => ({
    id: String(n).padStart(24, '0'),
    roles: { student: { school: own, schools: [school] } },
  });
  const primary = (whole: unknown, filtered: unknown) => {
    const step = (role: 'whole' | 'filtered'): ClaimStep => ({
      claim: 'data/primary-filter',
      case: '/schools/{id}/users',
      role,
    });
    const path = `/schools/${school}/users`;
    return outcomeOf(
      'data/primary-filter',
      [path, step('whole'), whole],
      [`${path}?primary=true`, step('filtered'), filtered],
      [path, step('whole'), whole],
    );
  };

  it('are all whose school it is, and no others; users without one prove nothing', () => {
    const [own, guest] = [at(1, school), at(2, '5f0000000000000000000009')];
    expect(primary(listOf(own, guest), listOf(own))).to.equal('passed');
    expect(primary(listOf(own, guest), listOf(own, guest))).to.equal('failed');
    expect(primary(listOf(own, guest), listOf())).to.equal('failed');
    expect(primary(listOf(user(3, 'staff')), listOf())).to.equal('inapplicable');
  });

  it('are the own school of a user, and no other of theirs', () => {
    const other = '5f0000000000000000000009';
    const id = '5f0000000000000000000005';
    const schoolsOf = (...listed: readonly string[]) => {
      const step = (role: 'whole' | 'filtered'): ClaimStep => ({
        claim: 'data/primary-filter',
        case: '/users/{id}/schools',
        role,
      });
      const path = `/users/${id}/schools`;
      const whole = listOf({ id: school }, { id: other });
      return outcomeOf(
        'data/primary-filter',
        [
          `/users/${id}`,
          { claim: 'data/operation-answers', case: 'getUser' },
          { data: { ...at(5, school), id } },
        ],
        [path, step('whole'), whole],
        [`${path}?primary=true`, step('filtered'), listOf(...listed.map((one) => ({ id: one })))],
        [path, step('whole'), whole],
      );
    };
    expect(schoolsOf(school)).to.equal('passed');
    expect(schoolsOf(school, other)).to.equal('failed');
    expect(schoolsOf()).to.equal('failed');
  });
});

describe('a count', () => {
  const count = (body: unknown) =>
    outcomeOf(
      'data/count',
      [
        '/users',
        { claim: 'data/count', case: '/users', role: 'whole' },
        listOf(user(1, 'student'), user(2, 'staff')),
      ],
      ['/users?count=true', { claim: 'data/count', case: '/users', role: 'count' }, body],
    );

  it('is not lower than the number of records; the list itself passes', () => {
    expect(count({ count: 2, links: [] })).to.equal('passed');
    expect(count({ count: 3, links: [] })).to.equal('passed');
    expect(count({ count: 1, links: [] })).to.equal('failed');
    expect(count({ count: 'two', links: [] })).to.equal('failed');
    expect(count(listOf(user(1, 'student'), user(2, 'staff')))).to.equal('passed');
  });

  it('is no list that lacks records, though it may go on', () => {
    expect(count({ ...listOf(), total: 2 })).to.equal('failed');
    expect(count(listOf(user(1, 'student')))).to.equal('failed');
    const links = [{ rel: 'next', uri: '/v3.1/users?count=true&starting_after=1' }];
    expect(count({ ...listOf(user(1, 'student')), links })).to.equal('passed');
    expect(count({ ...listOf(user(2, 'staff')), links })).to.equal('failed');
  });
});

describe('a count in captured traffic', () => {
  const two = listOf(user(1, 'student'), user(2, 'staff'));
  const count = { count: 1, links: [] };
  const judged = (...sent: readonly (readonly [path: string, body: unknown])[]) => {
    const exchanges = sent.map(
      ([path, body], seq): Exchange => ({
        seq,
        request: {
          method: 'GET',
          origin: 'https://a.test',
          path: `/v3.1${path}`,
          headers: {},
          sentAtMs: seq,
        },
        response: { status: 200, headers: {}, body: JSON.stringify(body), receivedAtMs: seq },
      }),
    );
    const context = { subject: 'har', profiles: [v31] } as const;
    return openServerSide({ exchanges, context, notProvoked: {} }).assert('data/count').outcome.outcome;
  };

  it('is compared with the lists around it', () => {
    expect(judged(['/users?limit=5', two], ['/users?count=true', count], ['/users?limit=5', two])).to.equal(
      'failed',
    );
    expect(judged(['/users?limit=5', two], ['/users?count=true', { ...count, count: 2 }])).to.equal('passed');
  });

  it('is undecided where records may have gone, and untested without the list', () => {
    expect(judged(['/users?limit=5', two], ['/users?count=true', count])).to.equal('cantTell');
    expect(judged(['/users?role=staff', two], ['/users?count=true', count])).to.equal('untested');
    expect(judged(['/users?count=true', count])).to.equal('untested');
  });
});

describe('the roles of a user', () => {
  const roles = (one: unknown) =>
    outcomeOf('data/user-roles', [
      '/users',
      { claim: 'data/count', case: '/users', role: 'whole' },
      listOf({ id: school, roles: one }),
    ]);

  it('are one object at least, and nothing that is empty', () => {
    expect(roles({ student: { sis_id: '1' } })).to.equal('passed');
    for (const one of [{}, { student: null }, { student: {} }, [{ type: 'student' }], undefined])
      expect(roles(one), JSON.stringify(one)).to.equal('failed');
  });

  it('are not judged in versions without them', () => {
    const { assert } = openServerSide({
      exchanges: [],
      context: { subject: 'sandbox', profiles: [allProfiles[0], lms] },
      notProvoked: {},
    });
    expect(assert('data/user-roles').outcome.outcome).to.equal('inapplicable');
  });
});
