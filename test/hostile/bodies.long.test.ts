import fc from 'fast-check';
import { exchangesOf, idOf, type Sent, trafficOf } from '../../specs/support/testing.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { claimOf } from '../../src/claims/claim.ts';
import { assertClaim } from '../../src/claims/run-claim.ts';
import '../../specs/index.ts';

const id = idOf(1);
/** Values that JavaScript trips over, besides any JSON: `String` throws for the first. */
const value = fc.oneof(
  fc.constantFrom<unknown>({ toString: null }, [{ toString: null }], { length: -1 }, '__proto__'),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant(id),
);
const names = ['id', 'school', 'schools', 'sections', 'students', 'object', 'previous_attributes', 'type'];
const moreNames = [
  'user_id',
  'due_date',
  'assignee_ids',
  'grade_points',
  'state',
  'toString',
  'hasOwnProperty',
];
const record = fc.dictionary(fc.constantFrom(...names, ...moreNames), value);
const link = fc.record({ rel: fc.oneof(fc.constantFrom('next', 'prev', 'self'), value), uri: value });
const body = fc.oneof(
  value,
  fc.record({ data: record }),
  fc.record({ data: fc.array(record, { maxLength: 3 }), links: fc.array(link, { maxLength: 3 }) }),
  fc.record({
    data: fc.array(fc.record({ data: fc.oneof(record, value), uri: value }), { maxLength: 3 }),
    links: fc.oneof(fc.array(link, { maxLength: 3 }), value),
  }),
);
const lms = '/v3.1/sections/s/assignments';
const targets: readonly Pick<Sent, 'path' | 'method' | 'sends'>[] = [
  { path: '/students' },
  { path: '/students?limit=2' },
  { path: `/students?limit=2&starting_after=${id}` },
  { path: `/students/${id}` },
  { path: `/sections/${id}/students` },
  { path: '/events' },
  { path: `${lms}`, method: 'POST', sends: { title: 'a' } },
  { path: `${lms}/${id}/submissions` },
  { path: `${lms}/${id}/submissions/${id}`, method: 'PATCH', sends: { grade: '1', grade_points: 1 } },
];
const sent = fc.record({
  target: fc.constantFrom(...targets),
  body,
  status: fc.constantFrom(200, 200, 200, 400, 404, 429),
  headers: fc.dictionary(fc.constantFrom('x-ratelimit-bucket', 'x-ratelimit-remaining'), fc.string()),
});

describe('bodies of a hostile server', () => {
  it('are asserted by every claim without an exception', () => {
    const check = (all: readonly { readonly target: (typeof targets)[number] }[]) => {
      const exchanges = exchangesOf(all.map(({ target, ...rest }) => ({ ...target, ...rest })));
      for (const subject of ['sandbox', 'har'] as const) {
        const traffic = trafficOf(exchanges, subject);
        for (const one of requirementsOf('server')) assertClaim(claimOf(one.id), traffic);
      }
    };
    fc.assert(fc.property(fc.array(sent, { minLength: 1, maxLength: 4 }), check), { numRuns: 300 });
  }).timeout(60_000);
});
