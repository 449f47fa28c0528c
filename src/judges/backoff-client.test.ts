import { expect } from 'chai';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { OutcomeValue } from '../outcome.ts';
import { backoffClientJudges } from './backoff-client.ts';
import {
  type Circumstances,
  failingAt,
  observationOf,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  startMs,
  truth,
} from './client-testing.ts';

type Id = keyof typeof backoffClientJudges;
const judge = (id: Id, seen: readonly Seen[], more?: Circumstances) =>
  outcomeWith(id as ClientRequirementId, backoffClientJudges[id], seen, more);

const incomplete: Circumstances = { claim: { says: 'incomplete', ids: truth.slice(0, 2) } };
const silent: Circumstances = { claim: { says: 'nothing', ids: [] } };
const outOfTime: Circumstances = { claim: { says: 'incomplete', ids: [], endedBy: 'time' } };
const closed = (times: number): readonly Seen[] =>
  Array.from({ length: times }, (_, at) => ({ atMs: at * 1000, got: 'lost' as const }));
const whole = [0, 1000, 3000, 7000, 15_000, 31_000];

/** What a client did, and what each judge makes of it. */
const table: readonly (readonly [Id, string, OutcomeValue, readonly Seen[], Circumstances?])[] = [
  [
    'backoff/client-retries-503',
    'one failure, overcome',
    'passed',
    [pageOne, ...failingAt(503, 0), pageTwo(1000)],
  ],
  ['backoff/client-retries-503', 'given up at once', 'failed', [pageOne, ...failingAt(503, 0)], incomplete],
  [
    'backoff/client-retries-503',
    'tried again in vain, and said so',
    'passed',
    [pageOne, ...failingAt(503, 0, 1000)],
    incomplete,
  ],
  [
    'backoff/client-retries-503',
    'served at last, and the walk not finished',
    'failed',
    [pageOne, ...failingAt(503, 0), pageTwo(1000)],
    incomplete,
  ],
  [
    'backoff/client-retries-503',
    'served at last, with nobody to claim anything',
    'passed',
    [pageOne, ...failingAt(503, 0), pageTwo(1000)],
    silent,
  ],
  [
    'backoff/client-retries-503',
    'still waiting when ended',
    'cantTell',
    [pageOne, ...failingAt(503, 0)],
    outOfTime,
  ],
  [
    'backoff/client-retries-503',
    'the page never asked for',
    'untested',
    [pageOne],
    { account: { 'page 2 answers 503': 0 } },
  ],
  [
    'backoff/client-first-wait-1s',
    'no retry at all',
    'untested',
    [pageOne, ...failingAt(503, 0)],
    incomplete,
  ],
  ['backoff/client-first-wait-1s', 'a retry after 999 ms', 'failed', [...failingAt(503, 0, 999)], incomplete],
  [
    'backoff/client-first-wait-1s',
    'a retry after 999 ms over a socket',
    'passed',
    [...failingAt(503, 0, 999)],
    { ...incomplete, timing: 'real' },
  ],
  [
    'backoff/client-first-wait-1s',
    'a retry after 970 ms while our loop was 40 ms late',
    'cantTell',
    [...failingAt(503, 0, 970)],
    { ...incomplete, timing: 'real', lagMs: 40 },
  ],
  ['backoff/client-first-wait-1s', 'an hour late', 'passed', [...failingAt(503, 0, 3_600_000)], incomplete],
  ['backoff/client-waits-double', 'the documented schedule', 'passed', failingAt(500, ...whole), incomplete],
  ['backoff/client-waits-double', 'a second each time', 'failed', failingAt(500, 0, 1000, 2000), incomplete],
  ['backoff/client-waits-double', 'one retry only', 'untested', failingAt(500, 0, 1000), incomplete],
  ['backoff/client-at-most-five-retries', 'five', 'passed', failingAt(502, ...whole), incomplete],
  ['backoff/client-at-most-five-retries', 'six', 'failed', failingAt(502, ...whole, 63_000), incomplete],
  [
    'backoff/client-at-most-five-retries',
    'six, with the first page read again in between',
    'failed',
    [
      ...failingAt(502, 0, 1000, 3000, 7000),
      { ...pageOne, atMs: 8000 },
      ...failingAt(502, 8000, 9000, 11_000),
    ],
    incomplete,
  ],
  ['backoff/client-at-most-five-retries', 'none', 'passed', failingAt(502, 0), incomplete],
  [
    'backoff/client-at-most-five-retries',
    'three so far',
    'cantTell',
    failingAt(502, 0, 1000, 3000, 7000),
    outOfTime,
  ],
  [
    'backoff/client-at-most-five-retries',
    'six, and refused by the rate limit in between as documented',
    'failed',
    [
      ...failingAt(502, 0, 1000, 3000),
      ...failingAt(429, 7000),
      ...failingAt(502, 9000, 10_000, 12_000, 16_000),
    ],
    incomplete,
  ],
  [
    'backoff/client-at-most-five-retries',
    'six tries of a closed connection, each doubled',
    'passed',
    closed(12),
    incomplete,
  ],
  ['backoff/client-at-most-five-retries', 'more than that', 'failed', closed(13), incomplete],
  ['backoff/client-reports-incomplete', 'incomplete', 'passed', failingAt(503, ...whole), incomplete],
  ['backoff/client-reports-incomplete', 'complete', 'failed', failingAt(503, ...whole)],
  ['backoff/client-reports-incomplete', 'nothing claimed', 'untested', failingAt(503, ...whole), silent],
  ['backoff/client-reports-incomplete', 'ended by us', 'cantTell', failingAt(503, 0), outOfTime],
  ...([400, 401, 403, 404, 405, 501] as const).flatMap((status) => {
    const id = `backoff/client-no-retry-${status}` as const;
    const lone = failingAt(status, 0);
    return [
      [id, 'sent once', 'passed', lone, incomplete],
      [id, 'sent again an hour later', 'failed', failingAt(status, 0, 3_600_000), incomplete],
      [id, 'never answered so', 'untested', [pageOne], { ...incomplete, account: { 'page 2': 0 } }],
    ] as const;
  }),
];

