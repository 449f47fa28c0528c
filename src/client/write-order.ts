import type { Outgoing } from './http/wire.ts';

/** Serializes writes to the same resource. */
export interface WriteOrder {
  /**
   * Runs `work` after all earlier writes to the same path. `isStale` returns whether a queued later write replaces this
   * one, so that retries can be dropped: an older grade must not overwrite a newer one.
   */
  run<T>(outgoing: Outgoing, work: (isStale: () => boolean) => Promise<T>): Promise<T>;
}

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

/** A later write replaces an earlier one if it sets all of its fields, or deletes the resource. */
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
