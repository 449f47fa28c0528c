import { jobListIn } from '../../../contracts/jobs.ts';
import type { Profile } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import type { Clock } from '../../clock.ts';
import type { Arrival, PendingResponse, Receive, Served } from '../../drivers/served.ts';
import type { Exchange, HeaderMap, RecordedRequest } from '../../exchange.ts';
import { jobIn, listOf } from '../../job-list.ts';
import { clampPages, isPageOf, onServedVersion, pageAt } from '../clamped-pages.ts';
import type { Asked, GoodAnswer, Scenario, ServedRecords } from '../scenario.ts';
import { createScript } from '../script.ts';
import { isOtherVersion, withServedPath } from './other-versions.ts';

/** Receives requests, produces responses, and records both for the judges. */
export interface ScenarioServer {
  readonly receive: Receive;
  /** Records data that is not an HTTP request, such as a TLS handshake. */
  recordMalformed(origin: string, message: string): void;
  /** A new start of the client. */
  begin(start: number, gate: Gate): void;
  ruleHits(): Readonly<Record<string, number>>;
  /** An error of the suite that prevented a response. */
  fault(): unknown;
  /** All exchanges, in order of arrival; requests without a response have a failure. */
  exchanges(): readonly Exchange[];
}

/** Decides which requests of a start are answered; the first that is not ends the start. */
export interface Gate {
  /** `before`: requests of this start before this one. */
  admits(before: number): boolean;
  /** `size`: characters of all different bodies of this start, this one included. */
  admitsBody(size: number): boolean;
}

export interface ScenarioServerOptions {
  readonly scenario: Scenario;
  /** The version of the Data API that is served. */
  readonly profile: Profile;
  readonly ask: (request: Request) => Promise<Response>;
  readonly clock: Pick<Clock, 'now'>;
  readonly origin: string;
  readonly foreignOrigin: string;
  readonly truth: readonly string[];
  readonly pageSize: number;
  /** Called for each exchange once it has ended. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

type Open = { -readonly [K in keyof Exchange]: Exchange[K] };

/** The server's side of one scenario: sandbox, script and recorder. */
export function createScenarioServer(options: ScenarioServerOptions): ScenarioServer {
  const { scenario, profile, clock, origin, foreignOrigin, pageSize, truth } = options;
  const script = createScript(scenario.rules);
  const exchanges: Open[] = [];
  const repeats = new Map<string, number>();
  /** Each body once: a client that hammers gets the same one thousands of times. */
  const bodies = new Map<string, string>();
  /** Paths in links that rules rewrote to a version that the sandbox does not serve. */
  const rewrittenPaths = new Set<string>();
  const list = listOf(jobIn(profile, scenario.job));
  const records = recordsOf(scenario, profile);
  let start = 0;
  let fault: unknown;
  let startedWith = 0;
  let size = 0;
  let gate: Gate = { admits: () => true, admitsBody: () => true };

  const once = (body: string): string => {
    const known = bodies.get(body);
    if (known !== undefined) return known;
    bodies.set(body, body);
    size += body.length;
    return body;
  };

  const open = (request: RecordedRequest): Open => {
    const exchange: Open = { seq: exchanges.length, request };
    exchanges.push(exchange);
    return exchange;
  };

  const askSandbox = async (arrival: Arrival, pathname: string, body: string): Promise<GoodAnswer> => {
    const isGiven = rewrittenPaths.has(pathname);
    const path = isGiven ? onServedVersion(arrival.path, profile) : arrival.path;
    const clamped = clampPages(path, pageSize, profile);
    const request = new Request(origin + clamped.path, {
      method: arrival.method,
      headers: passable(arrival.headers),
      ...(body === '' || arrival.method === 'GET' || arrival.method === 'HEAD' ? {} : { body }),
    });
    const response = await options.ask(request);
    const good = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: clamped.restore(await response.text()),
    };
    return !isGiven && isOtherVersion(pathname, profile)
      ? withServedPath(good, pathname, { profile, list })
      : good;
  };

  const pendingResponse = (exchange: Open, served: Served | undefined): PendingResponse => ({
    served,
    markSent: () => {
      if (exchange.response || exchange.failure || !served) return;
      const { status, headers, body } = served;
      exchange.response = {
        status,
        headers: joined(headers),
        body: bodies.get(body) ?? body,
        receivedAtMs: clock.now(),
      };
      options.onExchange?.(exchange);
    },
    fail: (message) => {
      if (exchange.response || exchange.failure) return;
      exchange.failure = { kind: 'closed', message };
      options.onExchange?.(exchange);
    },
  });

