/**
 * How much of what a requirement applies to is exercised: in a `quick` run a few operations, lists and values of each kind, in a
 * `full` run all of them.
 */
export const depths = ['quick', 'full'] as const;
export type Depth = (typeof depths)[number];
