import type { IdCollector, Ids } from './ids.ts';
import type { Keyed } from './keyed.ts';
import type { Operations } from './operations.ts';
import type { Tokens } from './tokens.ts';
import type { Dates } from './values/dates.ts';
import type { InstantCollector, Instants } from './values/instants.ts';

/** Where a value of a body is. */
export interface Place {
  /**
   * The record that has it; `''` outside of records. Each record has pseudonyms of its own, so equal values of two people do
   * not look alike, while a record is the same in every list, alone and in events.
   */
  readonly owner: string;
  /** The member, by its original name. */
  readonly name: string;
}

/** What the first pass collects, because its pseudonyms depend on all of the run. */
export interface Collectors {
  readonly ids: IdCollector;
  readonly instants: InstantCollector;
}

/** Shared state of one redaction. */
export interface Scope {
  readonly operations: Operations;
  /** Field names that are kept. */
  readonly names: ReadonlySet<string>;
  /** Words of enum values, as validation messages repeat them. */
  readonly words: ReadonlySet<string>;
  readonly keyed: Keyed;
  readonly ids: Ids;
  readonly instants: Instants;
  readonly tokens: Tokens;
  /** Judged hosts with port, in lower case, with what is shown of them. */
  readonly hosts: ReadonlyMap<string, string>;
  /** The same without ports. */
  readonly hostNames: ReadonlyMap<string, string>;
  readonly dates: Dates;
  /** Distinct parts of the bucket header, in order of appearance. */
  readonly buckets: Map<string, string>;
  /** Segments, parameters and their values by whether a link had them before any request; `undefined` if any server may have written the links. */
  readonly linkWords: Map<string, 'served' | 'sent'> | undefined;
  /** Texts of responses are the suite's own, and stay. */
  readonly ownTexts: boolean;
  /** A redacted text that is kept once: most headers and paths repeat. */
  once(text: string): string;
}
