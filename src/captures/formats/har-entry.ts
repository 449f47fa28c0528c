import type { Exchange, HeaderMap, RecordedResponse, TransportFailure } from '../../exchange.ts';
import { isObject, type Members, textOf } from '../../text/json.ts';
import { isTooMuch, storedText } from './body-text.ts';
import { joinHeaders } from './header-map.ts';

/** A HAR entry as an exchange without a number. */
export interface ReadEntry {
  readonly exchange: Omit<Exchange, 'seq'>;
  /** The start is in whole seconds. */
  readonly isCoarse: boolean;
  readonly kind: 'answered' | 'lost' | 'cached' | 'bodiless' | 'preflight';
}

/** What is wrong with an entry, as a predicate such as `has no request`. */
export interface EntryFault {
  readonly fault: string;
}

/** The URL of an entry, or `undefined` if it is not HTTP. Checked first, since most entries are irrelevant. */
export function urlOf(entry: unknown): URL | undefined {
  const text = isObject(entry) && isObject(entry.request) ? entry.request.url : undefined;
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/**
 * Reads an entry as written by Chrome, Firefox, Charles, mitmproxy, Postman or Insomnia. A body that the tool did not keep
 * is a failure, never an empty body.
 */
export function readEntry(entry: unknown, url: URL): ReadEntry | EntryFault {
  if (!isObject(entry) || !isObject(entry.request)) return { fault: 'has no request' };
  const { request, response } = entry;
  const sentAtMs = typeof entry.startedDateTime === 'string' ? Date.parse(entry.startedDateTime) : Number.NaN;
  if (Number.isNaN(sentAtMs)) return { fault: 'has no valid startedDateTime' };
  const method = typeof request.method === 'string' ? request.method.toUpperCase() : '';
  if (!/^[A-Z]{3,20}$/.test(method)) return { fault: 'has no method' };
  const headers = headersOf(request.headers);
  const body = sentBody(request, headers, method);
  const recorded: Exchange['request'] = {
    method,
    origin: url.origin,
    path: pathOf(url, request.queryString),
    headers,
    ...body,
    sentAtMs,
  };
  const isCoarse = sentAtMs % 1000 === 0;
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined)
    return {
      exchange: { request: recorded, failure: failure('refused', 'a preflight') },
      isCoarse,
      kind: 'preflight',
    };
  const result = responseOf(entry, response, method, sentAtMs + durationOf(entry));
  if ('status' in result)
    return {
      exchange: { request: recorded, response: result },
      isCoarse,
      kind: result.notKept === undefined ? 'answered' : 'bodiless',
    };
  return { exchange: { request: recorded, failure: result.failure }, isCoarse, kind: result.kind };
}

type ResponseOrLoss =
  | RecordedResponse
  | { readonly failure: TransportFailure; readonly kind: 'lost' | 'cached' };

function responseOf(entry: Members, response: unknown, method: string, receivedAtMs: number): ResponseOrLoss {
  const status = isObject(response) ? Number(response.status) : 0;
  if (!isObject(response) || !Number.isInteger(status) || status < 100 || status > 999)
    return { failure: lossOf(entry, response), kind: 'lost' };
  if (status === 304 || isCached(entry))
    return { failure: failure('refused', 'served from a cache'), kind: 'cached' };
  const headers = headersOf(response.headers);
  // Every response has headers; without them the tool did not keep them.
  if (Object.keys(headers).length === 0)
    return { status, headers, body: '', notKept: 'headers', receivedAtMs };
  const body = receivedBody(response, headers, method, status);
  if (body === undefined || isTooMuch(body))
    return { status, headers, body: '', notKept: 'body', receivedAtMs };
  return { status, headers, body, receivedAtMs };
}

/** Served from a cache, so it may be outdated. Chrome and Safari say so. */
function isCached({ _fromCache: chrome, _fetchType: safari }: Members): boolean {
  return (typeof chrome === 'string' && chrome !== '') || /cache/i.test(textOf(safari ?? ''));
}

