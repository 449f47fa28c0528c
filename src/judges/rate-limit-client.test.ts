import { expect } from 'chai';
import type { OutcomeValue } from '../outcome.ts';
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
import { rateLimitClientJudges } from './rate-limit-client.ts';

type Id = keyof typeof rateLimitClientJudges;

const resetIn = (s: number) => String(startMs / 1000 + s);
const refused = (atMs: number, reset?: string): Seen => ({
  atMs,
  got: 429,
  body: '',
  rule: 'page 2 is refused',
  headers: { 'x-ratelimit-remaining': '0', ...(reset === undefined ? {} : { 'x-ratelimit-reset': reset }) },
});
const usedUp: Seen = {
  ...pageOne,
  rule: 'nothing remains',
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(2) },
};
const incomplete: Circumstances = { claim: { says: 'incomplete', ids: truth.slice(0, 2) } };
const ended = (by: 'time' | 'requests', endedMs: number): Circumstances => ({
  claim: { says: 'incomplete', ids: [], endedBy: by },
  endedMs,
});

const waits = 'rate-limit/client-waits-for-reset';
const survives = 'rate-limit/client-survives-empty-429';
const goesOn = 'rate-limit/client-continues-after-429';
const paces = 'rate-limit/client-paces-at-zero';
const bounded = 'rate-limit/client-bounded-wait';

/** What a client did, and what each judge makes of it. */
const table: readonly (readonly [Id, string, OutcomeValue, readonly Seen[], Circumstances?])[] = [
  [waits, 'exactly at Reset', 'passed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)]],
  [waits, 'a millisecond before Reset', 'failed', [pageOne, refused(0, resetIn(2)), pageTwo(1999)]],
  [
    waits,
    '20 ms before Reset while our loop was late',
    'cantTell',
    [pageOne, refused(0, resetIn(2)), pageTwo(1980)],
    { timing: 'real', lagMs: 50 },
  ],
  [waits, 'nothing after the 429', 'untested', [pageOne, refused(0, resetIn(2))], incomplete],
  [
    waits,
    'another request before Reset',
    'failed',
    [pageOne, refused(0, resetIn(2)), { atMs: 500, got: 200, path: '/v2.0/schools' }, pageTwo(2000)],
  ],
  [survives, 'the same request again', 'passed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)]],
  [survives, 'an end', 'failed', [pageOne, refused(0, resetIn(2))], incomplete],
  [survives, 'still asleep when ended', 'cantTell', [pageOne, refused(0, resetIn(2))], ended('time', 3000)],
  [goesOn, 'to the end', 'passed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)]],
  [goesOn, 'not to the end', 'failed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)], incomplete],
  [
    goesOn,
    'to the end, with nobody to claim it',
    'passed',
    [pageOne, refused(0, resetIn(2)), pageTwo(2000)],
    { claim: { says: 'nothing', ids: [] } },
  ],
  [
    goesOn,
    'from the first page',
    'failed',
    [pageOne, refused(0, resetIn(2)), { ...pageOne, atMs: 2000 }, pageTwo(2000)],
  ],
  [goesOn, 'not at all', 'failed', [pageOne, refused(0, resetIn(2))], incomplete],
  [paces, 'at Reset', 'passed', [usedUp, pageTwo(2000)]],
  [paces, 'at once', 'failed', [usedUp, pageTwo(500)]],
  [paces, 'with nothing more to ask', 'untested', [usedUp], incomplete],
  [bounded, 'a second later', 'passed', [pageOne, refused(0), pageTwo(1000)]],
  [bounded, 'at once', 'failed', [pageOne, refused(0, resetIn(-30)), pageTwo(0)]],
  [bounded, 'after five minutes', 'passed', [pageOne, refused(0, '99999999999'), pageTwo(300_000)]],
  [bounded, 'after eleven minutes', 'failed', [pageOne, refused(0, '99999999999'), pageTwo(660_000)]],
  [bounded, 'an honest end', 'passed', [pageOne, refused(0, 'soon')], incomplete],
  [
    bounded,
    'asleep for a minute when ended',
    'cantTell',
    [pageOne, refused(0, 'soon')],
    ended('time', 60_000),
  ],
  [
    bounded,
    'asleep for an hour when ended',
    'failed',
    [pageOne, refused(0, 'soon')],
    ended('time', 3_600_000),
  ],
  [
    bounded,
    'asking every nine minutes for ever',
    'failed',
    [pageOne, ...[0, 1, 2].map((nth) => refused(nth * 540_000))],
    ended('time', 1_200_000),
  ],
];

describe('judges of how a client keeps its rate limit', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = outcomeWith(id, rateLimitClientJudges[id], seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a requirement that no scenario provokes is untested, and so is one that was never reached', () => {
    for (const [id, judge] of Object.entries(rateLimitClientJudges)) {
      expect(judge([observationOf([pageOne])]).outcome, id).to.equal('untested');
      const never = observationOf([pageOne], { provokes: [id as Id], account: { 'page 2 is refused': 0 } });
      expect(judge([never]).outcome, id).to.equal('untested');
    }
  });

  it('an outage is no refusal', () => {
    const outcome = outcomeWith(waits, rateLimitClientJudges[waits], [
      pageOne,
      ...failingAt(503, 0),
      pageTwo(0),
    ]);
    expect(outcome.outcome).to.equal('untested');
  });
});
