import type { ApiName } from '../contracts/profiles.ts';
import type { Need } from '../contracts/requirement.ts';
import type { StateName, StateParams } from '../contracts/states.ts';
import type { Step, TransportFailure } from './exchange.ts';

/**
 * A recording of one probe is a JSON array of nock definitions, which plain `nock.load(file)` can read. Two extra members,
 * which nock ignores, hold the rest: `exchange` in every definition and `recording` in the first.
 */
export interface RecordedDefinition {
  /** In the first definition of a file only. */
  readonly recording?: RecordingHeader;
  /** Origin without a path. For a live server its host is replaced by `recordedHost`. */
  readonly scope: string;
  readonly method: string;
  /** Path and query as a replay sends them. */
  readonly path: string;
  /** The body that a replay sends: JSON as a value, anything else as text, `''` for no body. Absent for reads. */
  readonly body?: unknown;
  /** Only `authorization`, with a placeholder token such as `replay-token-1` or one that the suite made up. */
  readonly reqheaders?: Readonly<Record<string, string>>;
  /** `authorization` if the request was sent without a token. */
  readonly badheaders?: readonly string[];
  /** Meaningless if there is an `exchange.failure`. */
  readonly status: number;
  /** JSON as a value, other text as is; in hex with `responseIsBinary` if nock would not return it unchanged. */
  readonly response: unknown;
  readonly responseIsBinary?: true;
  /** Alternating names and values. */
  readonly rawHeaders: readonly string[];
  readonly exchange: RecordedExchange;
}

/** The definitions of one probe. */
export type ProbeFile = readonly [
  RecordedDefinition & { readonly recording: RecordingHeader },
  ...RecordedDefinition[],
];

/** The data of one request that a nock definition has no place for. */
export interface RecordedExchange {
  /** Position in the whole recording. */
  readonly seq: number;
  readonly step?: Step;
  /**
   * Path and body after redaction, if a replay sends others. Judges use these, because the responses are redacted in the
   * same way.
   */
  readonly request?: RedactedRequest;
  /** Milliseconds since the Unix epoch, by the clock of the recorder. */
  readonly sentAtMs: number;
  /** The same; absent if no complete response arrived. */
  readonly receivedAtMs?: number;
  /** Why no complete response arrived. */
  readonly failure?: TransportFailure;
}

/** The parts of a request that redaction may change. */
export interface RedactedRequest {
  /** Path and query. */
  readonly path: string;
  readonly body?: string;
}

/** A provider state that a probe requested, and the response of the server. */
export interface RecordedState {
  /** Index of the definition that follows it. */
  readonly before: number;
  readonly name: StateName;
  readonly params: StateParams;
  readonly values: Readonly<Record<string, unknown>>;
  /** The server could not be put into that state. */
  readonly refused?: true;
}

/** Origin of a recording, and the rules it was made by. */
export interface RecordingOrigin {
  /** What was recorded; a replay is judged like it. `har`: what a client and a server of others said to each other. */
  readonly subject: 'sandbox' | 'live' | 'har';
  readonly apis: readonly ApiName[];
  /** ISO 8601. */
  readonly recordedAt: string;
  /** ISO 8601; `null` for the sandbox, which changes only with the suite. */
  readonly expires: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  /** Version of the redaction rules, and a digest of the redaction marks in the OpenAPI documents. */
  readonly redactor: { readonly version: number; readonly rules: string };
}

/** The header of the file of one probe. */
export interface RecordingHeader extends RecordingOrigin {
  readonly format: 'clever-conformance/recording';
  readonly formatVersion: 1;
  readonly probe: string;
  /** The leak scanner checked the bytes of this file before they were written. */
  readonly leaks: { readonly verdict: 'none found' };
  readonly states: readonly RecordedState[];
  /** SHA-256 in hex of the file, with zeros in place of this digest. */
  readonly digest: string;
}

/** `index.json` of a whole recording. Written last, so its existence shows that all files are complete. */
export interface RecordingIndex extends RecordingOrigin {
  readonly format: 'clever-conformance/recordings';
  readonly formatVersion: 1;
  /** What the recorded target allowed. */
  readonly allows: readonly Need[];
  /** Its clock was moved by the state `the clock moves {seconds}`. */
  readonly hasOwnClock: boolean;
  readonly tokens: { readonly own: string; readonly second?: string; readonly user?: string };
  /** In the order in which they ran. */
  readonly probes: readonly IndexEntry[];
  /** As in a header. */
  readonly digest: string;
}

/** A probe of a recording. A probe that sent nothing has no file; its states are listed here. */
export type IndexEntry =
  | { readonly name: string; readonly file: string; readonly sha256: string }
  | { readonly name: string; readonly file?: never; readonly states: readonly RecordedState[] };

/** The validated file of one probe. */
export interface ProbeRecording {
  /** Path as given to the reader, for messages. */
  readonly file: string;
  readonly header: RecordingHeader;
  readonly definitions: readonly RecordedDefinition[];
}

/** A whole recording, validated. */
export interface RecordingSet {
  readonly folder: string;
  readonly index: RecordingIndex;
  /** By probe name; a probe that sent nothing is missing. */
  readonly byProbe: ReadonlyMap<string, ProbeRecording>;
}

/** Replaces the host of a live server. */
export const recordedHost = 'recorded.localhost';
