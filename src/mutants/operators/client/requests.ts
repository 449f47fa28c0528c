import type { ClientFault, Walk } from './fault.ts';
import { atEvery, hasUsualPages, nextOf, onRequest, pageAt, requestAt, resetIn, statusAt } from './places.ts';

/** The same request with other headers. */
function withHeader(request: Request, name: string, change: (value: string) => string | undefined): Request {
  const headers = new Headers(request.headers);
  const value = change(headers.get(name) ?? '');
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return new Request(request, { headers });
}

const tokens: readonly (readonly [operator: string, change: (value: string) => string | undefined])[] = [
  ['drop-token', () => undefined],
  ['token-as-basic', (value) => value.replace('Bearer', 'Basic')],
  ['token-without-scheme', (value) => value.replace('Bearer ', '')],
];

/** On the origin that the client was given, and under a version. */
function isOfTheApi(walk: Walk, nth: number): boolean {
  const request = requestAt(walk, nth)?.request;
  return request?.origin === walk.origin && /^\/v\d/.test(request.path);
}

/** The token left out or sent in another way, at every request. */
const tokenFaults = atEvery(
  'request',
  tokens.map(([operator, change]) => ({
    operator,
    fits: isOfTheApi,
    open: (_, nth) =>
      onRequest(nth, (request, _at, send) => send(withHeader(request, 'authorization', change))),
  })),
);

/** What becomes of the URL of a followed link. */
const urls: readonly (readonly [operator: string, change: (url: URL) => string])[] = [
  [
    'double-version',
    ({ origin, pathname, search }) => `${origin}${pathname.split('/', 2).join('/')}${pathname}${search}`,
  ],
  ['lose-version', ({ href }) => href.replace(/\/v[\d.]+\//, '/')],
  ['add-limit', ({ href, search }) => `${href}${search === '' ? '?' : '&'}limit=9`],
  ['limit-above-10000', ({ href, search }) => `${href}${search === '' ? '?' : '&'}limit=10001`],
];

/** Links followed to another URL, at every request for a page after the first. */
const urlFaults = atEvery(
  'request',
  urls.map(([operator, change]) => ({
    operator,
    // A request that is refused is sent again, as it should be.
    fits: (walk, nth) => isAfterPage(walk, nth) && statusAt(walk, nth) === 200,
    open: (_, nth) =>
      onRequest(nth, (request, _at, send) =>
        send(new Request(change(new URL(request.url)), { headers: request.headers })),
      ),
  })),
);

type Fits = Parameters<typeof atEvery>[1][number]['fits'];

/** A request for the page that the response before links to. */
const isAfterPage: Fits = (walk, nth) => {
  const before = pageAt(walk, nth - 1);
  return before !== undefined && nextOf(before) !== undefined && requestAt(walk, nth) !== undefined;
};

/** A response after which the documents forbid the same request: a refusal, or what may have created something. */
const mustNotRepeat: Fits = (walk, nth) => {
  const status = statusAt(walk, nth);
  const isCreate = requestAt(walk, nth)?.request.method === 'POST';
  return (isCreate && status !== 429) || [400, 401, 403, 404, 405, 413, 429, 501].includes(status);
};

/** The last request of a list that was read to its end. */
const isEnd: Fits = (walk, nth) => {
  const page = pageAt(walk, nth);
  return page !== undefined && nextOf(page) === undefined;
};

/** The last request of a client that gave up after five retries. */
const isGivenUp: Fits = (walk, nth) =>
  nth === walk.requests.length && nth >= 6 && [500, 502, 503].includes(statusAt(walk, nth));

const isOutage: Fits = (walk, nth) =>
  [500, 502, 503].includes(statusAt(walk, nth)) || statusAt(walk, nth) === 429;

/** The first of several attempts at a read. After an odd Reset, and with a write, a client may rather give up. */
const isRetried: Fits = (walk, nth) =>
  isOutage(walk, nth) &&
  requestAt(walk, nth)?.request.method === 'GET' &&
  (statusAt(walk, nth) !== 429 || resetIn(walk, nth) !== undefined) &&
  requestAt(walk, nth)?.request.path === requestAt(walk, nth + 1)?.request.path &&
  requestAt(walk, nth)?.request.path !== requestAt(walk, nth - 1)?.request.path;

/** A response that no server sent, after which a client gives up. */
function madeUp(): Response {
  return Response.json({ message: 'gave up' }, { status: 400 });
}

/** Attempts that are missing, or one too many. */
const attemptFaults = atEvery('request', [
  {
    operator: 'extra-attempt',
    fits: (walk, nth) => mustNotRepeat(walk, nth) || isEnd(walk, nth) || isGivenUp(walk, nth),
    open: (_, nth) =>
      onRequest(nth, async (request, _at, send) => {
        const again = request.clone();
        const response = await send(request);
        await drain(await send(again));
        return response;
      }),
  },
  {
    operator: 'missing-attempt',
    fits: (walk, nth) =>
      isRetried(walk, nth - 1) ||
      // A client that is started again makes up for it.
      (isAfterPage(walk, nth) && walk.starts === 1 && walk.report.complete && hasUsualPages(walk)),
    open: (_, nth) => onRequest(nth, async () => madeUp()),
  },
  {
    operator: 'start-over',
    fits: (walk, nth) => statusAt(walk, nth) === 429 && nth > 1 && pageAt(walk, 1) !== undefined,
    open: ({ requests }, nth) =>
      onRequest(nth, async (request, _at, send) => {
        const response = await send(request);
        const first = new Request(new URL(requests[0]?.request.path ?? '', request.url), request);
        await drain(await send(first));
        return response;
      }),
  },
  {
    operator: 'follow-elsewhere',
    fits: (walk, nth) => elsewhereAt(walk, nth) !== undefined,
    open: (walk, nth) =>
      onRequest(nth, async (request, _at, send) => {
        const response = await send(request.clone());
        await drain(await send(new Request(elsewhereAt(walk, nth) ?? '', { headers: request.headers })));
        return response;
      }),
  },
]);

async function drain(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => {});
}

/** The URL of another origin that a response leads to, by link or redirect. */
function elsewhereAt(walk: Parameters<Fits>[0], nth: number): string | undefined {
  const exchange = requestAt(walk, nth);
  if (!exchange) return undefined;
  const page = pageAt(walk, nth);
  const to = (page && nextOf(page)) ?? exchange.response?.headers.location;
  if (to === undefined || !URL.canParse(to, walk.origin)) return undefined;
  const url = new URL(to, walk.origin);
  return url.origin === walk.origin ? undefined : url.href;
}

/** Requests altered, missing or repeated, at every request of every scenario. */
export const requestFaults: readonly ClientFault[] = [...tokenFaults, ...urlFaults, ...attemptFaults];
