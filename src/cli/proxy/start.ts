import { themeOf } from '../../../contracts/requirement.ts';
import { judgeTraffic } from '../../captures/session.ts';
import { createCommandDriver } from '../../drivers/command.ts';
import { shownCommand } from '../../drivers/shown-command.ts';
import { sweepStateDirs } from '../../drivers/state-dir.ts';
import { type ClientRun, runClient } from '../../engine/client-run.ts';
import { type ConformanceError, type ExitCode, NothingJudgedError } from '../../errors.ts';
import { createLeakGuard, type LeakGuard } from '../../leak-guard/leak-guard.ts';
import type { JudgedSide } from '../../library/capture-files.ts';
import { version } from '../../package.ts';
import type { Scenario } from '../../proxy/faults/injected.ts';
import { openPartner, type Partner } from '../../proxy/partner.ts';
import { escapeTerminal } from '../../report/escape.ts';
import type { Progress } from '../../report/progress.ts';
import { openLiveTarget } from '../../targets/live.ts';
import type { Io } from '../io.ts';
import { endSides } from '../judge/run.ts';
import { journalOf, warnLeftovers } from '../leftovers.ts';
import { openProgress } from '../progress.ts';
import { percent, startText } from './announcement.ts';
import type { ProxyOptions, Starting } from './flags.ts';
import { openFolderBetween } from './folder.ts';
import { writeTraffic } from './recording.ts';

/** Starts the client once per scenario, each served from the partner's server with the faults of the scenario, and judges both. */
export async function startBetween(options: ProxyOptions, run: Starting, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const { origin, allowWrites, budgetShare = 1, quiet } = options;
  const name = shownCommand(run.command);
  const target = openLiveTarget({
    url: origin,
    token: run.token,
    allowWrites,
    exhaustRateLimit: false,
    timeoutMs: options.timeoutMs,
    userAgent: `clever-conformance/${version}`,
  });
  const progress = openProgress(io, quiet);
  await sweepStateDirs();
  const driver = createCommandDriver({
    command: run.command,
    env: io.env,
    passing: run.passing,
    timeoutMs: run.clientTimeoutMs,
    name,
    signal: io.signal,
  });
  const folder = await openFolderBetween(options, startedAtMs);
  const guard = createLeakGuard(startedAtMs, [origin, name]);
  const journal = await journalOf(target);
  const partner = openPartner({
    target,
    profile: options.profile,
    budgetShare,
    journal,
    signal: io.signal,
    onExchange: guard.sawCapture,
  });
  try {
    const scenarios = playable(options);
    if (!quiet) io.stderr.write(`${escapeTerminal(startText(options, run, scenarios.length))}\n`);
    const unusable = await partner.preflight();
    if (unusable) throw unusable;
    const played =
      options.client && (await play({ options, scenarios, run, io, driver, partner, guard, progress }));
    progress.done();
    const client = played && unlessChanged(played, io.signal.aborted ? undefined : await partner.changed());
    await partner.cleanUp();
    if (journal) await warnLeftovers(origin, io);
    await writeTraffic(folder, { ...options, traffic: partner.traffic(), startedAtMs }, io);
    const { requests, busiestWindow } = partner.budget();
    const environment = {
      scenarios: client?.result.evidence.observations?.length ?? 0,
      'requests to the server': requests,
      'requests in the busiest window': busiestWindow,
      'share of the rate limit': percent(budgetShare),
    };
    // After an interruption, the reports cover the run until then.
    const after = { ...io, signal: new AbortController().signal };
    return await endSides(
      { sides: sidesOf(options, partner, client), environment, guard },
      folder,
      options,
      after,
    );
  } catch (fault) {
    throw guard.clean(fault);
  } finally {
    progress.done();
    driver.close();
    journal?.close();
    await target.close();
  }
}

interface Playing {
  readonly options: ProxyOptions;
  readonly scenarios: readonly Scenario[];
  readonly run: Starting;
  readonly io: Io;
  readonly driver: ReturnType<typeof createCommandDriver>;
  readonly partner: Partner;
  readonly guard: LeakGuard;
  readonly progress: Progress;
}

/** The scenarios that the permissions allow. */
function playable({ scenarios, allowWrites }: ProxyOptions): readonly Scenario[] {
  const allowed = scenarios.filter(({ job }) => allowWrites || job.startsWith('sync:'));
  if (allowed.length > 0) return allowed;
  throw new NothingJudgedError(
    'Every scenario that is named writes, and writes are not allowed.',
    'Add --allow-writes, or name others with --inject.',
  );
}

async function play(playing: Playing): Promise<ClientRun> {
  const { options, scenarios, run, io, driver, partner, guard, progress } = playing;
  return await runClient({
    driver,
    ids: options.client ?? new Set(),
    seed: options.seed,
    jobs: run.jobs,
    profile: options.profile,
    scenarios,
    ...(options.shard ? { shard: options.shard } : {}),
    lendWorld: partner.lendWorld,
    worldToken: run.token,
    signal: io.signal,
    now: Date.now,
    onScenario: (one, done, total) => progress.step(themeOf(one.name), done, total, one.name),
    onObserved: (observed) => guard.sawClient(observed, 'stranger'),
  });
}

/** A client is not judged by data that were others while it ran. */
function unlessChanged(run: ClientRun, changed: ConformanceError | undefined): ClientRun {
  if (!changed || run.unfinished) return run;
  const inconclusive = changed.message;
  const evidence = { ...run.result.evidence, inconclusive };
  return { ...run, unfinished: changed, result: { ...run.result, inconclusive, evidence } };
}

/** The server by what it said itself, the client by what it did about that and about the faults. */
function sidesOf(
  options: ProxyOptions,
  partner: Partner,
  client: ClientRun | undefined,
): readonly JudgedSide[] {
  const { server, origin } = options;
  const captured = { name: `traffic with ${origin}`, now: Date.now };
  return [
    ...(server
      ? [
          {
            side: 'server' as const,
            judge: () => {
              const [judged] = judgeTraffic(partner.traffic(), { ...captured, server });
              if (!judged) throw nothing();
              return judged;
            },
          },
        ]
      : []),
    ...(client ? [{ side: 'client' as const, judge: () => client }] : []),
  ];
}

function nothing(): ConformanceError {
  return new NothingJudgedError('The server was asked nothing.', 'Choose scenarios with --inject.');
}
