import type {
  QuotaCase,
  QuotaWindow,
  RateLimitResponse,
} from '../../../src/traffic/rate-limit/rate-limit.ts';
import { isEpochS, type Neighbours, neighboursIn } from '../../../src/traffic/rate-limit/responses.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { claim, each, expect, undecided } from '../../support/server.ts';

const notUsedUp = 'no window was used up';
const endedTooEarly = 'the window ended before the quota was used up';
const tokenShared = 'another client may use the token, so it is not certain who used the quota';

/** Nothing of the first `Limit` requests of a window is refused. */
claim('rate-limit/full-quota-admitted', {
  cases: ({ rateLimit }) => having(isBegun, rateLimit.quotaWindows('rate-limit/full-quota-admitted')),
  otherwise: { untested: notUsedUp },
  assert: ({ windows }, traffic) =>
    each(windows, (window) => {
      const { quota, admitted, limit } = window;
      if (window.endedEarly) undecided('timing-unsure', endedTooEarly);
      if (admitted < limit && !quota.some(isRefused))
        undecided('inconclusive-response', `${admitted} of ${limit} requests were served, none refused`);
      if (admitted < limit && quotaMayBeShared(window, traffic)) undecided('token-shared', tokenShared);
      each(quota.filter(isRefused), () =>
        expect(admitted, 'A request within the quota was refused.').to.be.at.least(limit),
      );
    }),
});

/** The first request after the quota is refused, and with this status. */
claim('rate-limit/exceeding-is-429', {
  cases: ({ rateLimit }) =>
    having(
      (window) => isBegun(window) && isExceeded(window),
      rateLimit.quotaWindows('rate-limit/full-quota-admitted'),
      rateLimit.quotaWindows('rate-limit/exceeding-is-429'),
    ),
  otherwise: { untested: notUsedUp },
  assert: ({ windows }) =>
    each(windows, (window) => {
      if (window.endedEarly) undecided('timing-unsure', endedTooEarly);
      each(window.beyond.slice(0, 1), (first) => {
        if (first.status !== 429) requireUsedUp(window);
        // A closed connection is a way to refuse; a timeout, or a server that could not be reached, is not.
        if (first.failure && first.failure.kind !== 'closed')
          undecided('inconclusive-response', `the request beyond the quota got ${first.summary}`);
        expect(first, 'The request after the last one of the quota was not refused with 429.').to.have.status(
          429,
        );
      });
    }),
});

function requireUsedUp({ quota, limit, left }: QuotaWindow): void {
  const counted = quota.filter((one) => one.isAdmitted || isRefused(one)).length;
  if (counted < limit && left !== 0)
    undecided('inconclusive-response', `only ${counted} of ${limit} requests of the quota got a response`);
}

/** From Reset on, the next request is served. */
claim('rate-limit/admits-after-reset', {
  cases: ({ rateLimit }) =>
    having(
      isExceeded,
      rateLimit.quotaWindows('rate-limit/full-quota-admitted'),
      rateLimit.quotaWindows('rate-limit/admits-after-reset'),
    ),
  otherwise: { untested: notUsedUp },
  assert: ({ windows }, traffic) =>
    each(windows, (window) => {
      const { responseOf } = traffic.rateLimit;
      const refused = window.beyond.map(responseOf).findLast((one) => one && isRefused(one));
      if (!refused) undecided('no-control', 'no request was refused with 429');
      const [next] = window.after.map(responseOf);
      if (!next) undecided('inconclusive-response', 'no response came to the request after Reset');
      if (next.isAdmitted) return;
      requireReset(next, Math.max(...refused.rateLimit.buckets.map(({ resetEpochS }) => resetEpochS ?? 0)));
      if (quotaMayBeShared(window, traffic)) undecided('token-shared', tokenShared);
      each([next.exchange], (exchange) =>
        expect(exchange, 'A request was refused although Reset had come.').to.have.status(200),
      );
    }),
});

/** The response is a refusal that was given when Reset had come. */
function requireReset({ exchange, dateS, status }: RateLimitResponse, resetS: number): void {
  if (!isEpochS(resetS)) undecided('unreadable', 'the 429 has no Reset that can be waited for');
  if (dateS !== undefined && dateS < resetS)
    undecided('timing-unsure', 'the `Date` of the response is before Reset');
  if (status !== 429) undecided('inconclusive-response', `the request after Reset got ${exchange.summary}`);
}

/** Refusals of one token in a row report one and the same Reset, until it is reached. */
claim('rate-limit/429-does-not-extend', {
  cases: ({ rateLimit }) =>
    rateLimit.tokens
      .map(({ name, responses }) => ({ name, refusals: neighboursIn(responses).filter(isRefusedAgain) }))
      .filter(({ refusals }) => refusals.length > 0),
  otherwise: { untested: 'no two requests in a row were refused with 429' },
  assert: ({ refusals }) => {
    each(refusals, ({ before, after }) =>
      expect(after.rateLimit.resetEpochS, 'Reset moved away after a refusal.').to.be.at.most(
        before.rateLimit.resetEpochS ?? 0,
      ),
    );
    if (!refusals.some(({ before, after }) => (after.dateS ?? 0) > (before.dateS ?? 0)))
      undecided('not-exercised', 'no time passed between refusals');
  },
});

/** Both were refused and report a Reset, and the later one came before the Reset of the earlier. */
function isRefusedAgain({ before, after }: Neighbours): boolean {
  const resetS = before.rateLimit.resetEpochS;
  if (!isRefused(before) || !isRefused(after)) return false;
  if (resetS === undefined || after.rateLimit.resetEpochS === undefined) return false;
  return isEpochS(resetS) && after.dateS !== undefined && after.dateS < resetS;
}

/** Cases with the windows that are material; a case without any is left out. */
function having(
  isMaterial: (window: QuotaWindow) => boolean,
  ...cases: readonly (readonly QuotaCase[])[]
): readonly QuotaCase[] {
  return cases
    .flat()
    .map(({ name, windows }) => ({ name, windows: windows.filter(isMaterial) }))
    .filter(({ windows }) => windows.length > 0);
}

function isBegun({ admitted }: QuotaWindow): boolean {
  return admitted > 0;
}

function isExceeded({ beyond }: QuotaWindow): boolean {
  return beyond.length > 0;
}

function isRefused({ status }: RateLimitResponse): boolean {
  return status === 429;
}

/** Another client may use the token, or took part of this quota. */
function quotaMayBeShared(
  { token, limit, left, admitted }: QuotaWindow,
  { rateLimit, certainty }: Traffic,
): boolean {
  return rateLimit.mayBeShared(token) || (!certainty.soleClient && limit - (left ?? 0) > admitted);
}
