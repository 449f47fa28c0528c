import { isPathId, type Journal, ownTitle } from '../evidence/journal.ts';
import { type Exchange, jsonOf } from '../exchange.ts';

/** Records what a run creates at a target before it is created, so that all of it can be removed. */
export interface WriteGuard {
  /** Call before a request goes out; pass the response to `after`. */
  before(method: string, path: string, body?: unknown): Promise<{ after(exchange: Exchange): Promise<void> }>;
  /** Paths of assignments that the run created and has not removed. */
  leftovers(): readonly string[];
}

/** `POST` here creates an assignment (LMS Connect, createAssignmentForSection). */
const collection = /^\/v[^/]+\/sections\/[^/?]+\/assignments$/;

export function createWriteGuard(journal?: Journal): WriteGuard {
  const created = new Set<string>();
  const nothing = { after: async () => {} };
  return {
    before: async (method, path, body) => {
      if (method === 'POST' && collection.test(path)) {
        const entry = await journal?.intend(path, titleIn(body));
        return {
          after: async (exchange) => {
            const id = createdId(exchange);
            const status = exchange.response?.status ?? 0;
            if (id !== undefined) {
              created.add(`${path}/${id}`);
              await entry?.created(id);
            } else if (status >= 400 && status < 500) await entry?.refused();
            // Otherwise the intent stays open: the response was lost, or does not contain the id.
          },
        };
      }
      if (method === 'DELETE' && created.has(path))
        return {
          after: async (exchange) => {
            const status = exchange.response?.status;
            if (status !== 200 && status !== 204 && status !== 404) return;
            created.delete(path);
            await journal?.removed(path);
          },
        };
      return nothing;
    },
    leftovers: () => [...created],
  };
}

/** The suite's title in a body, which a probe gives as a value or, if it is malformed on purpose, as text. */
function titleIn(body: unknown): string | undefined {
  const title =
    typeof body === 'string'
      ? /"title":"([^"\\]+)"/.exec(body)?.[1]
      : (body as { title?: unknown } | undefined)?.title;
  return typeof title === 'string' && title.startsWith(ownTitle) ? title : undefined;
}

function createdId(exchange: Exchange): string | undefined {
  const status = exchange.response?.status ?? 0;
  const id = (jsonOf(exchange) as { data?: { id?: unknown } } | null | undefined)?.data?.id;
  return status >= 200 && status < 300 && isPathId(id) ? id : undefined;
}
