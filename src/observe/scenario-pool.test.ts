import { expect } from 'chai';
import { createModuleDriver } from '../drivers/module.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createSandboxPool } from '../scenarios/serving/sandbox-pool.ts';
import { runScenarios } from './scenario-pool.ts';

/** More than have to hang before the run ends. */
const scenarios = Array.from(
  { length: 30 },
  (_, n): Scenario => ({
    name: `pagination/hung-${n}`,
    title: 'one page',
    provokes: [],
    job: 'sync:students',
    students: 5,
    rules: [],
  }),
);

/** Runs a client that hangs in the scenarios where `hangs` says so. */
async function run(hangs: (nth: number) => boolean) {
  const sandboxes = createSandboxPool(1);
  let started = 0;
  const driver = createModuleDriver(
    ({ clock }) =>
      hangs(started++)
        ? clock.sleep(1e9).then(() => ({ complete: true, ids: [] }))
        : Promise.resolve({ complete: true, ids: [] }),
    'client.mjs',
  );
  try {
    return await runScenarios(scenarios, {
      driver,
      seed: 1,
      jobs: 1,
      ids: new Set(),
      signal: new AbortController().signal,
      sandboxes,
    });
  } finally {
    sandboxes.close();
  }
}

describe('a client that hangs', () => {
  it('in ten scenarios one after the other ends the run, which is inconclusive', async () => {
    const { observed, unfinished } = await run(() => true);
    expect(observed).to.have.length(10);
    expect(unfinished?.code).to.equal('CC_INCONCLUSIVE');
    expect(unfinished?.message).to.equal(
      'The client "client.mjs" sent nothing until the time limit in 10 scenarios one after the other.',
    );
  });

  it('now and then is judged in all scenarios', async () => {
    const { observed, unfinished } = await run((nth) => nth % 10 !== 0);
    expect([observed.length, unfinished]).to.deep.equal([30, undefined]);
  });
});
