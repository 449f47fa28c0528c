import type { ClientFault, Send } from './fault.ts';
import { atEvery, nextOf, onRequest, pageAt, statusAt } from './places.ts';

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

/** Whether a page has records that no other page of the walk has. */
function isOnlyThere(walk: Parameters<typeof pageAt>[0], nth: number): boolean {
  const ids = pageAt(walk, nth)?.data.map((entry) => entry.data.id) ?? [];
  const others = new Set(
    walk.requests.flatMap((_, at) =>
      at + 1 === nth ? [] : (pageAt(walk, at + 1)?.data.map((entry) => entry.data.id) ?? []),
    ),
  );
  const [first, last] = [ids[0], ids.at(-1)];
  return first !== undefined && last !== undefined && !others.has(first) && !others.has(last);
}

/** An end seen where there is none, and the reverse. */
const endFaults = atEvery('page', [
  {
    operator: 'stop-at-page',
    fits: (walk, nth) => {
      const page = pageAt(walk, nth);
      return page !== undefined && nextOf(page) !== undefined && walk.report.complete;
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
      const response = walk.requests[nth - 1]?.response;
      const remaining = response?.headers['x-ratelimit-remaining'];
      const isWaited = walk.waits.some((wait) => wait.after === nth && wait.ms > 1000);
      return (
        isWaited &&
        (name === headers[0] ? response?.status === 200 && remaining === '0' : response?.status === 429)
      );
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
