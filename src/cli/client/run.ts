import { themeOf } from '../../../contracts/requirement.ts';
import { createCommandDriver } from '../../drivers/command.ts';
import type { Driver } from '../../drivers/driver.ts';
import { createListenDriver } from '../../drivers/listen.ts';
import { createModuleDriver } from '../../drivers/module.ts';
import { runClient } from '../../engine/client-run.ts';
import type { ExitCode } from '../../errors.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { runFolderName } from '../../report/files/write.ts';
import { createProgress } from '../../report/progress.ts';
import type { Io } from '../io.ts';
import { openFolder } from '../out-folder.ts';
import { endRun } from '../run-ending.ts';
import type { ClientOptions, ClientSource } from './flags.ts';
import { shownCommand } from './name.ts';

/** Runs the client in every scenario, writes what the run leaves, prints the summary and gives the exit code. */
export async function judgeClientUnderTest(options: ClientOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const isTty = io.stderr.isTTY === true;
  const progress = createProgress({ stream: io.stderr, isTty, quiet: options.quiet, ci: Boolean(io.env.CI) });
  const { driver, touch, close } = openDriver(options.source, io);
  try {
    const folder = await openFolder(options.out, runFolderName(startedAtMs, driver.name));
    // A module runs in this very process, on data of ours; what a process prints and sends may be anybody's.
    const guard =
      driver.kind === 'module'
        ? undefined
        : (await import('../leak-guard.ts')).createLeakGuard('client', Date.now(), [
            driver.name,
            ...Object.values(environmentOf(options, 0)).map(String),
          ]);
    const run = await runClient({
      driver,
      ids: options.ids,
      seed: options.seed,
      jobs: options.jobs,
      ...(options.shard ? { shard: options.shard } : {}),
      signal: io.signal,
      now: Date.now,
      ...(options.pattern === undefined ? {} : { pattern: options.pattern }),
      onRequest: touch,
      // Whoever listens reads the base URLs; a live line would run through them.
      onScenario: (one, done, total) =>
        options.source.kind === 'listen' || progress.step(themeOf(one.name), done, total, one.name),
      ...(guard ? { onObserved: guard.sawClient } : {}),
    }).catch((fault: unknown) => {
      throw guard ? guard.clean(fault) : fault;
    });
    progress.done();
    return await endRun(
      run,
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

interface OpenDriver {
  readonly driver: Driver;
  readonly touch: () => void;
  readonly close: () => void;
}

function openDriver(source: ClientSource, io: Io): OpenDriver {
  const nothing = () => {};
  switch (source.kind) {
    case 'module':
      return { driver: createModuleDriver(source.run, source.name), touch: nothing, close: nothing };
    case 'command': {
      const { command, timeoutMs } = source;
      const driver = createCommandDriver({
        command,
        env: io.env,
        timeoutMs,
        name: shownCommand(command),
        signal: io.signal,
      });
      return { driver, touch: nothing, close: driver.close };
    }
    case 'listen': {
      const driver = createListenDriver({
        idleMs: source.idleMs,
        signal: io.signal,
        announce: (one) =>
          io.stdout.write(
            `${one.baseUrl}  ${one.job}  ${one.name}${one.job.startsWith('sync:') ? '' : `  ${JSON.stringify(one.input)}`}\n`,
          ),
      });
      io.stderr.write(
        `Each line is a scenario: its base URL, the job, its name, the input. The token is sandbox-district-token. ` +
          `Judged on Ctrl-C, or ${count(source.idleMs / 1000, 'second')} after the last request.\n`,
      );
      return { driver, touch: driver.touch, close: nothing };
    }
    default:
      return source satisfies never;
  }
}

/** What a reader of the report needs to repeat the run; no names of people or machines. */
function environmentOf(options: ClientOptions, scenarios: number): Record<string, string | number> {
  return {
    node: process.versions.node,
    platform: process.platform,
    scenarios,
    'at once': options.jobs,
    ...(options.pattern === undefined ? {} : { 'only scenarios': escapeTerminal(options.pattern) }),
  };
}
