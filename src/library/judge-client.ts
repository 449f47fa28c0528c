import { type ApiName, profiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { requireExtra } from '../claims/extra.ts';
import { createCommandDriver } from '../drivers/command.ts';
import type { ClientModule, Driver } from '../drivers/driver.ts';
import { createModuleDriver } from '../drivers/module.ts';
import { shownCommand } from '../drivers/shown-command.ts';
import { runClient } from '../engine/client-run.ts';
import { UsageError } from '../errors.ts';
import { dataProfiles } from '../job-list.ts';
import { createLeakGuard } from '../leak-guard/leak-guard.ts';
import { type SelectionOptions, select } from './selection.ts';
import { type ReportingOptions, type Verdict, verdictOn } from './verdict.ts';

/** A client in any language: started once per start of a scenario, without a shell, with `CLEVER_BASE_URL` and the other variables. */
export interface ClientCommand {
  readonly command: readonly [string, ...string[]];
  /** Names of further variables of the environment that it gets. @default none */
  readonly env?: readonly string[];
  /** Real time for one start, in milliseconds. @default 120000 */
  readonly timeoutMs?: number;
}

export interface JudgeClientOptions extends SelectionOptions, ReportingOptions {
  /** The version of the Data API that the client reads. @default `data-v2.0` */
  readonly api?: ApiName;
  /** Only scenarios with this text in name or title; `*` matches anything. @default all */
  readonly scenario?: string;
  /** The name in reports. @default of a function, its name; of a command, what is no secret of it */
  readonly name?: string;
  /** Scenarios at once. @default of a function 2, of a command 64 */
  readonly jobs?: number;
  /** @default 1 */
  readonly seed?: number;
  /** Ends the run early; what was judged is reported. */
  readonly signal?: AbortSignal;
}

/**
 * Judges a client: a function, in this thread and in virtual time, or a command, in real time. Nothing is printed or written.
 * Rejects with `UsageError`, `InconclusiveError` (it does not start) or `SuiteFault`; violations are data.
 */
export async function judgeClient(
  client: ClientModule | ClientCommand,
  options: JudgeClientOptions = {},
): Promise<Verdict> {
  requireExtra(options.extra ?? []);
  const ids = select<ClientRequirementId>(options, 'client');
  const profile = dataProfiles.find(({ name }) => name === (options.api ?? profiles[0].name));
  if (!profile)
    throw new UsageError(`"${options.api}" is no version of the Data API.`, 'Give data-v2.0 or later.');
  const signal = options.signal ?? new AbortController().signal;
  const { driver, close } = openDriver(client, options, signal);
  // A function is given the suite's data only; a process may print and send real data.
  const guard = driver.kind === 'module' ? undefined : createLeakGuard(Date.now(), [driver.name]);
  try {
    const run = await runClient({
      driver,
      ids,
      profile,
      seed: options.seed ?? 1,
      jobs: options.jobs ?? (driver.kind === 'module' ? 2 : 64),
      signal,
      now: Date.now,
      ...(options.scenario === undefined ? {} : { pattern: options.scenario }),
      ...(guard ? { onObserved: guard.sawClient } : {}),
    }).catch((fault: unknown) => {
      throw guard ? guard.clean(fault) : fault;
    });
    return await verdictOn(run, { node: process.versions.node }, options, guard);
  } finally {
    close();
  }
}

function openDriver(
  client: ClientModule | ClientCommand,
  { name }: JudgeClientOptions,
  signal: AbortSignal,
): { readonly driver: Driver; readonly close: () => void } {
  if (typeof client === 'function')
    return { driver: createModuleDriver(client, name ?? (client.name || 'client')), close: () => {} };
  const { command, env, timeoutMs } = client;
  const driver = createCommandDriver({
    command,
    env: process.env,
    name: name ?? shownCommand(command),
    signal,
    ...(env ? { passing: env } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { driver, close: driver.close };
}
