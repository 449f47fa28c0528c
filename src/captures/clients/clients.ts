import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { knownVersions } from '../../../contracts/versions.ts';
import type { Exchange } from '../../exchange.ts';
import type { ClientRun, ScenarioObservation } from '../../observation.ts';
import type { Evidence, RecordedObservation } from '../../result.ts';
import { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { createsAssignment, updatesSubmission } from '../../traffic/client/writes.ts';
import { type ReadExchange, readExchanges } from '../../traffic/read-exchange.ts';
import type { Traffic } from '../formats/captured.ts';
import { exercisedByClient, exercisedByListRead } from './exercised.ts';
import { listNameOf, listReadsIn } from './list-reads.ts';
import { shifted, skewOf } from './skew.ts';

/** Evidence of the clients in a capture. */
export type ObservedClients = Required<Pick<Evidence, 'exchanges' | 'observations'>>;

/** The tool's clock has millisecond precision, and the tool may be a proxy. */
const toolLagMs = 5;
/** Longer than any documented wait: a client that continues after such a pause was restarted. */
const silenceMs = 120_000;

/** One client, as far as a capture shows: an origin, a token, and the name of the program. */
interface Client {
  readonly name: string;
  readonly origin: string;
  /** Positions in the traffic. */
  readonly positions: readonly number[];
}

/** What one client did. */
interface Activity {
  readonly client: Client;
  /** Its requests as they were sent. */
  readonly sent: readonly ReadExchange[];
  /** The same, redacted and by the server's clock. */
  readonly redacted: readonly Exchange[];
  /** Including the requests that sent its token to another origin, in chronological order. */
  readonly all: readonly Exchange[];
  /** Shared by all its observations. */
  readonly circumstances: Pick<
    ScenarioObservation,
    'timing' | 'truth' | 'account' | 'origin' | 'lagMs' | 'captured'
  >;
}

/** Requests of one client that are observed together. */
interface Part {
  readonly scenario: string;
  readonly job: ScenarioObservation['job'];
  readonly exchanges: readonly Exchange[];
  /** The requirements that it has material for. */
  exercised(scenario: ScenarioTraffic): readonly ClientRequirementId[];
}

/**
 * Separates the clients in a capture, and what each of them did: one observation of all its requests, one of every read of a list,
 * one of each create and of each submission. `sent` are the exchanges of the traffic; `redacted` the same and then its strays.
 */
export function observeClients(
  traffic: Traffic,
  sent: readonly ReadExchange[],
  redacted: readonly Exchange[],
): ObservedClients {
  const exchanges: Exchange[] = [];
  const observations: RecordedObservation[] = [];
  const keep = (some: readonly Exchange[]) => {
    const first = exchanges.length;
    for (const one of some) exchanges.push({ ...one, seq: exchanges.length });
    return first;
  };
  for (const client of clientsIn(sent, redacted)) {
    const activity = activityOf(client, traffic, sent, redacted);
    const { all, circumstances } = activity;
    const read = new Map(readExchanges(all, knownVersions).map((one, at) => [all[at], one]));
    const start = keep(all);
    for (const { scenario, job, exchanges: some, exercised } of partsOf(activity)) {
      const observation = { scenario, provokes: [], job, ...circumstances, runs: runsOf(some) };
      const provokes = exercised(
        new ScenarioTraffic(
          observation,
          some.flatMap((one) => read.get(one) ?? []),
        ),
      );
      if (provokes.length === 0) continue;
      // Most parts are consecutive, and need not be stored twice.
      const at = positionOf(some, all);
      const first = at < 0 ? keep(some) : start + at;
      observations.push({ ...observation, provokes, exchanges: { first, count: some.length } });
    }
  }
  return { exchanges, observations };
}

/** Where a part starts in the whole; -1 if it is not consecutive. */
function positionOf(part: readonly Exchange[], whole: readonly Exchange[]): number {
  const at = part[0] === undefined ? -1 : whole.indexOf(part[0]);
  return at >= 0 && part.every((one, offset) => whole[at + offset] === one) ? at : -1;
}

function clientsIn(sent: readonly ReadExchange[], redacted: readonly Exchange[]): readonly Client[] {
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
    const host = redacted[positions[0] ?? 0]?.request.origin ?? origin;
    return { name: `${who} at ${host}${nth > 1 ? `, program ${nth}` : ''}`, origin, positions };
  });
}

function activityOf(
  client: Client,
  { strays, exchanges, isCoarse }: Traffic,
  sent: readonly ReadExchange[],
  redacted: readonly Exchange[],
): Activity {
  const own = client.positions.flatMap((at) => sent[at] ?? []);
  const { offsetMs, withinMs } = skewOf(own);
  const at = (positions: readonly number[]) =>
    shifted(
      positions.flatMap((position) => redacted[position] ?? []),
      offsetMs,
    );
  const authorization = own[0]?.request.headers.authorization;
  const away = strays.flatMap(({ home }, nth) =>
    home.origin === client.origin && home.headers.authorization === authorization
      ? [exchanges.length + nth]
      : [],
  );
  const ownRedacted = at(client.positions);
  return {
    client,
    sent: own,
    redacted: ownRedacted,
    all: [...ownRedacted, ...at(away)].sort((a, b) => a.request.sentAtMs - b.request.sentAtMs),
    circumstances: {
      timing: 'real',
      truth: [],
      account: {},
      origin: ownRedacted[0]?.request.origin ?? client.origin,
      lagMs: isCoarse ? 1000 : toolLagMs,
      captured: { skewMs: withinMs },
    },
  };
}

function partsOf({ client: { name }, sent, redacted, all }: Activity): readonly Part[] {
  const at = (positions: readonly number[]) => positions.flatMap((position) => redacted[position] ?? []);
  const reads = listReadsIn(sent).map((positions, nth): Part => {
    const first = sent[positions[0] ?? -1];
    return {
      scenario: `${name}: list ${nth + 1}`,
      job: `sync:${first ? listNameOf(first) : ''}`,
      exchanges: at(positions),
      exercised: exercisedByListRead,
    };
  });
  // Identical creates, compared before redaction.
  const creates = groupPositions(sent, (one) =>
    createsAssignment(one)
      ? `${one.pathname}\n${one.request.notKept ?? ''}\n${one.request.body ?? ''}`
      : undefined,
  ).map(
    (positions, nth): Part => ({
      scenario: `${name}: create ${nth + 1}`,
      job: 'create-assignment',
      exchanges: at(positions),
      exercised: () => ['lms/client-creates-once'],
    }),
  );
  // Updates of one submission, where one was sent again because its response was lost or an outage.
  const grades = groupPositions(sent, (one) => (updatesSubmission(one) ? one.pathname : undefined))
    .filter((positions) =>
      positions.some((one) => sent[one]?.failure !== undefined || (sent[one]?.status ?? 0) >= 500),
    )
    .map(
      (positions, nth): Part => ({
        scenario: `${name}: submission ${nth + 1}`,
        job: 'update-submission',
        exchanges: at(positions),
        exercised: () => ['lms/client-final-grade-wins'],
      }),
    );
  const whole: Part = { scenario: name, job: 'sync:', exchanges: all, exercised: exercisedByClient };
  return [whole, ...reads, ...creates, ...grades];
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
  return runs.map((run) => ({ ...run, claim: { says: 'nothing', ids: [], said: '', endedBy: 'itself' } }));
}
