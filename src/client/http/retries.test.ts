import { expect } from 'chai';
import { virtualEpochMs } from '../../clock.ts';
import type { Answer } from './answer.ts';
import { json, type Scripted, type ScriptedWire, scriptWire } from './wire-testing.ts';

const url = 'https://api.clever.com/v2.0/students';
const startS = virtualEpochMs / 1000;

function ask(wire: ScriptedWire, method = 'GET', path = ''): Promise<Answer> {
  return wire.send({ method, url: url + path, headers: {}, body: undefined, signal: wire.settings.signal });
}

function limits(remaining: number | string, reset: number | string | undefined): Record<string, string> {
  return {
    'x-ratelimit-bucket': 'bearer',
    'x-ratelimit-limit': '1200',
    'x-ratelimit-remaining': String(remaining),
    ...(reset === undefined ? {} : { 'x-ratelimit-reset': String(reset) }),
  };
}

const good = () => json({ data: {} });
const empty =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status, headers });
const lost = () => 'lost' as const;

/** The first responses; successful ones follow. */
function script(...answers: (() => Scripted)[]): (_: unknown, number: number) => Scripted {
  return (_, number) => (answers[number] ?? good)();
}

const times = (count: number, answer: () => Scripted) => Array.from({ length: count }, () => answer);

describe('client retries', () => {
  const schedule: readonly [
    title: string,
    answers: (() => Scripted)[],
    jitter: number,
    instantsS: number[],
    status: number,
    failure: string | undefined,
  ][] = [
    ['a transient 500', [empty(500)], 0, [0, 1], 200, undefined],
    ['a transient 502', [empty(502)], 0, [0, 1], 200, undefined],
    ['a transient 503', [empty(503)], 0, [0, 1], 200, undefined],
    ['five failures, then a success', times(5, empty(503)), 0, [0, 1, 3, 7, 15, 31], 200, undefined],
    ['an outage that lasts', times(9, empty(503)), 0, [0, 1, 3, 7, 15, 31], 503, 'retries-exhausted'],
    [
      'the same with jitter at 1',
      times(9, empty(503)),
      1,
      [0, 1.5, 4.5, 10.5, 22.5, 46.5],
      503,
      'retries-exhausted',
    ],
    ['jitter out of range', times(2, empty(500)), -7, [0, 1, 3], 200, undefined],
    ['jitter that is not a number', times(2, empty(500)), Number.NaN, [0, 1, 3], 200, undefined],
    ['lost connections', times(9, lost), 0, [0, 1, 3, 7, 15, 31], 0, 'unreachable'],
    ['a transient loss', [lost], 0, [0, 1], 200, undefined],
    ['a 501 after 503s', [empty(503), empty(501)], 0, [0, 1], 501, undefined],
    ['Retry-After that is longer', [empty(503, { 'retry-after': '7' })], 0, [0, 7], 200, undefined],
    ['Retry-After that is shorter', [empty(503, { 'retry-after': '0' })], 0, [0, 1], 200, undefined],
    ['Retry-After as an epoch', [empty(503, { 'retry-after': '1771404540' })], 0, [0, 1], 200, undefined],
    ['Retry-After of a day', [empty(503, { 'retry-after': '86400' })], 0, [0, 1], 200, undefined],
    ['Retry-After of -1', [empty(503, { 'retry-after': '-1' })], 0, [0, 1], 200, undefined],
    [
      'Retry-After as a date',
      [empty(503, { 'retry-after': new Date(virtualEpochMs + 9000).toUTCString() })],
      0,
      [0, 9],
      200,
      undefined,
    ],
    ['a 429 with Reset in 42 s', [empty(429, limits(0, startS + 42))], 1, [0, 42], 200, undefined],
    [
      'a 429 with Reset within the first wait',
      [empty(429, limits(0, startS + 1))],
      1,
      [0, 1.5],
      200,
      undefined,
    ],
    [
      'two windows in a row',
      [empty(429, limits(0, startS + 42)), empty(429, limits(0, startS + 102))],
      0,
      [0, 42, 102],
      200,
      undefined,
    ],
    [
      'Retry-After and Reset that differ: the later applies',
      [empty(429, { ...limits(0, startS + 10), 'retry-after': '20' })],
      0,
      [0, 20],
      200,
      undefined,
    ],
    [
      'several buckets: the latest Reset of the exhausted ones',
      [
        empty(429, {
          'x-ratelimit-bucket': 'all, none, more',
          'x-ratelimit-limit': '200, 1200, 9',
          'x-ratelimit-remaining': '0, 0, 5',
          'x-ratelimit-reset': `${startS + 5}, ${startS + 8}, ${startS + 50}`,
        }),
      ],
      0,
      [0, 8],
      200,
      undefined,
    ],
    [
      'a Date that is behind: the later time applies',
      [empty(429, { ...limits(0, startS + 10), date: new Date(virtualEpochMs - 5000).toUTCString() })],
      0,
      [0, 15],
      200,
      undefined,
    ],
    [
      'an implausible Date is ignored',
      [empty(429, { ...limits(0, startS + 10), date: new Date(virtualEpochMs - 6e5).toUTCString() })],
      0,
      [0, 10],
      200,
      undefined,
    ],
  ];
  for (const [title, answers, jitter, instantsS, status, failure] of schedule)
    it(`${title}: requests at ${instantsS.join(', ')} s`, async () => {
      const wire = scriptWire(script(...answers), { jitter });
      const answer = await ask(wire);
      expect(wire.instantsS()).to.deep.equal(instantsS);
      expect(answer.status).to.equal(status);
      expect(answer.failure?.kind).to.equal(failure);
    });

  const absurd: readonly (string | undefined)[] = [
    undefined,
    '',
    'abc',
    '-5',
    'NaN',
    '1e3',
    '5, 0',
    '0',
    '1394506274',
    String(startS),
    String(startS - 1),
    String(virtualEpochMs + 30_000),
    String(startS + 86_400),
    String(startS + 3_155_760_000),
    '9'.repeat(40),
  ];
  for (const reset of absurd)
    it(`an invalid Reset (${JSON.stringify(reset)?.slice(0, 20)}) falls back to the backoff`, async () => {
      const wire = scriptWire(script(...times(9, empty(429, limits(0, reset)))));
      const answer = await ask(wire);
      expect(wire.instantsS()).to.deep.equal([0, 1, 3, 7, 15, 31]);
      expect(answer).to.include({ status: 429 }).and.nested.include({ 'failure.kind': 'retries-exhausted' });
    });

  for (const status of [400, 401, 403, 404, 405, 413, 501, 418])
    it(`a ${status} is not retried`, async () => {
      const wire = scriptWire(empty(status));
      expect((await ask(wire)).status).to.equal(status);
      expect(wire.asked).to.have.length(1);
    });

  it('the backoff of the next outage starts at one second again', async () => {
    const wire = scriptWire(script(empty(503), empty(503), good, empty(503)));
    await ask(wire);
    await ask(wire);
    expect(wire.instantsS()).to.deep.equal([0, 1, 3, 3, 4]);
  });

  it('a server that does not respond times out', async () => {
    const wire = scriptWire(
      script(() => 'silence'),
      { caps: { answerMs: 60_000 } },
    );
    expect((await ask(wire)).status).to.equal(200);
    expect(wire.instantsS()).to.deep.equal([0, 61]);
  });

  it('an abort ends a wait immediately, with its reason', async () => {
    const stop = new AbortController();
    const wire = scriptWire(
      () => {
        setImmediate(() => stop.abort(new Error('enough')));
        return new Response(null, { status: 503 });
      },
      { signal: stop.signal },
    );
    const fault = await ask(wire).catch((error: unknown) => error);
    expect(fault).to.be.an('error').with.property('message', 'enough');
    expect(wire.asked).to.have.length(1);
  });
});

