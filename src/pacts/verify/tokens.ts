import type { Pact } from '../pact.ts';

/** Replaces the example Authorization of a pact with one for the target. */
export interface TokenRule {
  /**
   * What to send instead of `given`, the header of the verifier's request; `undefined` leaves it out. `stateToken` is
   * the token that a state of the interaction gave, if any.
   */
  authorizationFor(given: string | undefined, stateToken: unknown): string | undefined;
}

/** States that issue a token: their interactions use that token, whatever status they expect. */
const issuesToken = /^a token (?:with|of) /;

/**
 * Pacts contain placeholders, never tokens. The rules:
 * - a missing Authorization stays missing, so that 401 can be expected, unless no interaction of the pacts has one;
 * - a value that is used only where 401 or 403 is expected is sent unchanged;
 * - every other value is replaced by the token of the interaction's state, else by the target's.
 */
export function tokenRule(pacts: readonly Pact[], token: string): TokenRule {
  const all = pacts.flatMap((one) => one.interactions);
  const refused = new Set<string>();
  const meant = new Set<string>();
  for (const { authorization, status, states } of all) {
    if (authorization === undefined) continue;
    const isRefused = (status === 401 || status === 403) && !states.some((one) => issuesToken.test(one.name));
    (isRefused ? refused : meant).add(authorization);
  }
  const hasNoAuthorization = all.every((one) => one.authorization === undefined);
  return {
    authorizationFor: (given, stateToken) => {
      if (given === undefined && !hasNoAuthorization) return undefined;
      if (given !== undefined && refused.has(given) && !meant.has(given)) return given;
      return `Bearer ${typeof stateToken === 'string' ? stateToken : token}`;
    },
  };
}
