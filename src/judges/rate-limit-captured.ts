import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, undecided } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { describeAnswer } from './material.ts';
import {
  byToken,
  counterChanges,
  inOrder,
  isEpochS,
  pairsOf,
  type RateAnswer,
  rateAnswers,
} from './rate-limit-material.ts';

/**
 * The end of a quota in traffic that nobody sent for it. Others may use the same token, so only what no other client can explain
 * speaks against a server.
 */

/** The last answer of a window by one token that had nothing left, and what the next request of the token got. */
interface Ending {
  readonly name: string;
  readonly last: RateAnswer;
  readonly next: RateAnswer;
}

/** Answers of each token in order, each with the one after it. */
function neighbours(exchanges: readonly Exchange[], context: JudgeContext) {
  return [...byToken(rateAnswers(exchanges, context)).values()].map((answers, at) => ({
    name: `token ${at + 1}`,
    answers,
    pairs: pairsOf(answers).filter(
      ([before, after]) =>
        inOrder(before, after) && before.exchange.request.origin === after.exchange.request.origin,
    ),
  }));
}

function endingsIn(exchanges: readonly Exchange[], context: JudgeContext): readonly Ending[] {
  return neighbours(exchanges, context).flatMap(({ name, pairs }) =>
    pairs.flatMap(([last, next]) => {
      const isUsedUp = last.admitted && last.reading.buckets.length === 1 && last.reading.remaining === 0;
      return isUsedUp && isBeforeReset(next, last) ? [{ name, last, next }] : [];
    }),
  );
}

function isBeforeReset(next: RateAnswer, last: RateAnswer): boolean {
  const resetS = last.reading.resetEpochS;
  // Date is cut and Reset may be rounded: the last second belongs to nobody.
  return resetS !== undefined && isEpochS(resetS) && next.dateS !== undefined && next.dateS < resetS - 1;
}

/** What came after `Remaining: 0` within the same window. */
export function capturedExcess(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  return endingsIn(exchanges, context).flatMap(({ name, last, next }) => {
    if (next.status === 429) return [judged(name, [])];
    if (!next.admitted) return [];
    // A counter that is full again was set back by somebody.
    if (counterChanges(last, next).some(({ fresh }) => fresh)) return [];
    const finding: Finding = {
      message: 'A request was served although nothing was left in the window.',
      expected: '429',
      actual: describeAnswer(next.exchange),
      exchange: next.exchange.seq,
    };
    return [judged(name, [finding])];
  });
}

/** A whole quota that was served within one window, from its first request to its last. */
export function capturedQuota(exchanges: readonly Exchange[], context: JudgeContext): readonly CaseOutcome[] {
  return neighbours(exchanges, context).flatMap(({ name, answers }) => {
    const windows = Map.groupBy(
      answers.filter((one) => one.admitted && one.reading.resetEpochS !== undefined),
      (one) => one.reading.resetEpochS,
    );
    const isWhole = [...windows.values()].some(
      (some) => some.length >= (some[0]?.reading.limit ?? Number.POSITIVE_INFINITY),
    );
    return isWhole ? [judged(name, [])] : [];
  });
}

/** The first request of a token after the Reset that its 429 told. */
export function capturedReturns(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  return neighbours(exchanges, context).flatMap(({ name, pairs }) =>
    pairs.flatMap(([refused, next]): readonly CaseOutcome[] => {
      const resetS = refused.reading.resetEpochS;
      if (refused.status !== 429 || resetS === undefined || !isEpochS(resetS)) return [];
      if (next.dateS === undefined || next.dateS < resetS) return [];
      if (next.admitted) return [judged(name, [])];
      const why = `the request after Reset got ${next.status}; another client may have used the window up`;
      return [undecided(name, 'cantTell', why)];
    }),
  );
}

/** Two tokens in turn: what the one sends is not taken from the other. Only that can be seen; the contrary others may explain. */
export function capturedTurns(exchanges: readonly Exchange[], context: JudgeContext): readonly CaseOutcome[] {
  const all = rateAnswers(exchanges, context);
  return neighbours(exchanges, context).flatMap(({ name, pairs }) => {
    const across = pairs.flatMap(([before, after]) => {
      const between = all.filter(
        ({ exchange, admitted }) =>
          admitted &&
          exchange.request.origin === before.exchange.request.origin &&
          exchange.request.sentAtMs >= (before.exchange.response?.receivedAtMs ?? 0) &&
          (exchange.response?.receivedAtMs ?? Number.POSITIVE_INFINITY) <= after.exchange.request.sentAtMs,
      );
      const [change] = counterChanges(before, after);
      return between.length > 0 && before.admitted && after.admitted && change?.window === 'same'
        ? [change.drop]
        : [];
    });
    if (across.length === 0) return [];
    return across.some((drop) => drop === 1)
      ? [judged(name, [])]
      : [
          undecided(
            name,
            'cantTell',
            'between two of its requests others were counted, perhaps of another client',
          ),
        ];
  });
}
