import type { Profile } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import type { Theme } from '../requirement.ts';

/** What a judge may know besides the exchanges: plain data, kept in the evidence, so that a run can be judged again. */
export interface JudgeContext {
  /** `live`: somebody else's server, where a few numbers are judged less strictly (see the doubts). */
  readonly subject: 'sandbox' | 'live' | 'replay' | 'har';
  /** The API versions that were judged. */
  readonly profiles: readonly Profile[];
}

/**
 * A pure function: the same exchanges give the same outcome. It finds its own material in the exchanges (by `step` where
 * only the prober knows what was meant), gathers every finding before it returns, and answers `untested` where
 * there is no material. It sees no clock, no socket and no test runner.
 */
export type Judge = (exchanges: readonly Exchange[], context: JudgeContext) => Outcome;

/** The judges of a theme: one for each server-bound requirement, or it does not compile. */
export type ServerJudges<T extends Theme> = Readonly<
  Record<Extract<ServerRequirementId, `${T}/${string}`>, Judge>
>;
