import { expect } from 'chai';
import { allProfiles, type Profile } from '../../../contracts/profiles.ts';
import type { ClaimStep } from '../../../contracts/steps/index.ts';
import { openServerSide } from '../../../src/claims/server-side.ts';
import type { Exchange } from '../../../src/exchange.ts';
import './across-versions.spec.ts';

const [v20, , , v31] = allProfiles;
const idOf = (n: number) => String(n).padStart(24, '0');
const listOf = (...data: readonly object[]) => ({ data: data.map((one) => ({ data: one })), links: [] });
const old = (...ids: readonly number[]) => listOf(...ids.map((n) => ({ id: idOf(n), email: 'a' })));
const user = (n: number, role: 'student' | 'teacher', legacy?: number) => ({
  id: idOf(n),
  email: 'a',
  roles: { [role]: legacy === undefined ? {} : { legacy_id: idOf(legacy) } },
});
const section = (...teachers: readonly number[]) =>
  listOf({ id: idOf(77), name: 'a', students: [], teachers: teachers.map(idOf) });

type Role = Extract<ClaimStep, { claim: 'data/ids-across-versions' }>['role'];
type Sent = readonly [role: Role, path: string, body: unknown];

function outcomeOf(list: string, profiles: readonly Profile[], ...sent: readonly Sent[]) {
  const exchanges = sent.map(([role, path, body], seq): Exchange => {
    const [status, text] = typeof body === 'number' ? [body, { message: 'Gone' }] : [200, body];
    return {
      seq,
      step: { claim: 'data/ids-across-versions', case: `${list} of v2.0 in v3.1`, role },
      request: { method: 'GET', origin: 'https://a.test', path, headers: {}, sentAtMs: seq },
      response: { status, headers: {}, body: JSON.stringify(text), receivedAtMs: seq },
    };
  });
  const context = { subject: 'sandbox', profiles } as const;
  return openServerSide({ exchanges, context, notProvoked: {} }).assert('data/ids-across-versions').outcome
    .outcome;
}

const students = (...bodies: readonly [older: unknown, newer: unknown][]) =>
  outcomeOf(
    '/students',
    [v20, v31],
    ...bodies.flatMap(([older, newer]): Sent[] => [
      ['older', '/v2.0/students', older],
      ['newer', '/v3.1/users?role=student', newer],
    ]),
  );

describe('people of several versions', () => {
  it('are students with the same ids', () => {
    const both = listOf(user(1, 'student'), user(2, 'student'));
    expect(students([old(1, 2), both])).to.equal('passed');
    expect(students([old(1, 2), listOf(user(1, 'student'), user(3, 'student'))])).to.equal('failed');
    expect(students([old(1), both]), 'one more').to.equal('passed');
  });

  it('may come and go between two readings', () => {
    const one = listOf(user(1, 'student'));
    expect(students([old(1, 2), one], [old(1), one])).to.equal('passed');
    expect(students([old(1, 2), one], [old(1, 2), one])).to.equal('failed');
  });

  it('are not compared where a version has none, or refuses the list', () => {
    expect(students([410, listOf(user(1, 'student'))])).to.equal('inapplicable');
    expect(students([old(), listOf(user(1, 'student'))])).to.equal('inapplicable');
    expect(students([503, listOf(user(1, 'student'))])).to.equal('cantTell');
  });

  it('are others with their old ids in their role', () => {
    const teachers = (newer: unknown, sections: unknown) =>
      outcomeOf(
        '/teachers',
        [v20, v31],
        ['older', '/v2.0/teachers', old(1, 2)],
        ['newer', '/v3.1/users?role=teacher', newer],
        ['older sections', '/v2.0/sections', section(1)],
        ['newer sections', '/v3.1/sections', sections],
      );
    const right = listOf(user(11, 'teacher', 1), user(12, 'teacher', 2));
    const swapped = listOf(user(11, 'teacher', 2), user(12, 'teacher', 1));
    expect(teachers(right, section(11))).to.equal('passed');
    expect(teachers(swapped, section(11))).to.equal('failed');
    expect(teachers(listOf(user(11, 'teacher', 11), user(12, 'teacher', 2)), section())).to.equal('failed');
    expect(teachers(listOf(user(11, 'teacher'), user(12, 'teacher', 2)), section())).to.equal('failed');
  });

  it('are untested in one version, and not promised before v3.0', () => {
    expect(outcomeOf('/students', [v31])).to.equal('untested');
    expect(outcomeOf('/students', [v20])).to.equal('inapplicable');
  });
});
