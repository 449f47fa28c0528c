import type { Outgoing } from './wire.ts';

/** Keeps writes of one thing in the order in which they were asked for. */
export interface WriteOrder {
  /**
   * Runs `work` when all earlier writes of the same path are done. `isStale` tells whether a later write that waits makes
   * this one pointless, so that a retry can be dropped: an older grade must not overwrite a newer one.
   */
  run<T>(outgoing: Outgoing, work: (isStale: () => boolean) => Promise<T>): Promise<T>;
}

/** A fresh order; each client has its own. */
export function createWriteOrder(): WriteOrder {
  const lanes = new Map<string, { readonly write: Outgoing; readonly done: Promise<void> }[]>();
  return {
    run: async (write, work) => {
      const key = new URL(write.url).pathname;
      const lane = lanes.get(key) ?? [];
      lanes.set(key, lane);
      const before = lane.at(-1)?.done;
      const { promise: done, resolve: leave } = Promise.withResolvers<void>();
      const entry = { write, done };
      lane.push(entry);
      try {
        await before;
        return await work(() =>
          lane.slice(lane.indexOf(entry) + 1).some((later) => covers(later.write, write)),
        );
      } finally {
        lane.splice(lane.indexOf(entry), 1);
        if (lane.length === 0) lanes.delete(key);
        leave();
      }
    },
  };
}

/** A later write makes an earlier one pointless when it sets every field that the earlier one sets, or deletes it all. */
function covers(later: Outgoing, earlier: Outgoing): boolean {
  if (earlier.method === 'DELETE') return false;
  if (later.method === 'DELETE') return true;
  const laterFields = fieldsOf(later.body);
  return fieldsOf(earlier.body)?.every((field) => laterFields?.includes(field)) ?? false;
}

function fieldsOf(body: string | undefined): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
  } catch {
    return undefined;
  }
}
