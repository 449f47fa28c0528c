import type { Side } from '../../../contracts/requirement.ts';

/** Generated mutants that no claim has to notice, because the documents leave room for what they do. */
export interface Equivalent {
  readonly side: Side;
  /** See `matchesPattern`: a whole name, or with `*` for any text. */
  readonly names: string;
  readonly reason: string;
}

/** Kept short: what can be told from the documents is told where the mutants are generated. */
export const equivalents: readonly Equivalent[] = [];
