import fc, { type Arbitrary } from 'fast-check';

/** Rare while generating, and the first thing that is tried while shrinking. */
const seldom = 1000;

/** All items, in this order; shrinking leaves out one after the other. */
export function all<T>(items: readonly T[]): Arbitrary<T[]> {
  return fc
    .tuple(...items.map((item) => fc.option(fc.constant({ item }), { freq: seldom, nil: undefined })))
    .map((some) => some.flatMap((one) => (one ? [one.item] : [])));
}

/** The same for items that are arbitrary themselves. */
export function each<T>(items: readonly Arbitrary<T>[]): Arbitrary<T[]> {
  return fc
    .tuple(
      ...items.map((item) =>
        fc.option(
          item.map((value) => ({ value })),
          { freq: seldom, nil: undefined },
        ),
      ),
    )
    .map((some) => some.flatMap((one) => (one ? [one.value] : [])));
}

/** True; shrinking tries false. */
export const yes: Arbitrary<boolean> = fc.option(fc.constant(true), { freq: seldom, nil: false });

/** From 0 to 1. */
export const share: Arbitrary<number> = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
