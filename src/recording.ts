import type { ApiName } from '../contracts/profiles.ts';
import type { StateName, StateParams } from '../contracts/states.ts';
import type { Step, TransportFailure } from './exchange.ts';
import type { Need } from './requirement.ts';

/**
 * A recording of one probe is a JSON array of nock definitions, so that plain `nock.load(file)` takes it as it is. What
 * nock does not know stands in members of its own, which nock passes over: `exchange` in every definition, and
 * `recording` in the first.
 */
export interface RecordedDefinition {
  /** In the first definition of a file only. */
  readonly recording?: RecordingHeader;
  /** Origin without a path. Of a live server never its own, but `recordedHost`. */
  readonly scope: string;
  readonly method: string;
  /** Path and query as a replay sends them. */
  readonly path: string;
  /** What a replay sends: JSON as a value, anything else as text, `''` for no body. Absent for reads. */
  readonly body?: unknown;
  /** Only `authorization`, whose token is a stand-in such as `replay-token-1` or one that the suite made up. */
  readonly reqheaders?: Readonly<Record<string, string>>;
  /** `authorization` where the request went out without a token. */
  readonly badheaders?: readonly string[];
  /** Where there is `exchange.failure` it means nothing. */
  readonly status: number;
  /** JSON as a value, other text as it is; in hex with `responseIsBinary` where nock would not give it back as it came. */
  readonly response: unknown;
  readonly responseIsBinary?: true;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly exchange: RecordedExchange;
}

/** The definitions of one probe. */
export type ProbeFile = readonly [
  RecordedDefinition & { readonly recording: RecordingHeader },
  ...RecordedDefinition[],
];

/** What belongs to one request and has no place in a nock definition. */
export interface RecordedExchange {
  /** Position in the whole recording. */
  readonly seq: number;
  readonly step?: Step;
  /**
   * Path and body as they were redacted, where that is not how a replay sends them: what the suite itself wrote into them
   * is redacted in the answers, so judges compare these.
   */
  readonly request?: RedactedRequest;
  /** Milliseconds since the Unix epoch, by the clock of the recording. */
  readonly sentAtMs: number;
  /** The same; absent where no whole answer came. */
  readonly receivedAtMs?: number;
  /** Why no whole answer came. */
  readonly failure?: TransportFailure;
}

/** What of a request may be another one in evidence than on the wire. */
export interface RedactedRequest {
  /** Path and query. */
  readonly path: string;
  readonly body?: string;
}

/** A provider state that a probe asked for, with what the server answered. */
export interface RecordedState {
  /** Which definition of the file follows it, counted from 0. */
  readonly before: number;
  readonly name: StateName;
  readonly params: StateParams;
  readonly values: Readonly<Record<string, unknown>>;
  /** The server could not be put into that state. */
  readonly refused?: true;
}

/** Who made the recording, and by which rules. */
export interface RecordingOrigin {
  /** What was recorded. A replay is judged as this kind is. */
  readonly subject: 'sandbox' | 'live';
  readonly apis: readonly ApiName[];
  /** ISO 8601. */
  readonly recordedAt: string;
  /** ISO 8601; `null` for the sandbox, which changes only with the suite. */
  readonly expires: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  /** Which rules of redaction made it: their version, and a digest of the marks in the API's description. */
  readonly redactor: { readonly version: number; readonly rules: string };
}

/** The head of a file of one probe. */
export interface RecordingHeader extends RecordingOrigin {
  readonly format: 'clever-conformance/recording';
  readonly formatVersion: 1;
  readonly probe: string;
  /** Says that the leak scanner went over the bytes of this file before they were written. */
  readonly leaks: { readonly verdict: 'none found' };
  readonly states: readonly RecordedState[];
  /** SHA-256 in hex of the file, with zeros in place of this digest. */
  readonly digest: string;
}

/** `index.json`: what belongs to a recording as a whole. Written last, so that it vouches for all files. */
export interface RecordingIndex extends RecordingOrigin {
  readonly format: 'clever-conformance/recordings';
  readonly formatVersion: 1;
  /** What the recorded target allowed. */
  readonly allows: readonly Need[];
  /** Its time was moved by the state `the clock moves {seconds}`. */
  readonly hasOwnClock: boolean;
  readonly tokens: { readonly own: string; readonly second?: string };
  /** In the order in which they ran. */
  readonly probes: readonly IndexEntry[];
  /** As in a header. */
  readonly digest: string;
}

/** A probe of a recording. One that sent nothing has no file, and its states stand here. */
export type IndexEntry =
  | { readonly name: string; readonly file: string; readonly sha256: string }
  | { readonly name: string; readonly file?: never; readonly states: readonly RecordedState[] };

/** A file of one probe, read and checked. */
export interface ProbeRecording {
  /** As given to the reader, for messages. */
  readonly file: string;
  readonly header: RecordingHeader;
  readonly definitions: readonly RecordedDefinition[];
}

/** A whole recording, read and checked. */
export interface RecordingSet {
  readonly folder: string;
  readonly index: RecordingIndex;
  /** By the name of the probe; one that had nothing to ask has none. */
  readonly byProbe: ReadonlyMap<string, ProbeRecording>;
}

/** Stands in for the host of a live server. */
export const recordedHost = 'recorded.localhost';
