import type { Keyed } from '../keyed.ts';
import type { Place } from '../scope.ts';

/**
 * Another value of a closed list, or by chance the same one: each record has an order of its own in which the values stand
 * for each other, so a value says nothing of the original, and different ones stay different. The list may contain `''`,
 * which no value stands for.
 */
export function choose(value: string, listed: readonly string[], place: Place, keyed: Keyed): string {
  const values = listed.filter((one) => one !== '');
  const digest = keyed.digest('category', `${place.owner}\0${place.name}`);
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = digitsAt(digest, at) % (at + 1);
    [order[at], order[other]] = [order[other] as string, order[at] as string];
  }
  return order[values.indexOf(value)] ?? value;
}

/** 16 bits of a digest; a list of more than 16 values uses some of them again. */
function digitsAt(digest: string, at: number): number {
  return Number.parseInt(digest.slice((at % 16) * 4, (at % 16) * 4 + 4), 16);
}
