import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import type { ClientClaim, ClientRun, Job, ScenarioObservation } from '../../observation.ts';
import type { ReadExchange } from '../read-exchange.ts';

/**
 * What was seen of a client in one scenario (or in one part of a capture), read once. The exchanges are the server's own record,
 * so what the client sent is certain; what it made of the responses shows only in what it sent next and in what it reported.
 */
export class ScenarioTraffic {
  /** Name of the scenario. */
  readonly name: string;
  readonly observation: Omit<ScenarioObservation, 'exchanges'>;
  readonly exchanges: readonly ReadExchange[];
  /** Set where the scenario does not exercise the requirement: then it is listed only where it fails. */
  readonly listedOnFailure: boolean;
  #own: readonly ReadExchange[] | undefined;

  constructor(
    observation: Omit<ScenarioObservation, 'exchanges'>,
    exchanges: readonly ReadExchange[],
    listedOnFailure = false,
  ) {
    this.name = observation.scenario;
    this.observation = observation;
    this.exchanges = exchanges;
    this.listedOnFailure = listedOnFailure;
  }

  get job(): Job {
    return this.observation.job;
  }

  get origin(): string {
    return this.observation.origin;
  }

  get runs(): readonly ClientRun[] {
    return this.observation.runs;
  }

  /** Ids of the whole collection, ascending. */
  get truth(): readonly string[] {
    return this.observation.truth;
  }

  /** Captured traffic: no job was given, no end was reported, and other clients may use the token. */
  get isCaptured(): boolean {
    return this.observation.captured !== undefined;
  }

  /** What the client reported at the end of its last run. */
  get report(): ClientClaim | undefined {
    return this.runs.at(-1)?.claim;
  }

  /** Labels of the scenario's rules that never answered. */
  get unreachedRules(): readonly string[] {
    const { account } = this.observation;
    return Object.keys(account).filter((label) => account[label] === 0);
  }

  /** Requests to the origin that the client was given, in the order of their arrival. */
  get ownRequests(): readonly ReadExchange[] {
    this.#own ??= this.exchanges
      .filter((one) => one.request.origin === this.origin)
      .toSorted((a, b) => a.seq - b.seq);
    return this.#own;
  }
}

/** The scenarios of a run. */
export class Scenarios {
  readonly all: readonly ScenarioTraffic[];

  constructor(all: readonly ScenarioTraffic[]) {
    this.all = all;
  }

  /** Those that exercise a requirement. */
  exercising(id: ClientRequirementId): readonly ScenarioTraffic[] {
    return this.all.filter((one) => one.observation.provokes.includes(id));
  }

  /**
   * Those that exercise a requirement, and all others for what they violate. In a capture the same traffic stands in several
   * observations, so only the first holds there.
   */
  everywhere(id: ClientRequirementId): readonly ScenarioTraffic[] {
    return this.all.flatMap((one) => {
      if (one.observation.provokes.includes(id)) return [one];
      return one.isCaptured ? [] : [new ScenarioTraffic(one.observation, one.exchanges, true)];
    });
  }
}
