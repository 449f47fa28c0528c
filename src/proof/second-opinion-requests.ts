import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { type Exchange, jsonOf, pathnameOf, queryOf } from '../exchange.ts';
import type { ClientClaim, ScenarioObservation } from '../observation.ts';

/** A request of a client and its answer. */
export interface RequestFact {
  readonly seq: number;
  readonly sentAtMs: number;
  /** When the answer was handed over; as sent where there was none. */
  readonly answeredAtMs: number;
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  /** 0 where no whole answer was given. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Which start of the client, from 0. */
  readonly run: number;
  /** Whether it asks for the list of the job, rightly addressed or not. */
  readonly isList: boolean;
  /** Where the next link of a served page leads; absent where it has none. */
  readonly next?: URL;
  /** A served page without a next link. */
  readonly isEnd: boolean;
}

/** One scenario. */
export interface SceneFact {
  /** Of its last exchange. */
  readonly seq: number;
  readonly name: string;
  readonly provokes: ReadonlySet<ClientRequirementId>;
  readonly requests: readonly RequestFact[];
  readonly runs: readonly ClientClaim[];
  /** What was claimed in the end. */
  readonly claim: ClientClaim;
  readonly truth: readonly string[];
  /** Every rule of the script has answered. */
  readonly reached: boolean;
  /** No rule has answered: nothing went wrong. */
  readonly isPlain: boolean;
  /** So much earlier than allowed may be our own doing; 0 in virtual time. */
  readonly graceMs: number;
}

const unclaimed: ClientClaim = { says: 'nothing', ids: [], said: '', endedBy: 'itself' };

/** Everything that the observations say. */
export function clientFacts(observations: readonly ScenarioObservation[]): readonly SceneFact[] {
  return observations.map(({ exchanges, runs, ...scene }) => {
    const collection = scene.job.startsWith('sync:') ? scene.job.slice('sync:'.length) : undefined;
    const runOf = ({ request }: Exchange) =>
      Math.max(
        0,
        runs.findLastIndex(({ startedAtMs }) => startedAtMs <= request.sentAtMs),
      );
    return {
      seq: exchanges.at(-1)?.seq ?? 0,
      name: scene.scenario,
      provokes: new Set(scene.provokes),
      requests: exchanges.map((one) => requestFact(one, runOf(one), collection)),
      runs: runs.map(({ claim }) => claim),
      claim: runs.at(-1)?.claim ?? unclaimed,
      truth: scene.truth,
      reached: Object.values(scene.account).every((count) => count > 0),
      isPlain: Object.values(scene.account).every((count) => count === 0),
      graceMs: scene.timing === 'real' ? scene.lagMs : 0,
    };
  });
}

function requestFact(exchange: Exchange, run: number, collection: string | undefined): RequestFact {
  const { seq, request, response } = exchange;
  const pathname = pathnameOf(exchange);
  const isList =
    request.method === 'GET' && collection !== undefined && pathname.split('/').at(-1) === collection;
  const next = isList && response?.status === 200 ? nextIn(jsonOf(exchange), request.origin) : undefined;
  return {
    seq,
    sentAtMs: request.sentAtMs,
    answeredAtMs: response?.receivedAtMs ?? request.sentAtMs,
    method: request.method,
    origin: request.origin,
    path: request.path,
    pathname,
    query: queryOf(exchange),
    status: response?.status ?? 0,
    headers: response?.headers ?? {},
    run,
    isList,
    isEnd: isList && response?.status === 200 && next === undefined,
    ...(next ? { next } : {}),
  };
}

function nextIn(body: unknown, origin: string): URL | undefined {
  const links = (body as { links?: unknown } | null | undefined)?.links;
  if (!Array.isArray(links)) return undefined;
  const uri: unknown = links.find((link) => link?.rel === 'next')?.uri;
  return typeof uri === 'string' && URL.canParse(uri, origin) ? new URL(uri, origin) : undefined;
}

/** Scenes that were staged for a requirement. */
export function scenesFor(id: ClientRequirementId) {
  return (facts: readonly SceneFact[]): readonly SceneFact[] =>
    facts.filter(({ provokes }) => provokes.has(id));
}

/** Whether two requests ask for the same thing. */
export function isSame(one: RequestFact, other: RequestFact): boolean {
  return one.method === other.method && one.origin === other.origin && one.path === other.path;
}

/** Requests of the same start that came after this one was answered. */
export function afterwards(scene: SceneFact, one: RequestFact): readonly RequestFact[] {
  return scene.requests.filter(({ seq, run }) => seq > one.seq && run === one.run);
}

/** The claimed ids are those of the collection, whatever their order and however often. */
export function holdsAll({ claim, truth }: SceneFact): boolean {
  const held = new Set(claim.ids);
  return held.size === truth.length && truth.every((id) => held.has(id));
}
