import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { JudgedRequirement } from '../claims/run-result.ts';
import type { Evidence } from '../result.ts';
import { judgeServer } from './judge.ts';

const noFacts = { subject: { kind: 'live', name: '' }, seed: 1, startedAtMs: 0, durationMs: 0 } as const;

/** The requirements on which two observations of one server differ, compared case by case. */
export function disagreements(
  one: Evidence,
  other: Evidence,
  ids: ReadonlySet<ServerRequirementId>,
): readonly ServerRequirementId[] {
  const others = new Map(
    judgeServer(other, noFacts, ids).outcomes.map((judged) => [judged.id, gistOf(judged)]),
  );
  return judgeServer(one, noFacts, ids)
    .outcomes.filter((judged) => others.get(judged.id) !== gistOf(judged))
    .map((judged) => judged.id);
}

/** Outcomes and the number of findings, not their texts, which contain pseudonyms. */
function gistOf({ outcome }: JudgedRequirement): string {
  const cases = outcome.cases.map((one) => `${one.outcome} ${one.findings.length}`);
  return [outcome.outcome, ...cases].join('; ');
}
