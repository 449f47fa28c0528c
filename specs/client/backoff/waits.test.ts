import './waits.spec.ts';
import { expect } from 'chai';
import fc from 'fast-check';
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
  truth,
} from '../../support/client-testing.ts';

const firstWait = 'backoff/client-first-wait-1s';
const double = 'backoff/client-waits-double';
const startsOver = 'backoff/client-backoff-starts-over';

const incomplete: Circumstances = { claim: { says: 'incomplete', ids: truth.slice(0, 2) } };
const whole = [0, 1000, 3000, 7000, 15_000, 31_000];

/** What a client did, and what each claim comes to. */
const table: readonly (readonly [
  typeof firstWait | typeof double,
  string,
  OutcomeValue,
  readonly Seen[],
  Circumstances?,
])[] = [
  [firstWait, 'no retry at all', 'untested', [pageOne, ...failingAt(503, 0)], incomplete],
  [firstWait, 'a retry after 999 ms', 'failed', failingAt(503, 0, 999), incomplete],
  [
    firstWait,
    'a retry after 999 ms over a socket',
    'passed',
    failingAt(503, 0, 999),
    { ...incomplete, timing: 'real' },
  ],
  [
    firstWait,
    'a retry after 970 ms while the event loop of the suite was 40 ms late',
    'cantTell',
    failingAt(503, 0, 970),
    { ...incomplete, timing: 'real', lagMs: 40 },
  ],
  [firstWait, 'an hour late', 'passed', failingAt(503, 0, 3_600_000), incomplete],
  [double, 'the documented schedule', 'passed', failingAt(500, ...whole), incomplete],
  [double, 'a second each time', 'failed', failingAt(500, 0, 1000, 2000), incomplete],
  [double, 'one retry only', 'untested', failingAt(500, 0, 1000), incomplete],
];

describe('claims about the waits between retries', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = outcomeWith(id, seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a requirement that no scenario exercises is untested', () => {
    for (const id of [firstWait, double, startsOver] as const)
      expect(outcomeOver(id, [observationOf([pageOne])]).outcome, id).to.equal('untested');
  });

  it('a finding names the exchange, what was due and what was seen', () => {
    const [one] = outcomeWith(firstWait, failingAt(503, 0, 250)).cases;
    expect(one?.findings).to.deep.equal([
      {
        message: 'Retry 1 came too early.',
        expected: 'at least 1.000 s after the 503',
        actual: '0.250 s',
        exchange: 1,
      },
    ]);
  });

  it('a schedule that is nowhere shorter than the documented one is never a finding', () => {
    const extra = fc.array(fc.double({ min: 0, max: 120_000, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(extra, fc.double({ min: 0, max: 1, noNaN: true }), (extras, offset) => {
        let atMs = offset;
        const seen: Seen[] = [...failingAt(503, atMs)];
        for (const [retry, more] of extras.entries()) {
          atMs += 1000 * 2 ** retry + more;
          seen.push(...failingAt(503, atMs));
        }
        for (const id of [firstWait, double] as const)
          expect(outcomeWith(id, seen).outcome).to.not.equal('failed');
      }),
    );
  });

  it('any wait that is a millisecond short is a finding in virtual time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 900 }), (short, byMs) => {
        let atMs = 0;
        const seen: Seen[] = [...failingAt(503, 0)];
        for (let retry = 0; retry < 5; retry++) {
          atMs += 1000 * 2 ** retry - (retry === short ? byMs : 0);
          seen.push(...failingAt(503, atMs));
        }
        expect(outcomeWith(short === 0 ? firstWait : double, seen).outcome).to.equal('failed');
      }),
    );
  });

  it('in a capture, a retry that is under way while its request still is may be another client’s', () => {
    const captured = (tookMs: number) => {
      const seen: readonly Seen[] = [
        ...failingAt(503, 0, 500),
        { atMs: 5000, got: 200, tookMs },
        { atMs: 5100, got: 200 },
      ];
      const observation = observationOf(seen, { timing: 'real', provokes: [firstWait] });
      return outcomeOver(firstWait, [{ ...observation, captured: { skewMs: 0 } }]).outcome;
    };
    expect(captured(50)).to.equal('failed');
    expect(captured(300)).to.equal('cantTell');
  });
});

describe('claim about a schedule that starts over', () => {
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

  it('passes a client that begins with a short wait again, jitter and longer schedules included', () => {
    expect(outcomeWith(startsOver, outages(1000, 1000, 2000, 4000)).outcome).to.equal('passed');
    expect(outcomeWith(startsOver, outages(2000, 1000, 3900, 4100)).outcome).to.equal('passed');
    expect(outcomeWith(startsOver, outages(4000, 2000, 4000, 8000)).outcome).to.equal('passed');
    expect(outcomeWith(startsOver, outages(20_000, 20_000, 20_000, 20_000)).outcome).to.equal('passed');
  });

  it('fails a client that continues where the last outage ended', () => {
    expect(outcomeWith(startsOver, outages(8000, 1000, 2000, 4000)).outcome).to.equal('failed');
    expect(outcomeWith(startsOver, outages(4000, 1000, 2000, 4000)).outcome).to.equal('failed');
  });

  it('is undecided on a machine that stood still', () => {
    const more = { timing: 'real', lagMs: 2500 } as const;
    expect(outcomeWith(startsOver, outages(4000, 1000, 2000, 4000), more).outcome).to.equal('cantTell');
  });

  it('is untested where the client gave up', () => {
    expect(outcomeWith(startsOver, failingAt(503, 0, 1000)).outcome).to.equal('untested');
  });
});