describe('client pacing', () => {
  it('after Remaining 0 the next request waits for Reset', async () => {
    const wire = scriptWire((_, number) => json({}, 200, limits(number === 0 ? 0 : 1199, startS + 42)));
    await ask(wire);
    await ask(wire);
    await ask(wire);
    expect(wire.instantsS()).to.deep.equal([0, 42, 42]);
  });

  it('all concurrent requests wait', async () => {
    const wire = scriptWire((_, number) => json({}, 200, limits(number === 0 ? 0 : 9, startS + 42)));
    await ask(wire);
    await Promise.all([ask(wire), ask(wire), ask(wire)]);
    expect(wire.instantsS()).to.deep.equal([0, 42, 42, 42]);
  });

  it('a 429 delays other requests, too', async () => {
    const wire = scriptWire(script(empty(429, limits(0, startS + 30))));
    const first = ask(wire);
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, ask(wire, 'POST')]);
    expect(wire.instantsS()).to.deep.equal([0, 30, 30]);
  });

  it('an implausible Reset slows requests down without stopping them', async () => {
    for (const reset of [startS + 86_400, startS - 1, 0, 'soon', undefined]) {
      const wire = scriptWire(() => json({}, 200, limits(0, reset)));
      for (let n = 0; n < 4; n++) await ask(wire);
      expect(wire.instantsS()).to.deep.equal([0, 1, 2, 3]);
    }
  });

  it('Remaining above zero causes no wait', async () => {
    const wire = scriptWire(() => json({}, 200, limits(1, startS + 42)));
    for (let n = 0; n < 3; n++) await ask(wire);
    expect(wire.instantsS()).to.deep.equal([0, 0, 0]);
  });

  it('malformed counters cause no wait and no error', async () => {
    for (const remaining of ['-1', '', 'x', '1e9', '5, 0']) {
      const wire = scriptWire(() => json({}, 200, limits(remaining, 'soon')));
      for (let n = 0; n < 2; n++) await ask(wire);
      expect(wire.instantsS()).to.deep.equal([0, 0]);
    }
  });
});
