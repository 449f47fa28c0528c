import { expect } from 'chai';
import fc from 'fast-check';
import { backoffClientJudges } from './backoff-client.ts';
import {
  failingAt,
  observationOf,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  secondPage,
  startMs,
} from './client-testing.ts';
import {
  credibleResetMs,
  punctualityOf,
  retriesOf,
  ruleFor,
  sameRequestKey,
  sentBetween,
  triesOf,
} from './client-timing.ts';

const keyOf = (seen: Partial<Seen>) => {
  const [exchange] = observationOf([{ atMs: 0, got: 200, ...seen }]).exchanges;
  return exchange ? sameRequestKey(exchange) : '';
};

describe('client timing: the same request', () => {
  it('is told by method, path, query and body', () => {
    const keys = [
      keyOf({}),
      keyOf({ method: 'POST' }),
      keyOf({ path: '/v2.0/students' }),
      keyOf({ path: `${secondPage}&limit=2` }),
      keyOf({ sent: '{"a":1}' }),
      keyOf({ sent: '{"a":2}' }),
    ];
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('stays the same when parameters or members of the body change places', () => {
    expect(keyOf({ path: '/v2.0/students?a=1&b=2' })).to.equal(keyOf({ path: '/v2.0/students?b=2&a=1' }));
    expect(keyOf({ sent: '{"a":1,"b":{"c":2,"d":[1,2]}}' })).to.equal(
      keyOf({ sent: '{"b":{"d":[1,2],"c":2},"a":1}' }),
    );
    expect(keyOf({ sent: '[1,2]' })).to.not.equal(keyOf({ sent: '[2,1]' }));
  });

  it('of another start of the client is not a repetition', () => {
    const one = observationOf([...failingAt(503, 0), { atMs: 60_000, got: 200 }]);
    const [run] = one.runs;
    const two = run ? [run, { ...run, startedAtMs: startMs + 60_000 }] : [];
    expect(triesOf(one).map((tries) => tries.length)).to.deep.equal([2]);
    expect(triesOf({ ...one, runs: two }).map((tries) => tries.length)).to.deep.equal([1, 1]);
  });
});

describe('client timing: retries', () => {
  it('are counted from the first failure, and waits from the answer', () => {
    const seen = observationOf([
      { atMs: 0, got: 503, tookMs: 300 },
      { atMs: 1300, got: 503 },
      { atMs: 3300, got: 200 },
    ]);
    expect(retriesOf(seen).map(({ nth, waitedMs }) => [nth, waitedMs])).to.deep.equal([
      [1, 1000],
      [2, 2000],
    ]);
  });

  it('start over after a success and after a 429', () => {
    for (const between of [200, 429]) {
      const seen = observationOf([
        ...failingAt(503, 0, 1000),
        { atMs: 3000, got: between },
        ...failingAt(502, 4000),
        pageTwo(5000),
      ]);
      expect(
        retriesOf(seen).map(({ nth }) => nth),
        String(between),
      ).to.deep.equal([1, 2, 1]);
    }
  });

  it('of a lost answer have no wait: libraries repeat a closed connection by themselves', () => {
    expect(retriesOf(observationOf([{ atMs: 0, got: 'lost' }, pageTwo(0)]))).to.deep.equal([]);
    const [lost] = observationOf([{ atMs: 0, got: 'lost' }]).exchanges;
    expect(lost && ruleFor(lost)).to.equal('lost');
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
        for (const id of ['backoff/client-first-wait-1s', 'backoff/client-waits-double'] as const)
          expect(outcomeWith(id, backoffClientJudges[id], seen).outcome).to.not.equal('failed');
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
        const id = short === 0 ? 'backoff/client-first-wait-1s' : 'backoff/client-waits-double';
        expect(outcomeWith(id, backoffClientJudges[id], seen).outcome).to.equal('failed');
      }),
    );
  });
});

describe('client timing: early', () => {
  const virtual = observationOf([]);
  const real = observationOf([], { timing: 'real', lagMs: 30 });

  it('is exact in virtual time', () => {
    expect(punctualityOf(1000, 1000, virtual)).to.equal('kept');
    expect(punctualityOf(999.9, 1000, virtual)).to.equal('early');
  });

  it('has 2 ms of tolerance over a socket, and our own lag makes a doubt of the rest', () => {
    expect([998, 997, 968, 967, 0].map((ms) => punctualityOf(ms, 1000, real))).to.deep.equal([
      'kept',
      'unsure',
      'unsure',
      'early',
      'early',
    ]);
  });

  it('is never later than asked', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 1e12, noNaN: true }), (waitedMs) => {
        expect(punctualityOf(waitedMs, 1000, virtual)).to.equal('kept');
        expect(punctualityOf(waitedMs, 1000, real)).to.equal('kept');
      }),
    );
  });
});

describe('client timing: Reset', () => {
  const resetOf = (headers: Readonly<Record<string, string>>) => {
    const [exchange] = observationOf([{ atMs: 500, got: 429, headers }]).exchanges;
    return exchange ? credibleResetMs(exchange) : undefined;
  };
  const at = (s: number) => String(startMs / 1000 + s);

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

describe('client timing: what is sent in between', () => {
  const between = (seen: readonly Seen[], timing: 'virtual' | 'real' = 'real') => {
    const observation = observationOf(seen, { timing, lagMs: 0 });
    const answer = observation.exchanges.find((one) => one.response?.status === 429);
    const found = answer && sentBetween(answer, startMs + 2000, observation);
    return found && [found.early.length, found.underWay.length];
  };

  it('a new request that arrives with the answer counts as under way, once', () => {
    const other = { got: 200, path: '/v2.0/schools' };
    expect(between([pageOne, ...failingAt(429, 1), { ...other, atMs: 20 }])).to.deep.equal([0, 1]);
    expect(between([pageOne, ...failingAt(429, 1), { ...other, atMs: 40 }])).to.deep.equal([1, 0]);
    expect(
      between([
        pageOne,
        ...failingAt(429, 1),
        { ...other, atMs: 2 },
        { ...other, path: '/v2.0/terms', atMs: 3 },
      ]),
    ).to.deep.equal([1, 1]);
  });

  it('a repetition is never under way, nor is what was sent before', () => {
    expect(between([pageOne, ...failingAt(429, 1, 1)], 'virtual')).to.deep.equal([1, 0]);
    expect(between([pageOne, ...failingAt(429, 1), { ...pageOne, atMs: 1 }], 'virtual')).to.deep.equal([
      1, 0,
    ]);
  });

  it('at Reset and later anything may come', () => {
    expect(between([pageOne, ...failingAt(429, 0, 2000), pageTwo(2000)], 'virtual')).to.deep.equal([0, 0]);
  });
});
