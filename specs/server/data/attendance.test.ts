import { expect } from 'chai';
import { allProfiles } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { openServerSide } from '../../../src/claims/server-side.ts';
import type { Exchange } from '../../../src/exchange.ts';
import '../pagination/attendance.spec.ts';
import './attendance.spec.ts';

const [, lms, , v31] = allProfiles;
const school = '5f0000000000000000000001';
const other = '5f0000000000000000000002';
const path = `/v3.1/attendance/schools/${school}`;
const entry = (n: number, status = 'present', day = 10 + n, school_id = school) => ({
  attendance_date: `2026-01-${day}`,
  attendance_status: status,
  school_id,
  student_id: String(n).padStart(24, '0'),
});
const [one, two, three] = [entry(1), entry(2, 'absent'), entry(3, 'tardy')];
const page = (data: readonly object[], links: Readonly<Record<string, string>> = {}) => ({
  data,
  links: Object.entries(links).map(([rel, query]) => ({ rel, uri: path + query })),
});

function outcomeOf(id: ServerRequirementId, ...sent: readonly (readonly [query: string, body: unknown])[]) {
  const exchanges = sent.map(
    ([query, body], seq): Exchange => ({
      seq,
      request: { method: 'GET', origin: 'https://a.test', path: path + query, headers: {}, sentAtMs: seq },
      response: {
        status: typeof body === 'number' ? body : 200,
        headers: {},
        body: JSON.stringify(typeof body === 'number' ? { message: 'no' } : body),
        receivedAtMs: seq,
      },
    }),
  );
  // An entry of attendance has no id: that the server serves documented records, its users show.
  const users = { data: [{ data: { id: other, email: 'a' } }], links: [] };
  const user: Exchange = {
    seq: sent.length,
    request: { method: 'GET', origin: 'https://a.test', path: '/v3.1/users', headers: {}, sentAtMs: 99 },
    response: { status: 200, headers: {}, body: JSON.stringify(users), receivedAtMs: 99 },
  };
  const context = { subject: 'sandbox', profiles: [lms, v31] } as const;
  return openServerSide({ exchanges: [...exchanges, user], context, notProvoked: {} }).assert(id).outcome
    .outcome;
}

