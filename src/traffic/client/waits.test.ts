import { expect } from 'chai';
import fc from 'fast-check';
import { readScenario } from './client-traffic.ts';
import { failingAt, observationOf, pageOne, pageTwo, type Seen, startMs } from './testing.ts';
import { credibleResetMs, punctualityOf, waitUntilEnd, waitUntilNext } from './waits.ts';

const at = (s: number) => String(startMs / 1000 + s);

describe('early requests', () => {
  const virtual = { timing: 'virtual', lagMs: 0 } as const;
  const real = { timing: 'real', lagMs: 30 } as const;

  it('are exact in virtual time', () => {
    expect(punctualityOf(1000, 1000, virtual)).to.equal('kept');
    expect(punctualityOf(999.9, 1000, virtual)).to.equal('early');
  });

  it('have 2 ms of tolerance over a socket, and are unsure within the lag of the suite', () => {
    expect([998, 997, 968, 967, 0].map((ms) => punctualityOf(ms, 1000, real))).to.deep.equal([
      'kept',
      'unsure',
      'unsure',
      'early',
      'early',
    ]);
  });

  it('are never later than asked', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 1e12, noNaN: true }), (waitedMs) => {
        expect(punctualityOf(waitedMs, 1000, virtual)).to.equal('kept');
        expect(punctualityOf(waitedMs, 1000, real)).to.equal('kept');
      }),
    );
  });
});

describe('Reset', () => {
  const resetOf = (headers: Readonly<Record<string, string>>) => {
    const [exchange] = readScenario(observationOf([{ atMs: 500, got: 429, headers }])).exchanges;
    return exchange ? credibleResetMs(exchange) : undefined;
  };

  it('is believed when it lies within one window ahead', () => {
    expect(resetOf({ 'x-ratelimit-reset': at(2) })).to.equal(startMs + 2000);
    expect(resetOf({ 'x-ratelimit-reset': at(60) })).to.equal(startMs + 60_000);
  });

  it('is not believed in the past, in milliseconds, years ahead, doubled, or as a word', () => {
    for (const reset of [
      at(0),
      at(-30),
      at(90),
      `${at(2)}000`,
      '1394506274',
      `${at(2)}, 0`,
      'soon',
      '',
      '-1',
    ])
      expect(resetOf({ 'x-ratelimit-reset': reset }), reset).to.equal(undefined);
    expect(resetOf({})).to.equal(undefined);
  });

  it('of the bucket that is used up counts', () => {
    const headers = {
      'x-ratelimit-bucket': 'a, b',
      'x-ratelimit-remaining': '0, 5',
      'x-ratelimit-reset': `${at(2)}, ${at(40)}`,
    };
    expect(resetOf(headers)).to.equal(startMs + 2000);
  });
});

describe('pauses', () => {
  const reset = { 'x-ratelimit-reset': at(2) };
  const refused = (...atMs: readonly number[]): readonly Seen[] =>
    failingAt(429, ...atMs).map((one) => ({ ...one, headers: reset }));
  /** Early requests, and whether one was in flight. */
  const within = (seen: readonly Seen[], timing: 'virtual' | 'real' = 'real') => {
    const [pause] = readScenario(observationOf([...seen, pageTwo(2000)], { timing })).pauses;
    return pause && [pause.early.length, pause.inFlight !== undefined];
  };

  it('a new request that arrives together with the response counts as in flight, once', () => {
    const other = { got: 200, path: '/v2.0/schools' };
    expect(within([pageOne, ...refused(1), { ...other, atMs: 20 }])).to.deep.equal([0, true]);
    expect(within([pageOne, ...refused(1), { ...other, atMs: 40 }])).to.deep.equal([1, false]);
    expect(
      within([pageOne, ...refused(1), { ...other, atMs: 2 }, { ...other, path: '/v2.0/terms', atMs: 3 }]),
    ).to.deep.equal([1, true]);
  });

  it('a repetition is never in flight, nor is what was sent before', () => {
    expect(within([pageOne, ...refused(1, 1)], 'virtual')).to.deep.equal([1, false]);
    expect(within([pageOne, ...refused(1), { ...pageOne, atMs: 1 }], 'virtual')).to.deep.equal([1, false]);
  });

  it('end at Reset', () => {
    expect(within([pageOne, ...refused(0, 2000)], 'virtual')).to.deep.equal([0, false]);
  });

  it('come after a 429 without a credible Reset, too, and after a success that used up the window', () => {
    const usedUp = { ...pageOne, headers: { ...reset, 'x-ratelimit-remaining': '0' } };
    const { pauses } = readScenario(observationOf([usedUp, ...failingAt(429, 2000), pageTwo(3000)]));
    expect(pauses.map(({ until, dueMs, waitedMs }) => [until, dueMs, waitedMs])).to.deep.equal([
      ['reset', 2000, 2000],
      ['shortest', 1000, 1000],
    ]);
  });

  it('are none where no further request came', () => {
    expect(readScenario(observationOf([pageOne, ...refused(0)])).pauses).to.be.empty;
  });

  it('by the clock of the server are as inexact as that is off', () => {
    const observation = observationOf([pageOne, ...refused(0), pageTwo(1500)], { timing: 'real', lagMs: 5 });
    const [pause] = readScenario({ ...observation, captured: { skewMs: 600 } }).pauses;
    expect([pause?.timing.lagMs, pause?.unsure.length, pause?.early.length]).to.deep.equal([605, 1, 0]);
  });
});

describe('how long a client does nothing', () => {
  it('lasts until its next request, or until its end', () => {
    const scenario = readScenario(observationOf([pageOne, pageTwo(300)], { endedMs: 900 }));
    const [first, second] = scenario.exchanges;
    expect(first && waitUntilNext(first, scenario).waitedMs).to.equal(300);
    expect(first && waitUntilEnd(first, scenario).waitedMs).to.equal(900);
    expect(second && waitUntilNext(second, scenario).waitedMs).to.equal(600);
  });
});
