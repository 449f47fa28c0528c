import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../catalogue.ts';
import { createVirtualClock, systemClock, type VirtualClock } from '../clock.ts';
import type { OutcomeValue } from '../outcome.ts';
import { listen } from '../sandbox/http/listen.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { createTrafficCollector, type Traffic } from './formats/captured.ts';
import { type Caught, type Dialect, harOf } from './formats/har-testing.ts';
import { type CaptureRun, judgeTraffic } from './session.ts';

/** A client, and the traffic that a capturing tool recorded. */
export interface Catching {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly caught: Caught[];
}

/** Puts a tool between a client and a server. */
export function catching(send: (request: Request) => Promise<Response>, nowMs: () => number): Catching {
  const caught: Caught[] = [];
  return {
    caught,
    fetch: async (request) => {
      const atMs = nowMs();
      const body = request.body === null ? undefined : await request.clone().text();
      const response = await send(request);
      const answer = await response.text();
      caught.push({
        method: request.method,
        url: request.url,
        headers: [...request.headers],
        ...(body === undefined ? {} : { body }),
        atMs,
        tookMs: Math.max(0, nowMs() - atMs),
        status: response.status,
        answerHeaders: [...response.headers],
        answer,
      });
      const { status } = response;
      return new Response([204, 205, 304].includes(status) ? null : answer, {
        status,
        headers: response.headers,
      });
    },
  };
}

/** A sandbox on a port behind a capturing tool; each path is requested with the sandbox's token. */
export async function overPort(
  work: (get: (path: string) => Promise<unknown>, origin: string) => Promise<void>,
  students = 25,
): Promise<Caught[]> {
  const sandbox = createSandbox({ seed: 1, students, clock: systemClock });
  const server = await listen(sandbox, { port: 0, hostname: '127.0.0.1' });
  const tool = catching((request) => fetch(request), Date.now);
  const get = async (path: string) => {
    const headers = { authorization: `Bearer ${sandbox.token}`, accept: 'application/json' };
    return JSON.parse(
      await (await tool.fetch(new Request(server.origin + path, { headers }))).text(),
    ) as unknown;
  };
  try {
    await work(get, server.origin);
    return tool.caught;
  } finally {
    await server.close();
    sandbox.close();
  }
}

/** Follows next from a path to the end. */
export async function walk(get: (path: string) => Promise<unknown>, path: string): Promise<void> {
  let at: string | undefined = path;
  while (at !== undefined) {
    const body = (await get(at)) as { links: { rel: string; uri: string }[] };
    at = body.links.find((link) => link.rel === 'next')?.uri;
  }
}

/** A sandbox in virtual time behind a capturing tool. */
export async function inVirtualTime(
  work: (wire: {
    readonly fetch: (request: Request) => Promise<Response>;
    readonly clock: VirtualClock;
    readonly sandbox: Sandbox;
  }) => Promise<void>,
  students = 25,
): Promise<Caught[]> {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ seed: 1, students, clock });
  const tool = catching((request) => sandbox.fetch(request), clock.now);
  try {
    await work({ fetch: (request) => clock.hold(tool.fetch(request)), clock, sandbox });
    return tool.caught;
  } finally {
    sandbox.close();
  }
}

/** The traffic of a HAR text, as the command reads it from a file. */
export function trafficOf(har: string): Traffic {
  const collector = createTrafficCollector();
  const { log } = JSON.parse(har.replace(/^\ufeff/, '')) as { log: { entries: unknown[] } };
  for (const [at, entry] of log.entries.entries()) collector.add(entry, 'test.har', at + 1);
  return collector.finish(1);
}

/** Both sides of the captured traffic, judged by the whole catalogue. */
export function judgeCaught(caught: readonly Caught[], dialect?: Dialect) {
  const { server, client } = judgeTrafficOf(trafficOf(harOf(caught, dialect)));
  return { server, client };
}

/** Both sides of traffic, judged by the whole catalogue; without times there is no client side, and the other stands for it. */
export function judgeTrafficOf(traffic: Traffic) {
  const [server, client = server, ...more] = judgeTraffic(traffic, {
    name: 'test.har',
    key: new Uint8Array(32),
    now: () => 0,
    server: new Set(requirementsOf('server').map((one) => one.id)),
    client: new Set(requirementsOf('client').map((one) => one.id as ClientRequirementId)),
  });
  if (!server || !client || more.length > 0) throw new Error('two sides were requested');
  return { server, client, runs: client === server ? 1 : 2 };
}

/** The ids of a run with this outcome. */
export function idsWith(run: CaptureRun, ...values: readonly OutcomeValue[]): readonly string[] {
  return run.result.outcomes.filter(({ outcome }) => values.includes(outcome.outcome)).map(({ id }) => id);
}

/** A deep copy that a test may change. */
export function copyOfCaught(caught: readonly Caught[]): Caught[] {
  return structuredClone(caught) as Caught[];
}

/** A captured list body, to be changed in place. */
export interface Body {
  data: { data: Record<string, unknown> & { id: string } }[];
  links: { rel: string; uri: string }[];
}

/** Changes the body of a response. */
export function changeBody(one: Caught | undefined, change: (body: Body) => void): void {
  if (!one) throw new Error('no such request was captured');
  const body = JSON.parse(one.answer) as Body;
  change(body);
  one.answer = JSON.stringify(body);
}

/** Changes a header of a response; `undefined` removes it. */
export function changeHeader(one: Caught | undefined, name: string, value: string | undefined): void {
  if (!one) throw new Error('no such request was captured');
  one.answerHeaders = one.answerHeaders.filter(([other]) => other.toLowerCase() !== name);
  if (value !== undefined) one.answerHeaders.push([name, value]);
}
