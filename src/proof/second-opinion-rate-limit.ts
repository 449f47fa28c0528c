import {
  hasAll,
  isWellFormed,
  names,
  type PairFact,
  pairs,
  type QuotaFacts,
} from './second-opinion-quota.ts';
import { ruleOn } from './second-opinion-rules.ts';

const answers = (facts: QuotaFacts) => facts.answers;
const served = (facts: QuotaFacts) => facts.answers.filter(({ status }) => status >= 200 && status < 300);
const refused = (facts: QuotaFacts) => facts.answers.filter(({ status }) => status === 429);
const part = (claim: string, role: string) => (facts: QuotaFacts) =>
  facts.answers.filter((one) => one.claim === claim && one.role === role);
const quotaClaim = 'rate-limit/full-quota-admitted';
const firstOf =
  <One>(look: (facts: QuotaFacts) => readonly One[]) =>
  (facts: QuotaFacts) =>
    look(facts).slice(0, 1);

const drop = ({ earlier, later }: PairFact): number | undefined =>
  earlier.remaining === undefined || later.remaining === undefined
    ? undefined
    : earlier.remaining - later.remaining;

/** Others may count with us on somebody else's server, so there it has to fall by one at least. */
function counts(pair: PairFact, { live }: QuotaFacts): boolean | undefined {
  const by = drop(pair);
  return by === undefined ? undefined : live ? by >= 1 : by === 1;
}

/** Requests that the window admitted before one was refused, and what it had said that it admits. */
function usedUp(facts: QuotaFacts) {
  const sent = part(quotaClaim, 'quota')(facts);
  const admitted = sent.filter(({ status }) => status !== 429);
  return { sent, admitted, limit: admitted.find(({ counter }) => counter)?.counter?.limit ?? facts.quota };
}

const inTurn = (facts: QuotaFacts) =>
  pairs(facts.answers, (one) => one.claim === 'rate-limit/bucket-per-token');
const between = ({ seq, from }: PairFact): number => seq - from - 1;

/** Whether somebody else may have drawn on our tokens: on another's server, where one request of ours once cost more than one. */
const isShared = (facts: QuotaFacts): boolean =>
  facts.live &&
  pairs(facts.answers, ({ status }) => status < 300).some(
    (one) => between(one) === 0 && (drop(one) ?? 0) > 1,
  );

const rule = ruleOn<QuotaFacts>();

