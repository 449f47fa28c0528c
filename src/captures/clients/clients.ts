import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { knownVersions } from '../../../contracts/versions.ts';
import type { Exchange } from '../../exchange.ts';
import type { ClientRun, ScenarioObservation } from '../../observation.ts';
import type { Evidence, RecordedObservation } from '../../result.ts';
import { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { createsAssignment, updatesSubmission } from '../../traffic/client/writes.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { createReader } from '../../traffic/reader.ts';
import type { Traffic } from '../formats/captured.ts';
import { exercisedByClient, exercisedByListRead } from './exercised.ts';
import { listNameOf, listReadsIn } from './list-reads.ts';
import { type Skew, shifted, skewOf } from './skew.ts';

/** Evidence of the clients in a capture. */
export type ObservedClients = Required<Pick<Evidence, 'exchanges' | 'observations'>>;

/** The tool's clock has millisecond precision, and the tool may be a proxy. */
const toolLagMs = 5;
/** Longer than any documented wait: a client that continues after such a pause was restarted. */
const silenceMs = 120_000;

/** One client, as far as a capture shows: an origin, a token, and the name of the program. */
interface Client {
  /** `token 1`. */
  readonly who: string;
  /** `, program 2`; `''` for the first one of a token. */
  readonly program: string;
  readonly origin: string;
  /** Positions in the traffic. */
  readonly positions: readonly number[];
}

/** Requests of one client that are observed together. */
interface Part {
  /** After the name of the client: `: list 1`. */
  readonly name: string;
  /** By the first of its requests, redacted. */
  jobOf(first: ReadExchange | undefined): ScenarioObservation['job'];
  /** Among the client's requests. */
  readonly positions: readonly number[];
  /** The requirements that it has material for. */
  exercised(scenario: ScenarioTraffic): readonly ClientRequirementId[];
}

/** One client's requests and how they belong together: what only the raw traffic shows, without any of it. */
export interface ClientPlan extends Client {
  /** Positions among the strays: its token was sent to another origin. */
  readonly away: readonly number[];
  readonly skew: Skew;
  readonly lagMs: number;
  readonly parts: readonly Part[];
}

/** Separates the clients in a capture, and what each of them did. `sent` are the exchanges of the traffic as they were sent. */
export function planClients(
  { strays, isCoarse, lagMs: ownLagMs = 0 }: Traffic,
  sent: readonly ReadExchange[],
): readonly ClientPlan[] {
  return clientsIn(sent).map((client) => {
    const own = client.positions.flatMap((at) => sent[at] ?? []);
    const authorization = own[0]?.request.headers.authorization;
    return {
      ...client,
      away: strays.flatMap(({ home }, nth) =>
        home.origin === client.origin && home.headers.authorization === authorization ? [nth] : [],
      ),
      skew: skewOf(own),
      lagMs: isCoarse ? 1000 : Math.max(toolLagMs, ownLagMs),
      parts: partsOf(own),
    };
  });
}

/**
 * What was observed of each client: one observation of all its requests, one of every read of a list, one of each create and of each
 * submission.
 */
export function observeClients(
  plans: readonly ClientPlan[],
  redacted: readonly Exchange[],
  strays: readonly Exchange[],
): ObservedClients {
  const exchanges: Exchange[] = [];
  const observations: RecordedObservation[] = [];
  const keep = (some: readonly Exchange[]) => {
    const first = exchanges.length;
    for (const one of some) exchanges.push({ ...one, seq: exchanges.length });
    return first;
  };
  const reader = createReader(knownVersions);
  for (const { who, program, origin, positions, away, skew, lagMs, parts } of plans) {
    const client = `${who} at ${redacted[positions[0] ?? 0]?.request.origin ?? origin}${program}`;
    const of = (all: readonly Exchange[], some: readonly number[]) => some.flatMap((at) => all[at] ?? []);
    const own = shifted(of(redacted, positions), skew.offsetMs);
    const all = [...own, ...shifted(of(strays, away), skew.offsetMs)].sort(
      (a, b) => a.request.sentAtMs - b.request.sentAtMs,
    );
    const circumstances = {
      timing: 'real',
      truth: [],
      account: {},
      origin: own[0]?.request.origin ?? origin,
      lagMs,
      captured: { skewMs: skew.withinMs },
    } as const;
    const read = reader(all);
    const placeOf = new Map(all.map((one, at) => [one, at]));
    const start = keep(all);
    const whole: Part = { ...wholeKind, name: '', positions: [] };
    for (const part of [whole, ...parts]) {
      const some = part === whole ? all : of(own, part.positions);
      const places = some.flatMap((one) => placeOf.get(one) ?? []);
      const observation = {
        scenario: client + part.name,
        provokes: [],
        job: part.jobOf(read[places[0] ?? -1]),
        ...circumstances,
        runs: runsOf(some),
      };
      const provokes = part.exercised(
        new ScenarioTraffic(
          observation,
          places.flatMap((at) => read[at] ?? []),
        ),
      );
      if (provokes.length === 0) continue;
      // Most parts are consecutive, and need not be stored twice.
      const [at = 0] = places;
      const isConsecutive = places.every((place, offset) => place === at + offset);
      const first = isConsecutive && places.length > 0 ? start + at : keep(some);
      observations.push({ ...observation, provokes, exchanges: { first, count: some.length } });
    }
  }
  return { exchanges, observations };
}

function clientsIn(sent: readonly ReadExchange[]): readonly Client[] {
  const groups = new Map<string, { origin: string; token: string; positions: number[] }>();
  /** The client that was given a link: a request that follows it without a token is the same client's. */
  const givenTo = new Map<string, string>();
  for (const [at, { request, token, page }] of sent.entries()) {
    const { 'user-agent': agent = '' } = request.headers;
    const given = token === '' ? givenTo.get(`${request.origin}${request.path}`) : undefined;
    const key = given ?? [request.origin, token, agent].join('\n');
    const group = groups.get(key) ?? { origin: request.origin, token, positions: [] };
    groups.set(key, group);
    group.positions.push(at);
    for (const { uri } of (token !== '' && page?.links) || []) givenTo.set(`${request.origin}${uri}`, key);
  }
  const tokens = new Map<string, number>();
  const programs = new Map<string, number>();
  return [...groups.values()].map(({ origin, token, positions }) => {
    if (token !== '' && !tokens.has(token)) tokens.set(token, tokens.size + 1);
    const program = `${token}\n${origin}`;
    const nth = (programs.get(program) ?? 0) + 1;
    programs.set(program, nth);
    const who = token === '' ? 'no token' : `token ${tokens.get(token)}`;
    return { who, program: nth > 1 ? `, program ${nth}` : '', origin, positions };
  });
}

type PartKind = Pick<Part, 'jobOf' | 'exercised'>;

// Not made where the raw traffic is at hand: a function keeps everything that its surroundings refer to.
const wholeKind: PartKind = { jobOf: () => 'sync:', exercised: exercisedByClient };
const listRead: PartKind = {
  jobOf: (first) => `sync:${first ? listNameOf(first) : ''}`,
  exercised: exercisedByListRead,
};
const create: PartKind = {
  jobOf: () => 'create-assignment',
  exercised: () => ['lms/client-creates-once'],
};
const submission: PartKind = {
  jobOf: () => 'update-submission',
  exercised: () => ['lms/client-final-grade-wins'],
};

function partsOf(sent: readonly ReadExchange[]): readonly Part[] {
  // Identical creates, compared before redaction.
  const creates = groupPositions(sent, (one) =>
    createsAssignment(one)
      ? `${one.pathname}\n${one.request.notKept ?? ''}\n${one.request.body ?? ''}`
      : undefined,
  );
  // Updates of one submission, where one was sent again because its response was lost or an outage.
  const grades = groupPositions(sent, (one) => (updatesSubmission(one) ? one.pathname : undefined)).filter(
    (positions) =>
      positions.some((one) => sent[one]?.failure !== undefined || (sent[one]?.status ?? 0) >= 500),
  );
  return [
    ...partsWith(': list', listRead, listReadsIn(sent)),
    ...partsWith(': create', create, creates),
    ...partsWith(': submission', submission, grades),
  ];
}

function partsWith(name: string, kind: PartKind, groups: readonly (readonly number[])[]): readonly Part[] {
  return groups.map((positions, nth) => ({ ...kind, name: `${name} ${nth + 1}`, positions: [...positions] }));
}

/** Positions of the exchanges that have a key, by it. */
function groupPositions(
  exchanges: readonly ReadExchange[],
  keyOf: (exchange: ReadExchange) => string | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [at, exchange] of exchanges.entries()) {
    const key = keyOf(exchange);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return [...groups.values()];
}

const unreported: ClientRun['claim'] = { says: 'nothing', ids: [], said: '', endedBy: 'itself' };

/** Periods of activity. Nothing was reported at their ends. */
function runsOf(exchanges: readonly Exchange[]): readonly ClientRun[] {
  const runs: { startedAtMs: number; endedAtMs: number }[] = [];
  for (const { request, response } of exchanges) {
    const endedAtMs = response?.receivedAtMs ?? request.sentAtMs;
    const run = runs.at(-1);
    if (run && request.sentAtMs - run.endedAtMs < silenceMs)
      run.endedAtMs = Math.max(run.endedAtMs, endedAtMs);
    else runs.push({ startedAtMs: request.sentAtMs, endedAtMs });
  }
  return runs.map((run) => ({ ...run, claim: unreported }));
}
