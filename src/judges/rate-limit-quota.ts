import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { casesOf, describeAnswer, tokenOf } from './material.ts';
import { capturedExcess, capturedQuota, capturedReturns } from './rate-limit-captured.ts';
import {
  byToken,
  inOrder,
  isEpochS,
  pairsOf,
  type RateAnswer,
  rateAnswerOf,
  rateAnswers,
} from './rate-limit-material.ts';
import { othersSpend } from './rate-limit-sharing.ts';

/** A window that was used up on purpose. */
interface UsedUp {
  readonly name: string;
  /** As many requests as Limit says, all sent; fewer when refusals or the end of the window cut it short. */
  readonly quota: readonly RateAnswer[];
  readonly beyond: readonly Exchange[];
  readonly after: readonly Exchange[];
  /** What the target advertises. */
  readonly limit: number;
  /** The window ended before the quota and the first request beyond it were through: nothing can be said. */
  readonly ranOut: boolean;
  /** Somebody else took part of the quota. */
  readonly shared: boolean;
}

const whyNone = 'no window was used up';

/** `captured` is what can be told of traffic that nobody sent for it. */
function onUsedUp(
  captured: (exchanges: readonly Exchange[], context: JudgeContext) => readonly CaseOutcome[],
  judgeOne: (window: UsedUp, context: JudgeContext) => CaseOutcome,
): Judge {
  return (exchanges, context) => {
    if (context.subject === 'har') return outcomeOf(captured(exchanges, context), whyNone);
    const cases = casesOf(exchanges, 'rate-limit/full-quota-admitted');
    const windows = [...cases].flatMap(([name, sent]) => usedUp(name, sent, exchanges, context) ?? []);
    return outcomeOf(
      windows.map((window) => judgeOne(window, context)),
      whyNone,
    );
  };
}

function usedUp(
  name: string,
  sent: readonly Exchange[],
  all: readonly Exchange[],
  context: JudgeContext,
): UsedUp | undefined {
  const playing = (role: string) => sent.filter((one) => one.step?.role === role);
  const quota = playing('quota').flatMap((one) => rateAnswerOf(one, context.profiles) ?? []);
  const beyond = playing('beyond');
  const first = quota.find((one) => one.admitted);
  if (!first) return undefined;
  const counted = quota.filter((one) => one.admitted);
  const { limit, left } = usedCounter(counted) ?? { limit: first.profile.rateLimit.requests, left: 0 };
  const resetS = first.reading.resetEpochS ?? Number.NaN;
  const latestS = Math.max(
    ...quota.map(({ dateS }) => dateS ?? 0),
    beyond[0] ? (rateAnswerOf(beyond[0], context.profiles)?.dateS ?? 0) : 0,
  );
  return {
    name,
    quota,
    beyond,
    after: playing('after'),
    limit,
    ranOut: isEpochS(resetS) && latestS >= resetS,
    shared:
      context.subject !== 'sandbox' &&
      (limit - left > counted.length || othersSpend(all, context, tokenOf(first.exchange))),
  };
}

/**
 * The counter that the requests used, of several the smallest that moved: its Limit, and the least that was left. A
 * token may be told of buckets that a read does not touch.
 */
function usedCounter(counted: readonly RateAnswer[]) {
  const counters = (counted[0]?.reading.buckets ?? []).flatMap(({ limit }, at) => {
    const told = counted.flatMap(({ reading }) => reading.buckets[at]?.remaining ?? []);
    if (limit === undefined || told.length === 0) return [];
    const left = Math.min(...told);
    return [{ limit, left, moved: Math.max(...told) > left }];
  });
  return [...counters].sort((a, b) => Number(b.moved) - Number(a.moved) || a.limit - b.limit)[0];
}

const ranOutWhy = 'the window ended before the quota was used up';
const sharedWhy = 'another client uses the token, so it cannot be said who took the quota';

/** Nothing of the first `Limit` requests of a window is refused. */
export const fullQuotaAdmitted = onUsedUp(capturedQuota, ({ name, quota, limit, ranOut, shared }) => {
  const admitted = quota.filter((one) => one.admitted).length;
  if (admitted >= limit && !ranOut) return judged(name, []);
  if (ranOut) return undecided(name, 'cantTell', ranOutWhy);
  const refused = quota.find(({ status }) => status === 429);
  if (!refused)
    return undecided(name, 'cantTell', `${admitted} of ${limit} requests were served, none refused`);
  if (shared) return undecided(name, 'cantTell', sharedWhy);
  const finding: Finding = {
    message: 'A request within the quota was refused.',
    expected: `${limit} requests admitted in one window`,
    actual: `429 after ${admitted}`,
    exchange: refused.exchange.seq,
  };
  return judged(name, [finding]);
});

