import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCleverClient, IncompleteWalk, messageOf } from '../client/index.ts';
import type { ClientModule } from '../drivers/driver.ts';
import { createModuleDriver } from '../drivers/module.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Scenario } from './scenario.ts';
import { stageScenario } from './stage.ts';

/** The reference client behind the fixed protocol, as a module. Walks, resumes, creates once, grades. */
export const referenceClient: ClientModule = async ({ baseUrl, token, job, input, stateDir, fetch, clock }) => {
  const clever = createCleverClient({ baseUrl, token, fetch, clock, jitter: () => 0 });
  if (job.startsWith('sync:')) {
    const file = join(stateDir, 'state.json');
    const state: { ids: string[]; resume?: string } = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { ids: [] };
    const { ids, resume } = state;
    try {
      for await (const page of clever.pages(`/${job.slice(5)}`, resume === undefined ? {} : { resume }))
        ids.push(...page.records.map((one) => String((one as { id?: unknown }).id)));
      rmSync(file, { force: true });
      return { complete: true, ids };
    } catch (fault) {
      if (!(fault instanceof IncompleteWalk)) throw fault;
      writeFileSync(file, JSON.stringify({ ids, resume: fault.resumeToken }));
      return { complete: false, ids, said: fault.message };
    }
  }
  const given = input as { section_id: string; assignment_id: string; user_id: string; body: never };
  if (job === 'create-assignment') {
    const made = await clever.createAssignment(given.section_id, given.body);
    return made.outcome === 'created'
      ? { complete: true, ids: [String(made.assignment.id)] }
      : { complete: false, ids: [], said: made.message };
  }
  const { section_id, assignment_id, user_id, body } = given;
  const { error, response } = await clever.lms.PATCH(
    '/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}',
    { params: { path: { section_id, assignment_id, user_id } }, body },
  );
  return { complete: response.ok, ids: [], said: error ? messageOf(error) : '' };
};

/** Stages a scenario for a module in virtual time. */
export function stageModule(
  scenario: Scenario,
  run: ClientModule = referenceClient,
): Promise<ScenarioObservation> {
  return stageScenario(scenario, { driver: createModuleDriver(run, 'a module'), seed: 1 });
}
