import type { Profile } from '../../contracts/profiles.ts';
import { type Side, themeOf } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { attributeSteps } from '../captures/attribution/index.ts';
import { requirementsOf } from '../catalogue.ts';
import { openClientSide } from '../claims/client-side.ts';
import type {
  ClientRunResult,
  JudgedRequirement,
  RunFacts,
  RunResult,
  ServerRunResult,
} from '../claims/run-result.ts';
import { apisServed, openServerSide } from '../claims/server-side.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Outcome, OutcomeValue } from '../outcome.ts';
import type { Evidence } from '../result.ts';
import { certaintyOf } from '../traffic/certainty.ts';
import { observationsIn } from '../traffic/client/observations.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { openExplored, withExplored, withoutExplored, withoutOpenSchedules } from './explored.ts';
import '../../specs/index.ts';

/** The side that the evidence is about. */
export function sideOf(evidence: Evidence): Side {
  return evidence.observations === undefined ? 'server' : 'client';
}

/** More than a run of the suite has. From here on the claims of each category read the exchanges anew, for the sake of memory. */
const manyExchanges = 5000;

/** Judges requirement by requirement; what was read for one category is let go of before the next, if it may be much. */
function byCategory<Entry extends { readonly id: RequirementId }, Judged>(
  requirements: readonly Entry[],
  { exchanges }: Evidence,
  forget: () => void,
  judge: (requirement: Entry) => Judged,
): readonly Judged[] {
  const isLarge = exchanges.length > manyExchanges;
  let category = '';
  const outcomes = requirements.map((one) => {
    if (isLarge && themeOf(one.id) !== category) forget();
    category = themeOf(one.id);
    return judge(one);
  });
  if (isLarge) forget();
  return outcomes;
}

/**
 * A run, judged from its evidence alone: no network, no clock, and the same evidence gives the same outcomes, today and offline in
 * a year. `ids` are the requirements that are judged; all others are listed as untested. @default those that the run selected
 */
export function judgeEvidence(
  evidence: Evidence,
  facts: RunFacts,
  ids?: ReadonlySet<RequirementId>,
): RunResult {
  return sideOf(evidence) === 'server'
    ? judgeServer(evidence, facts, ids)
    : judgeClient(evidence, facts, ids);
}

/** As `judgeEvidence`, of a server. */
export function judgeServer(
  evidence: Evidence,
  facts: RunFacts,
  ids: ReadonlySet<RequirementId> = selectedIn(evidence, 'server'),
): ServerRunResult {
  const attribute = certaintyOf(evidence.context.subject).ownSteps ? undefined : attributeSteps;
  const { traffic, assert, forget } = openServerSide(withoutExplored(evidence), attribute);
  const explored = openExplored(evidence, attribute);
  const outcomes = byCategory(requirementsOf('server'), evidence, forget, ({ id }) =>
    judgedBy(id, ids, (one) => {
      const { outcome } = assert(one);
      return { outcome: explored.length === 0 ? outcome : withExplored(one, outcome, explored) };
    }),
  );
  return { ...frameOf(facts, evidence), side: 'server', outcomes, traffic };
}

/** The requirements that the exchanges of one explored sequence violate by themselves. */
export function violatedBy(
  exchanges: Evidence['exchanges'],
  context: Evidence['context'],
  ids: ReadonlySet<ServerRequirementId>,
): readonly ServerRequirementId[] {
  const { assert } = openServerSide({ exchanges, context, notProvoked: {} });
  return [...ids].filter((id) => assert(id).outcome.outcome === 'failed');
}

/** As `judgeEvidence`, of a client. */
export function judgeClient(
  evidence: Evidence,
  facts: RunFacts,
  ids: ReadonlySet<RequirementId> = selectedIn(evidence, 'client'),
): ClientRunResult {
  const { traffic, assert, forget } = openClientSide(
    observationsIn(evidence),
    evidence.notProvoked,
    evidence.context.profiles,
  );
  const outcomes = byCategory(requirementsOf('client'), evidence, forget, ({ id }) =>
    judgedBy(id, ids, (one) => ({
      outcome: withoutOpenSchedules(outsideOf(evidence, one) ?? assert(one).outcome),
    })),
  );
  return { ...frameOf(facts, evidence), side: 'client', outcomes, traffic };
}

/** The outcome of a requirement that does not apply to the client. */
function outsideOf({ notApplicable }: Evidence, id: string): Outcome | undefined {
  const why = notApplicable?.[id];
  return why === undefined ? undefined : { outcome: 'inapplicable', why, cases: [] };
}

/** The outcome of one requirement in one scenario. */
export function judgeScenario(
  id: ClientRequirementId,
  observation: ScenarioObservation,
  profiles?: readonly Profile[],
): OutcomeValue {
  return openClientSide([observation], {}, profiles).assert(id).outcome.outcome;
}

function selectedIn({ selected }: Evidence, side: Side): ReadonlySet<RequirementId> {
  return new Set(selected ?? requirementsOf(side).map((one) => one.id));
}

function judgedBy<Id extends ClientRequirementId | ServerRequirementId>(
  id: Id,
  ids: ReadonlySet<RequirementId>,
  assert: (id: Id) => { readonly outcome: Outcome },
): JudgedRequirement<Id> {
  return ids.has(id)
    ? { id, outcome: assert(id).outcome }
    : { id, outcome: { outcome: 'untested', why: 'not selected', cases: [] }, notSelected: true };
}

function frameOf(facts: RunFacts, evidence: Evidence) {
  const { inconclusive } = evidence;
  return { ...facts, evidence, ...(inconclusive === undefined ? {} : { inconclusive }) };
}

/** Whether the target responded, but never with a documented record, so nothing can be judged. */
export function servedNothing(traffic: Traffic): boolean {
  return traffic.exchanges.some((one) => one.response) && apisServed(traffic).size === 0;
}
