import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, inflateRawSync, inflateSync, unzipSync } from 'node:zlib';
import type { Exchange, HeaderMap, RecordedResponse, TransportFailure } from '../../exchange.ts';
import { isObject, type Members } from '../../json.ts';

/** An entry of a HAR file as an exchange without a number, and the words that are worth telling of it. */
export interface ReadEntry {
  readonly exchange: Omit<Exchange, 'seq'>;
  /** The instant was told in whole seconds. */
  readonly isCoarse: boolean;
  /** Where the browser sends the request on; `''` for nowhere. */
  readonly kind: 'answered' | 'lost' | 'cached' | 'bodiless' | 'preflight';
}

/** What is wrong with an entry, as `it …`. */
export interface EntryFault {
  readonly fault: string;
}

/** Bytes of one decoded body; what the recorder of a live run takes. */
const longestBody = 32 * 1024 * 1024;
/** Values of one body, roughly: its commas and opening brackets. The same. */
const mostValues = 2_000_000;

/** The URL of an entry, or `undefined` for what never went over HTTP. Looked at first, since most entries are of no interest. */
export function urlOf(entry: unknown): URL | undefined {
  const text = isObject(entry) && isObject(entry.request) ? entry.request.url : undefined;
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/**
 * Reads an entry as the tools write them: Chrome and Firefox, Charles and mitmproxy, Postman and Insomnia. What a tool did not keep is
 * a failure of the capture and never an empty body.
 */
export function readEntry(entry: unknown, url: URL): ReadEntry | EntryFault {
  if (!isObject(entry) || !isObject(entry.request)) return { fault: 'has no request' };
  const { request, response } = entry;
  const sentAtMs = typeof entry.startedDateTime === 'string' ? Date.parse(entry.startedDateTime) : Number.NaN;
  if (Number.isNaN(sentAtMs)) return { fault: 'has no startedDateTime that can be read' };
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
  const answer = answerOf(entry, response, method, sentAtMs + durationOf(entry));
  if ('status' in answer)
    return { exchange: { request: recorded, response: answer }, isCoarse, kind: 'answered' };
  return { exchange: { request: recorded, failure: answer.failure }, isCoarse, kind: answer.kind };
}

type Answer =
  | RecordedResponse
  | { readonly failure: TransportFailure; readonly kind: 'lost' | 'cached' | 'bodiless' };

function answerOf(entry: Members, response: unknown, method: string, receivedAtMs: number): Answer {
  const status = isObject(response) ? Number(response.status) : 0;
  if (!isObject(response) || !Number.isInteger(status) || status < 100 || status > 999)
    return { failure: lossOf(entry, response), kind: 'lost' };
  // A cache answered in place of the server; what it holds may be of any day.
  if (status === 304 || (typeof entry._fromCache === 'string' && entry._fromCache !== ''))
    return { failure: failure('refused', 'answered by a cache'), kind: 'cached' };
  const headers = headersOf(response.headers);
  // Every answer has headers; where there are none, the tool did not keep them.
  if (Object.keys(headers).length === 0)
    return {
      failure: failure('malformed', `the capture does not hold the headers of this ${status}`),
      kind: 'bodiless',
    };
  const body = answeredBody(response, headers, method, status);
  if (body !== undefined && isTooMuch(body))
    return { failure: failure('too-large', 'the body is larger than any that is judged'), kind: 'bodiless' };
  if (body === undefined)
    return {
      failure: failure('malformed', `the capture does not hold the body of this ${status}`),
      kind: 'bodiless',
    };
  return { status, headers, body, receivedAtMs };
}

/** Names in lower case, without the pseudo headers of HTTP/2; what came twice is joined. */
function headersOf(list: unknown): HeaderMap {
  const map: Record<string, string> = {};
  for (const one of Array.isArray(list) ? list : []) {
    if (!isObject(one) || typeof one.name !== 'string' || typeof one.value !== 'string') continue;
    const name = one.name.trim().toLowerCase();
    if (name === '' || name.startsWith(':') || name === '__proto__') continue;
    // Some browsers put what came in several lines into one value, line by line.
    const value = one.value.split(/\r?\n/).join(', ').trim();
    map[name] = Object.hasOwn(map, name) ? `${map[name]}, ${value}` : value;
  }
  return map;
}

/** Path and query as the URL has them; some tools keep the query apart only. */
function pathOf(url: URL, queryString: unknown): string {
  if (url.search !== '' || !Array.isArray(queryString) || queryString.length === 0)
    return url.pathname + url.search;
  const query = new URLSearchParams();
  for (const one of queryString)
    if (isObject(one) && typeof one.name === 'string') query.append(one.name, String(one.value ?? ''));
  return `${url.pathname}${query.size === 0 ? '' : `?${query}`}`;
}

/** Says that a tool did not keep what was sent; no JSON, and no empty body. */
export const notKept = '«the capture does not hold this body»';

function sentBody(request: Members, headers: HeaderMap): string | undefined {
  const { postData, bodySize } = request;
  const { text, encoding } = isObject(postData) ? postData : {};
  if (typeof text === 'string')
    return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
  const told = Number(headers['content-length'] ?? bodySize ?? 0);
  return told > 0 ? notKept : undefined;
}

/** `undefined` where there was a body, or may have been, and the tool did not keep it. */
function answeredBody(
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

/** Ten bytes of `{},{},{}` become hundreds once they are parsed, so bytes alone do not bound what an answer costs. */
function isTooMuch(body: string): boolean {
  if (body.length <= mostValues) return false;
  if (body.length > longestBody) return true;
  let values = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 0x2c || code === 0x5b || code === 0x7b) values++;
  }
  return values > mostValues;
}

/** A tool should have undone the content coding; some did not. Text that is none, or too long, is not kept. */
function decode(bytes: Buffer, coding: string): string | undefined {
  try {
    const limit = { maxOutputLength: longestBody };
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

/** Milliseconds until the answer was whole; 0 where nobody says, which makes no wait of a client look shorter. */
function durationOf(entry: Members): number {
  const time = Number(entry.time ?? Number.NaN);
  if (time > 0 && time < 86_400_000) return time;
  const timings = isObject(entry.timings) ? Object.entries(entry.timings) : [];
  // TLS is counted within `connect`.
  return timings
    .filter(
      ([name, value]) => name !== 'ssl' && !name.startsWith('_') && typeof value === 'number' && value > 0,
    )
    .reduce((sum, [, value]) => sum + Number(value), 0);
}

const losses: readonly (readonly [RegExp, TransportFailure['kind'], string])[] = [
  [/timed?.?out/i, 'timeout', 'the request timed out'],
  [/refused|unreachable|not_resolved|notfound|internet_disconnected/i, 'connect', 'no connection'],
  [/abort|cancel|blocked/i, 'closed', 'the client gave the request up'],
];

/** Why there is no answer: browsers say it in a member of their own. */
function lossOf(entry: Members, response: unknown): TransportFailure {
  const said = [
    isObject(response) ? response._error : '',
    entry._error,
    isObject(response) ? response.statusText : '',
  ];
  const text = said.find((one) => typeof one === 'string' && one !== '');
  const [, kind = 'closed', message = 'no answer was captured'] =
    losses.find(([pattern]) => pattern.test(String(text ?? ''))) ?? [];
  return failure(kind, message);
}

function failure(kind: TransportFailure['kind'], message: string): TransportFailure {
  return { kind, message };
}
