import { expect } from 'chai';
import type { Exchange, HeaderMap } from '../../exchange.ts';
import type { RecordedObservation } from '../../result.ts';
import { readScenario } from '../../traffic/client/client-traffic.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { sampleExchange } from '../testing.ts';
import { renderTimeline } from './timeline.ts';
import { resetText } from './times.ts';

const origin = 'http://127.0.0.1:4000';

function scenarioOf(observation: RecordedObservation, exchanges: readonly Exchange[]): ScenarioTraffic {
  return readScenario({ ...observation, exchanges });
}

function exchange(
  seq: number,
  atMs: number,
  path: string,
  status?: number,
  over: Partial<Exchange> = {},
): Exchange {
  return {
    seq,
    request: { method: 'GET', origin, path, headers: {}, sentAtMs: 10_000 + atMs },
    ...(status === undefined
      ? { failure: { kind: 'closed', message: 'closed' } }
      : { response: { status, headers: {}, body: '', receivedAtMs: 10_000 + atMs } }),
    ...over,
  };
}

const observation = (count: number, over: Partial<RecordedObservation> = {}): RecordedObservation => ({
  scenario: 'backoff/sample',
  provokes: [],
  job: 'sync:students',
  timing: 'real',
  exchanges: { first: 0, count },
  runs: [
    {
      startedAtMs: 10_000,
      endedAtMs: 15_000,
      claim: { says: 'complete', ids: ['a'], said: '', endedBy: 'itself' },
    },
  ],
  truth: [],
  account: {},
  origin,
  lagMs: 0,
  ...over,
});

describe('what a 429 says of when to go on', () => {
  const at = 1_767_614_400;
  for (const [reset, text] of [
    [undefined, 'no Reset'],
    [`${at + 2.25}`, 'Reset in 2.25 s'],
    [`${at - 30}`, 'Reset 30 s ago'],
    ['soon', 'Reset is no time'],
    [' ', 'Reset is no time'],
    [`${at + 86_400}`, 'Reset is far ahead'],
    ['30', 'Reset is long past'],
  ] as const)
    it(text, () => {
      const headers: HeaderMap = reset === undefined ? {} : { 'x-ratelimit-reset': reset };
      const { request } = sampleExchange();
      const response = { status: 429, headers, body: '', receivedAtMs: request.sentAtMs };
      expect(resetText({ request, response })).to.equal(text);
    });
});

describe('a timeline', () => {
  it('shows requests, responses and waits, and names a request only if it differs from the previous one', () => {
    const limited = { status: 429, headers: { 'x-ratelimit-reset': '12' }, body: '', receivedAtMs: 10_000 };
    const exchanges = [
      exchange(0, 0, '/v2.0/students', 429, { response: limited }),
      exchange(1, 2013, '/v2.0/students', 200),
      exchange(2, 2100, '/v2.0/students?starting_after=x'),
    ];
    expect(renderTimeline(scenarioOf(observation(3), exchanges))).to.equal(
      't=0.000 GET /v2.0/students 429 (Reset in 2 s) · t=2.013 200 · ' +
        't=2.100 GET /v2.0/students?starting_after=x lost · t=5.000 reports complete, 1 id',
    );
  });

  it('shows the request that a finding is about, and what was to be waited for after the last one of a window', () => {
    const usedUp = {
      status: 200,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '13' },
      body: '',
      receivedAtMs: 10_500,
    };
    const exchanges = Array.from({ length: 100 }, (_, at) => exchange(at, at * 10, '/v2.0/students', 200));
    exchanges[50] = exchange(50, 500, '/v2.0/students', 200, { response: usedUp });
    const scenario = scenarioOf(observation(100), exchanges);
    expect(renderTimeline(scenario, 51)).to.include(
      ' · … 37 more · t=0.490 200 · t=0.500 200 (0 remaining, Reset in 2.5 s) · t=0.510 200 · t=0.520 200 · … 44 more · t=0.970',
    );
    expect(renderTimeline(scenario, 14)).to.include('t=0.110 200 · t=0.120 200 · t=0.130 200 · ');
    for (const about of [undefined, 0, 99, 1000])
      expect(renderTimeline(scenario, about), `${about}`).to.include('t=0.110 200 · … 85 more · t=0.970');
  });

  it('shows the beginning and the end of a long one, other origins, restarts, and who ended it', () => {
    const exchanges = Array.from({ length: 100 }, (_, at) => exchange(at, at * 10, '/v2.0/students', 200));
    exchanges[99] = exchange(99, 990, '/x', 200, {
      request: { method: 'GET', origin: 'http://127.0.0.1:9', path: '/x', headers: {}, sentAtMs: 10_990 },
    });
    const [first] = observation(0).runs;
    const runs = [
      ...(first ? [first] : []),
      {
        startedAtMs: 10_005,
        endedAtMs: 12_000,
        claim: { says: 'incomplete', ids: [], said: '', endedBy: 'time' },
      },
    ] as const;
    const text = renderTimeline(scenarioOf(observation(100, { runs }), exchanges));
    expect(text).to.include(' · … 85 more · ').and.include(' · | t=0.010 200');
    expect(text).to.match(
      /GET http:\/\/127\.0\.0\.1:9\/x 200 · t=2\.000 stopped by the suite \(time limit\), 0 ids$/,
    );
  });
});
