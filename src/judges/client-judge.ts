import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import type { Theme } from '../requirement.ts';

/**
 * A pure function over what was seen of a client: one case for each scenario that provokes the requirement. Only early
 * is a failure, never late; where our own lag could have caused a finding, the case is `cantTell`. A rule that was
 * never reached makes the case `untested`; a claim that was not made makes it `untested` where it rests on the claim.
 */
export type ClientJudge = (observations: readonly ScenarioObservation[]) => Outcome;

/** The judges of a theme: one for each client-bound requirement, or it does not compile. */
export type ClientJudges<T extends Theme> = Readonly<
  Record<Extract<ClientRequirementId, `${T}/${string}`>, ClientJudge>
>;
