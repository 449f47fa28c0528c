import type { Side } from '../../contracts/requirement.ts';
import { type Claim, hostRegistration } from './claim.ts';

/** A test runner that turns claims into tests as the spec files are loaded. The engine needs none. */
export interface ClaimHost {
  /** Called before the first claim of a spec file: the host observes its target here, once. */
  prepare(side: Side): void;
  /** Called for each claim. */
  define(claim: Claim): void;
}

let host: ClaimHost | undefined;

/** From now on, spec files that are loaded define tests. */
export function hostClaims(one: ClaimHost): void {
  host = one;
  hostRegistration((claim) => one.define(claim));
}

/** Called by spec files before they make claims. */
export function prepareSide(side: Side): void {
  host?.prepare(side);
}
