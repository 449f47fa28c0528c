import type { Depth } from '../../contracts/depths.ts';
import type { Profile } from '../../contracts/profiles.ts';
import type { Need } from '../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { StateName, StateParams } from '../../contracts/states.ts';
import type { ClaimStep } from '../../contracts/steps/index.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import type { Api } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { ReadExchange } from '../traffic/read-exchange.ts';

/** Exercises requirements; the claims judge what comes back. */
export interface Probe {
  /** `<category>/<what it does>`. */
  readonly name: string;
  readonly api: Profile['kind'];
  /** The requirements that this probe exercises. */
  readonly provokes: readonly ServerRequirementId[];
  /** What the target must allow for the probe to run. */
  readonly needs: readonly Need[];
  run(actor: Actor): Promise<void>;
}

/** A probe for one claim on the Data API, named after it, that puts the target into states. */
export function changingProbe(claim: ServerRequirementId, run: Probe['run']): Probe {
  return { name: claim, api: 'data', provokes: [claim], needs: ['states'], run };
}

/** What a probe sends. */
export interface ActorRequest {
  /** @default 'GET' */
  readonly method?: string;
  /** Path and query below the API's prefix: `/students?limit=2`. A full path when it starts with `/v`. */
  readonly path: string;
  /** `null` sends no Authorization header; a string is sent as this bearer token. @default the target's token */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Why the request is sent, if the traffic alone does not show it. */
  readonly step?: ProbeStep;
  /** Sent even if the budget is used up, and may get a 429. Only in probes that need `exhaust` or `states`. */
  readonly unpaced?: boolean;
}

/** A step of one requirement, with the names that its probe and its claim share. */
export type ProbeStep = ClaimStep;

/** Sends requests to a target, each through the recorder, the budget and the write guard. */
export interface Actor {
  readonly profile: Profile;
  readonly api: Api;
  /** The Data API in which the records of any API are looked up: its own, or the first that is exercised. */
  readonly roster: Api;
  /** The versions of the Data API that are exercised, the oldest first. */
  readonly versions: readonly Api[];
  readonly depth: Depth;
  /** All `items` in a full run, the first `few` in a quick one. */
  pick<T>(items: readonly T[], few: number): readonly T[];
  readonly clock: Clock;
  /** The target's own token. */
  readonly token: string;
  /** Another token of the same application. Needs `second-token`. */
  otherToken(): Promise<string>;
  /** The token of a user. Needs `user-token`. `id`: whose it is, where the suite chose. */
  userToken(): Promise<{ readonly token: string; readonly id?: string } | undefined>;
  /** Whether the target allows something that only part of the probe needs. */
  allows(need: Need): boolean;
  /** Whether the target's own token was served this path before, whatever the query. */
  hasServed(path: string): boolean;
  /** A path of an operation below a record, as the target's own token was served it before. */
  servedAs(operation: OperationModel): `/${string}` | undefined;
  /** Sends and records. API errors and transport failures are data; only a safety stop throws. */
  send(request: ActorRequest): Promise<ReadExchange>;
  /** Follows `rel` links from `path` until there is none (own origin, same collection, each link once, at most `maxPages`). */
  walk(
    path: string,
    options?: { rel?: 'next' | 'prev'; maxPages?: number; token?: string; step?: ProbeStep },
  ): Promise<readonly ReadExchange[]>;
  /** Records of the first page of a collection (`students`), fetched once per run. Empty if it is not served. */
  sample(collection: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Puts the target into a provider state; only in probes that need `states` (or after `allows('states')`). */
  state(name: StateName, params?: StateParams): Promise<Readonly<Record<string, unknown>>>;
  /** Advances time: virtual time, a state, or a real wait. Needs `clock`. */
  passTime(seconds: number): Promise<void>;
}
