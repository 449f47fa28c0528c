import { createVirtualClock, type VirtualClock } from '../clock.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

/** A sandbox in virtual time with request helpers. Only for tests. */
export interface Bench {
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  /** Sends a request with the district token, or with another one, or with none (`null`). */
  ask(path: string, options?: { method?: string; token?: string | null; body?: unknown }): Promise<Asked>;
  /** Ids of a list over all its pages. */
  idsOf(path: string, token?: string): Promise<string[]>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The body as JSON; undefined if it is not JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of any shape
  readonly json: any;
}

export function createBench(options: { students?: number; seed?: number; db?: string } = {}): Bench {
  const clock = createVirtualClock();
  const { students = 130, seed = 1, db } = options;
  const sandbox = createSandbox({ seed, students, clock, ...(db === undefined ? {} : { db }) });
  const ask: Bench['ask'] = async (path, { method = 'GET', token = sandbox.token, body } = {}) => {
    const response = await sandbox.fetch(
      new Request(`http://sandbox.localhost${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text, json: parsed(text) };
  };
  const idsOf: Bench['idsOf'] = async (path, token) => {
    const ids: string[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: Asked = await ask(next, token === undefined ? {} : { token });
      if (page.status === 429) clock.advance(60_000);
      else {
        ids.push(...page.json.data.map((one: { data: { id: string } }) => one.data.id));
        next = page.json.links.find((link: { rel: string }) => link.rel === 'next')?.uri;
      }
    }
    return ids;
  };
  return { clock, sandbox, ask, idsOf };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
