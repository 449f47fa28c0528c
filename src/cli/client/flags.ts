import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { readVariableNames, type Variables } from '../../drivers/environment.ts';
import { InconclusiveError, UsageError } from '../../errors.ts';
import { checkPlainFile } from '../../plain-file.ts';
import { type RunFlags, type RunOptions, readRunFlags } from '../run-flags.ts';
import { readInteger, type SelectionFlags, selectClient } from '../selection.ts';

/** As parsed by commander. */
export interface ClientFlags extends SelectionFlags, RunFlags {
  readonly scenario?: string;
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
  | { readonly kind: 'module'; readonly name: string; readonly run: ClientModule }
  | { readonly kind: 'listen'; readonly idleMs: number };

/** The validated flags. */
export interface ClientOptions extends RunOptions {
  readonly source: ClientSource;
  readonly ids: ReadonlySet<ClientRequirementId>;
  readonly pattern?: string;
  readonly jobs: number;
}

const defaults = { idle: '60', timeout: '120' } as const;

/** Concurrent scenarios: commands mostly wait, modules share one thread, and --listen needs all servers open. */
const defaultJobs: Readonly<Record<ClientSource['kind'], number>> = { command: 64, module: 8, listen: 256 };

/** Validates all flags before anything is started. Throws `UsageError`, and `InconclusiveError` if a module does not load. */
export async function readClientFlags(
  command: readonly string[],
  flags: ClientFlags,
  env: Variables,
): Promise<ClientOptions> {
  const kind = readKind(command, flags);
  rejectUnusedFlags(kind, flags);
  const options = {
    ids: selectClient(flags),
    ...(flags.scenario === undefined ? {} : { pattern: flags.scenario }),
    jobs: flags.jobs === undefined ? defaultJobs[kind] : readInteger('--jobs', flags.jobs, 1, 256),
    ...readRunFlags(flags),
  };
  const idleMs = 1000 * readInteger('--idle', flags.idle ?? defaults.idle, 1, 3600);
  const timeoutMs = 1000 * readInteger('--timeout', flags.timeout ?? defaults.timeout, 1, 3600);
  const passing = readVariableNames(flags.env ?? [], env);
  return { ...options, source: await sourceOf(kind, command, flags, { idleMs, timeoutMs, passing }) };
}

function readKind(command: readonly string[], flags: ClientFlags): ClientSource['kind'] {
  const given = [
    ...(command.length > 0 ? ['command' as const] : []),
    ...(flags.module === undefined ? [] : ['module' as const]),
    ...(flags.listen ? ['listen' as const] : []),
  ];
  const [kind, other] = given;
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

/** Rejects flags that would be ignored. */
function rejectUnusedFlags(kind: ClientSource['kind'], flags: ClientFlags): void {
  if (flags.idle !== undefined && kind !== 'listen')
    throw new UsageError('--idle requires --listen.', 'Omit it; use --timeout to stop a command that hangs.');
  if (flags.env !== undefined && kind !== 'command')
    throw new UsageError(
      '--env requires a command.',
      'Omit it; the environment of anything else is not changed.',
    );
  if (flags.timeout !== undefined && kind !== 'command')
    throw new UsageError('--timeout requires a command.', 'Omit it.');
}

async function sourceOf(
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
): Promise<ClientSource> {
  if (kind === 'listen') return { kind, idleMs };
  if (kind === 'module') return { kind, name: flags.module ?? '', run: await loadModule(flags.module ?? '') };
  const [program = '', ...args] = command;
  return { kind, command: [program, ...args], passing, timeoutMs };
}

async function loadModule(file: string): Promise<ClientModule> {
  await checkPlainFile(file, {
    maxBytes: Number.POSITIVE_INFINITY,
    links: 'follow',
    refuse: ({ why, cause }) =>
      new UsageError(`--module ${file} cannot be loaded: ${why}.`, 'Check the path.', { cause }),
  });
  let loaded: { readonly run?: unknown };
  try {
    loaded = await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InconclusiveError(
      `--module ${file} could not be loaded: ${why}`,
      'Try node --check, or import it in a script.',
      {
        cause,
      },
    );
  }
  if (typeof loaded.run === 'function') return loaded.run as ClientModule;
  throw new UsageError(
    `--module ${file} does not export a function "run".`,
    'Export run({baseUrl, token, job, input, stateDir, fetch, clock}), which resolves to {complete, ids}.',
  );
}