describe('attendance', () => {
  it('is of the school that was asked for', () => {
    const owner = (...entries: readonly object[]) => outcomeOf('data/attendance-owner', ['', page(entries)]);
    expect(owner(one, two)).to.equal('passed');
    expect(owner(one, entry(2, 'absent', 12, other))).to.equal('failed');
    expect(owner()).to.equal('inapplicable');
  });

  it('of a section that it does not name is that of students of the section', () => {
    const students = [1, 2, 3, 4].map((n) => String(n).padStart(24, '0'));
    const entries = (count: number, field: object) =>
      [one, two, three].slice(0, count).map(({ school_id: _, ...rest }) => ({ ...rest, ...field }));
    const judged = (own: readonly string[], count = 3, field = {}) => {
      const sent = [
        ['/sections', { data: [{ data: { id: other, students: own } }], links: [] }],
        [`/attendance/sections/${other}`, page(entries(count, field))],
      ] as const;
      const exchanges = sent.map(
        ([at, body], seq): Exchange => ({
          seq,
          request: {
            method: 'GET',
            origin: 'https://a.test',
            path: `/v3.1${at}`,
            headers: {},
            sentAtMs: seq,
          },
          response: { status: 200, headers: {}, body: JSON.stringify(body), receivedAtMs: seq },
        }),
      );
      const context = { subject: 'sandbox', profiles: [lms, v31] } as const;
      return openServerSide({ exchanges, context, notProvoked: {} }).assert('data/attendance-owner').outcome
        .outcome;
    };
    expect(judged(students)).to.equal('passed');
    expect(judged(students.slice(3))).to.equal('failed');
    // Two may have left since.
    expect(judged(students.slice(3), 2)).to.equal('passed');
    expect(judged([])).to.equal('inapplicable');
    expect(judged([], 3, { section_id: other })).to.equal('passed');
    expect(judged(students, 3, { section_id: school })).to.equal('failed');
  });

  it('has the entries of the days that were asked for; those of the first and last day may be missing', () => {
    const from = (...entries: readonly object[]) =>
      outcomeOf(
        'data/attendance-filters',
        ['', page([one, two, three])],
        ['?date_range_start=2026-01-12', page(entries)],
        ['', page([one, two, three])],
      );
    expect(from(two, three)).to.equal('passed');
    expect(from(three)).to.equal('passed');
    expect(from(two)).to.equal('failed');
    expect(from(one, two, three)).to.equal('failed');
  });

  it('of a day is not missed where it was added or removed meanwhile', () => {
    const before = page([one, two, three]);
    const filtered = ['?date_range_end=2026-01-12', page([])] as const;
    expect(outcomeOf('data/attendance-filters', ['', before], filtered, ['', page([two, three])])).to.equal(
      'passed',
    );
    expect(outcomeOf('data/attendance-filters', ['', before], filtered, ['', before])).to.equal('failed');
  });

  it('has each entry with one status', () => {
    const byStatus = (present: readonly object[], absent: readonly object[], tardy: readonly object[]) =>
      outcomeOf(
        'data/attendance-filters',
        ['', page([one, two, three])],
        ['?attendance_status=present', page(present)],
        ['?attendance_status=absent', page(absent)],
        ['?attendance_status=tardy', page(tardy)],
        ['', page([one, two, three])],
      );
    expect(byStatus([one], [two], [three])).to.equal('passed');
    expect(byStatus([one, two], [two], [three])).to.equal('failed');
    expect(byStatus([one], [], [three])).to.equal('failed');
  });

  it('with a filter keeps it in links, and is not refused', () => {
    const filter = '?attendance_status=absent&limit=1';
    const filtered = (body: unknown) =>
      outcomeOf('data/attendance-filters', ['', page([one, two, three])], [filter, body]);
    expect(filtered(page([two], { next: `${filter}&starting_after=b` }))).to.equal('passed');
    expect(filtered(page([two], { next: '?limit=1&starting_after=b' }))).to.equal('failed');
    expect(filtered(400)).to.equal('failed');
    expect(filtered(503)).to.equal('cantTell');
  });
});

describe('pages of attendance', () => {
  const whole = ['?limit=9', page([one, two, three])] as const;
  const walk = (...pages: readonly unknown[]) =>
    outcomeOf(
      'pagination/attendance-paginates',
      whole,
      ...pages.map((body, at) => [`?limit=2${at === 0 ? '' : `&starting_after=p${at}`}`, body] as const),
      whole,
    );
  const first = page([one, two], { next: '?limit=2&starting_after=p1' });

  it('have every entry once, whatever their cursors are', () => {
    expect(walk(first, page([three]))).to.equal('passed');
    expect(walk(first, { data: [three] }), 'no links where there are none').to.equal('passed');
    expect(walk(first, page([two, three]))).to.equal('failed');
    expect(walk(first, page([]))).to.equal('failed');
    expect(walk(page([one, two]))).to.equal('failed');
  });

  it('have no more entries than the limit, and links that lead to pages', () => {
    expect(walk(page([one, two, three]))).to.equal('failed');
    expect(walk(first, 500)).to.equal('cantTell');
    expect(walk(first, { message: 'no list' })).to.equal('failed');
    expect(walk(page([one, two], { next: '?limit=2' }))).to.equal('failed');
  });

  it('lead back to the first entry', () => {
    const last = page([three], { prev: '?limit=2&ending_before=p2' });
    const back = (body: unknown) =>
      outcomeOf(
        'pagination/attendance-paginates',
        whole,
        ['?limit=2', first],
        ['?limit=2&starting_after=p1', last],
        ['?limit=2&starting_after=p1', last],
        ['?limit=2&ending_before=p2', body],
        whole,
      );
    expect(back(page([one, two]))).to.equal('passed');
    expect(back(page([two]))).to.equal('failed');
  });
});
