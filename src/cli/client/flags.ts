import { type Profile, profiles } from '../../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { readVariableNames, type Variables } from '../../drivers/environment.ts';
import { threadsAtOnce } from '../../drivers/thread/driver.ts';
import { UsageError } from '../../errors.ts';
import type { OnlyJobs } from '../../job-list.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { type ExploreFlags, type Exploring, readExploreFlags } from '../explore.ts';
import { type RunFlags, type RunOptions, readRunFlags, rerunFlags, sharedFlags } from '../run/run-flags.ts';
import { readChoice, readClientApi, readInteger, type SelectionFlags, selectClient } from '../selection.ts';
import { readScenarioName } from './scenario-name.ts';

/** As parsed by commander. */
export interface ClientFlags extends SelectionFlags, RunFlags, ExploreFlags {
  readonly api?: string;
  readonly scenario?: string;
  readonly only?: string;
  readonly debug?: string;
  /** Only scenarios with these names; see `--last-failed`. */
  readonly names?: ReadonlySet<string>;
  readonly module?: string;
  readonly listen?: boolean;
  readonly idle?: string;
  readonly jobs?: string;
  readonly env?: readonly string[];
  readonly timeout?: string;
}

/** How the client is started. */
export type ClientSource =
  | {
      readonly kind: 'command';
      readonly command: readonly [string, ...string[]];
      /** Names of variables that the client gets besides those that programs need. */
      readonly passing: readonly string[];
      readonly timeoutMs: number;
    }
  | { readonly kind: 'module'; readonly file: string; readonly timeoutMs: number }
  | { readonly kind: 'listen'; readonly idleMs: number };

/** The validated flags. */
export interface ClientOptions extends RunOptions {
  readonly source: ClientSource;
  readonly ids: ReadonlySet<ClientRequirementId>;
  readonly pattern?: string;
  /** Only scenarios with these names. @default all */
  readonly names?: ReadonlySet<string> | undefined;
  /** The jobs that the client does. @default all */
  readonly only?: OnlyJobs | undefined;
  /** The version of the Data API that the client reads. @default v2.0 */
  readonly profile?: Profile;
  readonly jobs: number;
  /** The one scenario that is debugged: its requests are printed as they come, and nothing is ended by time. */
  readonly debug?: Scenario | undefined;
  /** The user chose the time limit, so it is that of every scenario. */
  readonly wholeTime: boolean;
  readonly explore?: Exploring | undefined;
  /** What a rerun needs; see `rerunFlags`. */
  readonly rerun: string;
}

const defaults = { idle: '60', timeout: '120' } as const;

/** Concurrent scenarios: commands mostly wait, and --listen needs all servers open. */
const defaultJobs: Readonly<Record<ClientSource['kind'], number>> = {
  command: 64,
  module: threadsAtOnce,
  listen: 256,
};

/** Validates all flags before anything is started. Throws `UsageError`. */
export function readClientFlags(
  command: readonly string[],
  flags: ClientFlags,
  env: Variables,
): ClientOptions {
  const kind = readKind(command, flags);
  rejectUnusedFlags(kind, flags);
  rejectDebugFlags(kind, flags);
  const run = readRunFlags(flags, env);
  const profile = flags.api === undefined ? undefined : readClientApi(flags.api);
  const debug = flags.debug === undefined ? undefined : readScenarioName(flags.debug, profile ?? profiles[0]);
  const pattern = debug?.name ?? flags.scenario;
  const options = {
    debug,
    ...(profile ? { profile } : {}),
    explore: readExploreFlags(flags, run.seed),
    ids: selectClient(flags),
    only:
      flags.only === undefined ? undefined : readChoice<OnlyJobs>('--only', flags.only, ['sync', 'grades']),
    names: flags.names,
    rerun: rerunFlags({
      '--only': flags.only,
      '--api': profile?.name,
      '--timeout': flags.timeout,
      '--jobs': flags.jobs,
      '--idle': flags.idle,
      ...sharedFlags(run),
      ...Object.fromEntries((flags.env ?? []).map((name) => [`--env ${name}`, true])),
    }),
    ...(pattern === undefined ? {} : { pattern }),
    wholeTime: debug !== undefined || flags.timeout !== undefined,
    jobs: flags.jobs === undefined ? defaultJobs[kind] : readInteger('--jobs', flags.jobs, 1, 256),
    ...run,
  };
  const unlimited = debug ? Number.POSITIVE_INFINITY : 0;
  const idleMs = unlimited + 1000 * readInteger('--idle', flags.idle ?? defaults.idle, 1, 3600);
  const timeoutMs = unlimited + 1000 * readInteger('--timeout', flags.timeout ?? defaults.timeout, 1, 3600);
  const passing = readVariableNames(flags.env ?? [], env);
  return { ...options, source: sourceOf(kind, command, flags, { idleMs, timeoutMs, passing }) };
}

function readKind(command: readonly string[], flags: ClientFlags): ClientSource['kind'] {
  const given = [
    ...(command.length > 0 ? ['command' as const] : []),
    ...(flags.module === undefined ? [] : ['module' as const]),
    ...(flags.listen ? ['listen' as const] : []),
  ];
  const [first, other] = given;
  // A client that is debugged may be started by hand.
  const kind = first ?? (flags.debug === undefined ? undefined : 'listen');
  if (kind === undefined)
    throw new UsageError(
      'No client given.',
      'Give the command that starts it after two dashes: clever-conformance client -- python3 sync.py. Or use --module FILE or --listen.',
    );
  if (other !== undefined)
    throw new UsageError('A command, --module and --listen cannot be combined.', 'Use only one of them.');
  if (command[0] === '')
    throw new UsageError('The command is empty.', 'Give the command that starts the client after --.');
  return kind;
}

/** Rejects flags that choose other scenarios, or a time limit, for one that is debugged. */
function rejectDebugFlags(kind: ClientSource['kind'], flags: ClientFlags): void {
  if (flags.debug === undefined) return;
  if (kind === 'module')
    throw new UsageError(
      '--debug and --module cannot be combined.',
      'A module has virtual time: give a command, or start the client by hand.',
    );
  const others = ['scenario', 'timeout', 'idle', 'shard', 'explore', 'jobs'] as const;
  const other = others.find((name) => flags[name] !== undefined);
  if (other !== undefined)
    throw new UsageError(`--debug and --${other} cannot be combined.`, 'Omit one of them.');
}

/** Rejects flags that would be ignored. */
function rejectUnusedFlags(kind: ClientSource['kind'], flags: ClientFlags): void {
  if (flags.idle !== undefined && kind !== 'listen')
    throw new UsageError('--idle requires --listen.', 'Omit it; use --timeout to stop a command that hangs.');
  if (flags.env !== undefined && kind !== 'command')
    throw new UsageError(
      '--env requires a command.',
      'Omit it; the environment of anything else is not changed.',
    );
  if (flags.timeout !== undefined && kind === 'listen')
    throw new UsageError('--timeout limits a started client, and --listen starts none.', 'Omit it.');
}

function sourceOf(
  kind: ClientSource['kind'],
  command: readonly string[],
  flags: ClientFlags,
  {
    idleMs,
    timeoutMs,
    passing,
  }: {
    readonly idleMs: number;
    readonly timeoutMs: number;
    readonly passing: readonly string[];
  },
): ClientSource {
  if (kind === 'listen') return { kind, idleMs };
  if (kind === 'module') return { kind, file: flags.module ?? '', timeoutMs };
  const [program = '', ...args] = command;
  return { kind, command: [program, ...args], passing, timeoutMs };
}
