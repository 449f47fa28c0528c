import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, inflateRawSync, inflateSync, unzipSync } from 'node:zlib';
import type { Exchange, HeaderMap, RecordedResponse, TransportFailure } from '../../exchange.ts';
import { isObject, type Members, textOf } from '../../json.ts';

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

/** Bytes of one decoded body, as in the recorder of a live run. */
const maxBodyBytes = 32 * 1024 * 1024;
/** Approximate values of one body (commas and opening brackets), as in the recorder. */
const maxValues = 2_000_000;

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
  const body = sentBody(request, headers);
  const recorded = {
    method,
    origin: url.origin,
    path: pathOf(url, request.queryString),
    headers,
    ...(body === undefined ? {} : { body }),
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
    return { exchange: { request: recorded, response: result }, isCoarse, kind: 'answered' };
  return { exchange: { request: recorded, failure: result.failure }, isCoarse, kind: result.kind };
}

type ResponseOrLoss =
  | RecordedResponse
  | { readonly failure: TransportFailure; readonly kind: 'lost' | 'cached' | 'bodiless' };

function responseOf(entry: Members, response: unknown, method: string, receivedAtMs: number): ResponseOrLoss {
  const status = isObject(response) ? Number(response.status) : 0;
  if (!isObject(response) || !Number.isInteger(status) || status < 100 || status > 999)
    return { failure: lossOf(entry, response), kind: 'lost' };
  // Served from a cache, so it may be outdated.
  if (status === 304 || (typeof entry._fromCache === 'string' && entry._fromCache !== ''))
    return { failure: failure('refused', 'served from a cache'), kind: 'cached' };
  const headers = headersOf(response.headers);
  // Every response has headers; without them the tool did not keep them.
  if (Object.keys(headers).length === 0)
    return {
      failure: failure('malformed', `the capture does not contain the headers of this ${status}`),
      kind: 'bodiless',
    };
  const body = receivedBody(response, headers, method, status);
  if (body !== undefined && isTooMuch(body))
    return { failure: failure('too-large', 'the body exceeds the size limit'), kind: 'bodiless' };
  if (body === undefined)
    return {
      failure: failure('malformed', `the capture does not contain the body of this ${status}`),
      kind: 'bodiless',
    };
  return { status, headers, body, receivedAtMs };
}

/** Names in lower case, without the pseudo headers of HTTP/2; repeated headers are joined. */
function headersOf(list: unknown): HeaderMap {
  const map: Record<string, string> = {};
  for (const one of Array.isArray(list) ? list : []) {
    if (!isObject(one) || typeof one.name !== 'string' || typeof one.value !== 'string') continue;
    const name = one.name.trim().toLowerCase();
    if (name === '' || name.startsWith(':') || name === '__proto__') continue;
    // Some browsers join repeated headers with line breaks.
    const value = one.value.split(/\r?\n/).join(', ').trim();
    map[name] = Object.hasOwn(map, name) ? `${map[name]}, ${value}` : value;
  }
  return map;
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

/** In place of a body that the tool did not keep: neither JSON nor empty. */
export const notKept = '«the capture does not hold this body»';

function sentBody(request: Members, headers: HeaderMap): string | undefined {
  const { postData, bodySize } = request;
  const { text, encoding } = isObject(postData) ? postData : {};
  if (typeof text === 'string')
    return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
  const size = Number(headers['content-length'] ?? bodySize ?? 0);
  return size > 0 ? notKept : undefined;
}

/** `undefined` if there was, or may have been, a body that the tool did not keep. */
function receivedBody(
  response: Members,
  headers: HeaderMap,
  method: string,
  status: number,
): string | undefined {
  const content = isObject(response.content) ? response.content : {};
  const { text, encoding, size } = content;
  if (typeof text === 'string' && text !== '') {
    if (encoding !== 'base64') return text;
    return decode(Buffer.from(text, 'base64'), headers['content-encoding'] ?? '');
  }
  if (method === 'HEAD' || status === 204) return '';
  const sizes = [
    size,
    response.bodySize,
    headers['content-length'] === undefined ? undefined : Number(headers['content-length']),
  ];
  if (sizes.some((one) => typeof one === 'number' && one > 0)) return undefined;
  return typeof text === 'string' || sizes.some((one) => one === 0) ? '' : undefined;
}

/** Ten bytes of `{},{},{}` take hundreds when parsed, so bytes alone do not bound the memory of a body. */
function isTooMuch(body: string): boolean {
  if (body.length <= maxValues) return false;
  if (body.length > maxBodyBytes) return true;
  let values = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 0x2c || code === 0x5b || code === 0x7b) values++;
  }
  return values > maxValues;
}

/** Tools should decode the content coding; some do not. `undefined` if the body is invalid or too long. */
function decode(bytes: Buffer, coding: string): string | undefined {
  try {
    const limit = { maxOutputLength: maxBodyBytes };
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unzipSync(bytes, limit).toString('utf8');
    if (isUtf8(bytes)) return bytes.toString('utf8');
    if (/\bbr\b/i.test(coding)) return brotliDecompressSync(bytes, limit).toString('utf8');
    if (/\bdeflate\b/i.test(coding))
      return ((bytes[0] ?? 0) & 0x0f) === 8
        ? inflateSync(bytes, limit).toString('utf8')
        : inflateRawSync(bytes, limit).toString('utf8');
    return bytes.toString('utf8');
  } catch {
    return undefined;
  }
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
