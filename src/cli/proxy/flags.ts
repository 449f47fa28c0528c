import { type Profile, profiles } from '../../../contracts/profiles.ts';
import { readVariableNames } from '../../drivers/environment.ts';
import { UsageError } from '../../errors.ts';
import { injected, type Scenario } from '../../proxy/faults/injected.ts';
import { readOrigin } from '../../targets/live.ts';
import type { Io } from '../io.ts';
import { type JudgeFlags, type JudgeOptions, readJudgeFlags } from '../judge/flags.ts';
import { readClientApi, readInteger, readShare } from '../selection.ts';
import { readToken } from '../token.ts';

/** As parsed by commander. */
export interface ProxyFlags extends JudgeFlags {
  readonly target: string;
  readonly port?: string;
  readonly allowWrites?: boolean;
  readonly addToken?: boolean;
  readonly inject?: readonly string[];
  readonly api?: string;
  readonly budget?: string;
  readonly timeout?: string;
  readonly idle?: string;
  readonly jobs?: string;
  readonly env?: readonly string[];
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
}

/** The validated flags. */
export interface ProxyOptions extends JudgeOptions {
  readonly origin: string;
  readonly allowWrites: boolean;
  /** For one response of the server. */
  readonly timeoutMs: number;
  /** What is played into the conversation. */
  readonly scenarios: readonly Scenario[];
  readonly profile: Profile;
  readonly budgetShare: number | undefined;
  readonly run: Watching | Starting;
}

/** A client that others start, whenever they like. */
export interface Watching {
  readonly kind: 'watch';
  readonly port: number;
  readonly idleMs: number;
  /** For requests without one. */
  readonly token?: string;
}

/** A client that is started once per scenario. */
export interface Starting {
  readonly kind: 'start';
  readonly command: readonly [string, ...string[]];
  readonly passing: readonly string[];
  readonly token: string;
  readonly jobs: number;
  readonly clientTimeoutMs: number;
}

const defaults = { port: '4020', timeout: '60', idle: '300', jobs: '4' } as const;
/** Of a server whose client is started by the suite, again and again. */
const shareOfStarted = 0.2;
const clientTimeoutMs = 120_000;

/** Validates all flags before anything is opened or sent. Throws `UsageError`. */
export function readProxyFlags(command: readonly string[], flags: ProxyFlags, io: Io): ProxyOptions {
  const [program, ...args] = command;
  const isStarted = program !== undefined;
  rejectUnusedFlags(isStarted, flags);
  const judged = readJudgeFlags([], flags);
  const profile = flags.api === undefined ? profiles[0] : readClientApi(flags.api);
  const timeoutMs = 1000 * readInteger('--timeout', flags.timeout ?? defaults.timeout, 1, 600);
  const share = flags.budget === undefined ? undefined : readShare('--budget', flags.budget);
  return {
    ...judged,
    origin: readOrigin(flags.target, '--target'),
    allowWrites: flags.allowWrites === true,
    timeoutMs,
    profile,
    scenarios: injected(flags.inject ?? (isStarted ? ['*'] : []), { profile, seed: judged.seed, isStarted }),
    budgetShare: share ?? (isStarted ? shareOfStarted : undefined),
    run: isStarted
      ? {
          kind: 'start',
          command: [program, ...args],
          passing: readVariableNames(flags.env ?? [], io.env),
          token: readToken(flags, io),
          jobs: readInteger('--jobs', flags.jobs ?? defaults.jobs, 1, 64),
          clientTimeoutMs,
        }
      : {
          kind: 'watch',
          port: readInteger('--port', flags.port ?? defaults.port, 0, 65_535),
          idleMs: 1000 * readInteger('--idle', flags.idle ?? defaults.idle, 1, 86_400),
          ...(flags.addToken ? { token: readToken(flags, io) } : {}),
        },
  };
}

/** Rejects flags that would be ignored. */
function rejectUnusedFlags(isStarted: boolean, flags: ProxyFlags): void {
  const withCommand = ['port', 'idle', 'addToken'] as const;
  const withoutCommand = ['jobs', 'env', 'api'] as const;
  const unused = (isStarted ? withCommand : withoutCommand).find((name) => flags[name] !== undefined);
  if (unused !== undefined) {
    const flag = `--${unused.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw isStarted
      ? new UsageError(`${flag} is for a client that you start yourself.`, 'Omit it, or the command.')
      : new UsageError(`${flag} requires a command after --, which starts the client.`, 'Omit it.');
  }
  if (!isStarted && !flags.addToken && (flags.tokenEnv !== undefined || flags.tokenFile !== undefined))
    throw new UsageError(
      '--token-env and --token-file require --add-token.',
      'The client sends its own token.',
    );
}
