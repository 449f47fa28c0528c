import { run as referenceClient } from '../../../examples/clients/reference.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { createModuleDriver } from '../../drivers/module.ts';
import type { ScenarioObservation } from '../../observation.ts';
import type { Scenario } from '../scenario.ts';
import { stageScenario } from './stage.ts';

export { referenceClient };

/** Stages a scenario for a module in virtual time. */
export function stageModule(
  scenario: Scenario,
  run: ClientModule = referenceClient,
): Promise<ScenarioObservation> {
  return stageScenario(scenario, { driver: createModuleDriver(run, 'a module'), seed: 1 });
}
