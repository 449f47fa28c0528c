import './retries.spec.ts';
import { expect } from 'chai';
import type { OutcomeValue } from '../../../src/outcome.ts';
import {
  type Circumstances,
  failingAt,
  observationOf,
  outcomeOver,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  secondPage,
  truth,
} from '../../support/client-testing.ts';

const finalStatuses = [400, 401, 403, 404, 405, 501] as const;
const ids = [
  'backoff/client-retries-500',
  'backoff/client-retries-502',
  'backoff/client-retries-503',
  'backoff/client-at-most-five-retries',
  'backoff/client-reports-incomplete',
  ...finalStatuses.map((status) => `backoff/client-no-retry-${status}` as const),
] as const;
type Id = (typeof ids)[number];

const incomplete: Circumstances = { claim: { says: 'incomplete', ids: truth.slice(0, 2) } };
const silent: Circumstances = { claim: { says: 'nothing', ids: [] } };
const outOfTime: Circumstances = { claim: { says: 'incomplete', ids: [], endedBy: 'time' } };
const closed = (times: number): readonly Seen[] =>
  Array.from({ length: times }, (_, at) => ({ atMs: at * 1000, got: 'lost' as const }));
const whole = [0, 1000, 3000, 7000, 15_000, 31_000];

const retries503 = 'backoff/client-retries-503';
const atMostFive = 'backoff/client-at-most-five-retries';
const reports = 'backoff/client-reports-incomplete';

/** What a client did, and what each claim comes to. */
const table: readonly (readonly [Id, string, OutcomeValue, readonly Seen[], Circumstances?])[] = [
  [
    reports,
    'a part, by a client that never came to the outage',
    'untested',
    [pageOne],
    { claim: { ids: truth.slice(0, 2) }, account: { 'page 2 answers 503': 0 } },
  ],
  [
    retries503,
    'asleep for two minutes when stopped',
    'failed',
    [pageOne, ...failingAt(503, 0)],
    { ...outOfTime, endedMs: 120_000 },
  ],
  [atMostFive, 'a 404 six times', 'failed', [pageOne, ...failingAt(404, 0, 1, 2, 3, 4, 5, 6)], incomplete],
  [
    atMostFive,
    'a 404 five times more',
    'untested',
    [pageOne, ...failingAt(404, 0, 1, 2, 3, 4, 5)],
    incomplete,
  ],
  [retries503, 'one failure, overcome', 'passed', [pageOne, ...failingAt(503, 0), pageTwo(1000)]],
  [retries503, 'given up at once', 'failed', [pageOne, ...failingAt(503, 0)], incomplete],
  [
    retries503,
    'retried in vain, and reported so',
    'passed',
    [pageOne, ...failingAt(503, 0, 1000)],
    incomplete,
  ],
  [
    retries503,
    'served at last, and the walk not finished',
    'failed',
    [pageOne, ...failingAt(503, 0), pageTwo(1000)],
    incomplete,
  ],
  [
    retries503,
    'served at last, with nothing reported',
    'passed',
    [pageOne, ...failingAt(503, 0), pageTwo(1000)],
    silent,
  ],
  [retries503, 'still waiting when stopped', 'cantTell', [pageOne, ...failingAt(503, 0)], outOfTime],
  [retries503, 'the page never requested', 'untested', [pageOne], { account: { 'page 2 answers 503': 0 } }],
  [atMostFive, 'five', 'passed', failingAt(502, ...whole), incomplete],
  [atMostFive, 'six', 'failed', failingAt(502, ...whole, 63_000), incomplete],
  [
    atMostFive,
    'six, with the first page read again in between',
    'failed',
    [
      ...failingAt(502, 0, 1000, 3000, 7000),
      { ...pageOne, atMs: 8000 },
      ...failingAt(502, 8000, 9000, 11_000),
    ],
    incomplete,
  ],
  [atMostFive, 'none', 'passed', failingAt(502, 0), incomplete],
  [atMostFive, 'three so far', 'cantTell', failingAt(502, 0, 1000, 3000, 7000), outOfTime],
  [
    atMostFive,
    'six, and refused by the rate limit in between as documented',
    'failed',
    [
      ...failingAt(502, 0, 1000, 3000),
      ...failingAt(429, 7000),
      ...failingAt(502, 9000, 10_000, 12_000, 16_000),
    ],
    incomplete,
  ],
  [atMostFive, 'six attempts at a closed connection, each doubled', 'passed', closed(12), incomplete],
  [atMostFive, 'more than that', 'failed', closed(13), incomplete],
  [reports, 'incomplete', 'passed', failingAt(503, ...whole), incomplete],
  [reports, 'complete', 'failed', failingAt(503, ...whole)],
  [reports, 'nothing', 'untested', failingAt(503, ...whole), silent],
  [reports, 'stopped by the suite', 'cantTell', failingAt(503, 0), outOfTime],
  ...finalStatuses.flatMap((status) => {
    const id = `backoff/client-no-retry-${status}` as const;
    return [
      [id, 'sent once', 'passed', failingAt(status, 0), incomplete],
      [id, 'sent again an hour later', 'failed', failingAt(status, 0, 3_600_000), incomplete],
      [id, 'never answered so', 'untested', [pageOne], { ...incomplete, account: { 'page 2': 0 } }],
    ] as const;
  }),
];

