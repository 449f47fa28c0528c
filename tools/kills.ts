/**
 * Kills the suite at random times with SIGKILL (server, client, record and merge), and checks that no file is torn and that nothing
 * is left after the next run. Then interrupts runs with HUP, TERM and INT, and checks the exit code, the reports, and that no
 * process is left. Linux only.
 *
 *   node tools/kills.ts [kills, default 200] [signals, default 60] [seed, default 1]
 */
import { createRandom, type Killed, type Shot } from './kills/process.ts';
import { killRecordings } from './kills/recording.ts';
import { type Ground, prepareGround, type RunVerb } from './kills/runs.ts';

const [kills = 200, signals = 60, seed = 1] = process.argv.slice(2).map(Number);
const random = createRandom(seed);
const say = (line: string) => process.stdout.write(`${line}\n`);

const ground = await prepareGround();
try {
  await killRuns(ground, Math.ceil((kills * 3) / 4));
  await interruptRuns(ground, signals);
} finally {
  ground.remove();
}
await killRecordings(Math.floor(kills / 4), random, say);

async function killRuns(on: Ground, count: number): Promise<void> {
  const verbs = ['server', 'client', 'merge'] as const;
  let whole = await times(on, verbs);
  const startedMs = Date.now();
  let [hits, temporary] = [0, 0];
  for (let at = 0; at < count; at++) {
    // The machine may be busier than before, or less.
    if (at % 50 === 49) whole = await times(on, verbs);
    const verb = verbs[at % verbs.length] ?? 'server';
    const { wasHit } = await on.run(verb, { signal: 'SIGKILL', ...momentIn(whole[verb], at) });
    const left = on.inspect();
    if (left.faults.length > 0) throw new Error(`kill ${at + 1} of ${verb}: ${left.faults.join('; ')}`);
    if (wasHit) hits++;
    temporary += left.temporary;
    if ((at + 1) % 50 === 0) say(`${at + 1} kills without a fault`);
  }
  const perKillMs = Math.round((Date.now() - startedMs) / count);
  for (const verb of verbs) await on.run(verb);
  const leftovers = on.leftovers();
  if (leftovers.length > 0) throw new Error(`left after the next run: ${leftovers.join(', ')}`);
  say(
    `${count} kills of server, client and merge (${hits} before the end, ${perKillMs} ms each): no torn file; ` +
      `temporary files were seen ${temporary} times, and none is left after the next run`,
  );
}

/** Every second kill comes while the reports are written, which is the shorter part of a run. */
function momentIn({ tookMs, writingMs }: Killed, at: number): Pick<Shot, 'afterMs' | 'whenWriting'> {
  return at % 2 === 0 ? { afterMs: tookMs * random() } : { afterMs: writingMs * random(), whenWriting: true };
}

async function interruptRuns(on: Ground, count: number): Promise<void> {
  const verbs = ['server', 'client'] as const;
  const whole = await times(on, verbs);
  const seen = { interrupted: 0, verdict: 0, early: 0 };
  for (let at = 0; at < count; at++) {
    const verb = verbs[at % 2] ?? 'server';
    const signal = (['SIGHUP', 'SIGTERM', 'SIGINT'] as const)[at % 3] ?? 'SIGINT';
    on.inspect();
    const before = new Set(on.unfinished());
    const { code, wasHit } = await on.run(verb, { signal, afterMs: random() * whole[verb].tookMs });
    const unfinished = on.unfinished().filter((one) => !before.has(one));
    const leftovers = on.leftovers();
    const where = `${signal} ${at + 1} of ${verb} (code ${code})`;
    if (leftovers.length > 0) throw new Error(`${where}: left: ${leftovers.join(', ')}`);
    if (unfinished.length > 0) throw new Error(`${where}: incomplete reports`);
    // Without a code, node itself was still starting.
    if (code === null) seen.early++;
    else if (code === 130) seen.interrupted++;
    else if (code === 0 || code === 1 || !wasHit) seen.verdict++;
    else throw new Error(`${where}: neither 130 nor a verdict`);
  }
  say(
    `${count} signals to server and client: ${seen.interrupted} gave 130, ${seen.verdict} came after the verdict, ` +
      `${seen.early} before the suite was loaded; every report directory is complete, and no process is left`,
  );
}

/** A whole run of each. */
async function times<Verb extends RunVerb>(
  on: Ground,
  verbs: readonly Verb[],
): Promise<Readonly<Record<Verb, Killed>>> {
  const all: Partial<Record<Verb, Killed>> = {};
  for (const verb of verbs) all[verb] = await on.run(verb);
  return all as Record<Verb, Killed>;
}
