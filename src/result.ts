import type { Profile } from '../contracts/profiles.ts';
import type { RequirementId } from '../contracts/requirements/index.ts';
import type { Exchange } from './exchange.ts';
import type { ScenarioObservation } from './observation.ts';

/** Everything that was observed, redacted. Outcomes can be judged again from this alone. */
export interface Evidence {
  readonly format: 'clever-conformance/evidence';
  readonly formatVersion: 1;
  readonly context: JudgeContext;
  /** Why a requirement was not provoked, by id; fills the `why` of `untested`. */
  readonly notProvoked: Readonly<Record<string, string>>;
  /** The requirements that the user's filters left; absent where nothing was filtered. */
  readonly selected?: readonly RequirementId[];
  /** Which part of a run this is; absent in that of a whole run. */
  readonly shard?: Shard;
  /** Why the subject could not be judged, in a sentence. */
  readonly inconclusive?: string;
  /** Numbered through over the whole run. */
  readonly exchanges: readonly Exchange[];
  /** Of a client: what was seen in each scenario. Absent where a server was judged. */
  readonly observations?: readonly RecordedObservation[];
}

/** Which of several parts of a run is meant. */
export interface ShardChoice {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/** One of several parts of a run, made by `--shard index/of`, to be joined by `merge`. */
export interface Shard extends ShardChoice {
  /** What the filters of the whole run left; absent where nothing was filtered. */
  readonly selected?: readonly RequirementId[];
  /** Of a server: the number of exchanges before those of the first probe. */
  readonly head?: number;
  /** Of a server: what `«token:1»` and the following are, as digests by the key of the run, which is thrown away. */
  readonly tokens?: readonly string[];
  /** Of a client: where each observation stands in the whole run. */
  readonly places?: readonly number[];
}

/** A scenario in the evidence; its exchanges stand with those of all others. */
export interface RecordedObservation extends Omit<ScenarioObservation, 'exchanges'> {
  /** `seq` of its first exchange, and how many follow each other from there. */
  readonly exchanges: { readonly first: number; readonly count: number };
  /** What failed for its timing was tried once more, alone; the later observation of the scenario counts. */
  readonly superseded?: true;
}

export interface Budget {
  /** Share of the advertised limit that the run allowed itself, 0 to 1. */
  readonly share: number;
  /** The limit that the target advertised, requests per window; 0 where it advertised none. */
  readonly advertised: number;
  readonly requests: number;
  /** The most that the budget let through within any one window. */
  readonly busiestWindow: number;
  /** Of all requests, those that used up a quota on purpose, outside the budget. */
  readonly unpaced: number;
}

/** What a judge may know besides the exchanges: plain data, kept in the evidence, so that a run can be judged again. */
export interface JudgeContext {
  /**
   * `live`: somebody else's server, where a few numbers are judged less strictly (see the doubts), or a client that
   * somebody else started. `command` and `module` are clients that we started.
   */
  readonly subject: 'sandbox' | 'live' | 'replay' | 'har' | 'command' | 'module';
  /** The API versions that were judged. */
  readonly profiles: readonly Profile[];
}
