import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { clientRequirements, judgeClient, observationsIn } from '../judges/client-index.ts';
import { judgeEvidence, serverRequirements } from '../judges/index.ts';
import type { Evidence, JudgedRequirement, RunResult } from '../result.ts';

/** What a report tells of a run besides its evidence. */
export type RunFacts = Pick<RunResult, 'side' | 'subject' | 'seed' | 'startedAtMs' | 'durationMs' | 'budget'>;

/** A run once more, judged from its evidence alone: no network, no clock, the same outcomes. */
export function rejudge(evidence: Evidence, facts: RunFacts): RunResult {
  return {
    ...facts,
    outcomes: outcomesOf(evidence, facts.side),
    evidence,
    ...(evidence.inconclusive === undefined ? {} : { inconclusive: evidence.inconclusive }),
  };
}

function outcomesOf(evidence: Evidence, side: RunFacts['side']): readonly JudgedRequirement<RequirementId>[] {
  if (side === 'server') {
    const selected = evidence.selected ?? serverRequirements.map((one) => one.id);
    return judgeEvidence(evidence, new Set(selected as ServerRequirementId[]));
  }
  const selected = evidence.selected ?? clientRequirements.map((one) => one.id);
  return judgeClient(
    observationsIn(evidence),
    new Set(selected as ClientRequirementId[]),
    evidence.notProvoked,
  );
}