  return {
    receive: async (arrival) => {
      const before = exchanges.length;
      const request = { ...requestOf(arrival), sentAtMs: clock.now() };
      const exchange = open(request);
      const body = await arrival.body;
      if (!gate.admits(before - startedWith)) return pendingResponse(exchange, undefined);
      if (body !== undefined) exchange.request = { ...request, body: once(body) };
      if (!gate.admitsBody(size)) return pendingResponse(exchange, undefined);
      if (arrival.origin !== origin) return pendingResponse(exchange, foreign(arrival));

      const [pathname = '', search] = arrival.path.split('?', 2);
      const key = `${arrival.method} ${arrival.path} ${body ?? ''}`;
      const isPage = list !== undefined && isPageOf(list, arrival.path);
      const asked: Asked = {
        method: arrival.method,
        pathname,
        query: new URLSearchParams(search),
        body: body ?? '',
        page: isPage ? pageAt(arrival.path, { pageSize, truth, limit: profile.limit }) : -1,
        isList: isPage && arrival.method === 'GET',
        records,
        before,
        repeats: repeats.get(key) ?? 0,
        start,
        nowMs: clock.now(),
        origin,
        foreignOrigin,
      };
      repeats.set(key, asked.repeats + 1);
      const served = await script
        .play(asked, () => askSandbox(arrival, pathname, body ?? ''))
        .catch((error: unknown) => {
          fault ??= error;
          throw error;
        });
      if (served.rule !== undefined) {
        exchange.step = { claim: scenario.provokes[0] ?? '', case: scenario.name, role: served.rule };
        for (const path of versionedPaths(served.body)) rewrittenPaths.add(path);
      }
      once(served.body);
      return pendingResponse(exchange, gate.admitsBody(size) ? served : undefined);
    },
    recordMalformed: (at, message) => {
      open({ method: 'UNREADABLE', origin: at, path: '/', headers: {}, sentAtMs: clock.now() }).failure = {
        kind: 'malformed',
        message,
      };
    },
    begin: (number, newGate) => {
      start = number;
      startedWith = exchanges.length;
      size = 0;
      gate = newGate;
    },
    ruleHits: script.ruleHits,
    fault: () => fault,
    exchanges: () =>
      exchanges.map((one) =>
        one.response || one.failure
          ? one
          : { ...one, failure: { kind: 'closed', message: 'the client exited before the response' } },
      ),
  };
}

function recordsOf({ job }: Scenario, profile: Profile): ServedRecords | undefined {
  const name = listOf(job)?.path;
  const list = listOf(jobIn(profile, job));
  if (name === undefined || !list) return undefined;
  const api = apiFor(profile);
  const type = api.collections.find((one) => one.name === list.name)?.type ?? '';
  return { api, type, parts: jobListIn(profile.document, name).parts };
}

function requestOf({ method, origin, path, headers }: Arrival) {
  return { method, origin, path, headers };
}

/** Empty page for the foreign origin: requesting it is the violation. */
function foreign(arrival: Arrival): Served {
  return {
    status: 200,
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    body: JSON.stringify({ data: [], links: [{ rel: 'self', uri: arrival.path }] }),
    delayMs: 0,
    endless: false,
  };
}

/** Drops hop-by-hop headers, and those that `Request` rejects. */
function passable(headers: HeaderMap): Headers {
  const passed = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (/^(?:host|connection|content-length|transfer-encoding|keep-alive|upgrade|te|expect)$/.test(name))
      continue;
    try {
      passed.append(name, value);
    } catch {
      // Headers that HTTP does not allow are irrelevant to the sandbox.
    }
  }
  return passed;
}

function joined(headers: Served['headers']): HeaderMap {
  const map: Record<string, string> = {};
  for (const [rawName, value] of headers) {
    const name = rawName.toLowerCase();
    map[name] = Object.hasOwn(map, name) ? `${map[name]}, ${value}` : value;
  }
  return map;
}

/** Paths of the links in a page. */
function versionedPaths(body: string): string[] {
  return [...body.matchAll(/"uri":"(\/v\d+(?:\.\d+)?\/[^"?]*)\??[^"]*"/g)].map((match) => match[1] ?? '');
}
