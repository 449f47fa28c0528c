import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { type Exchange, pathnameOf } from '../exchange.ts';
import { linksIn, listOf } from '../judges/material.ts';
import type { ClientRun, ScenarioObservation } from '../observation.ts';
import type { Evidence, RecordedObservation } from '../result.ts';
import { provokedByClient, provokedByVisit } from './provoked.ts';
import { copyOf, shifted, skewOf } from './skew.ts';
import type { Traffic } from './traffic.ts';
import { listNameOf, visitsOf } from './visits.ts';

/** What the clients in a capture did, as evidence. */
export type ObservedClients = Required<Pick<Evidence, 'exchanges' | 'observations'>>;

/** The tool's own clock ticks in milliseconds, and it may be a proxy on the way. */
const toolLagMs = 5;
/** Longer than any documented wait: whoever comes back after such a silence was started again. */
const silenceMs = 120_000;

/** One client, as far as it can be told: an origin, a token, and the name of the program. */
interface Client {
  readonly name: string;
  readonly origin: string;
  /** Positions in the traffic. */
  readonly at: readonly number[];
}

/**
 * Tells the clients in a capture apart and what each of them did: one observation of all its requests, one of each way through a
 * list, one of each create and of each submission. `redacted` are the exchanges of the traffic and then its strays, in that order.
 */
export function observeClients(traffic: Traffic, redacted: readonly Exchange[]): ObservedClients {
  const exchanges: Exchange[] = [];
  const observations: RecordedObservation[] = [];
  const keep = (some: readonly Exchange[]) => {
    const first = exchanges.length;
    for (const one of some) exchanges.push(copyOf(one, { seq: exchanges.length }));
    return first;
  };
  for (const client of clientsIn(traffic, redacted)) {
    const scene = sceneOf(client, traffic, redacted);
    const start = keep(scene.all);
    const record = (one: ScenarioObservation, provokes: readonly ClientRequirementId[]) => {
      if (provokes.length === 0) return;
      // Most of what belongs together was sent one after the other, and need not be kept twice.
      const at = placeOf(one.exchanges, scene.all);
      const first = at < 0 ? keep(one.exchanges) : start + at;
      observations.push({ ...one, provokes, exchanges: { first, count: one.exchanges.length } });
    };
    const whole = scene.observe(client.name, scene.all, 'sync:');
    record(whole, provokedByClient(whole));
    for (const [nth, visit] of visitsOf(scene.raw).entries()) {
      const own = visit.flatMap((at) => scene.own[at] ?? []);
      const list = own[0] ? listNameOf(own[0]) : '';
      const one = scene.observe(`${client.name}: list ${nth + 1}`, own, `sync:${list}`);
      record(one, provokedByVisit(one));
    }
    for (const [at, some] of scene.creates().entries()) {
      const one = scene.observe(`${client.name}: create ${at + 1}`, some, 'create-assignment');
      record(one, ['lms/client-creates-once']);
    }
    for (const [at, some] of scene.grades().entries()) {
      const one = scene.observe(`${client.name}: submission ${at + 1}`, some, 'update-submission');
      record(one, ['lms/client-final-grade-wins']);
    }
  }
  return { exchanges, observations };
}

/** Where a part stands in the whole as it is; -1 where something lies between. */
function placeOf(part: readonly Exchange[], whole: readonly Exchange[]): number {
  const at = part[0] === undefined ? -1 : whole.indexOf(part[0]);
  return at >= 0 && part.every((one, offset) => whole[at + offset] === one) ? at : -1;
}

