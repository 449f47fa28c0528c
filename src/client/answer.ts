/**
 * What our side adds to an API answer, or has instead of one. `refused`: our own guard, nothing was sent; `unreachable`:
 * no connection, or it broke; `timeout`; `too-large`; `malformed-body`: a success that is not JSON; `redirected`: never
 * followed; `retries-exhausted`: the last answer is what you see; `unknown-outcome`: a write may or may not have been
 * carried out; `superseded`: a newer write of the same thing made a retry of this one pointless.
 */
export type FailureKind =
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'malformed-body'
  | 'redirected'
  | 'retries-exhausted'
  | 'unknown-outcome'
  | 'superseded';

export interface ClientFailure {
  readonly kind: FailureKind;
  /** For people. Never holds the token. */
  readonly message: string;
  /** How many requests went out. */
  readonly attempts: number;
}

/** A whole answer, or `status` 0 and a failure. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json?: { readonly value: unknown };
  readonly failure?: ClientFailure;
}

/** A symbol, not a member of the body: no server can forge it. */
const failureKey = Symbol('clever client failure');

/** What our side has to say about a result: `failureOf(result.response)`. `undefined` where the API's answer says it all. */
export function failureOf(response: Response): ClientFailure | undefined {
  return (response as { [failureKey]?: ClientFailure })[failureKey];
}

/** A success that can be relied on. */
export function isGood(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300 && answer.failure === undefined;
}

/** Headers that speak of the bytes on the wire, not of the text that we hand on. */
const wireHeaders = new Set(['content-length', 'content-encoding', 'transfer-encoding']);

/**
 * The answer as a `Response`, so that openapi-fetch makes `{data}` or `{error}` of it without ever throwing. `status` and
 * headers are the server's (0 without a whole answer); `ok` is false also for a success that cannot be read; an
 * empty error body becomes `{"message":""}`, because an empty `error` would pass for success in `if (error)`.
 */
export function responseOf(answer: Answer): Response {
  const good = isGood(answer);
  const served = answer.status >= 200 && answer.status <= 599;
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  const body = good ? answer.text : errorBody(answer);
  const headers = Object.entries(answer.headers).filter(([name]) => !wireHeaders.has(name));
  const response = new Response(bodiless ? null : body, { status: served ? answer.status : 502, headers });
  Object.defineProperty(response, 'ok', { value: good });
  if (!served) Object.defineProperty(response, 'status', { value: answer.status });
  if (answer.failure) Object.defineProperty(response, failureKey, { value: answer.failure });
  return response;
}

function errorBody(answer: Answer): string {
  const ownWords = answer.status < 400 && answer.failure;
  if (ownWords) return JSON.stringify({ message: ownWords.message });
  return answer.text === '' ? '{"message":""}' : answer.text;
}

/** Enough for any documented message, and an end for a page of HTML. */
const maxMessageLength = 2000;

/**
 * The API's own words out of an error body, parsed or as text: `message`, else `error` (a text, or an object with a `message`),
 * else the text itself; `''` where it says nothing. LMS Connect sends `message`, the Data API on the wire sends `error`.
 */
export function messageOf(body: unknown): string {
  return (found(body) ?? '').trim().slice(0, maxMessageLength);
}

function found(body: unknown): string | undefined {
  if (typeof body === 'string') return fromText(body);
  if (typeof body !== 'object' || body === null) return undefined;
  const { message, error } = body as { readonly message?: unknown; readonly error?: unknown };
  if (typeof message === 'string') return message;
  if (typeof error === 'string') return error;
  const inner = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : '';
  return typeof inner === 'string' ? inner : undefined;
}

function fromText(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  return typeof value === 'string' ? value : found(value);
}
