import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { ScenarioTraffic } from './scenario-traffic.ts';

/** The scenarios of a run. */
export class Scenarios {
  readonly all: readonly ScenarioTraffic[];

  constructor(all: readonly ScenarioTraffic[]) {
    this.all = all;
  }

  /** Those that exercise a requirement. */
  exercising(id: ClientRequirementId): readonly ScenarioTraffic[] {
    return this.all.filter((one) => one.observation.provokes.includes(id) && !isUnsupported(one));
  }

  /**
   * Those that exercise a requirement, and all others for what they violate. In a capture the same traffic is part of
   * several observations, so only those that exercise it count there.
   */
  everywhere(id: ClientRequirementId): readonly ScenarioTraffic[] {
    return this.all.flatMap((one) => {
      if (isUnsupported(one)) return [];
      if (one.observation.provokes.includes(id)) return [one];
      return one.certainty.ownSteps ? [new ScenarioTraffic(one.observation, one.exchanges, true)] : [];
    });
  }
}

/** Whether the client does not read a collection, as many read students only: that is no violation. */
function isUnsupported({ certainty, collection, listRequests }: ScenarioTraffic): boolean {
  if (!certainty.ownSteps || collection === undefined || collection === 'students') return false;
  return listRequests.length === 0;
}
