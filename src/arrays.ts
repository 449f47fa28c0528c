const empty: readonly never[] = [];

/**
 * A copy without the room for sixteen more that an array gets when it grows, or one empty array for all: for short arrays of which a
 * capture makes tens of thousands.
 */
export function trimmed<T>(grown: readonly T[]): readonly T[] {
  return grown.length === 0 ? empty : grown.slice();
}
