import { expect } from 'chai';
import fc from 'fast-check';
import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { isPromisedIn } from '../../contracts/versions.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { createVirtualClock } from '../../src/clock.ts';
import { runServer } from '../../src/engine/server-run.ts';
import { paginationMutants } from '../../src/mutants/servers/pagination/pagination.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { Target } from '../../src/targets/target.ts';
import {
  type NullServer,
  nullServers,
  packed,
  type ServerVariant,
  serverVariants,
  socketVariants,
} from '../../src/variants/index.ts';
import { openSocket } from '../../src/variants/sockets.ts';
import type { Verdict } from '../../tools/proofs/long/long.ts';
import { judgeServerPlan, plainServer, type ServerPlan } from '../../tools/proofs/long/server.ts';

const alarmsOf = ({ alarms }: Verdict) => alarms.map(({ id, outcome, why }) => `${id} ${outcome} ${why}`);

describe('conforming servers', function () {
  this.timeout(300_000);
  const ours = serverVariants.filter((one) => one.subject === undefined);
  const others = serverVariants.filter((one) => one.subject === 'live');
  const counting = serverVariants.filter((one) => one.subject === 'counting');
  for (const [kind, variants] of Object.entries({ ours, others, counting }))
    for (const [at, together] of packed(variants).entries())
      it(`${kind}, ${at + 1}: nothing is said against ${together.length} variants in one server`, async () => {
        const plan = { ...plainServer(together), students: 30, usesUpWindow: at === 0 && kind === 'ours' };
        const verdict = await judgeServerPlan(plan);
        // Distinguished only where something is wrong: which of them it was.
        if (verdict.alarms.length > 0)
          for (const one of together)
            expect(
              alarmsOf(await judgeServerPlan({ ...plan, variants: [one.name] })),
              one.name,
            ).to.deep.equal([]);
        expect(alarmsOf(verdict)).to.deep.equal([]);
        expect(verdict.judged).to.be.above(kind === 'counting' ? 70 : 80);
      });

  for (const [kind, variants] of Object.entries({ ours, others, counting }))
    for (const [at, together] of packed(variants).entries())
      it(`${kind}, ${at + 1}: nothing is said against ${together.length} variants that serve v3.1`, async () => {
        const plan: ServerPlan = {
          ...plainServer(together),
          students: 30,
          usesUpWindow: false,
          apis: ['data-v3.1', 'lms-v3.1'],
        };
        const verdict = await judgeServerPlan(plan);
        if (verdict.alarms.length > 0)
          for (const one of together)
            expect(
              alarmsOf(await judgeServerPlan({ ...plan, variants: [one.name] })),
              one.name,
            ).to.deep.equal([]);
        expect(alarmsOf(verdict)).to.deep.equal([]);
      });

  for (const students of [0, 1, 2])
    it(`a district of ${students} students is not accused`, async () => {
      const plan = { ...plainServer([]), students, usesUpWindow: false };
      const verdict = await judgeServerPlan(plan);
      expect(alarmsOf(verdict)).to.deep.equal([]);
      expect(verdict.judged).to.be.above(55);
    });

  // Once these were not accused, and not judged either.
  const onceOverlooked: readonly (readonly [ServerVariant['name'], readonly ServerRequirementId[]])[] = [
    ['pagination/links-carry-a-parameter-of-their-own', ['pagination/next-walk-complete']],
    [
      'pagination/next-on-the-last-page',
      [
        'pagination/next-walk-complete',
        'pagination/empty-page-before-the-start',
        'pagination/stable-under-insert',
      ],
    ],
    ['data/label-in-other-letters', ['data/json-content-type']],
  ];
  for (const [name, ids] of onceOverlooked)
    it(`${name}: ${ids.join(', ')} can be judged`, async () => {
      const variant = serverVariants.filter((one) => one.name === name);
      const verdict = await judgeServerPlan({ ...plainServer(variant), usesUpWindow: false }, ids);
      expect(alarmsOf(verdict)).to.deep.equal([]);
      expect(verdict.judged).to.equal(ids.length);
    });

  it('a server that breaks something raises the alarm, alone and among variants', async () => {
    const broken = paginationMutants.find((one) => one.breaks === 'pagination/limit-honoured');
    if (!broken) throw new Error('no such mutant');
    const bad: ServerVariant = { name: 'pagination/broken', why: 'nothing', tamper: broken.tamper };
    const plan = { ...plainServer([bad, ...ours.slice(0, 1)]), usesUpWindow: false };
    const { alarms } = await judgeServerPlan(plan, ['pagination/limit-honoured'], [bad, ...serverVariants]);
    expect(alarms.map((one) => one.id)).to.deep.equal(['pagination/limit-honoured']);
  });
});

