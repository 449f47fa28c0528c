/**
 * Judges every example client as a command, in real time, on every scenario, and prints a table; about a minute each.
 * `npm run test:clients`, or with names of files: `npm run test:clients -- sync.py Sync.java`. Exit 1 unless all passed;
 * a client whose runtime is missing is reported and does not count.
 */
import { requirements } from '../contracts/requirements/index.ts';
import { type Adapter, adapters, withCommand } from '../examples/clients/adapters.ts';
import { createCommandDriver } from '../src/drivers/command.ts';
import { type ClientRun, runClient } from '../src/engine/client-run.ts';

const ids = new Set(requirements.flatMap((one) => (one.binds === 'client' ? [one.id] : [])));
const outcomes = ['passed', 'failed', 'cantTell', 'untested', 'inapplicable'] as const;
/** Enough to use each other's waits, few enough for one JVM each. */
const jobs = 16;
/** A thousand pages take minutes where other programs use the machine too. */
const timeoutMs = 600_000;

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !adapters.some(({ file }) => file === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(', ')}; there is ${adapters.map(({ file }) => file).join(', ')}.\n`,
  );
  process.exit(2);
}

const lines: string[] = [];
let allPassed = true;
process.stdout.write(`${row(['client', ...outcomes, 'seconds'])}\n`);
for (const adapter of adapters) {
  if (interrupted.signal.aborted || (wanted.length > 0 && !wanted.includes(adapter.file))) continue;
  const run = await withCommand(adapter, judge);
  if (run) report(adapter, run);
  else process.stdout.write(`${adapter.file.padEnd(14)}not judged: requires ${adapter.needs}\n`);
}
process.stdout.write(lines.join(''));
process.exitCode = interrupted.signal.aborted ? 130 : allPassed ? 0 : 1;

async function judge(command: Parameters<typeof createCommandDriver>[0]['command']): Promise<ClientRun> {
  const driver = createCommandDriver({ command, timeoutMs, env: process.env, signal: interrupted.signal });
  try {
    return await runClient({ driver, ids, jobs, seed: 1, signal: interrupted.signal, now: Date.now });
  } finally {
    driver.close();
  }
}

function report(adapter: Adapter, { result, unfinished }: ClientRun): void {
  const spoken = result.outcomes.filter(({ id }) => (ids as ReadonlySet<string>).has(id));
  const counts = outcomes.map((name) =>
    String(spoken.filter(({ outcome }) => outcome.outcome === name).length),
  );
  process.stdout.write(`${row([adapter.file, ...counts, (result.durationMs / 1000).toFixed(1)])}\n`);
  if (unfinished) lines.push(`${adapter.file}: ${unfinished.message}\n`);
  for (const { id, outcome } of spoken)
    if (outcome.outcome !== 'passed') {
      allPassed = false;
      lines.push(`${adapter.file}: ${id} ${outcome.outcome}\n`);
    }
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(13))).join('');
}
