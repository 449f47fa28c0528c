import { type ClientRequirementId, requirements } from '../../contracts/requirements/index.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import type { Evidence, JudgedRequirement } from '../result.ts';
import { accessClientJudges } from './access-client.ts';
import { backoffClientJudges } from './backoff-client.ts';
import type { ClientJudge } from './client-judge.ts';
import { dataClientJudges } from './data-client.ts';
import { errorsClientJudges } from './errors-client.ts';
import { lmsClientJudges } from './lms-client.ts';
import { paginationClientJudges } from './pagination-client.ts';
import { rateLimitClientJudges } from './rate-limit-client.ts';
import { safetyClientJudges } from './safety-client.ts';

/** Every client-bound requirement has exactly one judge, or this does not compile. */
const judges: Readonly<Record<ClientRequirementId, ClientJudge>> = {
  ...dataClientJudges,
  ...paginationClientJudges,
  ...rateLimitClientJudges,
  ...errorsClientJudges,
  ...accessClientJudges,
  ...lmsClientJudges,
  ...backoffClientJudges,
  ...safetyClientJudges,
};

/** Client-bound requirements in catalogue order. */
export const clientRequirements = requirements.filter((one) => one.binds === 'client');

/** Judges one requirement by what was seen. */
export function judgeClientRequirement(
  id: ClientRequirementId,
  observations: readonly ScenarioObservation[],
): Outcome {
  return judges[id](observations);
}

/**
 * Judges a client: the same observations give the same outcomes. Requirements that were not selected are listed as
 * untested; `notProvoked` says why others had no scenario.
 */
export function judgeClient(
  observations: readonly ScenarioObservation[],
  selected: ReadonlySet<ClientRequirementId>,
  notProvoked: Readonly<Record<string, string>> = {},
): readonly JudgedRequirement<ClientRequirementId>[] {
  return clientRequirements.map(({ id }) => {
    if (!selected.has(id)) return { id, outcome: notSelected, notSelected: true };
    const outcome = judges[id](observations);
    const why = outcome.outcome === 'untested' ? notProvoked[id] : undefined;
    return { id, outcome: why === undefined ? outcome : { ...outcome, why } };
  });
}

/** The observations of an evidence file that count, with their exchanges. */
export function observationsIn(
  evidence: Pick<Evidence, 'exchanges' | 'observations'>,
): readonly ScenarioObservation[] {
  return (evidence.observations ?? [])
    .filter((one) => !one.superseded)
    .map(({ exchanges: { first, count }, ...rest }) => ({
      ...rest,
      exchanges: evidence.exchanges.slice(first, first + count),
    }));
}

const notSelected: Outcome = { outcome: 'untested', why: 'not selected', cases: [] };
