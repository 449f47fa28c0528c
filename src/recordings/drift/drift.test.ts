import { expect } from 'chai';
import { createVirtualClock } from '../../clock.ts';
import type { ProbeRecording, RecordedDefinition, RecordingHeader } from '../../recording.ts';
import { readRecordings } from '../reader.ts';
import { cheapIds, recordSandbox } from '../recordings-testing.ts';
import { type Drift, driftBetween } from './drift.ts';
import { renderDrift } from './text.ts';

type Json = Record<string, unknown>;

/** A recording of one list of students that differ only in their ids. */
function listOf(record: Json, changes: Partial<RecordedDefinition> = {}, students = 30): ProbeRecording[] {
  const ids = Array.from({ length: students }, (_, at) => at.toString(16).padStart(24, '0'));
  const definition: RecordedDefinition = {
    scope: 'http://sandbox.localhost',
    method: 'GET',
    path: '/v2.0/students?limit=100',
    reqheaders: { authorization: 'Bearer replay-token-1' },
    status: 200,
    response: {
      data: ids.map((id) => ({ data: { id, ...record }, uri: `/v2.0/students/${id}` })),
      links: [{ rel: 'self', uri: '/v2.0/students?limit=100' }],
    },
    rawHeaders: ['content-type', 'application/json', 'x-ratelimit-limit', '1200'],
    exchange: { seq: 0, step: { claim: 'a/b', case: 'list' }, sentAtMs: 0, receivedAtMs: 0 },
    ...changes,
  };
  return [{ file: 'a.json', header: { probe: 'a/b' } as RecordingHeader, definitions: [definition] }];
}

const student = {
  name: { first: 'name-a1b2c3', last: 'name-d4e5f6' },
  district: 'd'.repeat(24),
  gender: 'F',
  created: '2024-02-08T06:05:19.748Z',
};
const failed = (message: string) => ({ status: 404, response: { message } });

/** The change, and the expected kind and text. */
const cases: readonly (readonly [string, ProbeRecording[], ProbeRecording[], Drift['kind'], RegExp])[] = [
  [
    'a guaranteed field that is missing in one record',
    listOf(student),
    withoutOne('district'),
    'breaking',
    /data\[\]\.data\.district is missing in 1 of 30/,
  ],
  [
    'a field of every record that is gone',
    listOf({ ...student, email: 'a@b.invalid' }),
    listOf(student),
    'breaking',
    /data\.email is gone; it was in all 30/,
  ],
  [
    'another type',
    listOf({ ...student, grade: '9' }),
    listOf({ ...student, grade: 9 }),
    'breaking',
    /grade is number, was string/,
  ],
  [
    'another form of a date',
    listOf(student),
    listOf({ ...student, created: '2/8/2024' }),
    'breaking',
    /created is string \(month\/day\/year\), was string \(date and time\)/,
  ],
  [
    'an id of another form',
    listOf(student),
    listOf({ ...student, district: 'd0' }),
    'breaking',
    /district is string \(other id\)/,
  ],
  [
    'a list that is a single value now',
    listOf({ ...student, schools: ['a'.repeat(24)] }),
    listOf({ ...student, schools: 'a'.repeat(24) }),
    'breaking',
    /schools is string/,
  ],
  ['another status', listOf(student), listOf(student, { status: 206 }), 'breaking', /status 206, was 200/],
  [
    'text in place of JSON',
    listOf(student),
    listOf(student, { response: 'sorry' }),
    'breaking',
    /body is text, was json/,
  ],
  [
    'another media type',
    listOf(student),
    listOf(student, { rawHeaders: ['content-type', 'text/plain', 'x-ratelimit-limit', '1200'] }),
    'breaking',
    /content-type text\/plain/,
  ],
  [
    'a header that is gone',
    listOf(student),
    listOf(student, { rawHeaders: ['content-type', 'application/json'] }),
    'breaking',
    /x-ratelimit-limit is gone/,
  ],
  [
    'an undocumented field',
    listOf(student),
    listOf({ ...student, ext: {} }),
    'additive',
    /new field data\[\]\.data\.ext$/,
  ],
  [
    'a documented field that no record had',
    listOf(student),
    listOf({ ...student, sis_id: 'text-1' }),
    'additive',
    /new field .*sis_id/,
  ],
  [
    'a value outside of the list',
    listOf(student),
    listOf({ ...student, gender: '«not in enum 12ab34»' }),
    'additive',
    /gender has a value/,
  ],
  [
    'a new header',
    listOf(student),
    listOf(student, {
      rawHeaders: ['content-type', 'application/json', 'x-ratelimit-limit', '1200', 'retry-after', '1'],
    }),
    'additive',
    /new header retry-after/,
  ],
  [
    'members in another order',
    listOf(student),
    listOf(Object.fromEntries(Object.entries(student).reverse())),
    'cosmetic',
    /another order/,
  ],
  [
    'a parameter of the media type',
    listOf(student),
    listOf(student, {
      rawHeaders: ['content-type', 'application/json; charset=utf-8', 'x-ratelimit-limit', '1200'],
    }),
    'cosmetic',
    /content-type/,
  ],
  [
    'another message',
    listOf({}, failed('Resource not found')),
    listOf({}, failed('No such record')),
    'cosmetic',
    /different message/,
  ],
];

