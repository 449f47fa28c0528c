/**
 * Judges every conforming variant alone, then random conforming servers and clients until `--checks` requirements were
 * judged, and reports every alarm with the seed that repeats it:
 * `npm run prove:long -- --checks 300000 --workers 2 --seed 1`. `--from N` continues an earlier run, `--only N` repeats one
 * run and shrinks its alarm, `--seconds N` limits the time.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { clientVariants } from '../../src/variants/clients/index.ts';
import { serverVariants } from '../../src/variants/servers/index.ts';
import { type ClientPlan, judgeClientPlan, judgeConformingClient } from './long/client.ts';
import { type Alarm, type LongTally, seedOfRun, tallyText, type Verdict } from './long/long.ts';
import { clientPlans, serverPlans } from './long/random.ts';
import { judgeServerPlan, plainServer, type ServerPlan } from './long/server.ts';

/** The result of one run in a worker. */
interface RunReport {
  readonly number: number;
  readonly judged: number;
  /** The smallest plan found with an alarm, and its alarms. */
  readonly found?: { readonly plan: Plan; readonly alarms: readonly Alarm[] };
}

/** Every n-th run judges a client: it costs as much as a server's and judges fewer requirements. */
const clientEvery = 10;
/** Time limit for shrinking. */
const shrinkMs = 120_000;

/** An unchanged client variant. */
interface GalleryPlan {
  readonly side: 'gallery client';
  readonly name: string;
}

type Plan = ServerPlan | ClientPlan | GalleryPlan;

/** Every variant alone and a district of 10,000, before the random plans. */
const fixed: readonly Plan[] = [
  ...serverVariants.map((one) => plainServer([one])),
  ...clientVariants.map(({ name }): Plan => ({ side: 'gallery client', name })),
  { ...plainServer([]), students: 10_000 },
];

function planOf(number: number): fc.Arbitrary<Plan> {
  const plan = fixed[number];
  if (plan) return fc.constant(plan);
  return number % clientEvery === 0 ? clientPlans : serverPlans;
}

async function judgePlan(plan: Plan): Promise<Verdict> {
  if (plan.side === 'server') return await judgeServerPlan(plan);
  if (plan.side === 'client') return await judgeClientPlan(plan);
  const found = clientVariants.find((one) => one.name === plan.name);
  if (!found) throw new RangeError(`no client ${plan.name}`);
  return await judgeConformingClient(found.run, found.but);
}

async function judgeRun(seed: number, number: number): Promise<RunReport> {
  let judged: number | undefined;
  let smallest: RunReport['found'];
  await fc.check(
    fc.asyncProperty(planOf(number), async (plan) => {
      const verdict = await judgePlan(plan).catch(
        (fault: unknown): Verdict => ({
          judged: 0,
          alarms: [
            {
              id: 'the run',
              outcome: 'thrown',
              why: fault instanceof Error ? String(fault.stack) : String(fault),
            },
          ],
        }),
      );
      judged ??= verdict.judged;
      if (verdict.alarms.length > 0) smallest = { plan, alarms: verdict.alarms };
      return verdict.alarms.length === 0;
    }),
    { seed: seedOfRun(seed, number), numRuns: 1, interruptAfterTimeLimit: shrinkMs },
  );
  return { number, judged: judged ?? 0, ...(smallest ? { found: smallest } : {}) };
}

if (isMainThread) await main();
else {
  const { seed } = workerData as { readonly seed: number };
  parentPort?.on('message', async (number: number) => parentPort?.postMessage(await judgeRun(seed, number)));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      checks: { type: 'string', default: '300000' },
      workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      only: { type: 'string' },
      seconds: { type: 'string', default: '86400' },
    },
  });
  const wanted = Number(values.checks);
  const seed = Number(values.seed);
  if (values.only !== undefined) {
    const report = await judgeRun(seed, Number(values.only));
    process.stdout.write(`${report.found ? alarmText(seed, report) : `${report.judged} checks, no alarm`}\n`);
    process.exitCode = report.found ? 1 : 0;
    return;
  }
  const startedMs = performance.now();
  const endMs = startedMs + 1000 * Number(values.seconds);
  let next = Number(values.from);
  let tally: LongTally = { checks: 0, runs: 0, alarming: 0 };
  let reportedMs = startedMs;
  const open = new Set<number>();
  const isOver = () => tally.checks >= wanted || performance.now() >= endMs;
  const take = (report: RunReport) => {
    open.delete(report.number);
    tally = {
      checks: tally.checks + report.judged,
      runs: tally.runs + 1,
      alarming: tally.alarming + (report.found ? 1 : 0),
    };
    if (report.found) process.stdout.write(`${alarmText(seed, report)}\n`);
    if (performance.now() - reportedMs < 30_000) return;
    reportedMs = performance.now();
    const perS = tally.checks / ((reportedMs - startedMs) / 1000);
    const resume = Math.min(next, ...open);
    process.stderr.write(
      `${tally.checks} of ${wanted} checks, ${tally.runs} runs, ${tally.alarming} alarms, ${perS.toFixed(0)} checks/s; ` +
        `continue with --seed ${seed} --from ${resume}\n`,
    );
  };
  await Promise.all(
    Array.from({ length: Math.max(1, Number(values.workers)) }, async () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { seed } });
      let hand: PromiseWithResolvers<RunReport>;
      worker.on('message', (report: RunReport) => hand.resolve(report));
      worker.on('error', (fault) => hand.reject(fault));
      while (!isOver()) {
        const number = next++;
        open.add(number);
        hand = Promise.withResolvers<RunReport>();
        worker.postMessage(number);
        take(await hand.promise);
      }
      await worker.terminate();
    }),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  process.stdout.write(
    `${tallyText(tally)}\nseed ${seed}, runs ${values.from} to ${next - 1}, ${seconds.toFixed(0)} s, ` +
      `${(tally.checks / seconds).toFixed(0)} checks/s\n`,
  );
  process.exitCode = tally.alarming > 0 ? 1 : 0;
}

function alarmText(seed: number, { number, found }: RunReport): string {
  const alarms = (found?.alarms ?? []).map(
    ({ id, outcome, why }) => `  ${id} ${outcome}: ${why.slice(0, 1500)}`,
  );
  return [
    `ALARM in run ${number}; repeat it with --seed ${seed} --only ${number}`,
    `  ${JSON.stringify(found?.plan)}`,
    ...alarms,
  ].join('\n');
}
