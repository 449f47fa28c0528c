import { expect } from 'chai';
import { createVirtualClock } from '../../../src/clock.ts';
import { judgeServer } from '../../../src/engine/judge.ts';
import type { Exchange } from '../../../src/exchange.ts';
import type { ServerMutant } from '../../../src/mutants/mutant.ts';
import { rateLimitMutants } from '../../../src/mutants/servers/rate-limit/rate-limit.ts';
import { openSandboxTarget } from '../../../src/targets/sandbox.ts';
import { counting } from '../../../src/variants/servers/counters.ts';
import { foreign, idsOf, judgeSandbox, judgeTarget, outcomesIn, withOutcome } from './testing.ts';

const ids = idsOf('rate-limit');

describe('a quota that is not reported', () => {
  it('is found without states, too', async () => {
    const clock = createVirtualClock();
    const target = openSandboxTarget({
      seed: 1,
      students: 4,
      clock,
      tamper: (sandbox) => {
        const counted = counting({ limit: 1199 })(sandbox, clock);
        return async (request) => {
          const response = await counted(request);
          const headers = new Headers(response.headers);
          headers.set('x-ratelimit-limit', '1200');
          headers.set('x-ratelimit-remaining', String(Number(headers.get('x-ratelimit-remaining')) + 1));
          return new Response(response.body, { status: response.status, headers });
        };
      },
    });
    const run = await judgeTarget(foreign(['exhaust', 'clock'])(target), ids, { budgetShare: 0.2 });
    expect(withOutcome(outcomesIn(run, ids), 'failed')).to.include('rate-limit/full-quota-admitted');
  }).timeout(30_000);
});

describe('tokens in turn', () => {
  for (const requests of [8, 13, 16])
    it(`are distinguished where the budget of a window ends among them, after ${requests} requests`, async () => {
      const id = 'rate-limit/bucket-per-token';
      const target = openSandboxTarget({ seed: 1, students: 4 });
      const run = await judgeTarget(target, [id], { budgetShare: (requests + 0.5) / 1200 });
      expect(run.outcomeOf(id).outcome).to.equal('passed');
    });
});

describe('captured traffic is judged without knowing why it was sent', () => {
  const capture = async (tamper?: ServerMutant['tamper']) => {
    const run = await judgeSandbox(['rate-limit'], tamper ? { tamper } : {});
    const exchanges = run.result.evidence.exchanges.map(({ step: _, ...exchange }): Exchange => exchange);
    const { context } = run.result.evidence;
    const evidence = { ...run.result.evidence, context: { ...context, subject: 'har' as const }, exchanges };
    return new Map(
      judgeServer(evidence, run.result, new Set(ids)).outcomes.map(({ id, outcome }) => [
        id,
        outcome.outcome,
      ]),
    );
  };

  it('a run of the sandbox, with clocks moved and buckets refilled in between, is not accused', async () => {
    const outcomes = await capture();
    expect([...outcomes].filter(([, outcome]) => outcome === 'failed')).to.deep.equal([]);
    expect(outcomes.get('rate-limit/remaining-counts-down')).to.equal('passed');
    expect(outcomes.get('rate-limit/window-is-fixed')).to.equal('passed');
    expect(outcomes.get('rate-limit/full-quota-admitted')).to.equal('passed');
  });

  for (const { name, breaks, tamper } of rateLimitMutants.filter((one) =>
    ['rate-limit/remaining-stuck-at-7', 'rate-limit/reset-slides', 'rate-limit/429-without-reset'].includes(
      one.name,
    ),
  ))
    it(`${name} is found`, async () => {
      expect((await capture(tamper)).get(breaks)).to.equal('failed');
    });
});
