import { type Depth, depths } from '../../../contracts/depths.ts';
import type { ApiName } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { UsageError } from '../../errors.ts';
import { committedRecordings, version } from '../../package.ts';
import type { LiveTargetOptions } from '../../targets/live.ts';
import { type ExploreFlags, type Exploring, readExploreFlags } from '../explore.ts';
import type { Io } from '../io.ts';
import { type RunFlags, type RunOptions, readRunFlags, rerunFlags, sharedFlags } from '../run/run-flags.ts';
import {
  defaultApis,
  readApis,
  readChoice,
  readInteger,
  readShare,
  type SelectionFlags,
  selectServer,
} from '../selection.ts';
import { readToken } from '../token.ts';

/** As parsed by commander. */
export interface ServerFlags extends SelectionFlags, RunFlags, ExploreFlags {
  readonly subjects?: string;
  readonly jobs?: string;
  readonly target: string;
  readonly states?: string;
  readonly api?: string;
  readonly allowWrites?: boolean;
  readonly readOnly?: boolean;
  readonly exhaustRateLimit?: boolean;
  readonly budget?: string;
  readonly depth?: string;
  readonly timeout?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly recordings?: string;
}

/** The validated flags. */
export interface ServerOptions extends RunOptions {
  /** Absent: recordings, or the embedded sandbox. */
  readonly live?: LiveTargetOptions;
  /** Directory of the recordings to replay. */
  readonly recordings?: string;
  /** Absent: those of the recordings, or the default ones. */
  readonly chosenApis?: readonly ApiName[] | undefined;
  readonly ids: ReadonlySet<ServerRequirementId>;
  readonly budgetShare: number;
  /** Absent: as suits the target. */
  readonly depth?: Depth | undefined;
  readonly explore?: Exploring | undefined;
  /** What a rerun needs; see `rerunFlags`. */
  readonly rerun: string;
  /** The variables of the environment that the tokens came from. */
  readonly tokens: readonly string[];
}

/** Validates all flags before anything is opened or sent. Throws `UsageError` for the first invalid one. */
export function readServerFlags(flags: ServerFlags, io: Io): ServerOptions {
  const isReplay = flags.target === 'replay';
  const live = flags.target === 'sandbox' || isReplay ? undefined : readLive(flags, io);
  if (!live) rejectLiveFlags(flags);
  if (flags.recordings !== undefined && !isReplay)
    throw new UsageError('--recordings requires --target replay.', 'Add it, or omit --recordings.');
  if (flags.depth !== undefined && isReplay)
    throw new UsageError(
      '--depth cannot be combined with --target replay.',
      'A replay has the depth of its recording.',
    );
  const run = readRunFlags(flags, io.env);
  const explore = readExploreFlags(flags, run.seed);
  if (explore && isReplay)
    throw new UsageError(
      '--explore cannot be combined with --target replay.',
      'A recording has no other requests.',
    );
  const chosenApis = flags.api === undefined ? undefined : readApis(flags.api);
  const share = flags.budget === undefined ? (live ? 0.2 : 1) : readShare('--budget', flags.budget);
  return {
    ...(live ? { live } : {}),
    ...(isReplay ? { recordings: flags.recordings ?? committedRecordings } : {}),
    ...(flags.depth === undefined ? {} : { depth: readChoice('--depth', flags.depth, depths) }),
    chosenApis,
    explore,
    ids: selectServer(flags),
    // Shards of a live server share its rate limit; each embedded sandbox has its own.
    budgetShare: live && run.shard ? share / run.shard.of : share,
    rerun: rerunFlags({
      '--api': chosenApis?.join() === defaultApis ? undefined : chosenApis?.join(),
      '--states': flags.states,
      '--allow-writes': flags.allowWrites,
      '--read-only': flags.readOnly,
      '--exhaust-rate-limit': flags.exhaustRateLimit,
      '--timeout': flags.timeout,
      '--depth': flags.depth,
      '--budget': flags.budget,
      '--recordings': flags.recordings,
      '--token-env': flags.tokenEnv,
      '--token-file': flags.tokenFile,
      ...sharedFlags(run),
    }),
    tokens: live ? tokenNames(flags, live) : [],
    ...run,
  };
}

function tokenNames(
  { tokenFile, tokenEnv = 'CLEVER_TOKEN' }: ServerFlags,
  live: LiveTargetOptions,
): string[] {
  return [
    ...(tokenFile === undefined ? [tokenEnv] : []),
    ...(live.secondToken === undefined ? [] : ['CLEVER_SECOND_TOKEN']),
    ...(live.userToken === undefined ? [] : ['CLEVER_USER_TOKEN']),
  ];
}

function readLive(flags: ServerFlags, io: Io): LiveTargetOptions {
  if (flags.allowWrites && flags.readOnly)
    throw new UsageError('--allow-writes and --read-only cannot be combined.', 'Omit one of them.');
  const { CLEVER_SECOND_TOKEN: secondToken, CLEVER_USER_TOKEN: userToken } = io.env;
  return {
    url: flags.target,
    token: readToken(flags, io),
    ...(secondToken ? { secondToken } : {}),
    ...(userToken ? { userToken } : {}),
    ...(flags.states === undefined ? {} : { statesUrl: flags.states }),
    allowWrites: !flags.readOnly && (flags.allowWrites === true || flags.states !== undefined),
    exhaustRateLimit: flags.exhaustRateLimit === true,
    ...(flags.timeout === undefined
      ? {}
      : { timeoutMs: 1000 * readInteger('--timeout', flags.timeout, 1, 600) }),
    userAgent: `clever-conformance/${version}`,
  };
}

/** Rejects flags that would be ignored, so that the run is not a different one than intended. */
function rejectLiveFlags(flags: ServerFlags): void {
  const given = [
    flags.states !== undefined && '--states',
    flags.allowWrites && '--allow-writes',
    flags.readOnly && '--read-only',
    flags.exhaustRateLimit && '--exhaust-rate-limit',
    flags.timeout !== undefined && '--timeout',
  ].find((flag) => typeof flag === 'string');
  if (given === undefined) return;
  throw new UsageError(
    `${given} requires --target URL.`,
    flags.target === 'replay'
      ? 'A replay has the permissions of its recording.'
      : 'The embedded sandbox allows everything.',
  );
}
