import type { Certainty } from '../../../src/traffic/certainty.ts';
import type { CounterChange, Gap, RateLimit } from '../../../src/traffic/rate-limit/rate-limit.ts';
import { isWithinOneWindow, type Neighbours } from '../../../src/traffic/rate-limit/responses.ts';
import { alsoEach, claim, each, expect, undecided } from '../../support/server.ts';

/** Of several buckets one has to fall, and none may grow. Where other clients may use the token, it falls by one at least. */
claim('rate-limit/remaining-counts-down', {
  cases: ({ rateLimit }) => [...rateLimit.runs, ...rateLimit.rows],
  otherwise: { untested: 'no two neighbouring requests of one token fell into one window' },
  assert: ({ neighbours, gaps }, { certainty, rateLimit }) => {
    expectErrorsCostOne(gaps.filter(isWithinOneWindow), certainty, rateLimit);
    each(
      neighbours.filter((pair) => isWithinOneWindow(pair) && continues(pair.changes, certainty)),
      ({ changes }) => {
        for (const { remainingBefore, remainingAfter } of changes)
          expect(remainingAfter, 'Remaining grew within a window.').to.be.at.most(remainingBefore);
        const drops = changes.map(({ drop }) => drop);
        expect(Math.max(...drops), 'Remaining did not fall although a request was served.').to.be.at.least(1);
        if (certainty.soleClient) expect(drops, 'Remaining fell by more than one.').to.hold(1);
      },
    );
  },
});

/**
 * Whether errors count is open (rate-limited-wording), but none counts more than once. Another client explains a larger drop, unless
 * each gap shows one and nothing else shows that client.
 */
function expectErrorsCostOne(gaps: readonly Gap[], { soleClient }: Certainty, rateLimit: RateLimit): void {
  const token = gaps[0]?.exchange.token ?? '';
  const tooMuch = gaps.filter(({ changes, requests }) => changes.every(({ drop }) => drop > requests));
  if (!soleClient && (tooMuch.length < gaps.length || gaps.length < 3 || rateLimit.mayBeShared(token)))
    return;
  alsoEach(tooMuch, ({ changes, requests }) =>
    expect(
      Math.min(...changes.map(({ drop }) => drop)),
      `${requests} requests, of which ${requests - 1} were refused, lowered Remaining by more than ${requests}.`,
    ).to.be.at.most(requests),
  );
}

function continues(changes: readonly CounterChange[], { ownSteps }: Certainty): boolean {
  return ownSteps || !changes.some(startsAnew);
}

/** A state or a restart between two captured requests set the counter: it is full, or it grew and has another Reset. */
function startsAnew(change: CounterChange): boolean {
  return change.isFresh || (change.drop < 0 && hasMoved(change));
}

/** A Reset that slides looks fixed within one second, so only requests with time between them show that it stays. */
claim('rate-limit/window-is-fixed', {
  cases: ({ rateLimit }) => rateLimit.runs,
  otherwise: {
    untested: 'no two neighbouring requests of one token fell into one window with time between them',
  },
  assert: ({ neighbours }, { certainty }) =>
    each(
      neighbours.flatMap((pair) => resetsShown(pair, certainty)),
      ({ resetBeforeS, resetAfterS }) =>
        expect(resetAfterS, 'Reset moved before it was reached.').to.equal(resetBeforeS),
    ),
});

/** The counters of a pair that show whether Reset stayed. */
function resetsShown({ before, after, exchange, changes }: Neighbours, { ownSteps }: Certainty) {
  const passedS = (after.dateS ?? 0) - (before.dateS ?? Number.POSITIVE_INFINITY);
  return changes
    .filter((change) => change.window === 'same' && (hasMoved(change) || passedS > 0))
    .filter((change) => ownSteps || isSameCounter(change))
    .map((change) => ({ ...change, exchange }));
}

function hasMoved({ resetBeforeS, resetAfterS }: CounterChange): boolean {
  return resetAfterS !== resetBeforeS;
}

/** Between two captured requests another counter may have been set, unless it went on as within one window. */
function isSameCounter(change: CounterChange): boolean {
  return !change.isFresh && (hasMoved(change) ? change.drop === 1 : change.drop >= 0);
}

/** What is sent between two responses around a Reset, with what another client may send at the same time. */
const fewRequests = 20;

/** The first response after a Reset is the first one of a full window. */
claim('rate-limit/window-refills', {
  cases: ({ rateLimit }) => rateLimit.refills,
  otherwise: { untested: 'no requests were sent before and after a Reset' },
  assert: ({ isAdmitted, changes, standsStill }, { certainty }) => {
    if (!isAdmitted) undecided('inconclusive-response', 'the request after Reset was not served');
    if (changes.length === 0) undecided('unreadable', 'Remaining or Reset could not be read');
    const ended = changes.filter(({ window }) => window === 'next');
    if (ended.length === 0) undecided('timing-unsure', 'the window was not seen to end');
    const isFull = ended.every(({ isFresh }) => isFresh);
    if (!isFull && standsStill)
      undecided('ambiguous', 'the counter does not move, so it does not show where it starts');
    // Another client may have been first in the new window; a counter that goes on by a few requests has not started anew.
    const goesOn = certainty.ownSteps && ended.every(({ drop }) => drop >= 0 && drop <= fewRequests);
    if (!isFull && !goesOn && !certainty.soleClient)
      undecided(
        'token-shared',
        'another client may use the token, so its first request may not have been seen',
      );
    each(ended, ({ remainingAfter, limit }) =>
      expect(remainingAfter, 'After Reset the counter did not start from the full limit.').to.be.at.least(
        limit - 1,
      ),
    );
  },
});
