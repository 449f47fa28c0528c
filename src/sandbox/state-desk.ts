import { type StateParams, states } from '../../contracts/states.ts';
import { type Answer, json } from './answer.ts';
import { readBody } from './bodies.ts';
import { readState, type StateCall } from './states.ts';

/** Where states are asked for. */
export interface StateDesk {
  /** Puts the sandbox into a state; a text says why it cannot be. */
  apply(call: StateCall): Readonly<Record<string, unknown>> | string;
  /** How far the script of faults has come. */
  faults(): { readonly consumed: number; readonly pending: number };
}

/**
 * `/_states` over HTTP, as Pact's provider-state endpoint: `POST {state, params, action}` answers the state's values.
 * `teardown` puts everything back as it was seeded. `GET` tells of the known states and the script of faults.
 */
export async function answerStates(desk: StateDesk, request: Request): Promise<Answer> {
  if (request.method === 'GET') return json(200, { states, faults: desk.faults() });
  if (request.method !== 'POST') {
    return {
      ...json(405, { error: 'use GET or POST' }),
      headers: { Allow: 'GET, POST', 'Content-Type': 'application/json' },
    };
  }
  const body = await readBody(request);
  const asked = body === undefined ? undefined : parse(body);
  if (!asked)
    return json(400, {
      error: 'the body is JSON: {"state": "…", "params": {…}, "action": "setup" | "teardown"}',
    });
  const { state, params = {}, action = 'setup' } = asked;
  if (typeof state !== 'string') return json(400, { error: 'state is the name of a state' });
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    return json(400, { error: 'params is an object' });
  }
  if (action !== 'setup' && action !== 'teardown') return json(400, { error: 'action is setup or teardown' });
  const call =
    action === 'setup'
      ? readState(state, params as StateParams)
      : ({ name: 'everything is as seeded' } as const);
  if (typeof call === 'string') return json(400, { error: call });
  const values = desk.apply(call);
  return typeof values === 'string' ? json(400, { error: values }) : json(200, values);
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
