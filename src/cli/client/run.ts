import { themeOf } from '../../../contracts/requirement.ts';
import { createCommandDriver } from '../../drivers/command.ts';
import type { Driver } from '../../drivers/driver.ts';
import { createListenDriver } from '../../drivers/listen.ts';
import { shownCommand } from '../../drivers/shown-command.ts';
import { sweepStateDirs } from '../../drivers/state-dir.ts';
import { createThreadDriver } from '../../drivers/thread/driver.ts';
import { runClient } from '../../engine/client-run.ts';
import type { ExitCode } from '../../errors.ts';
import type { ExploredSchedule } from '../../explore/client/explore-client.ts';
import { addToExploredFile, readExploredFile } from '../../explore/file.ts';
import type { ScenarioObservation } from '../../observation.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesOfRun } from '../../report/files/own-files.ts';
import { runFolderName } from '../../report/files/write.ts';
import { shellQuote } from '../../text/shell.ts';
import { exploredText, type Shrunk } from '../explore.ts';
import type { Io } from '../io.ts';
import { openProgress } from '../progress.ts';
import { endRun } from '../run/run-ending.ts';
import { createConversationPrinter, debugEnvironment, debugIntro } from './debug.ts';
import type { ClientOptions } from './flags.ts';
import { outputsOf, writeOutputs } from './output.ts';

/** Runs the client in every scenario, writes the reports, prints the summary and returns the exit code. */
export async function judgeClientUnderTest(options: ClientOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  let progress = openProgress(io, options.quiet);
  await sweepStateDirs();
  const { debug } = options;
  const { driver, touch, close } = await openDriver(options, io);
  try {
    const folder = await openFolder(
      options.out,
      runFolderName(startedAtMs, driver.name),
      filesOfRun(options.reporters),
    );
    // A module is given the suite's data only; a process may print and send real data.
    const guard =
      driver.kind === 'module'
        ? undefined
        : (await import('../../leak-guard/leak-guard.ts')).createLeakGuard(Date.now(), [driver.name]);
    const { explore } = options;
    const kept = explore?.file === undefined ? undefined : await readExploredFile(explore.file);
    const shrunk: ExploredSchedule[] = [];
    let observed: readonly ScenarioObservation[] = [];
    const run = await runClient({
      driver,
      ids: options.ids,
      seed: options.seed,
      jobs: options.jobs,
      wholeTime: options.wholeTime,
      only: options.only,
      ...(debug ? { startsOnce: true, ...createConversationPrinter((text) => io.stderr.write(text)) } : {}),
      names: options.names,
      ...(options.profile ? { profile: options.profile } : {}),
      ...(options.shard ? { shard: options.shard } : {}),
      ...(explore
        ? {
            explore: {
              schedules: explore.amount,
              seed: explore.seed,
              number: explore.number,
              kept: kept?.schedules,
              onShrunk: (one: ExploredSchedule) => shrunk.push(one),
            },
          }
        : {}),
      signal: io.signal,
      now: Date.now,
      ...(options.pattern === undefined ? {} : { pattern: options.pattern }),
      onRequest: touch,
      // With --listen, the live line would overwrite the printed base URLs.
      onScenario: (one, done, total) =>
        options.source.kind === 'listen' || debug || progress.step(themeOf(one.name), done, total, one.name),
      onRepeat: (scenarios) => {
        if (debug || options.quiet) return;
        progress.done();
        io.stderr.write(
          `${count(scenarios, 'scenario')} in which a wait was too short: played again, one at a time, for this machine may have been late.\n`,
        );
        progress = openProgress(io, options.quiet);
      },
      onObserved: (all) => {
        observed = all;
        guard?.sawClient(all);
      },
    }).catch((fault: unknown) => {
      throw guard ? guard.clean(fault) : fault;
    });
    progress.done();
    if (explore) {
      if (!options.quiet) io.stderr.write(exploredText(shrunk.map(shrunkOf), exploreAgain(options)));
      if (explore.file !== undefined && kept)
        await addToExploredFile(explore.file, kept, {
          sequences: [],
          schedules: shrunk.map(({ name, schedule, requirement }) => ({ name, schedule, requirement })),
        });
    }
    const { source } = options;
    if (source.kind !== 'listen')
      await writeOutputs(folder, observed, io.env, source.kind === 'command' ? source.passing : []);
    return await endRun(
      { ...run, result: { ...run.result, outputs: outputsOf(observed) } },
      folder,
      environmentOf(options, run.result.evidence.observations?.length ?? 0),
      options,
      io,
      guard,
    );
  } finally {
    progress.done();
    close();
  }
}

