import type { Pact } from './pact.ts';

/** How the Authorization of a pact's examples becomes one that the target takes. */
export interface TokenRule {
  /**
   * What to send instead of `given`, the header of the verifier's request; `undefined` leaves it out. `stateToken` is
   * the token that a state of the interaction gave, if any.
   */
  authorizationFor(given: string | undefined, stateToken: unknown): string | undefined;
}

/** States that hand out a token of their own: an interaction with one means that token, whatever it expects. */
const handsOut = /^a token (?:with|of another district)/;

/**
 * Pacts hold placeholders, never tokens. The rule, and there is no more to it:
 * - no Authorization stays none, so that 401 can be expected; but a pact in which no interaction has any left it to us;
 * - a value that stands only where 401 or 403 is expected is meant to be refused, and stays;
 * - every other value is replaced by the token of the interaction's state, else by the target's.
 */
export function tokenRule(pacts: readonly Pact[], token: string): TokenRule {
  const all = pacts.flatMap((one) => one.interactions);
  const refused = new Set<string>();
  const meant = new Set<string>();
  for (const { authorization, status, states } of all) {
    if (authorization === undefined) continue;
    const isRefused = (status === 401 || status === 403) && !states.some((one) => handsOut.test(one.name));
    (isRefused ? refused : meant).add(authorization);
  }
  const isLeftToUs = all.every((one) => one.authorization === undefined);
  return {
    authorizationFor: (given, stateToken) => {
      if (given === undefined && !isLeftToUs) return undefined;
      if (given !== undefined && refused.has(given) && !meant.has(given)) return given;
      return `Bearer ${typeof stateToken === 'string' ? stateToken : token}`;
    },
  };
}
