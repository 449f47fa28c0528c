import type { DoubtId } from '../doubts.ts';
import type { Requirement, Theme } from '../requirement.ts';

/** A requirement of one theme's file: its id starts with that theme, and its doubts exist, or it does not compile. */
export interface Row<T extends Theme> extends Requirement {
  readonly id: `${T}/${string}`;
  readonly doubts: readonly DoubtId[];
}
