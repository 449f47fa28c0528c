/**
 * One request and what came of it, as it crossed the wire. The only thing that judges ever see: probes, scenarios,
 * replays and captured traffic all end up as `Exchange[]`.
 */
export interface Exchange {
  /** Position in the run, by the start of the request; findings name exchanges by it. */
  readonly seq: number;
  /** Why our side sent it. Absent in traffic of a client under test and in captured files. */
  readonly step?: Step;
  readonly request: RecordedRequest;
  /** Absent when no whole response arrived; `failure` then says why. */
  readonly response?: RecordedResponse;
  readonly failure?: TransportFailure;
}

/** What a probe meant by a request: one case of one requirement, and the part that this request plays in it. */
export interface Step {
  /** The requirement that the request was sent for, e.g. `errors/deleted-record-is-404`. */
  readonly claim: string;
  /** The case within it, unique in the claim, e.g. `students`. */
  readonly case: string;
  /** The part played, e.g. `before`, `after`, `control`; the claim's judge knows its own words. */
  readonly role?: string;
}

/** Header names are in lower case; a header that came more than once is joined with `, ` (as `fetch` does). */
export type HeaderMap = Readonly<Record<string, string>>;

export interface RecordedRequest {
  readonly method: string;
  /** `https://api.clever.com`, without a path. */
  readonly origin: string;
  /** Path and query as sent: `/v2.0/students?limit=2`. */
  readonly path: string;
  readonly headers: HeaderMap;
  /** Absent when no body was sent. */
  readonly body?: string;
  /** Milliseconds since the Unix epoch, by the observer's clock. */
  readonly sentAtMs: number;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: HeaderMap;
  /** Decoded from its content coding and from UTF-8; `''` for an empty body. */
  readonly body: string;
  /** Milliseconds since the Unix epoch, by the observer's clock, when the body was complete. */
  readonly receivedAtMs: number;
}

/** Why there is no response. `refused`: our own guard did not let the request out or the answer in. */
export interface TransportFailure {
  readonly kind: 'connect' | 'closed' | 'timeout' | 'too-large' | 'malformed' | 'refused';
  readonly message: string;
}

export type { Members } from './json.ts';

/**
 * The response body as JSON, or `undefined` when there is no response or its body is not JSON. Parses at each call: whoever reads
 * an exchange more than once makes a `ReadExchange` of it.
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

/** The query of the request. */
export function queryOf(exchange: Exchange): URLSearchParams {
  const at = exchange.request.path.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : exchange.request.path.slice(at + 1));
}
