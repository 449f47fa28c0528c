import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { createVirtualClock } from '../../clock.ts';
import type { Exchange } from '../../exchange.ts';
import { judgeEvidence } from '../../judges/index.ts';
import type { Need } from '../../requirement.ts';
import type { ServerRun } from '../../run/session.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import type { ServerMutant } from '../mutant.ts';
import { rateLimitMutants } from './rate-limit.ts';
import {
  expectAllPassed,
  expectNoneFailed,
  idsOf,
  judgeSandbox,
  judgeTarget,
  outcomesIn,
  withOutcome,
} from './testing.ts';

const ids = idsOf('rate-limit');

/** A lawful way to count, told apart from the sandbox's own. All times in milliseconds of virtual time. */
interface Variant {
  readonly limit?: number;
  /** Windows begin on the minute instead of with the first request. */
  readonly aligned?: boolean;
  /** How long each answer takes; half of it before the request is counted. */
  readonly latencyMs?: number;
  /** How many requests of somebody else open each window. */
  readonly opening?: number;
  /** How many requests somebody else sends with this token after the n-th of ours. */
  readonly others?: (n: number) => number;
  /** What the headers say of one counter. */
  readonly tell?: (limit: number, left: number, resetS: number) => Readonly<Record<string, string>>;
}

const plainly: NonNullable<Variant['tell']> = (limit, left, resetS) => ({
  'X-RATELIMIT-LIMIT': `${limit}`,
  'x-ratelimit-remaining': `${left}`,
  'X-RateLimit-Reset': `${resetS}`,
  'X-Ratelimit-Bucket': 'abc123',
});

/** Somebody else's server: no provider states, time passes by waiting, and a window may be used up. */
function openForeignTarget(variant: Variant): Target {
  const clock = createVirtualClock(Date.UTC(2026, 0, 5, 12, 0, 17, 300));
  const sandbox = createSandbox({ seed: 1, students: 4, clock });
  const { limit = 1200, aligned = false, latencyMs = 0, opening = 0 } = variant;
  const { others = () => 0, tell = plainly } = variant;
  const windows = new Map<string, { left: number; endMs: number }>();
  let served = 0;
  const count = (token: string) => {
    const nowMs = clock.now();
    let window = windows.get(token);
    if (!window || nowMs >= window.endMs) {
      const endMs = aligned ? (Math.floor(nowMs / 60_000) + 1) * 60_000 : nowMs + 60_000;
      window = { left: limit - opening, endMs };
      windows.set(token, window);
    }
    const admitted = window.left > 0;
    if (admitted) window.left--;
    const told = tell(limit, window.left, Math.ceil(window.endMs / 1000));
    window.left = Math.max(0, window.left - others(++served));
    return { admitted, told };
  };
  return {
    kind: 'live',
    name: 'foreign',
    origin: 'https://foreign.example',
    token: sandbox.token,
    secondToken: sandbox.secondToken,
    clock,
    allows: new Set<Need>(['exhaust', 'clock', 'second-token']),
    fetch: async (request) => {
      clock.advance(latencyMs / 2);
      const token = request.headers.get('authorization')?.slice('Bearer '.length) ?? '';
      await sandbox.setState('the bucket has {remaining} left', { remaining: 1000, token });
      const response = await sandbox.fetch(request);
      const { admitted, told } = count(token);
      clock.advance(latencyMs / 2);
      const headers = new Headers(response.headers);
      for (const [name, value] of Object.entries(told)) headers.set(name, value);
      headers.set('date', new Date(clock.now()).toUTCString());
      return admitted
        ? new Response(response.body, { status: response.status, headers })
        : new Response(null, { status: 429, headers });
    },
    close: async () => sandbox.close(),
  };
}

function judgeForeign(variant: Variant): Promise<ServerRun> {
  return judgeTarget(openForeignTarget(variant), ids, 0.2);
}

const twoBuckets: NonNullable<Variant['tell']> = (limit, left, resetS) => ({
  'X-RateLimit-Limit': `6000, ${limit}`,
  'X-RateLimit-Remaining': `${6000 - limit + left}, ${left}`,
  'X-RateLimit-Reset': `${resetS}, ${resetS}`,
  'X-RateLimit-Bucket': 'application, bearer',
});

describe('lawful ways to limit are not accused, live and without states', function () {
  this.timeout(30_000);
  const variants: readonly {
    readonly title: string;
    readonly variant: Variant;
    /** What cannot be said of such a server, by outcome `cantTell`. */
    readonly cantTell?: readonly ServerRequirementId[];
  }[] = [
    { title: 'windows that begin with a request, Reset rounded up', variant: {} },
    { title: 'windows that begin on the minute', variant: { aligned: true } },
    { title: 'lists of two buckets', variant: { tell: twoBuckets } },
    { title: 'a list whose first bucket is not used', variant: { tell: withUnusedBucket } },
    { title: 'answers that take 30 ms', variant: { latencyMs: 30 } },
    { title: 'answers that take 30 ms, on the minute', variant: { latencyMs: 30, aligned: true } },
    {
      title: 'answers that take so long that no window is used up',
      variant: { latencyMs: 70 },
      cantTell: ['rate-limit/full-quota-admitted', 'rate-limit/exceeding-is-429'],
    },
    { title: 'another quota, as long as it is told', variant: { limit: 1800 } },
    {
      title: 'another client that uses the token all the time',
      variant: { others: () => 2, opening: 5 },
      cantTell: ['rate-limit/window-refills', 'rate-limit/full-quota-admitted'],
    },
    {
      title: 'another client that uses the token now and then',
      variant: { others: (n) => (n % 4 === 0 ? 3 : 0) },
    },
  ];
  for (const { title, variant, cantTell } of variants)
    it(title, async () => {
      const run = await judgeForeign(variant);
      expect(run.unfinished).to.equal(undefined);
      const outcomes = outcomesIn(run, ids);
      expectNoneFailed(outcomes);
      if (cantTell) expect(withOutcome(outcomes, 'cantTell')).to.include.members([...cantTell]);
      else if (!variant.others) expectAllPassed(outcomes);
    });

  it('a quota that is not told is found without states, too', async () => {
    const run = await judgeForeign({
      limit: 1199,
      tell: (_, left, resetS) => plainly(1200, left + 1, resetS),
    });
    expect(withOutcome(outcomesIn(run, ids), 'failed')).to.include('rate-limit/full-quota-admitted');
  });
});

function withUnusedBucket(limit: number, left: number, resetS: number): Readonly<Record<string, string>> {
  return {
    'X-RateLimit-Limit': `200, ${limit}`,
    'X-RateLimit-Remaining': `200, ${left}`,
    'X-RateLimit-Reset': `${resetS}, ${resetS}`,
    'X-RateLimit-Bucket': 'writes, reads',
  };
}

describe('captured traffic is judged without knowing why it was sent', () => {
  const capture = async (tamper?: ServerMutant['tamper']) => {
    const run = await judgeSandbox(['rate-limit'], tamper ? { tamper } : {});
    const exchanges = run.result.evidence.exchanges.map(({ step: _, ...exchange }): Exchange => exchange);
    const { context } = run.result.evidence;
    const evidence = { ...run.result.evidence, context: { ...context, subject: 'har' as const }, exchanges };
    return new Map(judgeEvidence(evidence, new Set(ids)).map(({ id, outcome }) => [id, outcome.outcome]));
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
