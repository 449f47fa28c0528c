/**
 * One request with its response or failure, as sent over the wire. The only input of judges: probes, scenarios, replays
 * and captured traffic all become `Exchange[]`.
 */
export interface Exchange {
  /** Position in the run, by the start of the request; findings refer to it. */
  readonly seq: number;
  /** Why the suite sent it. Absent for clients under test and in captured files. */
  readonly step?: Step;
  readonly request: RecordedRequest;
  /** Absent if no complete response arrived; `failure` then says why. */
  readonly response?: RecordedResponse;
  readonly failure?: TransportFailure;
}

/** Why a probe sent a request: one case of one requirement, and the role of the request in it. */
export interface Step {
  /** Id of the requirement, e.g. `errors/deleted-record-is-404`. */
  readonly claim: string;
  /** The case, unique within the requirement, e.g. `students`. */
  readonly case: string;
  /** For example `before`, `after`, `control`; each judge defines its own roles. */
  readonly role?: string;
}

/** Header names are in lower case; repeated headers are joined with `, `, as in `fetch`. */
export type HeaderMap = Readonly<Record<string, string>>;

export interface RecordedRequest {
  readonly method: string;
  /** `https://api.clever.com`, without a path. */
  readonly origin: string;
  /** Path and query as sent: `/v2.0/students?limit=2`. */
  readonly path: string;
  readonly headers: HeaderMap;
  readonly body?: string;
  /** Of captured traffic: the tool kept no body, although there was or may have been one. */
  readonly notKept?: 'body';
  /** Milliseconds since the Unix epoch, by the observer's clock. */
  readonly sentAtMs: number;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: HeaderMap;
  /** Decompressed and decoded from UTF-8; `''` for an empty body. */
  readonly body: string;
  /** Of captured traffic: the tool did not keep the body, or neither headers nor body. What it kept is right, so the rest counts. */
  readonly notKept?: 'body' | 'headers';
  /** The bytes were no UTF-8; each invalid one is U+FFFD in `body`. Only known where the suite received the bytes itself. */
  readonly isNotUtf8?: true;
  /** Milliseconds since the Unix epoch, by the observer's clock, when the body was complete. */
  readonly receivedAtMs: number;
}

/** Why there is no response. `refused`: the suite's own guard blocked the request or the response. */
export interface TransportFailure {
  readonly kind: 'connect' | 'closed' | 'timeout' | 'too-large' | 'malformed' | 'refused';
  readonly message: string;
}

export type { Members } from './text/json.ts';

/**
 * The response body as JSON, or `undefined` when there is no response or its body is not JSON. Parses at each call: code that reads
 * an exchange more than once makes it a `ReadExchange`.
 */
export function jsonOf(exchange: Exchange): unknown {
  try {
    return exchange.response ? JSON.parse(exchange.response.body) : undefined;
  } catch {
    return undefined;
  }
}

/** Path without the query: `/v2.0/students`. */
export function pathnameOf(exchange: Exchange): string {
  return exchange.request.path.split('?', 1)[0] ?? '';
}

export function queryOf(exchange: Exchange): URLSearchParams {
  const at = exchange.request.path.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : exchange.request.path.slice(at + 1));
}

/** Headers of a list of names and values in turn, spelled as they crossed the wire. */
export function headerMap(raw: readonly string[]): HeaderMap {
  const map: Record<string, string> = {};
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    map[name] = Object.hasOwn(map, name) ? `${map[name]}, ${value}` : value;
  }
  return map;
}
