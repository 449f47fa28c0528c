import { randomBytes } from 'node:crypto';
import { listen } from '../../sandbox/http/listen.ts';
import { responseOf } from '../../targets/received.ts';
import type { Target } from '../../targets/target.ts';
import { isObject } from '../../text/json.ts';
import { forwardHeaders, forwardResponse } from './handed-on.ts';
import { readPactState } from './pact-states.ts';
import type { TokenRule } from './tokens.ts';

/** One forwarded interaction: request, response status, and state errors. */
export interface ForwardedInteraction {
  /** `GET /v2.0/students?limit=2`; absent if no request was sent. */
  readonly request?: string;
  readonly status?: number;
  /** Why a provider state could not be set. */
  readonly stateFault?: string;
  /** Why there was no response. */
  readonly noResponse?: string;
}

/** A proxy between verifier and target: sets states, inserts the token, and records interactions. */
export interface Gateway {
  /** For the verifier: `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Pact's provider-state endpoint, for the verifier only. */
  readonly statesUrl: string;
  /** In verification order. */
  readonly forwarded: readonly ForwardedInteraction[];
  /** Whether an unexpected 429 stopped forwarding. */
  readonly isRateLimited: () => boolean;
  /** Time of the last request, epoch milliseconds. */
  readonly lastActivityMs: () => number;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly target: Target;
  readonly tokens: TokenRule;
  /** For third-party servers: pause before each request, and stop after an unexpected 429. */
  readonly paceMs?: number;
}

/** Opens a gateway on a free port of 127.0.0.1. */
export async function openGateway({ target, tokens, paceMs = 0 }: GatewayOptions): Promise<Gateway> {
  const forwarded: ForwardedInteraction[] = [];
  // Random, so that other processes on this machine cannot set states.
  const statesPath = `/_states-${randomBytes(12).toString('hex')}`;
  let values: Record<string, unknown> = {};
  let isOpen = false;
  let isRateLimited = false;
  let lastActivityMs = Date.now();
  const update = (more: ForwardedInteraction) => {
    forwarded[forwarded.length - 1] = { ...forwarded.at(-1), ...more };
  };

  /** An interaction starts with its first state and ends with its first teardown. */
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
        forwarded.push({});
        values = { ...(await target.setState?.('everything is as seeded')) };
      }
      if (state === '') return Response.json(values);
      const ready = readPactState({ name: String(state), params: isObject(params) ? params : {} });
      if (typeof ready === 'string') throw new Error(ready);
      if (!target.setState) throw new Error('the target has no provider states');
      const given = await target.setState(ready.name, filled(ready.params, values));
      values = merged(values, given, ready.name === 'a district with {students} students');
      return Response.json(values);
    } catch (error) {
      update({ stateFault: `"${String(state)}": ${(error as Error).message}` });
      // On an error the core would skip the teardown, which separates interactions.
      return Response.json({});
    }
  };

  const forward = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    if (!isOpen) forwarded.push({});
    update({ request: `${request.method} ${pathname}${search}` });
    if (forwarded.at(-1)?.stateFault !== undefined) return refused('the provider state could not be set');
    const headers = forwardHeaders(request.headers);
    const authorization = tokens.authorizationFor(headers.get('authorization') ?? undefined, values.token);
    if (authorization !== undefined) headers.set('authorization', authorization);
    const body = request.body === null ? '' : await request.text();
    if (paceMs > 0) await target.clock.sleep(paceMs);
    if (isRateLimited) return refused('not sent after a 429');
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
      update({ status: response.status });
      isRateLimited = paceMs > 0 && response.status === 429;
      return await forwardResponse(responseOf(response));
    } catch (error) {
      update({ noResponse: (error as Error).message });
      return refused('no response from the target');
    }
  };

  const server = await listen(
    {
      fetch: async (request) => {
        lastActivityMs = Date.now();
        const isState = new URL(request.url).pathname === statesPath;
        return await (isState ? setState(request) : forward(request));
      },
    },
    { port: 0, hostname: '127.0.0.1' },
  );
  return {
    origin: server.origin,
    statesUrl: server.origin + statesPath,
    forwarded,
    isRateLimited: () => isRateLimited,
    lastActivityMs: () => lastActivityMs,
    close: () => server.close(),
  };
}

/**
 * Merges the values of an interaction's states. For duplicate names the later value wins, and all are available with a
 * number: `id_1`, `id_2`. Reseeding the district discards earlier values.
 */
function merged(
  before: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
  isReseeded: boolean,
): Record<string, unknown> {
  const all: Record<string, unknown> = isReseeded ? {} : { ...before };
  for (const [name, value] of Object.entries(given)) {
    let n = 1;
    while (`${name}_${n}` in all) n++;
    all[`${name}_${n}`] = value;
    all[name] = value;
  }
  return all;
}

/** Parameters that refer to a value of an earlier state, as Pact's generators do: `${id}`. Throws if there is none. */
function filled(
  params: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const referred = typeof value === 'string' ? /^\$\{(\w+)\}$/.exec(value)?.[1] : undefined;
      if (referred !== undefined && values[referred] === undefined)
        throw new Error(`no earlier state returned "${referred}"`);
      return [name, referred === undefined ? value : values[referred]];
    }),
  );
}

/** 599: a status that no pact expects. */
function refused(error: string): Response {
  return Response.json({ error }, { status: 599 });
}
