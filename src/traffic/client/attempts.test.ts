import { expect } from 'chai';
import { finalResponseIn, requestKeyOf, retryRuleOf } from './attempts.ts';
import { readScenario } from './client-traffic.ts';
import { failingAt, observationOf, pageTwo, type Seen, secondPage, startMs } from './testing.ts';

const scenarioOf = (seen: readonly Seen[]) => readScenario(observationOf(seen));
const firstOf = (seen: Partial<Seen>) => scenarioOf([{ atMs: 0, got: 200, ...seen }]).exchanges[0]!;
const keyOf = (seen: Partial<Seen>) => requestKeyOf(firstOf(seen));

describe('attempts of the same request', () => {
  it('are recognized by method, path, query and body', () => {
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

  it('stay the same when parameters or members of the body change places', () => {
    expect(keyOf({ path: '/v2.0/students?a=1&b=2' })).to.equal(keyOf({ path: '/v2.0/students?b=2&a=1' }));
    expect(keyOf({ sent: '{"a":1,"b":{"c":2,"d":[1,2]}}' })).to.equal(
      keyOf({ sent: '{"b":{"d":[1,2],"c":2},"a":1}' }),
    );
    expect(keyOf({ sent: '[1,2]' })).to.not.equal(keyOf({ sent: '[2,1]' }));
  });

  it('do not go beyond one run of the client', () => {
    const one = observationOf([...failingAt(503, 0), { atMs: 60_000, got: 200 }]);
    const [run] = one.runs;
    const two = run ? [run, { ...run, startedAtMs: startMs + 60_000 }] : [];
    expect(readScenario(one).attempts.map(({ length }) => length)).to.deep.equal([2]);
    expect(readScenario({ ...one, runs: two }).attempts.map(({ length }) => length)).to.deep.equal([1, 1]);
  });
});

describe('retries', () => {
  it('are counted from the first failure, and waits from the response', () => {
    const seen = scenarioOf([
      { atMs: 0, got: 503, tookMs: 300 },
      { atMs: 1300, got: 503 },
      { atMs: 3300, got: 200 },
    ]);
    expect(seen.retries.map(({ nth, waitedMs }) => [nth, waitedMs])).to.deep.equal([
      [1, 1000],
      [2, 2000],
    ]);
  });

  it('start over after a success and after a 429', () => {
    for (const between of [200, 429]) {
      const seen = scenarioOf([
        ...failingAt(503, 0, 1000),
        { atMs: 3000, got: between },
        ...failingAt(502, 4000),
        pageTwo(5000),
      ]);
      expect(
        seen.retries.map(({ nth }) => nth),
        String(between),
      ).to.deep.equal([1, 2, 1]);
    }
  });

  it('of a lost response have no wait: libraries repeat a closed connection by themselves', () => {
    expect(scenarioOf([{ atMs: 0, got: 'lost' }, pageTwo(0)]).retries).to.deep.equal([]);
    expect(retryRuleOf(firstOf({ got: 'lost' }))).to.equal('lost');
  });
});

describe('failed requests', () => {
  it('count retries without a success in between, whatever the rate limit refuses', () => {
    const [failed] = scenarioOf([
      ...failingAt(503, 0, 1000),
      ...failingAt(429, 2000),
      ...failingAt(503, 3000),
      pageTwo(4000),
      ...failingAt(503, 5000),
    ]).failedRequests;
    expect([failed?.retries, failed?.repeatsAfterLoss, failed?.isOver]).to.deep.equal([3, 0, false]);
  });

  it('are none where nothing failed', () => {
    expect(scenarioOf([pageTwo(0), ...failingAt(404, 1)]).failedRequests).to.be.empty;
  });
});

describe('final responses', () => {
  it('come with what was sent again after them', () => {
    const attempts = scenarioOf([...failingAt(503, 0), ...failingAt(404, 1, 2, 3)]).exchanges;
    expect(finalResponseIn(attempts, 404)?.attempts.map(({ seq }) => seq)).to.deep.equal([1, 2, 3]);
    expect(finalResponseIn(attempts, 401)).to.equal(undefined);
    expect(finalResponseIn(attempts.slice(0, 2), 404)?.exchange.seq).to.equal(1);
  });
});
