import type { ApiName } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { UsageError } from '../errors.ts';
import type { BaselineEntry } from '../report/baseline.ts';
import { parseReporter, type ReporterChoice, reporters } from '../report/reporters.ts';
import type { FailOn } from '../report/verdict.ts';
import type { LiveTargetOptions } from '../targets/live.ts';
import { readBaseline } from './baseline-file.ts';
import type { Io } from './io.ts';
import { version } from './package.ts';
import {
  readApis,
  readChoice,
  readInteger,
  readShare,
  type SelectionFlags,
  selectServer,
} from './selection.ts';
import { readToken } from './token.ts';

/** As commander hands them over. */
export interface ServerFlags extends SelectionFlags {
  readonly target: string;
  readonly states?: string;
  readonly api: string;
  readonly allowWrites?: boolean;
  readonly readOnly?: boolean;
  readonly exhaustRateLimit?: boolean;
  readonly budget?: string;
  readonly timeout?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly out?: string;
  readonly reporter?: readonly string[];
  readonly baseline?: string;
  readonly failOn?: readonly string[];
  readonly seed: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** The flags, read once: inside, every field is present and in its own type. */
export interface ServerOptions {
  /** Absent: the embedded sandbox. */
  readonly live?: LiveTargetOptions;
  readonly apis: readonly ApiName[];
  readonly ids: ReadonlySet<ServerRequirementId>;
  readonly budgetShare: number;
  readonly out?: string;
  readonly reporters: readonly ReporterChoice[];
  readonly baseline?: readonly BaselineEntry[];
  readonly failOn: ReadonlySet<FailOn>;
  readonly seed: number;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** Reads and checks everything before anything is opened or sent. Throws `UsageError` for the first that is wrong. */
export function readServerFlags(flags: ServerFlags, io: Io): ServerOptions {
  const live = flags.target === 'sandbox' ? undefined : readLive(flags, io);
  if (!live) refuseLiveFlags(flags);
  return {
    ...(live ? { live } : {}),
    apis: readApis(flags.api),
    ids: selectServer(flags),
    budgetShare: flags.budget === undefined ? (live ? 0.2 : 1) : readShare('--budget', flags.budget),
    ...(flags.out === undefined ? {} : { out: flags.out }),
    reporters: (flags.reporter ?? []).map(readReporter),
    ...(flags.baseline === undefined ? {} : { baseline: readBaseline(flags.baseline) }),
    failOn: new Set(
      (flags.failOn ?? []).map((word) => readChoice<FailOn>('--fail-on', word, ['recommended', 'untested'])),
    ),
    seed: readInteger('--seed', flags.seed, 0, 2 ** 31 - 1),
    json: flags.json === true,
    quiet: flags.quiet === true,
    color: flags.color,
  };
}

function readLive(flags: ServerFlags, io: Io): LiveTargetOptions {
  if (flags.allowWrites && flags.readOnly)
    throw new UsageError('--allow-writes and --read-only exclude each other.', 'Leave one of them out.');
  const secondToken = io.env.CLEVER_SECOND_TOKEN;
  return {
    url: flags.target,
    token: readToken(flags, io),
    ...(secondToken ? { secondToken } : {}),
    ...(flags.states === undefined ? {} : { statesUrl: flags.states }),
    allowWrites: !flags.readOnly && (flags.allowWrites === true || flags.states !== undefined),
    exhaustRateLimit: flags.exhaustRateLimit === true,
    ...(flags.timeout === undefined
      ? {}
      : { timeoutMs: 1000 * readInteger('--timeout', flags.timeout, 1, 600) }),
    userAgent: `clever-conformance/${version}`,
  };
}

/** A flag that would be ignored is a misunderstanding: better to say so than to judge something else than was meant. */
function refuseLiveFlags(flags: ServerFlags): void {
  const given = [
    flags.states !== undefined && '--states',
    flags.allowWrites && '--allow-writes',
    flags.readOnly && '--read-only',
    flags.exhaustRateLimit && '--exhaust-rate-limit',
    flags.timeout !== undefined && '--timeout',
  ].find((flag) => typeof flag === 'string');
  if (given === undefined) return;
  throw new UsageError(`${given} goes with --target URL.`, 'The embedded sandbox allows everything already.');
}

function readReporter(argument: string): ReporterChoice {
  const choice = parseReporter(argument);
  if (choice) return choice;
  const names = Object.keys(reporters);
  readChoice('--reporter', argument.split(':', 1)[0] ?? '', names);
  throw new UsageError(`--reporter "${argument}" cannot be read.`, `Give a name of ${names.join(', ')}.`);
}