function shrunkOf({ name, requirement = '', scenario }: ExploredSchedule): Shrunk {
  return { name, requirement, steps: scenario.title.split('; ') };
}

/** The command that explores the same client again, with further flags; of its own command only what cannot be a secret. */
export function exploreAgain({ source, rerun, explore }: ClientOptions): (flags: string) => string {
  const start = [
    'npx clever-conformance client',
    ...(rerun === '' ? [] : [rerun]),
    ...(source.kind === 'module' ? [`--module ${shellQuote(source.file)}`] : []),
    ...(source.kind === 'listen' ? ['--listen'] : []),
    `--explore ${explore?.amount || 1}`,
  ].join(' ');
  const end = source.kind === 'command' ? ` -- ${shownCommand(source.command)}` : '';
  return (flags) => `${start} ${flags}${end}`;
}

interface OpenDriver {
  readonly driver: Driver;
  readonly touch: () => void;
  readonly close: () => void;
}

async function openDriver({ source, debug }: ClientOptions, io: Io): Promise<OpenDriver> {
  if (debug) io.stderr.write(debugIntro(debug));
  const nothing = () => {};
  switch (source.kind) {
    case 'module': {
      const { file, timeoutMs } = source;
      const driver = await createThreadDriver({
        file,
        option: '--module',
        signal: io.signal,
        limits: { realMs: timeoutMs },
      });
      return { driver, touch: nothing, close: driver.close };
    }
    case 'command': {
      const { command, passing, timeoutMs } = source;
      const driver = createCommandDriver({
        command,
        env: io.env,
        passing,
        timeoutMs,
        name: shownCommand(command),
        signal: io.signal,
        onOutput: debug ? (piece) => void io.stderr.write(piece) : undefined,
      });
      return { driver, touch: nothing, close: driver.close };
    }
    case 'listen': {
      const driver = createListenDriver({
        idleMs: source.idleMs,
        signal: io.signal,
        announce: (one) =>
          io.stdout.write(
            debug
              ? debugEnvironment(one)
              : `${one.baseUrl}  ${one.job}  ${one.scenario}${one.job.startsWith('sync:') ? '' : `  ${JSON.stringify(one.input)}`}\n`,
          ),
      });
      if (debug) io.stderr.write('Start the client with these variables; it is judged on Ctrl-C.\n');
      else
        io.stderr.write(
          `Each line is a scenario: base URL, job, name, input. The token is sandbox-district-token. ` +
            `The run is judged on Ctrl-C, or ${count(source.idleMs / 1000, 'second')} after the start or the last request.\n`,
        );
      return { driver, touch: driver.touch, close: nothing };
    }
    default:
      return source satisfies never;
  }
}

/** What is needed to repeat the run, without names of people or machines. */
function environmentOf(options: ClientOptions, scenarios: number): Record<string, string | number> {
  return {
    node: process.versions.node,
    platform: process.platform,
    scenarios,
    'at once': options.jobs,
    ...(options.rerun === '' ? {} : { flags: options.rerun }),
    ...(options.explore ? { explore: options.explore.amount || 1 } : {}),
    ...(options.pattern === undefined ? {} : { 'only scenarios': escapeTerminal(options.pattern) }),
  };
}
