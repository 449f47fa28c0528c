import type { ApiName } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { UsageError } from '../../errors.ts';
import type { LiveTargetOptions } from '../../targets/live.ts';
import { committedRecordings } from '../folders.ts';
import type { Io } from '../io.ts';
import { version } from '../package.ts';
import { type RunFlags, type RunOptions, readRunFlags } from '../run-flags.ts';
import { readApis, readInteger, readShare, type SelectionFlags, selectServer } from '../selection.ts';
import { readToken } from '../token.ts';

/** As commander hands them over. */
export interface ServerFlags extends SelectionFlags, RunFlags {
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
  readonly recordings?: string;
}

/** The flags, read once: inside, every field is present and in its own type. */
export interface ServerOptions extends RunOptions {
  /** Absent: recordings, or the embedded sandbox. */
  readonly live?: LiveTargetOptions;
  /** Folder of the recordings to replay. */
  readonly recordings?: string;
  readonly apis: readonly ApiName[];
  readonly ids: ReadonlySet<ServerRequirementId>;
  readonly budgetShare: number;
}

/** Reads and checks everything before anything is opened or sent. Throws `UsageError` for the first that is wrong. */
export function readServerFlags(flags: ServerFlags, io: Io): ServerOptions {
  const isReplay = flags.target === 'replay';
  const live = flags.target === 'sandbox' || isReplay ? undefined : readLive(flags, io);
  if (!live) refuseLiveFlags(flags);
  if (flags.recordings !== undefined && !isReplay)
    throw new UsageError('--recordings goes with --target replay.', 'Add it, or leave --recordings out.');
  return {
    ...(live ? { live } : {}),
    ...(isReplay ? { recordings: flags.recordings ?? committedRecordings } : {}),
    apis: readApis(flags.api),
    ids: selectServer(flags),
    budgetShare: flags.budget === undefined ? (live ? 0.2 : 1) : readShare('--budget', flags.budget),
    ...readRunFlags(flags),
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
  throw new UsageError(
    `${given} goes with --target URL.`,
    flags.target === 'replay'
      ? 'A replay allows what was allowed when it was recorded.'
      : 'The embedded sandbox allows everything already.',
  );
}
