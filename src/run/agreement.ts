import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { judgeEvidence } from '../judges/index.ts';
import type { Evidence, JudgedRequirement } from '../result.ts';

/** The requirements on which two observations of one server are not judged alike, case by case. Empty where they agree. */
export function disagreements(
  one: Evidence,
  other: Evidence,
  ids: ReadonlySet<ServerRequirementId>,
): readonly ServerRequirementId[] {
  const others = new Map(judgeEvidence(other, ids).map((judged) => [judged.id, gistOf(judged)]));
  return judgeEvidence(one, ids)
    .filter((judged) => others.get(judged.id) !== gistOf(judged))
    .map((judged) => judged.id);
}

/** Outcomes and the number of findings; their words name pseudonyms. */
function gistOf({ outcome }: JudgedRequirement): string {
  const cases = outcome.cases.map((one) => `${one.outcome} ${one.findings.length}`);
  return [outcome.outcome, ...cases].join('; ');
}