/** The first request after the quota is refused, and with this status. */
export const exceedingIs429 = onUsedUp(capturedExcess, ({ name, quota, beyond, limit, ranOut }) => {
  const [first] = beyond;
  if (ranOut || !first) return undecided(name, 'cantTell', ranOutWhy);
  if (first.response?.status === 429) return judged(name, []);
  const served = quota.filter(({ status, admitted }) => admitted || status === 429).length;
  if (served < limit)
    return undecided(name, 'cantTell', `only ${served} of ${limit} requests of the quota were answered`);
  // A connection that is closed is a way to refuse; that nobody could be reached or waited for is none.
  if (first.failure && first.failure.kind !== 'closed')
    return undecided(name, 'cantTell', `the request beyond the quota got ${describeAnswer(first)}`);
  const finding: Finding = {
    message: `Request ${limit + 1} of a window was not answered with 429.`,
    expected: '429',
    actual: describeAnswer(first),
    exchange: first.seq,
  };
  return judged(name, [finding]);
});

/** Once Reset is there, the next request is served. */
export const admitsAfterReset = onUsedUp(capturedReturns, ({ name, beyond, after, shared }, { profiles }) => {
  const refusal = beyond.findLast((one) => one.response?.status === 429);
  const refused = refusal && rateAnswerOf(refusal, profiles);
  if (!refused) return undecided(name, 'cantTell', 'no request was refused with 429');
  const [first] = after;
  const answer = first && rateAnswerOf(first, profiles);
  if (!first || !answer) return undecided(name, 'cantTell', 'no answer came to the request after Reset');
  if (answer.admitted) return judged(name, []);
  const resetS = Math.max(...refused.reading.buckets.map(({ resetEpochS }) => resetEpochS ?? 0));
  if (!isEpochS(resetS)) return undecided(name, 'cantTell', 'the 429 has no Reset that can be waited for');
  if (answer.dateS !== undefined && answer.dateS < resetS)
    return undecided(name, 'cantTell', 'by its Date, the target had not come to Reset yet');
  if (answer.status !== 429)
    return undecided(name, 'cantTell', `the request after Reset got ${describeAnswer(first)}`);
  if (shared) return undecided(name, 'cantTell', sharedWhy);
  const finding: Finding = {
    message: 'A request was refused although Reset had come.',
    expected: `admitted from ${resetS} on`,
    actual: `429${answer.dateS === undefined ? '' : ` at ${answer.dateS}`}`,
    exchange: first.seq,
  };
  return judged(name, [finding]);
});

/** Refusals of one token in a row tell one and the same Reset, until it is reached. */
export const refusalKeepsReset: Judge = (exchanges, context) => {
  const cases = [...byToken(rateAnswers(exchanges, context)).values()].flatMap((answers, at) => {
    const name = `token ${at + 1}`;
    const pairs = pairsOf(answers).filter(
      ([before, after]) => before.status === 429 && after.status === 429 && isSameWindow(before, after),
    );
    if (pairs.length === 0) return [];
    const findings = pairs.flatMap(([before, after]): Finding[] => {
      const [was, is] = [before.reading.resetEpochS, after.reading.resetEpochS];
      if (was === undefined || is === undefined || is <= was) return [];
      return [
        {
          message: 'Reset moved away after a refusal.',
          expected: `Reset ${was}`,
          actual: `Reset ${is}`,
          exchange: after.exchange.seq,
        },
      ];
    });
    const passed = pairs.some(([before, after]) => (after.dateS ?? 0) > (before.dateS ?? 0));
    if (findings.length === 0 && !passed)
      return [undecided(name, 'untested', 'no time went by between refusals')];
    return [judged(name, findings.slice(0, 1))];
  });
  return outcomeOf(cases, 'no two requests in a row were refused with 429');
};

/** Both tell a Reset, and the later one came before the Reset of the earlier. */
function isSameWindow(before: RateAnswer, after: RateAnswer): boolean {
  const was = before.reading.resetEpochS;
  if (was === undefined || after.reading.resetEpochS === undefined || after.dateS === undefined) return false;
  return isEpochS(was) && after.dateS < was && inOrder(before, after);
}
