import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import {
  type CounterChange,
  counterChanges,
  isEpochS,
  isOneHost,
  isWithinOneWindow,
  neighboursIn,
  type RateLimitResponse,
} from './responses.ts';

/** Finds the response of an exchange; see `RateLimit.responseOf`. */
type ResponseOf = (exchange: ReadExchange) => RateLimitResponse | undefined;

/** The requirements about a window that is used up. */
export type QuotaRequirement =
  | 'rate-limit/full-quota-admitted'
  | 'rate-limit/exceeding-is-429'
  | 'rate-limit/admits-after-reset';

/** A window that was used up. */
export interface QuotaWindow {
  readonly token: string;
  /** Responses to the requests that the quota should allow. */
  readonly quota: readonly RateLimitResponse[];
  readonly beyond: readonly ReadExchange[];
  /** From its Reset on. */
  readonly after: readonly ReadExchange[];
  /** Requests that it should admit: what the target reports, else the documented number. */
  readonly limit: number;
  /** How many of the quota were admitted. */
  readonly admitted: number;
  /** The least that was reported to be left of the quota; `undefined` where no counter can be read. */
  readonly left: number | undefined;
  /** The window ended before the quota and the first request beyond it were through, so it shows nothing. */
  readonly endedEarly: boolean;
}

const quotaRoles = ['quota', 'beyond', 'after'] as const;

/** The windows of a case: one begins where an earlier role follows a later one. */
export function quotaWindowsIn(
  step: StepCase<QuotaRequirement>,
  responseOf: ResponseOf,
): readonly QuotaWindow[] {
  const placed = quotaRoles
    .flatMap((role, rank) => step.roles(role).map((exchange) => ({ rank, exchange })))
    // One request may be both the last of a window and the first of the next.
    .sort((a, b) => a.exchange.seq - b.exchange.seq || b.rank - a.rank);
  const windows: ReadExchange[][][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const { rank, exchange } of placed) {
    if (rank < last) windows.push([[], [], []]);
    last = rank;
    windows.at(-1)?.[rank]?.push(exchange);
  }
  return windows.map(([quota = [], beyond = [], after = []]) =>
    windowFrom({ quota, beyond, after }, responseOf),
  );
}

function windowFrom(
  { quota, beyond, after }: Readonly<Record<(typeof quotaRoles)[number], readonly ReadExchange[]>>,
  responseOf: ResponseOf,
): QuotaWindow {
  const responses = quota.flatMap((one) => responseOf(one) ?? []);
  const admitted = responses.filter((one) => one.isAdmitted);
  const [first] = admitted;
  const counter = usedCounter(admitted);
  const resetS = first?.rateLimit.resetEpochS ?? Number.NaN;
  const latestS = Math.max(...[...quota, ...beyond.slice(0, 1)].map((one) => responseOf(one)?.dateS ?? 0));
  return {
    token: [...quota, ...beyond, ...after][0]?.token ?? '',
    quota: responses,
    beyond,
    after,
    limit: counter?.limit ?? first?.profile.rateLimit.requests ?? Number.POSITIVE_INFINITY,
    admitted: admitted.length,
    left: counter?.left,
    endedEarly: isEpochS(resetS) && latestS >= resetS,
  };
}

/** The counter that requests used, of several the smallest that moved: a token may have buckets that a read does not touch. */
function usedCounter(admitted: readonly RateLimitResponse[]) {
  const counters = (admitted[0]?.rateLimit.buckets ?? []).flatMap(({ limit }, at) => {
    const reported = admitted.flatMap(({ rateLimit }) => rateLimit.buckets[at]?.remaining ?? []);
    if (limit === undefined || reported.length === 0) return [];
    const left = Math.min(...reported);
    return [{ limit, left, moved: Math.max(...reported) > left }];
  });
  return counters.sort((a, b) => Number(b.moved) - Number(a.moved) || a.limit - b.limit)[0];
}

