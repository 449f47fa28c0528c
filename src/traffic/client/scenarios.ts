import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { mainJobIn } from '../../job-list.ts';
import { ScenarioTraffic } from './scenario-traffic.ts';

/** The scenarios of a run. */
export class Scenarios {
  readonly all: readonly ScenarioTraffic[];
  #leaves: boolean | undefined;

  constructor(all: readonly ScenarioTraffic[]) {
    this.all = all;
  }

  /** Whether there are scenarios that exercise a requirement, and the client does the job of none of them. */
  isUnsupported(id: ClientRequirementId): boolean {
    const exercising = this.all.filter((one) => one.observation.provokes.includes(id));
    return exercising.length > 0 && exercising.every((one) => this.#isUnsupported(one));
  }

  /** Those that exercise a requirement. */
  exercising(id: ClientRequirementId): readonly ScenarioTraffic[] {
    return this.all.filter((one) => one.observation.provokes.includes(id) && !this.#isUnsupported(one));
  }

  /**
   * Those that exercise a requirement, and all others for what they violate. In a capture the same traffic is part of
   * several observations, so only those that exercise it count there.
   */
  everywhere(id: ClientRequirementId): readonly ScenarioTraffic[] {
    return this.all.flatMap((one) => {
      if (this.#isUnsupported(one)) return [];
      if (one.observation.provokes.includes(id)) return [one];
      return one.certainty.ownSteps
        ? [
            new ScenarioTraffic(one.observation, one.exchanges, {
              profiles: one.profiles,
              listedOnFailure: true,
            }),
          ]
        : [];
    });
  }

  /**
   * Whether the client does not do a job at all, as many read students only: that is no violation. A client that sends nothing for
   * any job does nothing at all, and stays untested.
   */
  #isUnsupported(scenario: ScenarioTraffic): boolean {
    const { certainty, job, dataProfile, collection } = scenario;
    if (!certainty.ownSteps) return false;
    // Only now: a capture has tens of thousands of scenarios, and each keeps what is asked of it.
    if (job === mainJobIn(dataProfile)) return this.#leavesMainJob;
    if (collection === undefined) return scenario.ownRequests.length === 0;
    return scenario.listRequests.length === 0 && !scenario.filtersItself;
  }

  /** Whether the client sends something for other jobs, and nothing for the one that almost every client does. */
  get #leavesMainJob(): boolean {
    this.#leaves ??= leavesMainJob(this.all);
    return this.#leaves;
  }
}

function leavesMainJob(all: readonly ScenarioTraffic[]): boolean {
  const sending = all.filter(({ certainty, ownRequests }) => certainty.ownSteps && ownRequests.length > 0);
  return sending.length > 0 && sending.every(({ job, dataProfile }) => job !== mainJobIn(dataProfile));
}
