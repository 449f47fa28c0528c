import type { Profile } from '../contracts/profiles.ts';
import type { RequirementId } from '../contracts/requirements/index.ts';
import type { Exchange } from './exchange.ts';
import type { ScenarioObservation } from './observation.ts';

/** Everything that was observed, redacted. It is enough to judge the run again. */
export interface Evidence {
  readonly format: 'clever-conformance/evidence';
  readonly formatVersion: 1;
  readonly context: JudgeContext;
  /** Why a requirement was not exercised, by id; becomes the `why` of `untested`. */
  readonly notProvoked: Readonly<Record<string, string>>;
  /** Why a requirement does not apply to the client, by id: it does only a part of the jobs. Absent: it does all. */
  readonly notApplicable?: Readonly<Record<string, string>>;
  /** The requirements selected by the user's filters; absent if nothing was filtered. */
  readonly selected?: readonly RequirementId[];
  /** Which part of a run this is; absent for a whole run. */
  readonly shard?: Shard;
  /** Why the subject could not be judged, as a sentence. */
  readonly inconclusive?: string;
  /** Fields that were replaced, because they may have contained original values. What depends on them cannot be judged again. */
  readonly withheld?: readonly WithheldField[];
  /** Numbered by `seq` across the whole run. */
  readonly exchanges: readonly Exchange[];
  /** Generated sequences, each judged by itself. Absent if nothing was explored. */
  readonly explored?: readonly ExploredPart[];
  /** For a client: what was observed in each scenario. Absent if a server was judged. */
  readonly observations?: readonly RecordedObservation[];
}

/** A sequence of generated commands; the target was as it was found when it began. */
export interface ExploredPart {
  /** `explored/7-12`: seed and number. */
  readonly name: string;
  /** Of a sequence that was shrunk: what it violates. */
  readonly requirement?: string;
  /** What each command does, in a clause. */
  readonly steps: readonly string[];
  /** The commands as data, to be replayed. */
  readonly commands: readonly Readonly<Record<string, unknown>>[];
  /** `seq` of its first and its last exchange; nothing else stands between them. */
  readonly first: number;
  readonly last: number;
}

/** Fields of one kind that the leak guard replaced, without their values. */
export interface WithheldField {
  /** `response header "x-debug"`. */
  readonly field: string;
  /** Where the first one is: `exchange 12`. */
  readonly place: string;
  readonly count: number;
  /** How the original value was written. */
  readonly found: 'plain' | 'escaped' | 'base64' | 'hex' | 'named' | 'series';
  /** Where the original value came from: `exchange 3, response body, "first"`. */
  readonly from: string;
}

/** Selects one of several parts of a run. */
export interface ShardChoice {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/** One part of a run, made by `--shard index/of` and joined by `merge`. */
export interface Shard extends ShardChoice {
  /** The requirements selected in the whole run; absent if nothing was filtered. */
  readonly selected?: readonly RequirementId[];
  /** For a server: the number of exchanges before the first probe. */
  readonly head?: number;
  /** For a server: digests of the tokens behind `«token:1»` and so on, made with the run's key, which is then discarded. */
  readonly tokens?: readonly string[];
  /** For a server: digests of the instants behind the pseudonyms, by rank, made with the same key. */
  readonly instants?: readonly string[];
  /** For a client: the position of each observation in the whole run. */
  readonly places?: readonly number[];
}

/** A scenario in the evidence; its exchanges are in the common list. */
export interface RecordedObservation extends Omit<ScenarioObservation, 'exchanges'> {
  /** `seq` of its first exchange, and the number of consecutive exchanges. */
  readonly exchanges: { readonly first: number; readonly count: number };
  /** The scenario failed on timing and was repeated alone; the later observation counts. */
  readonly superseded?: true;
}

export interface Budget {
  /** Share of the advertised limit that the run may use, 0 to 1. */
  readonly share: number;
  /** The limit that the target advertised, in requests per window; 0 if none. */
  readonly advertised: number;
  readonly requests: number;
  /** The maximum number of paced requests within any one window. */
  readonly busiestWindow: number;
  /** Requests outside the budget, which used up a quota on purpose. */
  readonly unpaced: number;
  /** Of a shard: its windows, which `merge` adds to those of the others by time. */
  readonly windows?: readonly BudgetWindow[];
}

/** The paced requests of one window of the rate limit, by the clock of the suite. */
export interface BudgetWindow {
  /** Epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  readonly requests: number;
}

/** What a judge may use besides the exchanges: plain data, part of the evidence, so that a run can be judged again. */
export interface JudgeContext {
  /**
   * `live`: a server at a URL, where a few numbers are judged less strictly (see `contracts/doubts.ts`), or a client that
   * the suite did not start. `command` and `module`: clients that the suite started.
   */
  readonly subject: 'sandbox' | 'live' | 'replay' | 'har' | 'command' | 'module';
  /** The API versions that were judged. */
  readonly profiles: readonly Profile[];
}
