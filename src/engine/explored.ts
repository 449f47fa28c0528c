import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Asserted } from '../claims/run-claim.ts';
import { openServerSide } from '../claims/server-side.ts';
import { type CaseOutcome, type Outcome, outcomeOf } from '../outcome.ts';
import type { Evidence, ExploredPart } from '../result.ts';
import type { TrafficOptions } from '../traffic/traffic.ts';

/** A sequence that was explored, ready for its claims. */
export interface ExploredSide {
  readonly part: ExploredPart;
  assert(id: ServerRequirementId): Asserted;
}

/** The evidence of the probes alone. Each sequence changes things by itself, so it is not read together with anything else. */
export function withoutExplored(evidence: Evidence): Evidence {
  const { explored = [], exchanges } = evidence;
  if (explored.length === 0) return evidence;
  const isExplored = (seq: number) => explored.some(({ first, last }) => seq >= first && seq <= last);
  return { ...evidence, exchanges: exchanges.filter((one) => !isExplored(one.seq)) };
}

/** Each sequence that was explored, as traffic of its own. */
export function openExplored(
  { explored = [], exchanges, context }: Evidence,
  attribute: TrafficOptions['attribute'],
): readonly ExploredSide[] {
  return explored.map((part) => {
    const own = exchanges.filter(({ seq }) => seq >= part.first && seq <= part.last);
    const { assert } = openServerSide({ exchanges: own, context, notProvoked: {} }, attribute);
    return { part, assert };
  });
}

/**
 * An outcome with what the sequences add: the cases of one that fails (the smallest, if it was shrunk), or a case for all that
 * passed. What a sequence leaves undecided says nothing.
 */
export function withExplored(
  id: ServerRequirementId,
  outcome: Outcome,
  sides: readonly ExploredSide[],
): Outcome {
  const judged = sides.map(({ part, assert }) => ({ part, ...assert(id) }));
  const failed = judged.filter((one) => one.outcome.outcome === 'failed');
  const worst = failed.findLast((one) => one.part.requirement === id) ?? failed[0];
  const passed = judged.filter((one) => one.outcome.outcome === 'passed').length;
  const cases = [...outcome.cases, ...(worst ? failedCases(worst, failed.length) : [])];
  if (worst) return outcomeOf(cases, '');
  // What a probe exercised and could not decide stays open.
  const isOpen =
    outcome.outcome === 'cantTell' || (outcome.outcome === 'untested' && outcome.cases.length > 0);
  if (passed === 0 || isOpen || outcome.outcome === 'failed') return outcome;
  const notes = [`${passed} explored ${passed === 1 ? 'sequence' : 'sequences'}`];
  return outcomeOf([...cases, { name: 'explored', outcome: 'passed', findings: [], notes }], '');
}

/** The outcome of a client requirement: what an explored schedule leaves undecided says nothing. */
export function withoutOpenSchedules(outcome: Outcome): Outcome {
  const isExplored = ({ name }: CaseOutcome) => name.startsWith(exploredPrefix);
  if (!outcome.cases.some(isExplored)) return outcome;
  const isDecided = (one: CaseOutcome) => one.outcome === 'passed' || one.outcome === 'failed';
  const cases = outcome.cases.filter((one) => !isExplored(one) || isDecided(one));
  return outcomeOf(cases, 'no explored schedule decided it');
}

/** Of the names of sequences and schedules. */
const exploredPrefix = 'explored/';

function failedCases(
  { part, outcome }: { readonly part: ExploredPart; readonly outcome: Outcome },
  sequences: number,
): readonly CaseOutcome[] {
  const notes = [
    ...part.steps.map((step, at) => `step ${at + 1}: ${step}`),
    ...(sequences > 1 ? [`${sequences} explored sequences violate it`] : []),
  ];
  return outcome.cases
    .filter((one) => one.outcome === 'failed')
    .map(({ name, findings }) => ({ name: `${part.name}: ${name}`, outcome: 'failed', findings, notes }));
}