function withoutOne(field: string): ProbeRecording[] {
  const [one] = listOf(student) as [ProbeRecording];
  const text = JSON.stringify(one).replace(`"${field}":"${'d'.repeat(24)}",`, '');
  return [JSON.parse(text) as ProbeRecording];
}

describe('drift', function () {
  this.timeout(60_000);

  for (const [what, before, after, kind, says] of cases)
    it(`calls ${what} ${kind}`, () => {
      const drift = driftBetween(before, after);
      expect(drift.map((one) => one.kind)).to.deep.equal([kind]);
      expect(`${drift[0]?.where}: ${drift[0]?.what}`).to.match(says);
    });

  it('ignores other ids, other values, and more or fewer records', () => {
    const other = { ...student, name: { first: 'name-999999', last: 'name-000000' }, gender: 'M' };
    expect(driftBetween(listOf(student), listOf(other, {}, 25))).to.deep.equal([]);
    const without = listOf({}, failed('Record 5f0000000000000000000001 of name-abc123 is gone'));
    const again = listOf({}, failed('Record 5f0000000000000000000002 of name-def456 is gone'));
    expect(driftBetween(without, again)).to.deep.equal([]);
  });

  it('ignores fields of a few records, which may be missing by chance', () => {
    const some = listOf({ ...student, email: 'a@b.invalid' }, {}, 5);
    expect(driftBetween(some, listOf(student, {}, 5))).to.deep.equal([]);
  });

  it('finds none between recordings of the sandbox with other data, another size and another time', async () => {
    const { byProbe } = await readRecordings('contracts/recordings', { nowMs: 0 });
    const clock = createVirtualClock(Date.UTC(2027, 4, 6, 23));
    const { recordings } = await recordSandbox({ seed: 5, students: 140, clock }, { ids: new Set(cheapIds) });
    const cheap = new Set(recordings.map(({ header }) => header.probe));
    const committed = [...byProbe.values()].filter(({ header }) => cheap.has(header.probe));
    expect(committed).to.have.length.above(25);
    // From 60 students to 140, and back.
    expect(driftBetween(committed, recordings)).to.deep.equal([]);
    expect(driftBetween(recordings, committed)).to.deep.equal([]);
  });

  it('is listed worst first; with quiet only breaking differences', () => {
    const drift = driftBetween(listOf(student), listOf({ ...student, ext: 1 }, { status: 206 }));
    const both = [...drift, ...driftBetween(listOf(student), listOf({ ...student, ext: 1 }))];
    expect(renderDrift(both, { quiet: false })).to.match(
      /^breaking \(1\)\..*\n {2}.*206.*\nadditive \(1\)\..*\n {2}.*ext\n$/,
    );
    expect(renderDrift(both, { quiet: true })).to.match(/^breaking \(1\)\..*\n.*\n$/);
    expect(renderDrift([], { quiet: false })).to.equal('No differences except values.\n');
  });
});