/** One row for each requirement that the rate limit has for a server. */
export const rateLimitRules = [
  rule('rate-limit/headers-present', served, ({ told }) => hasAll(told)),
  rule('rate-limit/headers-well-formed', answers, ({ told }) =>
    names.some((name) => told[name]) ? isWellFormed(told) : undefined,
  ),
  rule('rate-limit/limit-is-1200', answers, ({ told }, { live, quota }) => {
    const limits = (told.limit ?? []).filter((text) => /^\d+$/.test(text)).map(Number);
    return limits.length === 0 ? undefined : live || limits.includes(quota);
  }),
  rule(
    'rate-limit/remaining-counts-down',
    (facts) => pairs(facts.answers, (one) => one.claim === 'rate-limit/remaining-counts-down'),
    counts,
  ),
  rule('rate-limit/remaining-in-range', served, ({ counter }) =>
    counter?.limit === undefined || counter.remaining === undefined
      ? undefined
      : counter.remaining < counter.limit,
  ),
  rule('rate-limit/reset-within-a-minute', answers, (answer, { live, windowS }) => {
    const { counter, dateS, sentAtMs, receivedAtMs } = answer;
    if (counter?.resetS === undefined || dateS === undefined) return undefined;
    // The window may have come to its end while the request was worked on.
    const sentS = dateS - Math.ceil((receivedAtMs - sentAtMs) / 1000);
    // Elsewhere than in our own time, Date is cut to the second and Reset rounded up: a whole window may look longer.
    return counter.resetS > sentS && counter.resetS <= dateS + windowS + (live ? 1 : 0);
  }),
  rule(
    'rate-limit/window-is-fixed',
    (facts) => pairs(facts.answers, ({ status, claim }) => status !== 429 && claim.startsWith('rate-limit/')),
    ({ earlier, later, apartS }) => {
      if (earlier.resetText === '' || later.resetText === '') return undefined;
      // Within one second a Reset that slides looks fixed.
      return later.resetText !== earlier.resetText ? false : apartS > 0 ? true : undefined;
    },
  ),
  rule(
    'rate-limit/window-refills',
    firstOf(part('rate-limit/window-refills', 'after')),
    ({ counter, status }, facts) => {
      const [, earlier, before] = part('rate-limit/window-refills', 'before')(facts);
      const [was, left] = [earlier?.counter?.remaining, before?.counter?.remaining];
      // A counter that does not count shows nothing by what it holds.
      if (was === undefined || left === undefined || left >= was) return undefined;
      if (before?.counter?.resetS === undefined || counter?.remaining === undefined) return undefined;
      const isFull = counter.remaining >= (counter.limit ?? facts.quota) - 1;
      return status !== 429 && (isFull || (isShared(facts) && counter.remaining > left));
    },
  ),
  rule(quotaClaim, firstOf(part(quotaClaim, 'quota')), (_, facts) => {
    const { sent, admitted, limit } = usedUp(facts);
    const [first, last] = [admitted[0], admitted.at(-1)];
    const isOneWindow = (last?.dateS ?? 0) < (first?.counter?.resetS ?? Number.POSITIVE_INFINITY);
    if (admitted.length >= limit) return isOneWindow ? true : undefined;
    // Elsewhere the window may have been opened by somebody before us.
    const isFresh = !facts.live || admitted.some(({ counter }) => (counter?.remaining ?? 0) >= limit - 1);
    return isFresh && sent.length > admitted.length && !isShared(facts) ? false : undefined;
  }),
  rule('rate-limit/exceeding-is-429', firstOf(part(quotaClaim, 'beyond')), ({ status, dateS }, facts) => {
    const { admitted, limit } = usedUp(facts);
    const endS = admitted[0]?.counter?.resetS;
    if (endS !== undefined && dateS !== undefined && dateS >= endS) return undefined;
    return status === 429 || (admitted.length < limit ? undefined : false);
  }),
  rule('rate-limit/429-body-empty', refused, ({ body }) => body === ''),
  rule('rate-limit/429-headers', refused, ({ told }) => hasAll(told) && (told.remaining ?? []).includes('0')),
  rule('rate-limit/admits-after-reset', firstOf(part(quotaClaim, 'after')), ({ status }, facts) =>
    part(quotaClaim, 'beyond')(facts).some((one) => one.status === 429) ? status !== 429 : undefined,
  ),
  rule(
    'rate-limit/429-does-not-extend',
    (facts) => pairs(facts.answers, ({ status, claim }) => status === 429 && claim === quotaClaim),
    ({ earlier, later }) =>
      earlier.resetS === undefined || later.resetS === undefined ? undefined : later.resetS <= earlier.resetS,
  ),
  rule('rate-limit/bucket-per-token', inTurn, (pair, facts) => {
    // What the other token sent in between is to leave no trace.
    const [by, others] = [drop(pair), between(pair)];
    if (by === undefined || by < 1 || others === 0) return undefined;
    // Where nothing lies in between but more than one is taken, somebody else uses the token.
    const alone = Math.max(1, ...inTurn(facts).map((one) => (between(one) === 0 ? (drop(one) ?? 1) : 1)));
    if (by <= alone) return true;
    return !facts.live || (alone === 1 && by === 1 + others) ? false : undefined;
  }),
  rule(
    'rate-limit/bucket-stable',
    (facts) =>
      [...Map.groupBy(facts.answers, ({ token }) => token).values()].flatMap((group) => {
        const named = group.filter(({ told }) => told.bucket?.some((name) => name !== ''));
        return named
          .slice(1)
          .map(({ seq, told }) => ({ seq, name: told.bucket, first: named[0]?.told.bucket }));
      }),
    ({ name, first }) => String(name) === String(first),
  ),
  rule('rate-limit/headers-on-errors', answers, ({ status, told }) =>
    status >= 400 && status < 500 && status !== 429 ? hasAll(told) : undefined,
  ),
];