const everything = new Set([
  'states',
  'clock',
  'writes',
  'exhaust',
  'second-token',
  'user-token',
  'test-token',
] as const);

/** Ids with an outcome other than the one wanted, of a target that is reached in its own way. */
async function judgeWire(
  fetch: Target['fetch'],
  ids: readonly ServerRequirementId[],
  clock = createVirtualClock(),
  sandbox = createSandbox({ seed: 1, students: 12, clock }),
) {
  try {
    return await runServer({
      target: {
        kind: 'sandbox',
        name: 'a server',
        origin: 'http://sandbox.localhost',
        fetch,
        clock,
        token: sandbox.token,
        secondToken: sandbox.secondToken,
        setState: sandbox.setState,
        allows: everything,
        close: async () => {},
      },
      apis: ['data-v2.0', 'lms-v3.1'],
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
  } finally {
    sandbox.close();
  }
}

const of = (...prefixes: readonly string[]) =>
  requirementsOf('server')
    .map((one) => one.id)
    .filter((id) => prefixes.some((prefix) => id.startsWith(prefix)));

describe('conforming ways to write to a socket', function () {
  this.timeout(60_000);
  const ids = of('data/', 'events/', 'errors/', 'rate-limit/headers');
  for (const variant of socketVariants)
    it(`${variant.name}: everything passes`, async () => {
      const clock = createVirtualClock();
      const sandbox = createSandbox({ seed: 1, students: 12, clock });
      const socket = await openSocket(variant, sandbox);
      try {
        const run = await judgeWire(socket.fetch, ids, clock, sandbox);
        const promised = ids.filter((id) =>
          profiles.some((one) => one.kind === 'data' && isPromisedIn(id, one)),
        );
        expect(promised.filter((id) => run.outcomeOf(id).outcome !== 'passed')).to.deep.equal([]);
      } finally {
        await socket.close();
      }
    });
});

describe('servers with nothing behind them', function () {
  this.timeout(60_000);
  // Without a whole window: what is undecided after 100 requests stays undecided after 1,200.
  const ids = requirementsOf('server')
    .map((one) => one.id)
    .filter((id) => !/full-quota|429|admits|refills/.test(id));
  const passes = async ({ open }: NullServer) => {
    const run = await judgeWire(open(createVirtualClock()), ids);
    return ids.filter((id) => run.outcomeOf(id).outcome === 'passed');
  };
  for (const server of nullServers)
    it(`${server.name}: nothing passes`, async () => {
      expect(await passes(server)).to.deep.equal([]);
    });

  it('any status with any JSON or any bytes for everything: nothing passes', async () => {
    const statuses = fc.constantFrom(200, 201, 400, 401, 403, 404, 405, 413, 429, 500, 501, 503);
    const bodies = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((one) => JSON.stringify({ data: one })),
    );
    await fc.assert(
      fc.asyncProperty(statuses, bodies, async (status, body) => {
        const open = () => async () =>
          new Response(body, { status, headers: { 'content-type': 'application/json' } });
        expect(await passes({ name: 'random', open })).to.deep.equal([]);
      }),
      { seed: 1, numRuns: 12 },
    );
  });
});
