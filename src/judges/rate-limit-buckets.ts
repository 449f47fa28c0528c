import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, outcomeOf, undecided } from '../outcome.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { casesOf, tokenOf } from './material.ts';
import { capturedTurns } from './rate-limit-captured.ts';
import {
  byToken,
  counterChanges,
  type RateAnswer,
  rateAnswerOf,
  rateAnswers,
} from './rate-limit-material.ts';
import { othersSpend } from './rate-limit-sharing.ts';

/** Every answer to a token names the same bucket, or the same list of buckets. */
export const bucketStable: Judge = (exchanges, context) => {
  const naming = rateAnswers(exchanges, context).filter(
    ({ admitted, status, reading }) =>
      (admitted || status === 429) &&
      reading.buckets.length > 0 &&
      reading.buckets.every((one) => one.bucket),
  );
  const cases = [...byToken(naming).values()].flatMap((answers, at) => {
    const [first] = answers;
    if (!first || answers.length < 2) return [];
    const other = answers.find((one) => bucketOf(one) !== bucketOf(first));
    const names = new Set(answers.map(bucketOf));
    const finding: Finding | undefined = other && {
      message: `The bucket of the token has ${names.size} names.`,
      expected: bucketOf(first),
      actual: bucketOf(other),
      exchange: other.exchange.seq,
    };
    return [judged(`token ${at + 1}`, finding ? [finding] : [])];
  });
  return outcomeOf(cases, 'no token was told its bucket twice');
};

function bucketOf({ reading }: RateAnswer): string {
  return reading.buckets.map(({ bucket }) => bucket ?? '').join(', ');
}

/**
 * Requests with two tokens in turn: what the one sends between two requests of the other is not taken from the other's
 * counter. What a token's own request costs is taken from two of its requests in a row.
 */
export const bucketPerToken: Judge = (exchanges, context) => {
  const cases = [...casesOf(exchanges, 'rate-limit/bucket-per-token')].flatMap(([name, sent]) => {
    const tokens = [...new Set(sent.map(tokenOf))];
    if (tokens.length < 2) return [undecided(name, 'cantTell', 'both tokens are one and the same')];
    const isShared = tokens.some((token) => othersSpend(exchanges, context, token));
    return tokens.map((token, at) =>
      counterCase(`${name}, token ${at + 1}`, sent, { token, isShared }, context),
    );
  });
  if (context.subject === 'har') cases.push(...capturedTurns(exchanges, context));
  return outcomeOf(cases, 'no requests were sent with two tokens in turn');
};

function counterCase(
  name: string,
  sent: readonly Exchange[],
  { token, isShared }: { readonly token: string; readonly isShared: boolean },
  context: JudgeContext,
): CaseOutcome {
  const answers = sent.map((one) => rateAnswerOf(one, context.profiles));
  const own = answers.flatMap((one, at) => (one && tokenOf(one.exchange) === token ? [{ one, at }] : []));
  if (answers.some((one) => !one?.admitted))
    return undecided(name, 'cantTell', 'not all of the requests were served');
  // What one request costs, and what the others in between seem to cost, bucket by bucket.
  let cost: readonly number[] | undefined;
  let across:
    | { readonly drops: readonly number[]; readonly others: number; readonly seq: number }
    | undefined;
  for (const [index, { one, at }] of own.entries()) {
    const before = own[index - 1];
    if (!before) continue;
    const changes = counterChanges(before.one, one);
    if (changes.length === 0 || changes.some(({ window }) => window !== 'same')) continue;
    const drops = changes.map(({ drop }) => drop);
    const others = at - before.at - 1;
    if (others === 0) cost ??= drops;
    else across ??= { drops, others, seq: one.exchange.seq };
  }
  if (!cost || !across)
    return undecided(name, 'cantTell', 'the window ended in between, or tells no counters');
  const { drops, others, seq } = across;
  const counters = drops.map((drop, at) => ({ drop, alone: cost[at] ?? 0 }));
  const moving = counters.filter(({ alone }) => alone > 0);
  if (moving.length === 0) return undecided(name, 'cantTell', 'the counter does not move');
  if (moving.some(({ drop, alone }) => drop >= 0 && drop <= alone)) return judged(name, []);
  // On somebody else's server a third party may use the token; only what fits the other token's requests exactly, where no
  // third party was seen, is held against it.
  const explained = moving.every(({ drop, alone }) => alone === 1 && drop === 1 + others);
  if (context.subject !== 'sandbox' && (!explained || isShared))
    return undecided(name, 'cantTell', 'another client seems to use the token');
  const finding: Finding = {
    message: "Requests with another token were taken from this token's counter.",
    expected: `Remaining lower by ${moving.map(({ alone }) => alone).join(', ')}`,
    actual: `lower by ${moving.map(({ drop }) => drop).join(', ')}, with ${others} requests of the other token between`,
    exchange: seq,
  };
  return judged(name, [finding]);
}