/** Names in lower case, without the pseudo headers of HTTP/2. */
function headersOf(list: unknown): HeaderMap {
  const pairs = (Array.isArray(list) ? list : []).flatMap((one): [string, string][] =>
    isObject(one) && typeof one.name === 'string' && typeof one.value === 'string'
      ? [[one.name, one.value]]
      : [],
  );
  return joinHeaders(pairs);
}

/** Path and query of the URL; some tools store the query only in `queryString`. */
function pathOf(url: URL, queryString: unknown): string {
  if (url.search !== '' || !Array.isArray(queryString) || queryString.length === 0)
    return url.pathname + url.search;
  const query = new URLSearchParams();
  for (const one of queryString)
    if (isObject(one) && typeof one.name === 'string') query.append(one.name, textOf(one.value ?? ''));
  return `${url.pathname}${query.size === 0 ? '' : `?${query}`}`;
}

/** The body of a request, or that it had or may have had one that the tool did not keep. */
function sentBody(
  request: Members,
  headers: HeaderMap,
  method: string,
): Pick<Exchange['request'], 'body' | 'notKept'> {
  const { text, encoding } = isObject(request.postData) ? request.postData : {};
  const { 'content-length': length, 'content-type': type } = headers;
  const size = Number(length ?? request.bodySize ?? 0);
  const body = storedText({ text, encoding, size, headers });
  if (body === undefined) return { notKept: 'body' };
  if (body !== '') return { body };
  const isUnknown = length === undefined && request.bodySize !== 0;
  const mayHaveOne = isUnknown && type !== undefined && /^(?:POST|PUT|PATCH)$/.test(method);
  if (size > 0 || mayHaveOne) return { notKept: 'body' };
  return typeof text === 'string' ? { body } : {};
}

/** `undefined` if there was, or may have been, a body that the tool did not keep. */
function receivedBody(
  response: Members,
  headers: HeaderMap,
  method: string,
  status: number,
): string | undefined {
  const { text, encoding, size } = isObject(response.content) ? response.content : {};
  const body = storedText({ text, encoding, size, headers });
  if (body !== '') return body;
  if (method === 'HEAD' || status === 204) return '';
  const sizes = [
    size,
    response.bodySize,
    headers['content-length'] === undefined ? undefined : Number(headers['content-length']),
  ];
  if (sizes.some((one) => typeof one === 'number' && one > 0)) return undefined;
  return typeof text === 'string' || sizes.some((one) => one === 0) ? '' : undefined;
}

/** Milliseconds until the response was complete; 0 if unknown, which never shortens a client's wait. */
function durationOf(entry: Members): number {
  const time = Number(entry.time ?? Number.NaN);
  if (time > 0 && time < 86_400_000) return time;
  const timings = isObject(entry.timings) ? Object.entries(entry.timings) : [];
  // `connect` includes TLS.
  return timings
    .filter(
      ([name, value]) => name !== 'ssl' && !name.startsWith('_') && typeof value === 'number' && value > 0,
    )
    .reduce((sum, [, value]) => sum + Number(value), 0);
}

const losses: readonly (readonly [RegExp, TransportFailure['kind'], string])[] = [
  [/timed?.?out/i, 'timeout', 'the request timed out'],
  [/refused|unreachable|not_resolved|notfound|internet_disconnected/i, 'connect', 'no connection'],
  [/abort|cancel|blocked/i, 'closed', 'the client aborted the request'],
];

/** Why there is no response; browsers have their own members for it. */
function lossOf(entry: Members, response: unknown): TransportFailure {
  const said = [
    isObject(response) ? response._error : '',
    entry._error,
    isObject(response) ? response.statusText : '',
  ];
  const text = said.find((one) => typeof one === 'string' && one !== '');
  const [, kind = 'closed', message = 'no response was captured'] =
    losses.find(([pattern]) => pattern.test(textOf(text ?? ''))) ?? [];
  return failure(kind, message);
}

function failure(kind: TransportFailure['kind'], message: string): TransportFailure {
  return { kind, message };
}