function clientsIn(traffic: Traffic, redacted: readonly Exchange[]): readonly Client[] {
  const groups = new Map<string, { origin: string; token: string; at: number[] }>();
  /** Who was given a link: a request that follows it without a token is the same client's. */
  const given = new Map<string, string>();
  for (const [at, { request }] of traffic.exchanges.entries()) {
    const { authorization: auth = '', 'user-agent': agent = '' } = request.headers;
    const link = `${request.origin}${request.path}`;
    const key =
      auth === '' && given.has(link) ? (given.get(link) ?? '') : [request.origin, auth, agent].join('\n');
    const group = groups.get(key) ?? { origin: request.origin, token: auth, at: [] };
    groups.set(key, group);
    group.at.push(at);
    const page = auth === '' ? undefined : listOf(traffic.exchanges[at] as Exchange);
    for (const { uri } of page ? linksIn({ links: page.links }) : [])
      given.set(`${request.origin}${uri}`, key);
  }
  const tokens = new Map<string, number>();
  const programs = new Map<string, number>();
  return [...groups.values()].map(({ origin, token, at }) => {
    if (token !== '' && !tokens.has(token)) tokens.set(token, tokens.size + 1);
    const program = `${token}\n${origin}`;
    programs.set(program, (programs.get(program) ?? 0) + 1);
    const nth = programs.get(program) ?? 1;
    const who = token === '' ? 'no token' : `token ${tokens.get(token)}`;
    const host = redacted[at[0] ?? 0]?.request.origin ?? origin;
    return { name: `${who} at ${host}${nth > 1 ? `, program ${nth}` : ''}`, origin, at };
  });
}

function sceneOf(client: Client, traffic: Traffic, redacted: readonly Exchange[]) {
  const raw = client.at.map((at) => traffic.exchanges[at] as Exchange);
  const skew = skewOf(raw);
  const own = shifted(
    client.at.map((at) => redacted[at] as Exchange),
    skew.offsetMs,
  );
  const headers = raw[0]?.request.headers;
  const strays = traffic.strays.flatMap(({ home }, at) =>
    home.origin === client.origin && home.headers.authorization === headers?.authorization
      ? [redacted[traffic.exchanges.length + at] as Exchange]
      : [],
  );
  const all = [...own, ...shifted(strays, skew.offsetMs)].sort(
    (a, b) => a.request.sentAtMs - b.request.sentAtMs,
  );
  const lagMs = traffic.isCoarse ? 1000 : toolLagMs;
  return {
    raw,
    own,
    all,
    observe: (
      scenario: string,
      exchanges: readonly Exchange[],
      job: ScenarioObservation['job'],
    ): ScenarioObservation => ({
      scenario,
      provokes: [],
      job,
      timing: 'real',
      exchanges,
      runs: runsOf(exchanges),
      truth: [],
      account: {},
      origin: client.origin,
      lagMs,
      captured: { skewMs: skew.withinMs },
    }),
    /** Creates that were sent alike, told by what was really sent. */
    creates: () =>
      alike(
        own,
        raw,
        (one) => one.request.method === 'POST' && /\/sections\/[^/]+\/assignments\/?$/.test(pathnameOf(one)),
        (one) => `${pathnameOf(one)}\n${one.request.body ?? ''}`,
      ),
    /** Updates of one submission, where one was sent twice because its answer was lost or an outage. */
    grades: () =>
      alike(
        own,
        raw,
        (one) => one.request.method === 'PATCH' && /\/submissions\/[^/]+$/.test(pathnameOf(one)),
        pathnameOf,
      ).filter((some) => some.some((one) => one.failure !== undefined || (one.response?.status ?? 0) >= 500)),
  };
}

function alike(
  redacted: readonly Exchange[],
  raw: readonly Exchange[],
  isWanted: (one: Exchange) => boolean,
  keyOf: (one: Exchange) => string,
): readonly (readonly Exchange[])[] {
  const groups = new Map<string, Exchange[]>();
  for (const [at, one] of raw.entries()) {
    const twin = redacted[at];
    if (!twin || !isWanted(one)) continue;
    const known = groups.get(keyOf(one));
    if (known) known.push(twin);
    else groups.set(keyOf(one), [twin]);
  }
  return [...groups.values()];
}

/** Stretches of activity. Nobody claimed anything at their ends. */
function runsOf(exchanges: readonly Exchange[]): readonly ClientRun[] {
  const runs: { startedAtMs: number; endedAtMs: number }[] = [];
  for (const { request, response } of exchanges) {
    const endedAtMs = response?.receivedAtMs ?? request.sentAtMs;
    const run = runs.at(-1);
    if (run && request.sentAtMs - run.endedAtMs < silenceMs)
      run.endedAtMs = Math.max(run.endedAtMs, endedAtMs);
    else runs.push({ startedAtMs: request.sentAtMs, endedAtMs });
  }
  return runs.map((run) => ({ ...run, claim: { says: 'nothing', ids: [], said: '', endedBy: 'itself' } }));
}
