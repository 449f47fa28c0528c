import './rate-limit.spec.ts';
import { expect } from 'chai';
import type { OutcomeValue } from '../../src/outcome.ts';
import {
  type Circumstances,
  failingAt,
  observationOf,
  outcomeOver,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  startMs,
  truth,
} from '../support/client-testing.ts';

const resetIn = (s: number) => String(startMs / 1000 + s);
const refused = (atMs: number, reset?: string): Seen => ({
  atMs,
  got: 429,
  body: '',
  rule: 'page 2 is refused',
  headers: { 'x-ratelimit-remaining': '0', ...(reset === undefined ? {} : { 'x-ratelimit-reset': reset }) },
});
const withRetryAfter = (after: string): Seen => {
  const seen = refused(0, resetIn(2));
  return { ...seen, headers: { ...seen.headers, 'retry-after': after } };
};
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

const ids = [waits, survives, goesOn, paces, bounded] as const;

/** What a client did, and what each claim comes to. */
const table: readonly (readonly [
  (typeof ids)[number],
  string,
  OutcomeValue,
  readonly Seen[],
  Circumstances?,
])[] = [
  [waits, 'exactly at Reset', 'passed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)]],
  [waits, 'a millisecond before Reset', 'failed', [pageOne, refused(0, resetIn(2)), pageTwo(1999)]],
  [
    waits,
    '20 ms before Reset while the event loop of the suite was late',
    'cantTell',
    [pageOne, refused(0, resetIn(2)), pageTwo(1980)],
    { timing: 'real', lagMs: 50 },
  ],
  ...(
    [
      ['at a shorter Retry-After', 1000, '1', 'passed'],
      ['before a shorter Retry-After', 999, '1', 'failed'],
      ['at Reset, before a longer Retry-After', 2000, '4', 'passed'],
      ['at once, for a Retry-After of nothing', 0, '0', 'failed'],
      ['before Reset, for a Retry-After that is no number', 1000, 'soon', 'failed'],
    ] as const
  ).map(
    ([what, atMs, after, outcome]) =>
      [waits, what, outcome, [pageOne, withRetryAfter(after), pageTwo(atMs)]] as const,
  ),
  [waits, 'nothing after the 429', 'untested', [pageOne, refused(0, resetIn(2))], incomplete],
  [
    waits,
    'another request before Reset',
    'failed',
    [pageOne, refused(0, resetIn(2)), { atMs: 500, got: 200, path: '/v2.0/schools' }, pageTwo(2000)],
  ],
  [survives, 'the same request again', 'passed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)]],
  [
    survives,
    'an end, and nothing to compare with',
    'untested',
    [pageOne, refused(0, resetIn(2))],
    incomplete,
  ],
  [goesOn, 'still asleep when stopped', 'cantTell', [pageOne, refused(0, resetIn(2))], ended('time', 3000)],
  [
    goesOn,
    'asleep for two minutes when stopped',
    'failed',
    [pageOne, refused(0, resetIn(2))],
    ended('time', 120_000),
  ],
  [goesOn, 'to the end', 'passed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)]],
  [goesOn, 'not to the end', 'failed', [pageOne, refused(0, resetIn(2)), pageTwo(2000)], incomplete],
  [
    goesOn,
    'to the end, with nothing reported',
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
  [
    goesOn,
    'to the end, and reads the whole list once more',
    'passed',
    [pageOne, refused(0, resetIn(2)), pageTwo(2000), { ...pageOne, atMs: 3000 }, pageTwo(3000)],
  ],
  [goesOn, 'not at all', 'failed', [pageOne, refused(0, resetIn(2))], incomplete],
  [paces, 'at Reset', 'passed', [usedUp, pageTwo(2000)]],
  [paces, 'at once', 'failed', [usedUp, pageTwo(500)]],
  [paces, 'with nothing more to request', 'untested', [usedUp], incomplete],
  [bounded, 'a second later', 'passed', [pageOne, refused(0), pageTwo(1000)]],
  [bounded, 'at once', 'failed', [pageOne, refused(0, resetIn(-30)), pageTwo(0)]],
  [bounded, 'after five minutes', 'passed', [pageOne, refused(0, '99999999999'), pageTwo(300_000)]],
  [bounded, 'after eleven minutes', 'failed', [pageOne, refused(0, '99999999999'), pageTwo(660_000)]],
  [bounded, 'an honest end', 'passed', [pageOne, refused(0, 'soon')], incomplete],
  [
    bounded,
    'asleep for a minute when stopped',
    'cantTell',
    [pageOne, refused(0, 'soon')],
    ended('time', 60_000),
  ],
  [
    bounded,
    'asleep for an hour when stopped',
    'failed',
    [pageOne, refused(0, 'soon')],
    ended('time', 3_600_000),
  ],
  [
    bounded,
    'a request every nine minutes without end',
    'failed',
    [pageOne, ...[0, 1, 2].map((nth) => refused(nth * 540_000))],
    ended('time', 1_200_000),
  ],
];

describe('claims about how a client keeps its rate limit', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = outcomeWith(id, seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a requirement that no scenario exercises is untested, and so is one that was never reached', () => {
    for (const id of ids) {
      expect(outcomeOver(id, [observationOf([pageOne])]).outcome, id).to.equal('untested');
      const never = observationOf([pageOne], { provokes: [id], account: { 'page 2 is refused': 0 } });
      expect(outcomeOver(id, [never]).outcome, id).to.equal('untested');
    }
  });

  it('an empty 429 that ends the client counts where a readable one did not, and is compared with nothing else', () => {
    const empty = observationOf([pageOne, refused(0, resetIn(2))], { ...incomplete, provokes: [survives] });
    const readable = (...later: readonly Seen[]) =>
      observationOf([pageOne, { ...refused(0, resetIn(2)), body: '{"error":"slow down"}' }, ...later], {
        provokes: [survives],
      });
    expect(outcomeOver(survives, [empty, readable(pageTwo(2000))]).outcome).to.equal('failed');
    expect(outcomeOver(survives, [empty, readable()]).outcome).to.equal('untested');
    expect(outcomeOver(survives, [readable(pageTwo(2000))]).outcome).to.equal('untested');
  });

  it('an early request counts in a scenario that is about something else, too', () => {
    const early = observationOf([pageOne, refused(0, resetIn(2)), pageTwo(1999)]);
    expect(outcomeOver(waits, [early]).outcome).to.equal('failed');
  });

  it('an outage is not a refusal', () => {
    const outcome = outcomeWith(waits, [pageOne, ...failingAt(503, 0), pageTwo(0)]);
    expect(outcome.outcome).to.equal('untested');
  });

  it('a finding names the first request that came early, and how many did', () => {
    const seen = [
      pageOne,
      refused(0, resetIn(2)),
      { atMs: 500, got: 200, path: '/v2.0/schools' },
      pageTwo(1500),
    ];
    expect(outcomeWith(waits, seen).cases[0]?.findings).to.deep.equal([
      {
        message: 'After a 429 the client sent 2 requests before Reset.',
        expected: 'at least 2.000 s after the 429',
        actual: '0.500 s',
        exchange: 2,
      },
    ]);
  });

  it('in a capture the clock of the server may be off, and another client may not know of the refusal', () => {
    const captured = (seen: readonly Seen[], skewMs = 0) =>
      outcomeOver(waits, [
        { ...observationOf(seen, { timing: 'real', provokes: [waits] }), captured: { skewMs } },
      ]).outcome;
    const early = [pageOne, refused(0, resetIn(2)), pageTwo(1500)];
    expect(captured(early)).to.equal('failed');
    expect(captured(early, 600)).to.equal('cantTell');
    const slow: Seen = { atMs: 500, got: 200, path: '/v2.0/schools', tookMs: 900 };
    const overlapping: Seen = { atMs: 600, got: 200, path: '/v2.0/teachers' };
    expect(captured([pageOne, refused(0, resetIn(2)), slow, overlapping])).to.equal('cantTell');
    expect(captured([pageOne, refused(0, resetIn(2)), slow, pageTwo(600)])).to.equal('failed');
  });

  it('a capture that ends with the 429 shows no wait', () => {
    const observation = observationOf([pageOne, refused(0, 'soon')], { timing: 'real', provokes: [bounded] });
    expect(outcomeOver(bounded, [{ ...observation, captured: { skewMs: 0 } }]).outcome).to.equal('untested');
  });

  it('a wait that a credible Reset ends after less than a second is long enough', () => {
    const seen = [pageOne, refused(500, resetIn(1)), refused(1000, 'soon'), pageTwo(2000)];
    expect(outcomeWith(bounded, seen).outcome).to.equal('passed');
    expect(outcomeWith(bounded, [...seen.slice(0, 3), pageTwo(1999)]).outcome).to.equal('failed');
  });
});
