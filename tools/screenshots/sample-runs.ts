import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import type { RunResult } from '../../src/claims/run-result.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { runClient } from '../../src/engine/client-run.ts';
import { runServer } from '../../src/engine/server-run.ts';
import { documentedSteps } from '../../src/mutants/clients/naive-client.ts';
import { wholeClient } from '../../src/mutants/clients/whole-client.ts';
import { serverMutants } from '../../src/mutants/servers/index.ts';
import { catalogueOf } from '../../src/report/model/catalogue.ts';
import { buildReport, type Report } from '../../src/report/model/report.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

/** Runs of subjects with several violations, for tests and screenshots of the page. */

export interface SampleRun {
  readonly run: RunResult;
  readonly report: Report;
}

/**
 * Adds the report. With `small`, untested requirements are left out, so that a browser loads the page quickly.
 */
function withReport(whole: RunResult, small: boolean): SampleRun {
  const outcomes = whole.outcomes.filter((one) => !small || one.outcome.outcome !== 'untested');
  const run = { ...whole, outcomes };
  const all = catalogueOf(run.side);
  const ids = new Set<string>(outcomes.map((one) => one.id));
  const requirements = all.requirements.filter((one) => ids.has(one.id));
  const doubts = all.doubts.filter(({ id }) => requirements.some((one) => one.doubts.includes(id)));
  const catalogue = { ...all, requirements, doubts: small ? doubts.slice(0, 3) : all.doubts };
  const report = buildReport(run, {
    tool: { name: 'clever-conformance', version: '0.1.0' },
    environment: { node: 'v24.21.0', ci: false },
    failOn: new Set(),
    evidenceFile: { file: 'evidence.json', sha256: 'e'.repeat(64) },
    catalogue,
  });
  return { run, report };
}

const startedAtMs = Date.UTC(2026, 0, 5, 12);

/** A server with these mutants combined, judged by these requirements; by all if none is given. */
export async function sampleServerRun(
  mutants: readonly string[],
  ids: readonly ServerRequirementId[] = [],
): Promise<SampleRun> {
  const tamper = (sandbox: Sandbox) => {
    let { fetch } = sandbox;
    for (const name of mutants) {
      const mutant = serverMutants.find((one) => one.name === name);
      if (!mutant) throw new Error(`no mutant has the name ${name}`);
      fetch = mutant.tamper({ ...sandbox, fetch });
    }
    return fetch;
  };
  const target = openSandboxTarget({
    seed: 1,
    ...(mutants.length > 0 ? { tamper } : {}),
    ...(ids.length > 0 ? { students: 240 } : {}),
  });
  try {
    const { result } = await runServer({
      target,
      apis: ['data-v2.0', 'lms-v3.1'],
      ids: ids.length > 0 ? new Set(ids) : new Set(requirementsOf('server').map((one) => one.id)),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => startedAtMs,
    });
    return withReport(result, ids.length > 0);
  } finally {
    await target.close();
  }
}

/** Always waits one second, stops at a short page, and starts over each time. */
const impatient = wholeClient({
  retryMs: (response, retry) =>
    [429, 500, 502, 503].includes(response.status) && retry < 7 ? 1000 : undefined,
  nextIn: (page, place) => (page.data.length < 3 ? undefined : documentedSteps.nextIn(page, place)),
  resumes: false,
});

/** A client, by default one with several violations, judged in the scenarios that match a pattern. */
export async function sampleClientRun(pattern?: string, run: ClientModule = impatient): Promise<SampleRun> {
  const { result } = await runClient({
    driver: createModuleDriver(run, 'examples/our-sync.ts'),
    seed: 1,
    jobs: 8,
    ids: new Set(requirementsOf('client').map((one) => one.id)),
    signal: new AbortController().signal,
    now: () => startedAtMs,
    ...(pattern === undefined ? {} : { pattern }),
  });
  return withReport(result, pattern !== undefined);
}
