import { randomBytes } from 'node:crypto';
import type { Profile } from '../../contracts/profiles.ts';
import type { Side } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { knownVersions } from '../../contracts/versions.ts';
import { requirementsOf } from '../catalogue.ts';
import type { RunFacts, RunResult } from '../claims/run-result.ts';
import { judgeClient, judgeServer, servedNothing } from '../engine/judge.ts';
import { type Run, runOf } from '../engine/run.ts';
import { withReason } from '../engine/server-run.ts';
import { NothingJudgedError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { redactExchanges } from '../redaction/redactor.ts';
import type { Evidence } from '../result.ts';
import type { ReadExchange } from '../traffic/read-exchange.ts';
import { readExchanges } from '../traffic/reader.ts';
import { type ClientPlan, observeClients, planClients } from './clients/clients.ts';
import type { Traffic } from './formats/captured.ts';
import { someOf } from './formats/tally.ts';
import { untestedReason } from './reasons.ts';

/** A capture, judged for one side. */
export type CaptureRun = Run<RunResult>;

export interface CaptureOptions {
  /** The name in the report: `capture 1`. Not the name of a file, which may say whose traffic it is. */
  readonly name: string;
  /** The selected requirements of each side; a side that is absent is not judged. */
  readonly server?: ReadonlySet<ServerRequirementId>;
  readonly client?: ReadonlySet<ClientRequirementId>;
  /** Makes pseudonyms. @default a random key, which is discarded */
  readonly key?: Uint8Array;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** A capture, redacted: all that judging needs. Nothing in it refers to the raw traffic, which takes as much memory. */
export interface PreparedCapture {
  /** What will be judged, in this order. */
  readonly sides: readonly Side[];
  readonly exchanges: readonly Exchange[];
  readonly strays: readonly Exchange[];
  readonly profiles: readonly Profile[];
  readonly clients: readonly ClientPlan[];
  readonly facts: RunFacts;
}

/** Judges the server and its clients in captured traffic. */
export function judgeTraffic(traffic: Traffic, options: CaptureOptions): readonly CaptureRun[] {
  const prepared = prepareCapture(traffic, options);
  return prepared.sides.map((side) => judgePrepared(prepared, side, options));
}

/**
 * Redacts captured traffic. Everything is redacted before it is judged, since all of it may be real data. Throws
 * `NothingJudgedError` for a capture without API traffic.
 */
export function prepareCapture(traffic: Traffic, options: CaptureOptions): PreparedCapture {
  const startedAtMs = options.now();
  const { exchanges, strays, tokens, tally, isUntimed } = traffic;
  if (exchanges.length === 0)
    throw new NothingJudgedError(
      `The capture contains no traffic of a Clever API: none of its ${tally.entries} entries requests a path such as /v2.0/students.${unknownPaths(tally)}`,
      'Capture the requests to the API itself. A browser does not see the requests that a server sends.',
    );
  if (options.client && isUntimed && !options.server)
    throw new NothingJudgedError(
      'The recording does not contain the times of requests, so its clients cannot be judged.',
      'Record with dates (`recorded_at`, or the Date header), capture a HAR file, or add --side server.',
    );
  const judgesClient = options.client !== undefined && !isUntimed;
  const { profiles, clients } = planOf(traffic, judgesClient);
  const redacted = redactExchanges([...exchanges, ...strays.map((one) => one.exchange)], {
    profiles,
    tokens,
    key: options.key ?? randomBytes(32),
    byClient: true,
  });
  return {
    sides: [...(options.server ? (['server'] as const) : []), ...(judgesClient ? (['client'] as const) : [])],
    exchanges: redacted.slice(0, exchanges.length),
    strays: redacted.slice(exchanges.length),
    profiles,
    clients,
    facts: {
      subject: { kind: 'har', name: options.name },
      seed: 1,
      startedAtMs,
      durationMs: options.now() - startedAtMs,
    },
  };
}

/** Judges one side. Let go of it before the other is judged: each takes some kilobytes for each request. */
export function judgePrepared(prepared: PreparedCapture, side: Side, options: CaptureOptions): CaptureRun {
  return side === 'server'
    ? judgeServerIn(prepared, options.server ?? new Set())
    : judgeClientsIn(prepared, options.client ?? new Set());
}

const frame = { format: 'clever-conformance/evidence', formatVersion: 1, notProvoked: {} } as const;

function judgeServerIn(
  { exchanges, profiles, facts }: PreparedCapture,
  ids: ReadonlySet<ServerRequirementId>,
): CaptureRun {
  const context = { subject: 'har', profiles } as const;
  const evidence: Evidence = { ...frame, context, ...selectedOf(ids, 'server'), exchanges };
  const result = judgeServer(evidence, facts, ids);
  const nothing = servedNothing(result.traffic)
    ? 'The capture shows no response with a documented record, so the server could not be judged.'
    : undefined;
  return runOf<RunResult>(withReason(withReasons(result, profiles), nothing));
}

function judgeClientsIn(
  { clients, exchanges, strays, profiles, facts }: PreparedCapture,
  ids: ReadonlySet<ClientRequirementId>,
): CaptureRun {
  const context = { subject: 'har', profiles } as const;
  const observed = observeClients(clients, exchanges, strays);
  const evidence: Evidence = { ...frame, context, ...selectedOf(ids, 'client'), ...observed };
  return runOf<RunResult>(withReasons(judgeClient(evidence, facts, ids), []));
}

/** What only the raw traffic shows. */
function planOf(traffic: Traffic, judgesClient: boolean): Pick<PreparedCapture, 'profiles' | 'clients'> {
  const sent = readExchanges(traffic.exchanges, knownVersions);
  return { profiles: profilesIn(sent), clients: judgesClient ? planClients(traffic, sent) : [] };
}

function unknownPaths({ unknownPaths: paths }: Traffic['tally']): string {
  return paths.length === 0 ? '' : ` It has requests to ${someOf(paths)}, which belong to no known API.`;
}

/** The API versions in the traffic, each with its own description, or else with what all versions have in common. */
function profilesIn(exchanges: readonly ReadExchange[]): readonly Profile[] {
  const found = new Set(exchanges.map((one) => one.addressed?.profile ?? one.profile));
  return knownVersions.filter((one) => found.has(one));
}

function selectedOf(ids: ReadonlySet<RequirementId>, side: Side): Pick<Evidence, 'selected'> {
  return ids.size < requirementsOf(side).length ? { selected: [...ids] } : {};
}

/**
 * Records why each requirement without material is untested, in the evidence as well, so that re-judging gives the same reasons.
 */
function withReasons(result: RunResult, profiles: readonly Profile[]): RunResult {
  const notProvoked: Record<string, string> = {};
  const outcomes = result.outcomes.map((judged) => {
    const { id, outcome, notSelected } = judged;
    if (notSelected || outcome.outcome !== 'untested' || outcome.cases.length > 0) return judged;
    const why = untestedReason(id, outcome.why ?? '', profiles);
    notProvoked[id] = why;
    return { ...judged, outcome: { ...outcome, why } };
  });
  return { ...result, outcomes, evidence: { ...result.evidence, notProvoked } };
}
