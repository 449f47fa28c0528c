import { randomBytes } from 'node:crypto';
import type { Profile } from '../../contracts/profiles.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { knownVersions } from '../../contracts/versions.ts';
import { model } from '../../generated/model.ts';
import { requirementsOf } from '../catalogue.ts';
import { NothingJudgedError, SuiteFault } from '../errors.ts';
import { redactExchanges } from '../evidence/redactor.ts';
import { judgeClient } from '../judges/client-index.ts';
import { judgeEvidence, servedNothing } from '../judges/index.ts';
import type { Outcome } from '../outcome.ts';
import type { Evidence, JudgeContext, JudgedRequirement, RunResult } from '../result.ts';
import { observationsIn } from '../traffic/client/observations.ts';
import { type ReadExchange, readExchanges } from '../traffic/read-exchange.ts';
import { observeClients } from './clients.ts';
import { whyNot } from './reasons.ts';
import type { Traffic } from './traffic.ts';

/** A capture, judged for one side. */
export interface CaptureRun {
  readonly result: RunResult;
  readonly unfinished: undefined;
  outcomeOf(id: RequirementId): Outcome;
}

export interface CaptureOptions {
  /** What the report calls the capture. */
  readonly name: string;
  /** The requirements of each side that are asked for; a side that is absent is not judged. */
  readonly server?: ReadonlySet<ServerRequirementId>;
  readonly client?: ReadonlySet<ClientRequirementId>;
  /** Makes pseudonyms. @default a random one, which nobody keeps */
  readonly key?: Uint8Array;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/**
 * Judges captured traffic: what the server did, and what its clients did. Everything is redacted before a judge sees it, and
 * nothing in a capture is our own. Throws `NothingJudgedError` for a capture without traffic of an API.
 */
export function judgeTraffic(traffic: Traffic, options: CaptureOptions): readonly CaptureRun[] {
  const startedAtMs = options.now();
  const { exchanges, strays, tokens, tally } = traffic;
  if (exchanges.length === 0)
    throw new NothingJudgedError(
      `${options.name} holds no traffic of a Clever API: none of its ${tally.entries} entries asks for a path such as /v2.0/students.`,
      'Capture what goes to the API itself. A browser sees only what its pages ask for, not what a server asks.',
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
  const frame = { format: 'clever-conformance/evidence', formatVersion: 1 } as const;
  const context = { subject: 'har', profiles } as const;
  const runs: CaptureRun[] = [];
  if (options.server) {
    const evidence: Evidence = {
      ...frame,
      context,
      notProvoked: {},
      exchanges: redacted.slice(0, exchanges.length),
    };
    runs.push(runOf(judgeServerSide(evidence, options.server, profiles), options, startedAtMs));
  }
  if (options.client) {
    const evidence: Evidence = {
      ...frame,
      context,
      notProvoked: {},
      ...observeClients(traffic, sent, redacted),
    };
    runs.push(runOf(judgeClientSide(evidence, options.client), options, startedAtMs));
  }
  return runs;
}

/** The API versions in the traffic. */
function profilesIn(exchanges: readonly ReadExchange[]): readonly Profile[] {
  const found = new Set(exchanges.map((one) => one.addressed?.profile ?? one.profile));
  return knownVersions.filter((one) => found.has(one));
}

/** What came of judging one side. */
interface Judged {
  readonly side: 'server' | 'client';
  readonly evidence: Evidence;
  readonly outcomes: readonly JudgedRequirement<RequirementId>[];
  readonly inconclusive?: string;
}

function judgeServerSide(
  evidence: Evidence,
  ids: ReadonlySet<ServerRequirementId>,
  profiles: readonly Profile[],
): Judged {
  const outcomes = judgeEvidence(evidence, ids);
  const inconclusive = servedNothing(evidence)
    ? 'The capture shows no answer with a documented record, so nothing can be said of the server.'
    : undefined;
  const selected = ids.size < requirementsOf('server').length ? [...ids] : undefined;
  return finish({ side: 'server', evidence, outcomes, selected, inconclusive }, profiles);
}

function judgeClientSide(evidence: Evidence, ids: ReadonlySet<ClientRequirementId>): Judged {
  const outcomes = judgeClient(observationsIn(evidence), ids);
  const selected = ids.size < requirementsOf('client').length ? [...ids] : undefined;
  return finish({ side: 'client', evidence, outcomes, selected, inconclusive: undefined }, []);
}

/** Says of what the capture has no material for why it has none, in the evidence as well: so it is judged again alike. */
function finish(
  one: Omit<Judged, 'inconclusive'> & {
    readonly selected: readonly RequirementId[] | undefined;
    readonly inconclusive: string | undefined;
  },
  profiles: readonly Profile[],
): Judged {
  const { side, evidence, selected, inconclusive } = one;
  const notProvoked: Record<string, string> = {};
  const outcomes = one.outcomes.map((judged) => {
    const { id, outcome, notSelected } = judged;
    if (notSelected || outcome.outcome !== 'untested' || outcome.cases.length > 0) return judged;
    const why = whyNot(id, outcome.why ?? '', profiles);
    notProvoked[id] = why;
    return { ...judged, outcome: { ...outcome, why } };
  });
  const said = {
    ...(selected === undefined ? {} : { selected }),
    ...(inconclusive === undefined ? {} : { inconclusive }),
  };
  return {
    side,
    evidence: { ...evidence, notProvoked, ...said },
    outcomes,
    ...(inconclusive === undefined ? {} : { inconclusive }),
  };
}

/** A run as reports are made of it. */
export function runOf(
  { side, evidence, outcomes, inconclusive }: Judged,
  { name, now }: Pick<CaptureOptions, 'name' | 'now'>,
  startedAtMs: number,
  kind: JudgeContext['subject'] = 'har',
): CaptureRun {
  return {
    result: {
      side,
      subject: { kind, name },
      seed: 1,
      startedAtMs,
      durationMs: now() - startedAtMs,
      outcomes,
      evidence,
      ...(inconclusive === undefined ? {} : { inconclusive }),
    },
    unfinished: undefined,
    outcomeOf: (id) => {
      const found = outcomes.find((one) => one.id === id);
      if (!found) throw new SuiteFault(`${id} was not judged.`, 'Please report it.');
      return found.outcome;
    },
  };
}