/** The last request before a Reset and the first one after it. */
export interface Refill {
  readonly name: string;
  readonly token: string;
  /** The one after Reset. */
  readonly exchange: ReadExchange;
  readonly isAdmitted: boolean;
  /** See `counterChanges`; empty also where either got no response. */
  readonly changes: readonly CounterChange[];
  /** All admitted requests of the case report the same Remaining. */
  readonly standsStill: boolean;
}

/** `undefined` unless requests were sent both before and after a Reset. */
export function refillIn(
  { name, exchanges }: Pick<StepCase, 'name' | 'exchanges'>,
  last: ReadExchange | undefined,
  first: ReadExchange | undefined,
  responseOf: ResponseOf,
): Refill | undefined {
  if (!last || !first) return undefined;
  const [before, after] = [responseOf(last), responseOf(first)];
  const admitted = exchanges.flatMap((one) => responseOf(one) ?? []).filter((one) => one.isAdmitted);
  return {
    name,
    token: first.token,
    exchange: first,
    isAdmitted: before !== undefined && after?.isAdmitted === true,
    changes: before && after ? countersUsed(counterChanges(before, after), admitted) : [],
    standsStill: new Set(admitted.map(({ rateLimit }) => rateLimit.remaining)).size === 1,
  };
}

/**
 * Of several counters the one that counts this token: the smallest that moves with its own requests. The others may count more
 * than one token, or nothing that was requested.
 */
function countersUsed(
  changes: readonly CounterChange[],
  admitted: readonly RateLimitResponse[],
): readonly CounterChange[] {
  const own = changes.filter((_, at) => {
    const reported = admitted.flatMap(({ rateLimit }) => rateLimit.buckets[at]?.remaining ?? []);
    return new Set(reported).size > 1;
  });
  if (own.length === 0) return changes;
  const limit = Math.min(...own.map((one) => one.limit));
  return own.filter((one) => one.limit === limit);
}

/** One token's counter, followed over requests with several tokens. */
export interface TokenTurns {
  readonly name: string;
  /** Every token of the case, this one included. */
  readonly tokens: readonly string[];
  /** Pairs of the token's requests within one window. */
  readonly turns: readonly Turn[];
}

/** Two requests of a token, and what its counters did from one to the other. */
export interface Turn {
  /** The later one. */
  readonly exchange: ReadExchange;
  /** By how much Remaining fell, counter by counter. */
  readonly drops: readonly number[];
  /** Requests with other tokens, or with none, in between, all of them served or refused with 401. */
  readonly others: number;
}

/** One for each token of a case, except those that were only used in between. */
export function turnsIn(
  step: StepCase<'rate-limit/bucket-per-token'>,
  responseOf: ResponseOf,
): readonly TokenTurns[] {
  const between = new Set(step.roles('between'));
  const tokens = [...new Set(step.exchanges.map((one) => one.token))];
  const followed = new Set(step.exchanges.filter((one) => !between.has(one)).map((one) => one.token));
  return [...followed].map((token, at) => ({
    name: followed.size > 1 ? `${step.name}, token ${at + 1}` : step.name,
    tokens,
    turns: turnsOf(step.exchanges, token, responseOf),
  }));
}

function turnsOf(exchanges: readonly ReadExchange[], token: string, responseOf: ResponseOf): readonly Turn[] {
  const responses = exchanges.map(responseOf);
  const own = exchanges.flatMap((one, at) => (one.token === token ? [at] : []));
  return own.slice(1).flatMap((at, index): readonly Turn[] => {
    const from = own[index] ?? at;
    const between = responses.slice(from + 1, at);
    if (!responses[from]?.isAdmitted || !responses[at]?.isAdmitted) return [];
    if (!between.every((one) => one?.isAdmitted || one?.status === 401)) return [];
    const [pair] = neighboursIn([responses[from], responses[at]]);
    if (!pair || !isOneHost(pair) || !isWithinOneWindow(pair)) return [];
    return [{ exchange: pair.exchange, drops: pair.changes.map(({ drop }) => drop), others: at - from - 1 }];
  });
}
