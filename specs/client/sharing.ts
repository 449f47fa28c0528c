import { AssertionError } from 'chai';
import { undecided } from '../../src/claims/check.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';

/**
 * Asserts what a client alone can violate. Where other clients may use its token, and `isShared` finds that they do, a failure
 * proves nothing.
 */
export function expectOfOneClient(
  { certainty }: ScenarioTraffic,
  isShared: () => boolean,
  assert: () => void,
): void {
  try {
    assert();
  } catch (error) {
    if (!(error instanceof AssertionError) || certainty.soleClient || !isShared()) throw error;
    undecided('token-shared', 'requests overlap, so another client may use the token');
  }
}
