import type { Need } from '../../contracts/requirement.ts';
import { systemClock } from '../clock.ts';
import { SafetyStop, UsageError } from '../errors.ts';
import { remoteStates } from './remote-states.ts';
import type { Target } from './target.ts';

export interface LiveTargetOptions {
  /** As the user typed it. */
  readonly url: string;
  readonly token: string;
  readonly secondToken?: string;
  /** Pact's provider-state endpoint of the target. */
  readonly statesUrl?: string;
  /** A target with a state endpoint is a test server: whoever lets us reseed it lets us write. */
  readonly allowWrites: boolean;
  readonly exhaustRateLimit: boolean;
  /** Longest wait for one whole answer. @default 30 s */
  readonly timeoutMs?: number;
  readonly userAgent: string;
}

const defaultTimeoutMs = 30_000;

/** Methods that change nothing on a server (RFC 9110 section 9.2.1, and RFC 4918's PROPFIND). */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PROPFIND']);

/** A state endpoint makes a test server: its time, its tokens and its buckets are ours to move. */
const ofATestServer: readonly Need[] = ['states', 'clock', 'exhaust', 'second-token', 'test-token'];

/** Somebody's server, over the network: own origin only, read-only unless writes were allowed. */
export function openLiveTarget(options: LiveTargetOptions): Target {
  const origin = readOrigin(options.url, '--target');
  const { timeoutMs = defaultTimeoutMs } = options;
  const setState = options.statesUrl === undefined ? undefined : remoteStates(options.statesUrl, timeoutMs);
  const allows = new Set<Need>();
  if (setState) for (const need of ofATestServer) allows.add(need);
  if (options.exhaustRateLimit) for (const need of ['exhaust', 'clock'] as const) allows.add(need);
  if (options.allowWrites) allows.add('writes');
  if (options.secondToken !== undefined) allows.add('second-token');
  return {
    kind: 'live',
    name: origin,
    origin,
    fetch: async (request) => {
      if (new URL(request.url).origin !== origin)
        throw new SafetyStop(
          `A request to ${new URL(request.url).origin} was held back: only ${origin} is judged.`,
          'This is a bug of the suite; please report it.',
        );
      if (!options.allowWrites && !safeMethods.has(request.method))
        throw new SafetyStop(
          `A ${request.method} request was held back: writes are not allowed.`,
          'Add --allow-writes if the target may be written to.',
        );
      request.headers.set('user-agent', options.userAgent);
      return await fetch(request);
    },
    clock: systemClock,
    token: options.token,
    ...(options.secondToken === undefined ? {} : { secondToken: options.secondToken }),
    ...(setState ? { setState } : {}),
    allows,
    timeoutMs,
    close: async () => {},
  };
}

/** The origin of a URL that a user typed; anything that could be misread is refused. */
export function readOrigin(text: string, flag: string): string {
  const remedy = 'Give an origin such as https://api.clever.com or http://127.0.0.1:4010.';
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new UsageError(`${flag} "${text}" is not a URL.`, remedy, { cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new UsageError(`${flag} "${text}" is neither http nor https.`, remedy);
  if (url.username || url.password)
    throw new UsageError(`${flag} carries a user name or password.`, 'Put the token into CLEVER_TOKEN.');
  if (url.pathname !== '/' || url.search || url.hash)
    throw new UsageError(
      `${flag} "${text}" has a path or a query.`,
      `The suite adds /v2.0 and /v3.1 itself: ${url.origin}`,
    );
  return url.origin;
}
