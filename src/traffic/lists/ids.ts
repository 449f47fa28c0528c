/** Position of the first id above `id` in ascending ids: how many are not above it. */
export function placeAfter(ids: readonly string[], id: string): number {
  return firstPlace(ids, (one) => one > id);
}

/** Position of the first id that is not below `id` in ascending ids: how many are below it. */
export function placeOf(ids: readonly string[], id: string): number {
  return firstPlace(ids, (one) => one >= id);
}

/** Position of the first id that `isBeyond` holds for; it holds for all that follow. */
function firstPlace(ids: readonly string[], isBeyond: (id: string) => boolean): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(ids[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The ids of pages, in their order. Those of a single page are not copied: most lists of a capture have one. */
export function joined(pages: readonly { readonly ids: readonly string[] }[]): readonly string[] {
  const [only, another] = pages;
  return another ? pages.flatMap((page) => page.ids) : (only?.ids ?? []);
}

/** Every id once, ascending: the same array if it is so already. */
export function ascendingOnce(ids: readonly string[]): readonly string[] {
  const isAscending = ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? ''));
  return isAscending ? ids : [...new Set(ids)].sort();
}

export function greatest(ids: Iterable<string>): string | undefined {
  let best: string | undefined;
  for (const id of ids) if (best === undefined || id > best) best = id;
  return best;
}

export function least(ids: Iterable<string>): string | undefined {
  let best: string | undefined;
  for (const id of ids) if (best === undefined || id < best) best = id;
  return best;
}