describe('claims about what a client sends again', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = outcomeWith(id, seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a requirement that no scenario exercises is untested', () => {
    for (const id of ids)
      expect(outcomeOver(id, [observationOf([pageOne])]).outcome, id).to.equal('untested');
  });

  it('a write without a response, or with an error, is not done', () => {
    const create = { atMs: 0, method: 'POST', path: '/v3.1/sections/s/assignments', sent: '{}' } as const;
    const outcome = (got: Seen['got'], says: 'complete' | 'incomplete') =>
      outcomeOver(reports, [
        observationOf([{ ...create, got }], { job: 'create-assignment', claim: { says, ids: [] } }),
      ]).outcome;
    for (const got of ['lost', 400, 503] as const)
      expect(outcome(got, 'complete'), `${got}`).to.equal('failed');
    expect(outcome('lost', 'incomplete')).to.equal('untested');
    expect(outcome(200, 'complete')).to.equal('untested');
  });

  it('every request that was sent again after a final status is a finding, at its first repetition', () => {
    const again = [...failingAt(404, 0, 1000, 2000), ...failingAt(404, 3000).map(onSchools)];
    const both = [...again, ...failingAt(404, 4000).map(onSchools)];
    const [one] = outcomeWith('backoff/client-no-retry-404', both, incomplete).cases;
    expect(one?.findings).to.deep.equal([
      {
        message: `The client sent GET ${secondPage} again after a 404.`,
        expected: '1',
        actual: '3',
        exchange: 1,
      },
      {
        message: 'The client sent GET /v2.0/schools again after a 404.',
        expected: '1',
        actual: '2',
        exchange: 4,
      },
    ]);
  });

  it('the client of a capture may look again after a minute, and what follows its end is not known', () => {
    const id = 'backoff/client-no-retry-404';
    const captured = (...atMs: readonly number[]) =>
      outcomeOver(id, [
        {
          ...observationOf([...failingAt(404, ...atMs), pageOne], { ...silent, provokes: [id] }),
          captured: { skewMs: 0 },
          timing: 'real',
        },
      ]).outcome;
    expect(captured(0, 60_001)).to.equal('passed');
    expect(captured(0, 59_000)).to.equal('failed');
    const atTheEnd = observationOf(failingAt(404, 0), { ...silent, provokes: [id] });
    expect(outcomeOver(id, [{ ...atTheEnd, captured: { skewMs: 0 } }]).outcome).to.equal('cantTell');
  });
});

function onSchools(seen: Seen): Seen {
  return { ...seen, path: '/v2.0/schools' };
}
