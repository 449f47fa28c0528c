import { type ClientRequirementId, requirements } from '../../contracts/requirements/index.ts';
import { hasClaim } from '../claims/claim.ts';
import { openClientSide } from '../claims/client-side.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import type { JudgedRequirement } from '../result.ts';
import { accessClientJudges } from './access-client.ts';
import type { ClientJudge } from './client-judge.ts';
import { dataClientJudges } from './data-client.ts';
import { errorsClientJudges } from './errors-client.ts';
import { lmsClientJudges } from './lms-client.ts';
import { paginationClientJudges } from './pagination-client.ts';
import { safetyClientJudges } from './safety-client.ts';
import '../../specs/index.ts';

/** Every client-bound requirement has exactly one judge, or this does not compile. */
const judges: Partial<Readonly<Record<ClientRequirementId, ClientJudge>>> = {
  ...dataClientJudges,
  ...paginationClientJudges,
  ...errorsClientJudges,
  ...accessClientJudges,
  ...lmsClientJudges,
  ...safetyClientJudges,
};

/** Client-bound requirements in catalogue order. */
export const clientRequirements = requirements.filter((one) => one.binds === 'client');

/** Judges one requirement by what was seen. */
export function judgeClientRequirement(
  id: ClientRequirementId,
  observations: readonly ScenarioObservation[],
): Outcome {
  return hasClaim(id) ? openClientSide(observations).assert(id).outcome : judges[id]!(observations);
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
  const side = openClientSide(observations);
  return clientRequirements.map(({ id }) => {
    if (!selected.has(id)) return { id, outcome: notSelected, notSelected: true };
    const outcome = hasClaim(id) ? side.assert(id).outcome : judges[id]!(observations);
    const why = outcome.outcome === 'untested' ? notProvoked[id] : undefined;
    return { id, outcome: why === undefined ? outcome : { ...outcome, why } };
  });
}

export { observationsIn } from '../traffic/client/observations.ts';

const notSelected: Outcome = { outcome: 'untested', why: 'not selected', cases: [] };
