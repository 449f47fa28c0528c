import type { RequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import type { JudgeContext } from '../result.ts';
import { pageFacts } from './second-opinion-pages.ts';
import { paginationRules } from './second-opinion-pagination.ts';
import { quotaFacts } from './second-opinion-quota.ts';
import { rateLimitRules } from './second-opinion-rate-limit.ts';
import { type Opinion, opinionsOf } from './second-opinion-rules.ts';

export type { Opinion, Says } from './second-opinion-rules.ts';

/**
 * A second opinion on pagination and rate limit of a server, by requirement: written from the documents without a look at the
 * judges, and sharing nothing with them. Facts about the log, and for each requirement a predicate over the facts that
 * it speaks of. Where judges and second opinion disagree, one of them is wrong.
 */
export function serverOpinions(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): ReadonlyMap<RequirementId, Opinion> {
  return new Map([
    ...opinionsOf(paginationRules, pageFacts(exchanges, context)),
    ...opinionsOf(rateLimitRules, quotaFacts(exchanges, context)),
  ]);
}
