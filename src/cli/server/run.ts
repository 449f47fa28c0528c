import { type ApiName, allProfiles } from '../../../contracts/profiles.ts';
import { createVirtualClock, virtualEpochMs } from '../../clock.ts';
import { depthOf, runServer } from '../../engine/server-run.ts';
import { type ExitCode, UsageError } from '../../errors.ts';
import type { Journal } from '../../evidence/journal.ts';
import { addToExploredFile, readExploredFile } from '../../explore/file.ts';
import { readIndex } from '../../recordings/reader.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesOfRun } from '../../report/files/own-files.ts';
import { runFolderName } from '../../report/files/write.ts';
import { openLiveTarget } from '../../targets/live.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import { shellQuote } from '../../text/shell.ts';
import { exploredText, foundIn, shrunkIn } from '../explore.ts';
import type { Io } from '../io.ts';
import { journalOf, warnLeftovers } from '../leftovers.ts';
import { openProgress } from '../progress.ts';
import { endRun } from '../run/run-ending.ts';
import { defaultApis, readApis } from '../selection.ts';
import { announcement, type JudgedOptions } from './announcement.ts';
import type { ServerOptions } from './flags.ts';
import { judgeRecordedTraffic } from './traffic.ts';

/** Judges a server, writes the reports, prints the summary and returns the exit code. */
export async function judgeServer(options: ServerOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  if (options.recordings !== undefined && (await readIndex(options.recordings)).subject === 'har')
    return await judgeRecordedTraffic(options.recordings, options, io);
  const target = await openTarget(options, io);
  const apis = options.chosenApis ?? apisOf(target);
  refuseOtherRoster(apis, target);
  const environment = environmentOf({ ...options, apis }, target);
  // The sandbox has made-up data, and recordings were checked when recorded.
  const guard =
    target.kind === 'live'
      ? (await import('../../leak-guard/leak-guard.ts')).createLeakGuard(target.clock.now(), [target.name])
      : undefined;
  const progress = openProgress(io, options.quiet);
  let journal: Journal | undefined;
  try {
    const folder = await openFolder(
      options.out,
      runFolderName(startedAtMs, target.name),
      filesOfRun(options.reporters),
    );
    journal = await journalOf(target);
    if (!options.quiet) io.stderr.write(await announcement({ ...options, apis }, target, io.signal));

    const { explore } = options;
    const kept = explore?.file === undefined ? undefined : await readExploredFile(explore.file);
    const run = await runServer({
      ...(explore
        ? {
            explore: {
              requests: explore.amount,
              seed: explore.seed,
              number: explore.number,
              kept: kept?.sequences,
            },
          }
        : {}),
      target,
      apis,
      ids: options.ids,
      seed: options.seed,
      ...(options.shard ? { shard: options.shard } : {}),
      budgetShare: options.budgetShare,
      depth: options.depth,
      signal: io.signal,
      now: Date.now,
      ...(journal ? { journal } : {}),
      onProbe: (probe, index, total) => progress.step(probe.part, index, total, probe.name),
      ...(guard ? { onExchange: guard.sawServer } : {}),
    }).catch((fault: unknown) => {
      throw guard ? guard.clean(fault) : fault;
    });
    progress.done();
    if (journal) await warnLeftovers(target.origin, io);
    if (explore) {
      if (!options.quiet) io.stderr.write(exploredText(shrunkIn(run.result), exploreAgain(options)));
      if (explore.file !== undefined && kept)
        await addToExploredFile(explore.file, kept, { ...foundIn(run.result), schedules: [] });
    }
    const unused = run.unfinished ? [] : (target.unused?.() ?? []);
    warnUnused(unused, io);
    return await endRun(run, folder, { ...environment, ...unusedIn(unused) }, options, io, guard);
  } finally {
    progress.done();
    journal?.close();
    await target.close();
  }
}

/** The command that explores the same target again, with further flags. What is generated depends on the APIs and the permissions. */
export function exploreAgain({ live, rerun, explore }: ServerOptions): (flags: string) => string {
  const start = [
    'npx clever-conformance server',
    ...(live ? [`--target ${shellQuote(live.url)}`] : []),
    ...(rerun === '' ? [] : [rerun]),
    `--explore ${explore?.amount || 1}`,
  ].join(' ');
  return (flags) => `${start} ${flags}`;
}

async function openTarget(options: ServerOptions, io: Io): Promise<Target> {
  if (options.live) return openLiveTarget(options.live);
  if (options.recordings === undefined) return openSandbox(options);
  const { openReplay } = await import('../../recordings/replay.ts');
  const { target, remark } = await openReplay(options.recordings, Date.now());
  if (remark !== undefined) io.stderr.write(`${escapeTerminal(remark)}\n`);
  return target;
}

const dayMs = 86_400_000;

/** Each shard has its own day, so that shards do not share rate-limit windows. */
function openSandbox({ seed, shard }: ServerOptions): Target {
  const startMs = virtualEpochMs + ((shard?.index ?? 1) - 1) * dayMs;
  return openSandboxTarget({ seed, clock: createVirtualClock(startMs) });
}

/** Unused recordings listed in the warning. */
const maxNamed = 3;

/** Unused recordings mean that suite and recordings are out of sync. */
function warnUnused(unused: readonly string[], io: Io): void {
  if (unused.length === 0) return;
  const named = escapeTerminal(unused.slice(0, maxNamed).join('; '));
  const more = unused.length > maxNamed ? '; …' : '';
  io.stderr.write(`${count(unused.length, 'recorded request')} not used: ${named}${more}. Record again.\n`);
}

function unusedIn(unused: readonly string[]): Record<string, string> {
  return unused.length === 0 ? {} : { 'recorded requests never used': String(unused.length) };
}

/** LMS Connect was recorded with sections and people of the first version of the Data API. */
function refuseOtherRoster(apis: readonly ApiName[], { apis: recorded = [] }: Target): void {
  const kindOf = (name: ApiName) => allProfiles.find((one) => one.name === name)?.kind;
  const first = recorded.find((name) => kindOf(name) === 'data');
  if (apis.some((name) => kindOf(name) === 'lms') && first !== undefined && !apis.includes(first))
    throw new UsageError(
      `LMS Connect was recorded with the sections of ${first}, which --api ${apis.join(',')} leaves out.`,
      `Add ${first} to --api, or leave LMS Connect out.`,
    );
}

/** Where none was chosen: those that are judged by default, or else whatever a recording has. */
function apisOf({ apis: recorded }: Target): readonly ApiName[] {
  const usual = readApis(defaultApis);
  const common = usual.filter((name) => recorded?.includes(name) ?? true);
  return common.length > 0 ? common : (recorded ?? usual);
}

/** What is needed to repeat the run, without names of people or machines. */
function environmentOf(
  { apis, rerun, depth, tokens, explore }: JudgedOptions,
  target: Target,
): Record<string, string | number> {
  return {
    node: process.versions.node,
    platform: process.platform,
    apis: apis.join(', '),
    depth: depthOf(target, depth),
    allowed: [...target.allows].sort().join(', ') || 'reading only',
    ...(rerun === '' ? {} : { flags: rerun }),
    ...(tokens.length === 0 ? {} : { tokens: tokens.join(', ') }),
    ...(explore ? { explore: explore.amount || 1 } : {}),
  };
}
