import type { RateLimitResponse, Turn } from '../../../src/traffic/rate-limit/rate-limit.ts';
import { bucketNames } from '../../../src/traffic/rate-limit/responses.ts';
import { claim, each, expect, undecided } from '../../support/server.ts';

/** Every response to a token names the same bucket, or the same list of buckets. */
claim('rate-limit/bucket-stable', {
  cases: ({ rateLimit }) =>
    rateLimit.tokens
      .map(({ responses }) => responses.filter(namesBuckets))
      .filter(({ length }) => length > 0)
      .map((responses, at) => ({ name: `token ${at + 1}`, responses })),
  otherwise: { untested: 'no token got the name of its bucket twice' },
  assert: ({ responses: [first, ...others] }) => {
    const name = first && bucketNames(first);
    each(others, (response) =>
      expect(bucketNames(response), 'The bucket of a token changed its name.').to.equal(name),
    );
  },
});

/** Of a server error, a gateway in front of the server may be the author, and a 401 says that there is no such token. */
function namesBuckets({ status, rateLimit: { buckets } }: RateLimitResponse): boolean {
  const isOfToken = status >= 200 && status < 500 && status !== 401;
  return isOfToken && buckets.length > 0 && buckets.every(({ bucket }) => bucket);
}

/** What one token sends between two requests of another is not taken from the counter of the other. */
claim('rate-limit/bucket-per-token', {
  cases: ({ rateLimit }) => rateLimit.turns,
  otherwise: { untested: 'no requests were sent with two tokens in turn' },
  assert: ({ turns, tokens }, { certainty, rateLimit }) => {
    if (tokens.length < 2) undecided('no-control', 'both tokens are the same token');
    const across = turns.filter(({ others }) => others > 0);
    // Anything may lie between two captured requests: there only a drop of exactly one shows that nothing else was counted.
    const costs = certainty.ownSteps ? costsIn(turns) : across[0]?.drops.map(() => 1);
    if (!costs || across.length === 0)
      undecided('ambiguous', 'too few requests were served and counted within one window');
    const compared = across.map((turn) => ({ ...turn, counters: countersOf(turn, costs) }));
    if (compared.every(({ counters }) => counters.length === 0))
      undecided('ambiguous', 'the counter does not move');
    const least = certainty.ownSteps ? 0 : 1;
    if (compared.some(({ counters }) => counters.some(({ drop, cost }) => drop >= least && drop <= cost)))
      return;
    each(compared, ({ counters, others }) => {
      // Where other clients may use the token, only what the other token's requests explain exactly is a violation.
      const isExplained = counters.every(({ drop, cost }) => cost === 1 && drop === 1 + others);
      if (!certainty.soleClient && (!isExplained || tokens.some((one) => rateLimit.mayBeShared(one))))
        undecided('token-shared', 'another client may use the token');
      const message = `Requests without this token (${others}) lowered its Remaining, too.`;
      for (const { drop, cost } of counters) expect(drop, message).to.be.within(0, cost);
    });
  },
});

/** By how much one request alone lowers each counter. */
function costsIn(turns: readonly Turn[]): readonly number[] | undefined {
  return turns.find(({ others }) => others === 0)?.drops;
}

/** The counters that move with the token's own requests. */
function countersOf({ drops }: Turn, costs: readonly number[]) {
  return drops.map((drop, at) => ({ drop, cost: costs[at] ?? 0 })).filter(({ cost }) => cost > 0);
}
