import { expect } from 'chai';
import { allProfiles } from '../../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../../contracts/requirements/index.ts';
import { openServerSide } from '../../../../src/claims/server-side.ts';
import type { Exchange } from '../../../../src/exchange.ts';
import './relations.spec.ts';

const v31 = allProfiles.find(({ name }) => name === 'data-v3.1')!;
const idOf = (n: number) => `5f00000000000000000000${String(n).padStart(2, '0')}`;
const listOf = (...records: readonly object[]) => ({ data: records.map((data) => ({ data })), links: [] });
const [one, two, three, four] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const;

type Sent = readonly [path: string, body: object, status?: number];

/** Outcomes of the cases of a requirement, by name. */
function outcomesOf(id: ServerRequirementId, ...sent: readonly Sent[]): Readonly<Record<string, string>> {
  const exchanges = sent.map(
    ([path, body, status = 200], seq): Exchange => ({
      seq,
      step: { claim: 'data/no-record-missing', case: 'any' },
      request: { method: 'GET', origin: 'https://a.test', path: `/v3.1${path}`, headers: {}, sentAtMs: seq },
      response: { status, headers: {}, body: JSON.stringify(body), receivedAtMs: seq },
    }),
  );
  const context = { subject: 'sandbox', profiles: [v31] } as const;
  const { cases } = openServerSide({ exchanges, context, notProvoked: {} }).assert(id).outcome;
  return Object.fromEntries(cases.map(({ name, outcome }) => [name, outcome]));
}

describe('what two lists show that no field relates', () => {
  const resources = ['/resources', listOf({ id: one }, { id: two })] as const;
  const users = ['/users', listOf({ id: three })] as const;
  const ofResource = (...ids: readonly string[]): Sent => [
    `/resources/${one}/users`,
    listOf(...ids.map((id) => ({ id }))),
  ];
  const ofUser = (...ids: readonly string[]): Sent => [
    `/users/${three}/resources`,
    listOf(...ids.map((id) => ({ id }))),
  ];
  const judged = (...sent: readonly Sent[]) => {
    const all = outcomesOf('data/no-record-missing', resources, users, ...sent);
    return [all['/resources/{id}/users'], all['/users/{id}/resources']];
  };

  it('is in both', () => {
    expect(judged(ofResource(three), ofUser(one))).to.deep.equal(['passed', 'passed']);
    expect(judged(ofResource(three), ofUser())).to.deep.equal([undefined, 'failed']);
    expect(judged(ofResource(), ofUser(one))).to.deep.equal(['failed', undefined]);
  });

  it('may be a part of it in each', () => {
    expect(judged(ofResource(three), ofUser(two))[1]).to.equal('passed');
  });
});

describe('the students of a contact', () => {
  const contact = {
    id: one,
    roles: { contact: { student_relationships: [{ student: two }, { student: three }] } },
  };
  const users = ['/users', listOf(contact, { id: two }, { id: three }, { id: four })] as const;
  const judged = (...ids: readonly string[]) => {
    const mine: Sent = [`/users/${one}/mystudents`, listOf(...ids.map((id) => ({ id })))];
    return (['data/no-record-missing', 'data/relations-resolve'] as const).map(
      (id) => outcomesOf(id, users, mine)['/users/{id}/mystudents'],
    );
  };

  it('are those of its relationships', () => {
    expect(judged(two, three)).to.deep.equal(['passed', 'passed']);
    expect(judged()).to.deep.equal(['failed', 'passed']);
    expect(judged(two, three, four)).to.deep.equal(['passed', 'failed']);
  });

  it('are not asked of a teacher, whose students share sections', () => {
    const teacher: Sent = ['/users', listOf({ id: one, roles: { teacher: {} } }, { id: two })];
    const mine: Sent = [`/users/${one}/mystudents`, listOf({ id: two })];
    const all = outcomesOf('data/relations-resolve', teacher, mine);
    expect(all['/users/{id}/mystudents']).to.equal('inapplicable');
  });
});

describe('ids that no path leads to', () => {
  const student = (n: number, school: string) => ({
    id: idOf(n),
    roles: { student: { enrollments: [{ school }] } },
  });
  const gone: Sent = [`/schools/${four}`, { error: 'Resource not found' }, 404];
  const judged = (...schools: readonly string[]) =>
    outcomesOf(
      'data/relations-resolve',
      ['/users', listOf(...schools.map((school, at) => student(10 + at, school)))],
      ['/schools', listOf({ id: one })],
      gone,
    )['/users roles.student.enrollments.school'];

  it('name a school, though that of a few enrollments may be gone', () => {
    expect(judged(one, one, one)).to.equal('passed');
    expect(judged(one, four, four)).to.equal('passed');
    expect(judged(four, four)).to.equal('passed');
    expect(judged(four, four, four)).to.equal('failed');
  });

  it('name a record where they are not of the past', () => {
    const sections: Sent = ['/sections', listOf({ id: two, teacher: four })];
    const found = (status: number) =>
      outcomesOf('data/relations-resolve', sections, [`/users/${four}`, { data: { id: four } }, status])[
        '/sections teacher'
      ];
    expect(found(200)).to.equal('passed');
    expect(found(404)).to.equal('failed');
  });
});
