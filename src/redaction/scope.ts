import type { SchemaModel } from '../../openapi/model-types.ts';
import type { Ids } from './ids.ts';
import type { Keyed } from './keyed.ts';
import type { Operations } from './operations.ts';
import type { Tokens } from './tokens.ts';

/** Shared state of one redaction. */
export interface Scope {
  readonly schemas: Readonly<Record<string, SchemaModel>>;
  readonly operations: Operations;
  /** Field names that are kept. */
  readonly names: ReadonlySet<string>;
  /** Words of enum values, as validation messages repeat them. */
  readonly words: ReadonlySet<string>;
  readonly keyed: Keyed;
  readonly ids: Ids;
  readonly tokens: Tokens;
  /** Hosts with port of the judged origins, in lower case. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly hostNames: ReadonlySet<string>;
  /** Shifts all dates of a run equally; `undefined` for text that is not a date. */
  readonly moveDate: (text: string) => string | undefined;
  /** Number fillers by value, and those in use. */
  readonly numbers: { readonly fillers: Map<string, string>; readonly taken: Set<string> };
  /** Distinct parts of the bucket header, in order of appearance. */
  readonly buckets: Map<string, string>;
}
