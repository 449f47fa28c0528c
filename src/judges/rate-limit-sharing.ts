import type { Exchange } from '../exchange.ts';
import type { JudgeContext } from './judge.ts';
import { tokenOf } from './material.ts';
import { counterChanges, inOrder, pairsOf, rateAnswers } from './rate-limit-material.ts';

/**
 * Whether somebody else spends from the counter of a token: between two of our neighbouring requests it fell by more
 * than one within one window. Only neighbours of one case are compared, so that no state lies between them.
 */
export function othersSpend(exchanges: readonly Exchange[], context: JudgeContext, token: string): boolean {
  const own = rateAnswers(exchanges, context).filter(({ exchange }) => tokenOf(exchange) === token);
  return pairsOf(own).some(([before, after]) => {
    const [a, b] = [before.exchange, after.exchange];
    if (!before.admitted || !after.admitted || !inOrder(before, after)) return false;
    if (a.step?.claim !== b.step?.claim || a.step?.case !== b.step?.case || b.seq !== a.seq + 1) return false;
    return counterChanges(before, after).some(({ window, drop }) => window === 'same' && drop > 1);
  });
}
