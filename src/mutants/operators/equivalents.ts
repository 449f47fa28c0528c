import type { Side } from '../../../contracts/requirement.ts';

/** Generated mutants that no claim has to notice, because the documents leave room for what they do. */
export interface Equivalent {
  readonly side: Side;
  /** See `matchesPattern`: a whole name, or with `*` for any text. */
  readonly names: string;
  readonly reason: string;
}

/** Kept short: what follows from the documents for a whole operator is decided where its mutants are generated. */
export const equivalents: readonly Equivalent[] = [
  ...['lose-*-record', 'lose-page', 'stop-at-page', 'report-*'].map((operator) => ({
    side: 'client' as const,
    names: `${operator}@data/null-for-optional-fields*`,
    reason: 'Only the description says that a field may be null, so what a client makes of it is a note.',
  })),
  {
    side: 'server',
    names: 'lose-written-field@PATCH *_attempts',
    reason:
      'Not every learning management system counts attempts, so a change of them is sent and never compared.',
  },
];
