import type { SchemaModel } from '../../openapi/model-types.ts';
import type { Ids } from './ids.ts';
import type { Keyed } from './keyed.ts';
import type { Operations } from './operations.ts';
import type { Tokens } from './tokens.ts';

/** What the parts of the redactor share during one run of it. */
export interface Scope {
  readonly schemas: Readonly<Record<string, SchemaModel>>;
  readonly operations: Operations;
  /** Field names that may stay. */
  readonly names: ReadonlySet<string>;
  /** Words of closed lists, as validation messages repeat them. */
  readonly words: ReadonlySet<string>;
  readonly keyed: Keyed;
  readonly ids: Ids;
  readonly tokens: Tokens;
  /** Hosts with their port of the judged origins, in lower case. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly hostNames: ReadonlySet<string>;
  /** All dates of a run move by the same days; `undefined` for text that is no date. */
  readonly moveDate: (text: string) => string | undefined;
  /** Fillers of numbers, and which are taken. */
  readonly numbers: { readonly fillers: Map<string, string>; readonly taken: Set<string> };
  /** Distinct parts of the bucket header, in the order of their appearance. */
  readonly buckets: Map<string, string>;
}
