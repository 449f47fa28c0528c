import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import type { ClientModule, Driver } from '../../src/drivers/driver.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { type ClientRun, type ClientRunOptions, runClient } from '../../src/engine/client-run.ts';

/** Every requirement that binds clients. */
export const allClientIds: ReadonlySet<ClientRequirementId> = new Set(
  requirementsOf('client').map((one) => one.id),
);

/** Judges a module in virtual time by the whole suite, or by scenarios with a text in their name. */
export function judgeModule(run: ClientModule, options: Partial<ClientRunOptions> = {}): Promise<ClientRun> {
  return judgeDriver(createModuleDriver(run, 'a module'), options);
}

/** The same with any driver. */
export function judgeDriver(driver: Driver, options: Partial<ClientRunOptions> = {}): Promise<ClientRun> {
  return runClient({
    driver,
    ids: allClientIds,
    seed: 1,
    jobs: 8,
    signal: new AbortController().signal,
    now: () => 0,
    ...options,
  });
}
