import type { ClaimStep } from '../../../contracts/steps/index.ts';
import type { RateLimit, RateLimitResponse, TokenResponses } from '../../traffic/rate-limit/rate-limit.ts';
import {
  isEpochS,
  isOneCounter,
  isOneHost,
  isWithinOneWindow,
  type Neighbours,
  neighboursIn,
} from '../../traffic/rate-limit/responses.ts';
import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `rate-limit` in captured traffic: whatever each token's requests show. */
export function attributeRateLimit({ rateLimit }: Traffic): readonly PlacedStep[] {
  return rateLimit.tokens.flatMap((token) => {
    const neighbours = neighboursIn(token.responses).filter(isOneHost);
    return [
      ...admittedIn(token),
      ...refillIn(token),
      ...wholeWindowIn(token),
      ...excessIn(token, neighbours),
      ...returnsIn(token, neighbours),
      ...turnsIn(token, neighbours, rateLimit),
    ];
  });
}

/** A step of this category. */
type RateLimitStep = Extract<ClaimStep, { claim: `rate-limit/${string}` }>;

function place({ exchange }: Pick<RateLimitResponse, 'exchange'>, step: RateLimitStep): PlacedStep {
  return { ...step, exchange };
}

function admittedIn({ name, responses }: TokenResponses): readonly PlacedStep[] {
  return responses
    .filter((one) => one.isAdmitted)
    .map((one) => place(one, { claim: 'rate-limit/remaining-counts-down', case: name }));
}

/** The Reset after which a counter started full, or else the first one. */
function refillIn({ name, responses }: TokenResponses): readonly PlacedStep[] {
  const over = neighboursIn(responses.filter((one) => one.isAdmitted)).filter(
    (pair) => isOneCounter(pair) && pair.changes.some(({ window }) => window === 'next'),
  );
  const shown =
    over.find(({ changes }) => changes.every((one) => one.window !== 'next' || one.isFresh)) ?? over[0];
  if (!shown) return [];
  const step = { claim: 'rate-limit/window-refills', case: name } as const;
  return [place(shown.before, { ...step, role: 'before' }), place(shown.after, { ...step, role: 'after' })];
}

/** The first window whose whole quota was served. */
function wholeWindowIn({ name, responses }: TokenResponses): readonly PlacedStep[] {
  const admitted = responses.filter((one) => one.isAdmitted && one.rateLimit.resetEpochS !== undefined);
  const whole = [...Map.groupBy(admitted, ({ rateLimit }) => rateLimit.resetEpochS).values()].find(
    (some) => some.length >= (some[0]?.rateLimit.limit ?? Number.POSITIVE_INFINITY),
  );
  return (whole ?? []).map((one) =>
    place(one, { claim: 'rate-limit/full-quota-admitted', case: name, role: 'quota' }),
  );
}

/** Served requests with Remaining 0, each with the next request of the same window. */
function excessIn({ name }: TokenResponses, neighbours: readonly Neighbours[]): readonly PlacedStep[] {
  const step = { claim: 'rate-limit/exceeding-is-429', case: name } as const;
  return neighbours
    .filter((pair) => isLastOfQuota(pair) && showsExcess(pair))
    .flatMap(({ before, after }) => [
      place(before, { ...step, role: 'quota' }),
      place(after, { ...step, role: 'beyond' }),
    ]);
}

function isLastOfQuota({ before, after }: Neighbours): boolean {
  const { buckets, remaining, resetEpochS } = before.rateLimit;
  if (!before.isAdmitted || buckets.length !== 1 || remaining !== 0) return false;
  if (resetEpochS === undefined || !isEpochS(resetEpochS) || after.dateS === undefined) return false;
  // `Date` is truncated and Reset may be rounded up: a request of the last second may belong to either window.
  return after.dateS < resetEpochS - 1;
}

/** Refused, or served by the same counter; a counter that is full again was reset in between. */
function showsExcess({ after, changes }: Neighbours): boolean {
  return after.status === 429 || (after.isAdmitted && !changes.some(({ isFresh }) => isFresh));
}

/** Refused requests, each with the next request of the token if that came after the Reset of the refusal. */
function returnsIn({ name }: TokenResponses, neighbours: readonly Neighbours[]): readonly PlacedStep[] {
  const step = { claim: 'rate-limit/admits-after-reset', case: name } as const;
  return neighbours.flatMap(({ before, after }) => {
    const { resetEpochS } = before.rateLimit;
    if (before.status !== 429 || resetEpochS === undefined || !isEpochS(resetEpochS)) return [];
    if (after.dateS === undefined || after.dateS < resetEpochS) return [];
    return [place(before, { ...step, role: 'beyond' }), place(after, { ...step, role: 'after' })];
  });
}

/** A token's requests with those of other tokens served in between; empty if no counter shows it. */
function turnsIn(
  { name, responses }: TokenResponses,
  neighbours: readonly Neighbours[],
  { responses: all }: RateLimit,
): readonly PlacedStep[] {
  const step = { claim: 'rate-limit/bucket-per-token', case: name } as const;
  const placeOf = new Map(all.map((one, at) => [one, at]));
  const between = new Map(neighbours.map((pair) => [pair.after, servedBetween(pair, all, placeOf)]));
  const isShown = neighbours.some((pair) => isTurn(pair) && (between.get(pair.after)?.length ?? 0) > 0);
  if (!isShown) return [];
  return responses.flatMap((one) => [
    ...(between.get(one) ?? []).map((other) => place(other, { ...step, role: 'between' })),
    place(one, step),
  ]);
}

/** In one window, with a counter that was not reset in between. */
function isTurn(pair: Neighbours): boolean {
  return (
    pair.before.isAdmitted &&
    pair.after.isAdmitted &&
    isWithinOneWindow(pair) &&
    !pair.changes.some(({ drop, isFresh }) => isFresh || drop < 0)
  );
}

/** Sent after the earlier response arrived, and completed before the later request was sent. */
function servedBetween(
  { before, after }: Neighbours,
  all: readonly RateLimitResponse[],
  placeOf: ReadonlyMap<RateLimitResponse, number>,
): readonly RateLimitResponse[] {
  const { origin } = before.exchange.request;
  return all
    .slice((placeOf.get(before) ?? 0) + 1, placeOf.get(after))
    .filter(
      ({ exchange, isAdmitted }) =>
        isAdmitted &&
        exchange.request.origin === origin &&
        exchange.request.sentAtMs >= before.exchange.answeredAtMs &&
        exchange.answeredAtMs <= after.exchange.request.sentAtMs,
    );
}
