import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { casesOf, inRole, tokenOf } from './material.ts';
import {
  byToken,
  type CounterChange,
  condense,
  counterChanges,
  inOrder,
  pairsOf,
  type RateAnswer,
  rateAnswerOf,
  rateAnswers,
} from './rate-limit-material.ts';
import { othersSpend } from './rate-limit-sharing.ts';

/** Answers of one token, of which the neighbours may be compared. */
interface Run {
  readonly name: string;
  readonly pairs: readonly (readonly [RateAnswer, RateAnswer])[];
  /**
   * `steady`: our prober sent them one after the other and changed nothing in between. `captured`: somebody's traffic;
   * other requests, and states that put the counter elsewhere, may lie between any two.
   */
  readonly kind: 'steady' | 'captured';
}

const steadyClaim = 'rate-limit/remaining-counts-down';

/**
 * Where counters may be compared. A prober moves clocks and refills buckets between its probes, so in its traffic only
 * the steady requests count; captured traffic has no steps, and is compared token by token.
 */
function runsOf(exchanges: readonly Exchange[], context: JudgeContext): readonly Run[] {
  if (exchanges.some((one) => one.step))
    return [...casesOf(exchanges, steadyClaim)].map(([name, sent]) => ({
      name,
      kind: 'steady',
      pairs: pairsOf(sent.map((one) => rateAnswerOf(one, context.profiles))).flatMap(([before, after]) =>
        before?.admitted && after?.admitted && inOrder(before, after) ? [[before, after] as const] : [],
      ),
    }));
  return [...byToken(rateAnswers(exchanges, context)).values()].map((answers, at) => ({
    name: `token ${at + 1}`,
    kind: 'captured',
    pairs: pairsOf(answers.filter((one) => one.admitted)).filter(
      ([before, after]) => inOrder(before, after) && isOneCounter(before, after),
    ),
  }));
}

/** In captured traffic a token may have been used at two hosts, and have a bucket for each API. */
function isOneCounter(before: RateAnswer, after: RateAnswer): boolean {
  const bucketsOf = ({ reading }: RateAnswer) => reading.buckets.map(({ bucket }) => bucket ?? '').join();
  return (
    before.exchange.request.origin === after.exchange.request.origin && bucketsOf(before) === bucketsOf(after)
  );
}

function onRuns(
  judgeRun: (run: Run, context: JudgeContext) => CaseOutcome | undefined,
  whyNone: string,
): Judge {
  return (exchanges, context) =>
    outcomeOf(
      runsOf(exchanges, context).flatMap((run) => judgeRun(run, context) ?? []),
      whyNone,
    );
}

const noNeighbours = 'no two neighbouring requests of one token fell into one window';

/** Neighbouring requests of one window: exactly one less each time, and at least one where others may use the token. */
export const remainingCountsDown = onRuns(({ name, kind, pairs }, { subject }) => {
  const exactly = kind === 'steady' && subject === 'sandbox';
  const findings: Finding[] = [];
  let compared = 0;
  for (const [before, after] of pairs) {
    const changes = counterChanges(before, after);
    if (changes.length === 0 || changes.some(({ window }) => window !== 'same')) continue;
    if (kind === 'captured' && changes.some((one) => isElsewhere(one, subject))) continue;
    compared++;
    const finding = fallFinding(changes, exactly);
    if (!finding) continue;
    const told = (answer: RateAnswer) => answer.exchange.response?.headers['x-ratelimit-remaining'] ?? '';
    findings.push({
      ...finding,
      actual: `${told(after)} after ${told(before)}`,
      exchange: after.exchange.seq,
    });
  }
  return compared > 0 ? judged(name, condense(findings)) : undefined;
}, noNeighbours);

/** Of several buckets one has to fall, and none may grow; a single one is that one. */
function fallFinding(
  changes: readonly CounterChange[],
  exactly: boolean,
): Pick<Finding, 'message' | 'expected'> | undefined {
  const expected = exactly ? 'one less than the request before' : 'at least one less than the request before';
  if (changes.some(({ drop }) => drop < 0)) return { message: 'Remaining grew within a window.', expected };
  if (changes.every(({ drop }) => drop === 0)) return { message: 'Remaining stood still.', expected };
  if (exactly && !changes.some(({ drop }) => drop === 1))
    return { message: 'Remaining fell by more than one.', expected };
  return undefined;
}

/** In captured traffic a counter that is back up was put there: by a state, a restart, another window. */
function isNewStart({ drop, fresh }: CounterChange): boolean {
  return drop < 0 || fresh;
}

