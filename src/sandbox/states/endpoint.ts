import { type StateParams, states } from '../../../contracts/states.ts';
import { type Answer, json } from '../http/answer.ts';
import { readBody } from '../http/bodies.ts';
import { readState, type StateCall } from './states.ts';

/** Sets provider states. */
export interface StateControl {
  /** Puts the sandbox into a state; returns the error as a string. */
  apply(call: StateCall): Readonly<Record<string, unknown>> | string;
  /** Progress of the scripted responses. */
  faults(): { readonly consumed: number; readonly pending: number };
}

/**
 * `/_states`, Pact's provider-state endpoint: `POST {state, params, action}` returns the state's values. `teardown`
 * restores the seeded data. `GET` lists the known states and the progress of scripted responses. Any other content type than
 * JSON is rejected: a web page may send a form to any port without asking.
 */
export async function answerStates(control: StateControl, request: Request): Promise<Answer> {
  if (request.method === 'GET') return json(200, { states, faults: control.faults() });
  if (request.method !== 'POST') {
    return {
      ...json(405, { error: 'use GET or POST' }),
      headers: { Allow: 'GET, POST', 'Content-Type': 'application/json' },
    };
  }
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    return json(415, { error: 'the content type must be application/json' });
  const body = await readBody(request);
  const asked = body === undefined ? undefined : parse(body);
  if (!asked)
    return json(400, {
      error: 'the body must be JSON: {"state": "…", "params": {…}, "action": "setup" | "teardown"}',
    });
  const { state, params = {}, action = 'setup' } = asked;
  if (typeof state !== 'string') return json(400, { error: 'state must be the name of a state' });
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    return json(400, { error: 'params must be an object' });
  }
  if (action !== 'setup' && action !== 'teardown')
    return json(400, { error: 'action must be setup or teardown' });
  const call =
    action === 'setup'
      ? readState(state, params as StateParams)
      : ({ name: 'everything is as seeded' } as const);
  if (typeof call === 'string') return json(400, { error: call });
  const values = control.apply(call);
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