describe('judges of backing off', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = judge(id, seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a requirement that no scenario provokes is untested', () => {
    for (const [id, one] of Object.entries(backoffClientJudges))
      expect(one([observationOf([pageOne])]).outcome, id).to.equal('untested');
  });

  it('a finding names the exchange, what was due and what was seen', () => {
    const [one] = judge('backoff/client-first-wait-1s', failingAt(503, 0, 250)).cases;
    expect(one?.findings).to.deep.equal([
      {
        message: 'retry 1 came too early',
        expected: 'at least 1.000 s after the 503',
        actual: '0.250 s',
        exchange: 1,
      },
    ]);
  });
});

describe('judge of a schedule that starts over', () => {
  const second = '/v2.0/students?starting_after=b';
  const outages = (freshMs: number, ...waits: readonly number[]): readonly Seen[] => {
    let atMs = 0;
    const first = [...failingAt(503, 0)];
    for (const wait of waits) {
      atMs += wait;
      first.push(...failingAt(503, atMs));
    }
    return [
      ...first.slice(0, -1),
      { ...pageTwo(atMs), body: '{}' },
      { atMs, got: 503, path: second },
      { atMs: atMs + freshMs, got: 200, path: second },
    ];
  };
  const id = 'backoff/client-backoff-starts-over';

  it('passes whoever begins with a short wait again, jitter and longer schedules included', () => {
    expect(judge(id, outages(1000, 1000, 2000, 4000)).outcome).to.equal('passed');
    expect(judge(id, outages(2000, 1000, 3900, 4100)).outcome).to.equal('passed');
    expect(judge(id, outages(4000, 2000, 4000, 8000)).outcome).to.equal('passed');
    expect(judge(id, outages(20_000, 20_000, 20_000, 20_000)).outcome).to.equal('passed');
  });

  it('fails whoever goes on where the last outage ended', () => {
    expect(judge(id, outages(8000, 1000, 2000, 4000)).outcome).to.equal('failed');
    expect(judge(id, outages(4000, 1000, 2000, 4000)).outcome).to.equal('failed');
  });

  it('cannot tell on a machine that stood still', () => {
    const more = { timing: 'real', lagMs: 2500 } as const;
    expect(judge(id, outages(4000, 1000, 2000, 4000), more).outcome).to.equal('cantTell');
  });

  it('is untested where the client gave up', () => {
    expect(judge(id, failingAt(503, 0, 1000)).outcome).to.equal('untested');
  });
});

describe('judge of a second start', () => {
  const id = 'backoff/client-resumes-later';
  const twice = (secondSeen: readonly Seen[], claim: Circumstances['claim'] = {}) => {
    const one = observationOf([pageOne, ...failingAt(503, 0), ...secondSeen], { provokes: [id], claim });
    const [run] = one.runs;
    if (!run) return one;
    const first = { ...run, claim: { ...run.claim, says: 'incomplete' as const, ids: truth.slice(0, 2) } };
    return { ...one, runs: [first, { ...run, startedAtMs: startMs + 60_000 }] };
  };
  const outcomeOf = (...args: Parameters<typeof twice>) => backoffClientJudges[id]([twice(...args)]).outcome;

  it('passes when it takes up at the page that failed', () => {
    expect(outcomeOf([pageTwo(60_000)])).to.equal('passed');
    expect(outcomeOf([pageTwo(60_000)], { ids: truth.slice(2) })).to.equal('passed');
  });

  it('fails when it reads the first page again, or does not come to the end', () => {
    expect(outcomeOf([{ ...pageOne, atMs: 60_000 }, pageTwo(60_000)])).to.equal('failed');
    expect(outcomeOf([pageTwo(60_000)], { says: 'incomplete' })).to.equal('failed');
    expect(outcomeOf([pageTwo(60_000)], { ids: [] })).to.equal('failed');
  });

  it('is untested when it sends nothing, or when there was one start', () => {
    expect(outcomeOf([])).to.equal('untested');
    expect(judge(id, [pageOne]).outcome).to.equal('untested');
  });
});