/** A server that nobody puts into states starts a counter afresh or not at all: in the middle of its window it cannot grow. */
function isElsewhere(change: CounterChange, subject: JudgeContext['subject']): boolean {
  const isFixed = change.resetBeforeS === change.resetAfterS;
  return subject === 'har' && isFixed ? change.fresh : isNewStart(change);
}

/** Reset is the same on all answers of a window, while time goes by. */
export const windowIsFixed = onRuns(({ name, kind, pairs }) => {
  const findings: Finding[] = [];
  let compared = 0;
  let passedS = 0;
  for (const [before, after] of pairs) {
    const changes = counterChanges(before, after).filter(({ window }) => window === 'same');
    for (const change of changes) {
      const moved = change.resetAfterS !== change.resetBeforeS;
      // Captured: only where the counter went on as in one window is it sure that nobody put another one in its place.
      if (kind === 'captured' && (isNewStart(change) || (moved && change.drop !== 1))) continue;
      compared++;
      passedS += Math.max(0, (after.dateS ?? 0) - (before.dateS ?? Number.POSITIVE_INFINITY));
      if (moved)
        findings.push({
          message: 'Reset moved before it was reached.',
          expected: `Reset ${change.resetBeforeS}`,
          actual: `Reset ${change.resetAfterS}, ${(after.dateS ?? 0) - (before.dateS ?? 0)} s later by Date`,
          exchange: after.exchange.seq,
        });
    }
  }
  const isMaterial = findings.length > 0 || (compared > 0 && passedS > 0);
  return isMaterial ? judged(name, condense(findings)) : undefined;
}, 'no two neighbouring requests of one token fell into one window with time between them');

/** The first answer after a Reset is told as the first of a full window. */
export const windowRefills: Judge = (exchanges, context) => {
  const cases = [
    ...casesOf(exchanges, 'rate-limit/window-refills'),
    ...casesOf(exchanges, 'rate-limit/full-quota-admitted'),
  ].flatMap(([name, sent]) => refillCase(name, sent, exchanges, context) ?? []);
  if (context.subject === 'har') cases.push(...capturedRefills(exchanges, context));
  return outcomeOf(cases, 'no requests were sent before and after a Reset');
};

function refillCase(
  name: string,
  sent: readonly Exchange[],
  all: readonly Exchange[],
  context: JudgeContext,
): CaseOutcome | undefined {
  const first = sent.find((one) => one.step?.role === 'after');
  const last = inRole(sent, 'before') ?? inRole(sent, 'beyond');
  if (!first || !last) return undefined;
  const before = rateAnswerOf(last, context.profiles);
  const after = rateAnswerOf(first, context.profiles);
  if (!before || !after?.admitted)
    return undecided(name, 'cantTell', 'the request after Reset was not served');
  const changes = counterChanges(before, after);
  if (changes.length === 0) return undecided(name, 'cantTell', 'Remaining or Reset could not be read');
  const over = changes.filter(({ window }) => window === 'next');
  if (over.length === 0) return undecided(name, 'cantTell', 'the window was not seen to end');
  if (over.every(({ fresh }) => fresh)) return judged(name, []);
  if (countersStandStill(sent, context))
    return undecided(name, 'cantTell', 'the counter stands still, so nothing can be said of its start');
  const { limit = after.profile.rateLimit.requests, remaining = 0 } = after.reading;
  const grew = over.some(({ drop }) => drop < 0);
  if (grew && context.subject !== 'sandbox' && othersSpend(all, context, tokenOf(first)))
    return undecided(name, 'cantTell', 'another client uses the token, so the first count was not seen');
  const finding: Finding = {
    message: 'After Reset the counter did not start from the full limit.',
    expected: `Remaining ${limit - 1}`,
    actual: `Remaining ${remaining}`,
    exchange: first.seq,
  };
  return judged(name, [finding]);
}

/** Of any two windows in a row, one that began full is enough; where none did, other clients may have been first. */
function capturedRefills(exchanges: readonly Exchange[], context: JudgeContext): readonly CaseOutcome[] {
  return runsOf(exchanges, context).flatMap(({ name, pairs }) => {
    const over = pairs.flatMap(([before, after]) =>
      counterChanges(before, after).filter(({ window }) => window === 'next'),
    );
    if (over.length === 0) return [];
    return over.some(({ fresh }) => fresh)
      ? [judged(name, [])]
      : [undecided(name, 'cantTell', 'no window was seen from its first request on')];
  });
}

function countersStandStill(sent: readonly Exchange[], { profiles }: JudgeContext): boolean {
  const told = sent
    .map((one) => rateAnswerOf(one, profiles))
    .filter((one) => one?.admitted)
    .map((one) => one?.reading.remaining);
  return new Set(told).size === 1;
}
