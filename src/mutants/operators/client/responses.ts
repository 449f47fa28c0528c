import type { ClientFault, Send, Walk } from './fault.ts';
import { atEvery, nextOf, onRequest, pageAt, resetIn, statusAt } from './places.ts';

/** What the client makes of a response, as if the server had sent it. */
async function reading(
  request: Request,
  send: Send,
  // biome-ignore lint/suspicious/noExplicitAny: a page as parsed
  change: (page: any) => void,
): Promise<Response> {
  const response = await send(request);
  const text = await response.text();
  try {
    const page: unknown = JSON.parse(text);
    change(page);
    return Response.json(page, {
      status: response.status,
      headers: without(response.headers, 'content-length'),
    });
  } catch {
    return new Response(text, { status: response.status, headers: response.headers });
  }
}

function without(all: Headers, name: string): Headers {
  const headers = new Headers(all);
  headers.delete(name);
  return headers;
}

const records: readonly (readonly [operator: string, change: (data: unknown[]) => void])[] = [
  ['lose-first-record', (data) => data.shift()],
  ['lose-last-record', (data) => data.pop()],
  ['lose-page', (data) => data.splice(0)],
];

/** Records of one page lost by a client that reports the whole list. */
const recordFaults = atEvery(
  'page',
  records.map(([operator, change]) => ({
    operator,
    fits: (walk, nth) => walk.report.complete && isOnlyThere(walk, nth),
    open: (_, nth) =>
      onRequest(nth, (request, _at, send) => reading(request, send, ({ data }) => change(data))),
  })),
);

/** Whether the first and the last record of a page stand nowhere else. */
function isOnlyThere(walk: Walk, nth: number): boolean {
  const all = walk.requests.flatMap((_, at) => idsAt(walk, at + 1));
  const isUnique = (id: string | undefined) => all.filter((one) => one === id).length === 1;
  const ids = idsAt(walk, nth);
  return isUnique(ids[0]) && isUnique(ids.at(-1));
}

function idsAt(walk: Walk, nth: number): readonly string[] {
  return pageAt(walk, nth)?.data.map((entry) => entry.data.id) ?? [];
}

/** Whether a later page has records. */
function hasMore(walk: Walk, nth: number): boolean {
  return walk.requests.some((_, at) => at >= nth && idsAt(walk, at + 1).length > 0);
}

/** An end seen where there is none, and the reverse. */
const endFaults = atEvery('page', [
  {
    operator: 'stop-at-page',
    fits: (walk, nth) => {
      const page = pageAt(walk, nth);
      return page !== undefined && nextOf(page) !== undefined && hasMore(walk, nth) && walk.report.complete;
    },
    open: (_, nth) =>
      onRequest(nth, (request, _at, send) =>
        reading(request, send, (page) => {
          page.links = [];
        }),
      ),
  },
  {
    operator: 'take-error-for-the-end',
    fits: (walk, nth) => walk.requests[nth - 1]?.request.method === 'GET' && statusAt(walk, nth) >= 400,
    open: (_, nth) =>
      onRequest(nth, async (request, _at, send) => {
        const { headers } = await send(request);
        return Response.json({ data: [], links: [] }, { headers: without(headers, 'content-length') });
      }),
  },
  {
    operator: 'take-unreadable-for-the-end',
    fits: (walk, nth) =>
      statusAt(walk, nth) === 200 &&
      walk.requests[nth - 1]?.request.method === 'GET' &&
      pageAt(walk, nth) === undefined,
    open: (_, nth) =>
      onRequest(nth, async (request, _at, send) => {
        await send(request).catch(() => {});
        return Response.json({ data: [], links: [] });
      }),
  },
]);

const headers = ['x-ratelimit-remaining', 'x-ratelimit-reset'] as const;

/** Headers that the client overlooks where they matter. */
const headerFaults = atEvery(
  'response',
  headers.map((name) => ({
    operator: `overlook-${name}`,
    fits: (walk, nth) => {
      const wait = walk.waits.find((one) => one.after === nth);
      const dueMs = resetIn(walk, nth);
      // Where the client's own backoff is longer, it does not matter what the header says.
      if (!wait || dueMs === undefined || dueMs <= 1000 || wait.ms > dueMs + 1000) return false;
      if (name === headers[1]) return statusAt(walk, nth) === 429;
      return statusAt(walk, nth) === 200 && walk.requests[nth - 1]?.response?.headers[name] === '0';
    },
    open: (_, nth) =>
      onRequest(nth, async (request, _at, send) => {
        const response = await send(request);
        return new Response(response.body, {
          status: response.status,
          headers: without(response.headers, name),
        });
      }),
  })),
);

/** Responses misread, at every response of every scenario. */
export const responseFaults: readonly ClientFault[] = [...recordFaults, ...endFaults, ...headerFaults];
