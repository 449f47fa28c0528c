/**
 * The reference server as a test double: every documented version of the Data API, and LMS Connect v3.1, over made-up districts.
 *
 * ```ts
 * import { createSandbox } from 'clever-conformance/sandbox';
 *
 * await using sandbox = createSandbox();
 * const { origin } = await sandbox.listen(); // or give sandbox.fetch to your client
 * await sandbox.set.nextAnswers([{ status: 503 }]);
 * // … run your sync against `origin` with `sandbox.token`
 * expect(sandbox.requests.map((one) => one.status)).to.deep.equal([503, 200]);
 * ```
 */
import type { ScriptedAnswer } from '../../contracts/states.ts';
import { systemClock, type VirtualClock } from '../clock.ts';
import { type Listening, listen } from '../sandbox/http/listen.ts';
import { createSandbox as createServer } from '../sandbox/sandbox.ts';

export type { ScriptedAnswer } from '../../contracts/states.ts';
export { createVirtualClock, type VirtualClock } from '../clock.ts';
export type { Listening } from '../sandbox/http/listen.ts';

export interface SandboxOptions {
  /** The same seed gives the same data, down to every id. @default 1 */
  readonly seed?: number;
  /** Students of the token's district; everything else scales with it. @default 120 */
  readonly students?: number;
  /** A virtual clock only moves as a test moves it. @default real time */
  readonly clock?: VirtualClock;
  /** SQLite file that keeps the data; reused when it exists. @default in memory */
  readonly db?: string;
}

/** A request that was answered. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Of the response. */
  readonly status: number;
  /** When it arrived: milliseconds since the Unix epoch, by the sandbox's clock. */
  readonly atMs: number;
}

/** What a token may read. */
export interface TokenOptions {
  /** `read:students`, … */
  readonly scopes: readonly string[];
  /** Whether it has the LMS Connect agreement. @default false */
  readonly agreement?: boolean;
  /** It sees only these schools and what belongs to them. @default the whole district */
  readonly schools?: readonly string[];
}

/** Provider states, typed; see contracts/states.ts for what each means. They reject with a `UsageError` that says what is wrong. */
export interface States {
  /** The bucket admits so many more requests in a window that starts now. */
  bucketHas(remaining: number, token?: string): Promise<void>;
  /** Scripted responses, in order, to the next requests; an empty script clears them. */
  nextAnswers(script: readonly ScriptedAnswer[]): Promise<void>;
  deleted(id: string): Promise<void>;
  unshared(id: string): Promise<void>;
  /** Creates a record, with an id above all others. */
  created(collection: string): Promise<{ readonly id: string }>;
  /** The oldest version no longer serves the collection. @default 410 */
  ended(collection: string, status?: 404 | 410): Promise<void>;
  tokenWith(options: TokenOptions): Promise<{ readonly token: string }>;
  tokenOfUser(id: string): Promise<{ readonly token: string }>;
  tokenOfOtherDistrict(): Promise<{ readonly token: string; readonly student_id: string }>;
  /** An assignment in a section, with the ids that its routes need. */
  assignment(): Promise<Readonly<Record<string, string>>>;
  /** The LMS rejects assignments without this field. */
  lmsRequires(field: string): Promise<void>;
  clockMoved(seconds: number): Promise<void>;
}

/** A reference server of one test. */
export interface Sandbox extends AsyncDisposable {
  /** Responds in process, as the server does on a port. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The district token: all scopes, and the LMS Connect agreement. */
  readonly token: string;
  /** Another token of the same application and district. */
  readonly secondToken: string;
  /** What was asked since the start or the last `reset`, in order of arrival: a spy. */
  readonly requests: readonly SeenRequest[];
  readonly set: States;
  /** Serves it on a port of 127.0.0.1. @default a free one */
  listen(options?: { readonly port?: number }): Promise<Listening>;
  /** As it was at the start: data, states, tokens, rate limits, and no requests seen. */
  reset(): Promise<void>;
  /** Closes its ports and its database; also at the end of `await using`. */
  close(): Promise<void>;
}

/** Creates a sandbox that shares no state with others. Throws `UsageError` if an option or the file cannot be used. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { seed = 1, students = 120, clock = systemClock, db } = options;
  const server = createServer({ seed, students, clock, ...(db === undefined ? {} : { db }) });
  const ports = new Set<Listening>();
  const requests: SeenRequest[] = [];
  const { setState } = server;
  const values = async <T>(...[name, params]: Parameters<typeof setState>): Promise<T> =>
    (await setState(name, params)) as T;
  const done = async (...state: Parameters<typeof setState>): Promise<void> => {
    await setState(...state);
  };
  const answer = async (request: Request): Promise<Response> => {
    const atMs = clock.now();
    const body = request.body === null ? '' : await request.clone().text();
    const response = await server.fetch(request);
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    requests.push({
      method: request.method,
      path: pathname + search,
      headers,
      body,
      status: response.status,
      atMs,
    });
    return response;
  };
  const close = async () => {
    await Promise.all([...ports].map((one) => one.close()));
    ports.clear();
    server.close();
  };
  return {
    fetch: (input, init) => answer(new Request(input, init)),
    token: server.token,
    secondToken: server.secondToken,
    requests,
    set: {
      bucketHas: (remaining, token) =>
        done('the bucket has {remaining} left', { remaining, ...(token === undefined ? {} : { token }) }),
      nextAnswers: (script) => done('the next answers are {script}', { script }),
      deleted: (id) => done('the record {id} is deleted', { id }),
      unshared: (id) => done('the record {id} is unshared', { id }),
      created: (collection) => values('a record is created in {collection}', { collection }),
      ended: (collection, status = 410) =>
        done('the collection {collection} has ended', { collection, status }),
      tokenWith: ({ agreement = false, ...rest }) => values('a token with {scopes}', { agreement, ...rest }),
      tokenOfUser: (id) => values('a token of the user {id}', { id }),
      tokenOfOtherDistrict: () => values('a token of another district'),
      assignment: () => values('an assignment exists'),
      lmsRequires: (field) => done('the LMS requires {field}', { field }),
      clockMoved: (seconds) => done('the clock moves {seconds}', { seconds }),
    },
    listen: async ({ port = 0 } = {}) => {
      const listening = await listen({ fetch: answer }, { port, hostname: '127.0.0.1' });
      ports.add(listening);
      return {
        origin: listening.origin,
        close: async () => {
          if (ports.delete(listening)) await listening.close();
        },
      };
    },
    reset: async () => {
      await setState('everything is as seeded');
      requests.length = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
