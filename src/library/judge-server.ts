import type { Depth } from '../../contracts/depths.ts';
import { type ApiName, profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { SetState } from '../../contracts/states.ts';
import { requireExtra } from '../claims/extra.ts';
import { runServer } from '../engine/server-run.ts';
import { UsageError } from '../errors.ts';
import { createLeakGuard } from '../leak-guard/leak-guard.ts';
import { committedRecordings, version } from '../package.ts';
import { openLiveTarget } from '../targets/live.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { type SelectionOptions, select } from './selection.ts';
import { type ReportingOptions, type Verdict, verdictOn } from './verdict.ts';

/** A server without a port: the `fetch` of a Hono, Next or other application that takes a `Request`. */
export interface FetchTarget {
  /** Responds to a request; never follows redirects. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Requests go to it, and it is the name in reports. @default `http://app.localhost` */
  readonly origin?: string;
  /** Puts the application into a provider state of `contracts/states.ts`. A test server: it may be written to. */
  readonly setState?: SetState;
}

export interface JudgeServerOptions extends SelectionOptions, ReportingOptions {
  /** The embedded sandbox, the committed recordings, a server at a URL, or one without a port. @default `sandbox` */
  readonly target?: 'sandbox' | 'replay' | (string & {}) | FetchTarget;
  /** The district token. Required for a server of yours. */
  readonly token?: string;
  /** Another token of the same application and district, to see whether each has its own rate limit. */
  readonly secondToken?: string;
  /** The token of a user, whom `/me` names since v3.0. */
  readonly userToken?: string;
  /** Pact's provider-state endpoint of a server at a URL. */
  readonly states?: string;
  /** Whether assignments may be created, changed and deleted. @default whether the server has provider states */
  readonly allowWrites?: boolean;
  /** Whether a window of the rate limit may be used up. @default false */
  readonly exhaustRateLimit?: boolean;
  /** @default the versions of the source documents: `data-v2.0` and `lms-v3.1`; of a replay, the recorded ones */
  readonly apis?: readonly ApiName[];
  /** @default `quick` for a server at a URL, else `full` */
  readonly depth?: Depth;
  /** Share of the rate limit that the run may use, above 0 and at most 1. @default 0.2 for a server at a URL, else 1 */
  readonly budget?: number;
  /** @default 1 */
  readonly seed?: number;
  /** Ends the run early; what was judged is reported. */
  readonly signal?: AbortSignal;
}

/**
 * Judges a server as the command line does, without printing or writing anything. Violations are data; it rejects only for what
 * is wrong with the options (`UsageError`), a server that could not be reached (`InconclusiveError`), or a fault of the suite.
 */
export async function judgeServer(options: JudgeServerOptions = {}): Promise<Verdict> {
  const ids = select<ServerRequirementId>(options, 'server');
  requireExtra(options.extra ?? []);
  const target = await openTarget(options);
  const guard = target.kind === 'live' ? createLeakGuard(target.clock.now(), [target.name]) : undefined;
  try {
    const run = await runServer({
      target,
      ids,
      apis: options.apis ?? target.apis ?? profiles.map(({ name }) => name),
      seed: options.seed ?? 1,
      budgetShare: options.budget ?? (typeof options.target === 'string' && target.kind === 'live' ? 0.2 : 1),
      depth: options.depth,
      signal: options.signal ?? new AbortController().signal,
      now: Date.now,
      ...(guard ? { onExchange: guard.sawServer } : {}),
    }).catch((fault: unknown) => {
      throw guard ? guard.clean(fault) : fault;
    });
    return await verdictOn(run, { node: process.versions.node }, options, guard);
  } finally {
    await target.close();
  }
}

async function openTarget(options: JudgeServerOptions): Promise<Target> {
  const { target = 'sandbox', seed = 1 } = options;
  if (target === 'sandbox') return openSandboxTarget({ seed });
  if (target === 'replay') {
    const { openReplay } = await import('../recordings/replay.ts');
    return (await openReplay(committedRecordings, Date.now())).target;
  }
  const { token, secondToken, userToken, states, exhaustRateLimit = false } = options;
  if (!token) throw new UsageError('The server needs a token.', 'Give `token`.');
  const own = typeof target === 'string' ? undefined : target;
  return openLiveTarget({
    url: typeof target === 'string' ? target : (target.origin ?? 'http://app.localhost'),
    token,
    ...(secondToken ? { secondToken } : {}),
    ...(userToken ? { userToken } : {}),
    ...(states === undefined ? {} : { statesUrl: states }),
    ...(own ? { send: async (request) => await own.fetch(request) } : {}),
    ...(own?.setState ? { setState: own.setState } : {}),
    allowWrites: options.allowWrites ?? (states !== undefined || own?.setState !== undefined),
    exhaustRateLimit,
    userAgent: `clever-conformance/${version}`,
    names: { url: 'target', statesUrl: 'states' },
  });
}
