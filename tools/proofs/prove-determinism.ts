/**
 * `npm run prove:determinism`: many seeds, each with a few mutants so that the seeds cover all of them, run twice: in order
 * on two threads, then shuffled on one. Every outcome with all its cases and findings must be the same, and every mutant
 * must be caught with every seed; otherwise exits with 1. All mutants with all seeds (`-- --seeds 200 --sample 376`) would
 * take a day.
 */
import { parseArgs } from 'node:util';
import { subjects } from '../../src/proof/subjects.ts';
import type { Trial } from '../../src/proof/trial.ts';
import { runTrials, type Task } from '../../src/proof/worker-pool.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    sample: { type: 'string', default: '4' },
    first: { type: 'string', default: '1' },
  },
});
const numbers = [values.seeds, values.sample, values.first].map(Number);
if (numbers.some((one) => !Number.isSafeInteger(one) || one < 1)) {
  process.stderr.write('--seeds, --sample and --first take whole numbers from 1.\n');
  process.exit(2);
}
const [seeds = 0, sample = 0, first = 0] = numbers;

const tasks = Array.from({ length: seeds }, (_, at) => at + first).flatMap((seed, at) =>
  Array.from({ length: Math.min(sample, subjects.length) }, (_, nth): Task => {
    // Consecutive seeds take consecutive subjects, so all are covered.
    const subject = subjects[(at * sample + nth) % subjects.length];
    return { side: subject?.side ?? 'server', name: subject?.name ?? '', seed };
  }),
);
const tried = new Set(tasks.map((one) => `${one.side} ${one.name}`)).size;
process.stdout.write(
  `${seeds} seeds, ${tasks.length} trials of ${tried} of ${subjects.length} implementations, twice\n`,
);

const inOrder = await run(tasks, 2, 'in order, two threads');
const places = shuffled(tasks.length);
const again = await run(
  places.map((place) => tasks[place] as Task),
  1,
  'shuffled, one thread',
);
const shuffledBack: Trial[] = [];
for (const [at, place] of places.entries()) shuffledBack[place] = again[at] as Trial;

const faults = tasks.flatMap((task, at) => {
  const [one, other] = [inOrder[at], shuffledBack[at]];
  const what = `${task.name}, seed ${task.seed}`;
  const breaks = subjects.find((subject) => subject.side === task.side && subject.name === task.name)?.breaks;
  return [
    ...(one?.digest === other?.digest ? [] : [`differs: ${what}`]),
    ...(breaks !== undefined && !one?.failed.includes(breaks) ? [`survives: ${what}`] : []),
    ...(breaks === undefined && one?.failed.length ? [`false alarm: ${what}: ${one.failed.join(', ')}`] : []),
    ...(one?.unfinished === undefined ? [] : [`unfinished: ${what}: ${one.unfinished}`]),
  ];
});
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  faults.length === 0 ? 'the same matrix, and no mutant survives\n' : `${faults.length} faults\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

async function run(all: readonly Task[], jobs: number, how: string): Promise<readonly Trial[]> {
  const startedMs = performance.now();
  const trials = await runTrials(all, { jobs, signal: new AbortController().signal });
  process.stdout.write(`${how}: ${Math.round((performance.now() - startedMs) / 1000)} s\n`);
  return trials;
}

/** The places 0 to `length` - 1 in an order that is always the same (Fisher-Yates over a linear congruential generator). */
function shuffled(length: number): readonly number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = 1;
  for (let at = length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
