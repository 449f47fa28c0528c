import { randomBytes } from 'node:crypto';
import type { Profile } from '../../contracts/profiles.ts';
import type { Side } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { knownVersions } from '../../contracts/versions.ts';
import { model } from '../../generated/model.ts';
import { requirementsOf } from '../catalogue.ts';
import type { RunFacts, RunResult } from '../claims/run-result.ts';
import { judgeClient, judgeServer, servedNothing } from '../engine/judge.ts';
import { type Run, runOf } from '../engine/run.ts';
import { withReason } from '../engine/server-run.ts';
import { NothingJudgedError } from '../errors.ts';
import { redactExchanges } from '../redaction/redactor.ts';
import type { Evidence } from '../result.ts';
import { type ReadExchange, readExchanges } from '../traffic/read-exchange.ts';
import { observeClients } from './clients/clients.ts';
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

/**
 * Judges the server and its clients in captured traffic. Everything is redacted before it is judged, since all of it may be
 * real data. Throws `NothingJudgedError` for a capture without API traffic.
 */
export function judgeTraffic(traffic: Traffic, options: CaptureOptions): readonly CaptureRun[] {
  const startedAtMs = options.now();
  const { exchanges, strays, tokens, tally } = traffic;
  if (exchanges.length === 0)
    throw new NothingJudgedError(
      `The capture contains no traffic of a Clever API: none of its ${tally.entries} entries requests a path such as /v2.0/students.${unknownPaths(tally)}`,
      'Capture the requests to the API itself. A browser does not see the requests that a server sends.',
    );
  const sent = readExchanges(exchanges, knownVersions);
  const profiles = profilesIn(sent);
  const redacted = redactExchanges([...exchanges, ...strays.map((one) => one.exchange)], {
    model,
    profiles,
    tokens,
    key: options.key ?? randomBytes(32),
    byClient: true,
  });
  const frame = { format: 'clever-conformance/evidence', formatVersion: 1, notProvoked: {} } as const;
  const context = { subject: 'har', profiles } as const;
  const facts: RunFacts = {
    subject: { kind: 'har', name: options.name },
    seed: 1,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
  };
  const runs: CaptureRun[] = [];
  if (options.server) {
    const selected = selectedOf(options.server, 'server');
    const evidence: Evidence = {
      ...frame,
      context,
      ...selected,
      exchanges: redacted.slice(0, exchanges.length),
    };
    const result = judgeServer(evidence, facts, options.server);
    const nothing = servedNothing(result.traffic)
      ? 'The capture shows no response with a documented record, so the server could not be judged.'
      : undefined;
    runs.push(runOf<RunResult>(withReason(withReasons(result, profiles), nothing)));
  }
  if (options.client && traffic.isUntimed && !options.server)
    throw new NothingJudgedError(
      'The recording does not contain the times of requests, so its clients cannot be judged.',
      'Record with dates (`recorded_at`, or the Date header), capture a HAR file, or add --side server.',
    );
  if (options.client && !traffic.isUntimed) {
    const selected = selectedOf(options.client, 'client');
    const evidence: Evidence = { ...frame, context, ...selected, ...observeClients(traffic, sent, redacted) };
    runs.push(runOf<RunResult>(withReasons(judgeClient(evidence, facts, options.client), [])));
  }
  return runs;
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
