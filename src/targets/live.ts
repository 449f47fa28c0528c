import type { Need } from '../../contracts/requirement.ts';
import type { SetState } from '../../contracts/states.ts';
import { systemClock } from '../clock.ts';
import { SafetyStop, UsageError } from '../errors.ts';
import { createHttpSender } from './http.ts';
import type { Received } from './received.ts';
import { remoteStates } from './remote-states.ts';
import type { Target } from './target.ts';

export interface LiveTargetOptions {
  /** As the user typed it. */
  readonly url: string;
  readonly token: string;
  readonly secondToken?: string;
  readonly userToken?: string;
  /** Pact's provider-state endpoint of the target. */
  readonly statesUrl?: string;
  /** A target with a state endpoint is a test server, so writes are allowed. */
  readonly allowWrites: boolean;
  readonly exhaustRateLimit: boolean;
  /** Timeout per response. @default 30 s */
  readonly timeoutMs?: number;
  readonly userAgent: string;
  /** Sends a request to a server that has no port, following no redirect. @default over the network */
  readonly send?: (request: Request) => Promise<Received>;
  /** Provider states of a server that has no port. */
  readonly setState?: SetState;
  /** How the user named the URLs, for messages. @default `--target` and `--states` */
  readonly names?: { readonly url: string; readonly statesUrl: string };
}

const defaultTimeoutMs = 30_000;
const flagNames = { url: '--target', statesUrl: '--states' } as const;

/** Methods that change nothing on a server (RFC 9110 section 9.2.1, and RFC 4918's PROPFIND). */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND']);

/** Whether a request with this method changes nothing, so that it needs no permission. */
export function isSafeMethod(method: string): boolean {
  return safeMethods.has(method);
}

/** A state endpoint marks a test server, whose clock, tokens and buckets may be changed. */
const ofATestServer: readonly Need[] = [
  'states',
  'clock',
  'exhaust',
  'second-token',
  'user-token',
  'test-token',
];

/** A server under test: own origin only, read-only unless writes are allowed. */
export function openLiveTarget(options: LiveTargetOptions): Target {
  const { timeoutMs = defaultTimeoutMs, names = flagNames } = options;
  const origin = readOrigin(options.url, names.url);
  const setState =
    options.statesUrl === undefined
      ? options.setState
      : remoteStates(options.statesUrl, timeoutMs, names.statesUrl);
  const sender = options.send ? { send: options.send, close: () => {} } : createHttpSender();
  const allows = new Set<Need>();
  if (setState) for (const need of ofATestServer) allows.add(need);
  if (options.exhaustRateLimit) for (const need of ['exhaust', 'clock'] as const) allows.add(need);
  if (options.allowWrites) allows.add('writes');
  if (options.secondToken !== undefined) allows.add('second-token');
  if (options.userToken !== undefined) allows.add('user-token');
  return {
    kind: 'live',
    name: origin,
    origin,
    fetch: async (request) => {
      if (new URL(request.url).origin !== origin)
        throw new SafetyStop(
          `A request to ${new URL(request.url).origin} was blocked: only ${origin} is judged.`,
          'This is a bug in the suite; please report it.',
        );
      if (!options.allowWrites && !isSafeMethod(request.method))
        throw new SafetyStop(
          `A ${request.method} request was blocked: writes are not allowed.`,
          'Add --allow-writes to allow writes to the target.',
        );
      request.headers.set('user-agent', options.userAgent);
      return await sender.send(request);
    },
    clock: systemClock,
    token: options.token,
    ...(options.secondToken === undefined ? {} : { secondToken: options.secondToken }),
    ...(options.userToken === undefined ? {} : { userToken: options.userToken }),
    ...(setState ? { setState } : {}),
    allows,
    timeoutMs,
    close: async () => sender.close(),
  };
}

/** The origin of a URL from the user; ambiguous URLs are rejected. */
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
    throw new UsageError(`${flag} contains a user name or password.`, 'Set CLEVER_TOKEN instead.');
  if (url.pathname !== '/' || url.search || url.hash)
    throw new UsageError(
      `${flag} "${text}" has a path or a query.`,
      `The suite adds /v2.0 and /v3.1 itself: ${url.origin}`,
    );
  return url.origin;
}
