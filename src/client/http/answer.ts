/**
 * The client's own failures. `refused`: blocked by the client, nothing was sent; `unreachable`: no connection, or it was
 * lost; `timeout`; `too-large`; `malformed-body`: a success that is not JSON; `redirected`: redirects are not followed;
 * `retries-exhausted`: the last response is returned; `unknown-outcome`: a write may or may not have been applied;
 * `superseded`: not retried, because a newer write replaces it.
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
  /** Description. Never contains the token. */
  readonly message: string;
  /** Number of requests sent. */
  readonly attempts: number;
}

/** A complete response, or `status` 0 and a failure. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, if it is JSON. */
  readonly json?: { readonly value: unknown };
  readonly failure?: ClientFailure;
}

/** A symbol, so that no response body can forge it. */
const failureKey = Symbol('clever client failure');

/** The client's failure of a result: `failureOf(result.response)`. `undefined` if the API's response is final. */
export function failureOf(response: Response): ClientFailure | undefined {
  return (response as { [failureKey]?: ClientFailure })[failureKey];
}

/** A valid success. */
export function isGood(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300 && answer.failure === undefined;
}

/** Headers about the encoded body, which do not apply to the decoded text. */
const wireHeaders = new Set(['content-length', 'content-encoding', 'transfer-encoding']);

/**
 * Converts to a `Response` from which openapi-fetch makes `{data}` or `{error}` without throwing. `status` and headers are
 * the server's (0 without a complete response); `ok` is also false for an unreadable success; an empty error body becomes
 * `{"message":""}`, because an empty `error` would be falsy.
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

/** Enough for any documented message; truncates HTML pages. */
const maxMessageLength = 2000;

/**
 * The API's message from an error body, parsed or as text: `message`, else `error` (a string, or an object with `message`),
 * else the text itself, or `''`. LMS Connect sends `message`; the Data API actually sends `error`.
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
