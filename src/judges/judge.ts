import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import type { Theme } from '../requirement.ts';
import type { JudgeContext } from '../result.ts';

export type { JudgeContext } from '../result.ts';

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
