import { randomBytes } from 'node:crypto';
import { isObject } from '../json.ts';
import { listen } from '../sandbox/listen.ts';
import type { Target } from '../targets/target.ts';
import { handedOn, headersHandedOn } from './handed-on.ts';
import { readPactState } from './pact-states.ts';
import type { TokenRule } from './tokens.ts';

/** One interaction as it passed through: what was asked and answered, and which states could not be reached. */
export interface Passage {
  /** `GET /v2.0/students?limit=2`; absent where it did not come to a request. */
  readonly request?: string;
  readonly status?: number;
  /** Why a provider state could not be reached. */
  readonly stateFault?: string;
  /** Why no answer came. */
  readonly noAnswer?: string;
}

/** Stands between the verifier and the target: sets states, puts in the token, and remembers what passed. */
export interface Gateway {
  /** For the verifier: `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Pact's provider-state endpoint, for the verifier only. */
  readonly statesUrl: string;
  /** In the order in which the interactions were verified. */
  readonly passages: readonly Passage[];
  /** Whether a 429 that was not asked for ended it. */
  readonly isOverrun: () => boolean;
  /** When something last passed, in milliseconds since the Unix epoch. */
  readonly lastPassedMs: () => number;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly target: Target;
  readonly tokens: TokenRule;
  /** The server is somebody's own: this pause before each request, and none after a 429, which nobody asked for. */
  readonly paceMs?: number;
}

/** Opens a gateway on a free port of 127.0.0.1. */
export async function openGateway({ target, tokens, paceMs = 0 }: GatewayOptions): Promise<Gateway> {
  const passages: Passage[] = [];
  // Nobody else on this machine can guess where states are set.
  const statesPath = `/_states-${randomBytes(12).toString('hex')}`;
  let values: Record<string, unknown> = {};
  let isOpen = false;
  let isOverrun = false;
  let lastPassedMs = Date.now();
  const amend = (more: Passage) => {
    passages[passages.length - 1] = { ...passages.at(-1), ...more };
  };

  /** The first state of an interaction begins it; the first teardown ends it. */
  const setState = async (request: Request): Promise<Response> => {
    const asked: unknown = await request.json();
    const { state = '', params = {}, action } = isObject(asked) ? asked : {};
    if (action === 'teardown') {
      isOpen = false;
      return Response.json({});
    }
    try {
      if (!isOpen) {
        isOpen = true;
        passages.push({});
        values = { ...(await target.setState?.('everything is as seeded')) };
      }
      if (state === '') return Response.json(values);
      const ready = readPactState({ name: String(state), params: isObject(params) ? params : {} });
      if (typeof ready === 'string') throw new Error(ready);
      if (!target.setState) throw new Error('the target takes no states');
      const given = await target.setState(ready.name, ready.params);
      values = merged(values, given, ready.name === 'a district with {students} students');
      return Response.json(values);
    } catch (error) {
      amend({ stateFault: `"${String(state)}": ${(error as Error).message}` });
      // The core would leave out the teardown, and one interaction could not be told from the next.
      return Response.json({});
    }
  };

  const forward = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    if (!isOpen) passages.push({});
    amend({ request: `${request.method} ${pathname}${search}` });
    if (passages.at(-1)?.stateFault !== undefined) return refused('the provider state could not be reached');
    const headers = headersHandedOn(request.headers);
    const authorization = tokens.authorizationFor(headers.get('authorization') ?? undefined, values.token);
    if (authorization !== undefined) headers.set('authorization', authorization);
    const body = request.body === null ? '' : await request.text();
    if (paceMs > 0) await target.clock.sleep(paceMs);
    if (isOverrun) return refused('held back after a 429');
    try {
      const response = await target.fetch(
        new Request(target.origin + pathname + search, {
          method: request.method,
          headers,
          redirect: 'manual',
          ...(body === '' ? {} : { body }),
          ...(target.timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(target.timeoutMs) }),
        }),
      );
      amend({ status: response.status });
      isOverrun = paceMs > 0 && response.status === 429;
      return await handedOn(response);
    } catch (error) {
      amend({ noAnswer: (error as Error).message });
      return refused('no answer from the target');
    }
  };

  const server = await listen(
    {
      fetch: async (request) => {
        lastPassedMs = Date.now();
        const isState = new URL(request.url).pathname === statesPath;
        return await (isState ? setState(request) : forward(request));
      },
    },
    { port: 0, hostname: '127.0.0.1' },
  );
  return {
    origin: server.origin,
    statesUrl: server.origin + statesPath,
    passages,
    isOverrun: () => isOverrun,
    lastPassedMs: () => lastPassedMs,
    close: () => server.close(),
  };
}

/**
 * The values of an interaction's states so far. Where a name comes twice, the later one wins, and each is also there with
 * its number: `id_1`, `id_2`. A district that is seeded afresh takes the values of what was there before with it.
 */
function merged(
  before: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
  afresh: boolean,
): Record<string, unknown> {
  const all: Record<string, unknown> = afresh ? {} : { ...before };
  for (const [name, value] of Object.entries(given)) {
    let n = 1;
    while (`${name}_${n}` in all) n++;
    all[`${name}_${n}`] = value;
    all[name] = value;
  }
  return all;
}

/** A status that no pact expects. */
function refused(why: string): Response {
  return Response.json({ error: why }, { status: 599 });
}
