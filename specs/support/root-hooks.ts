import type { RootHookObject } from 'mocha';
import { profiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { runClient } from '../../src/run/client-session.ts';
import { runServer } from '../../src/run/session.ts';
import { openLiveTarget } from '../../src/targets/live.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

/**
 * For plain `npx mocha`: judges the embedded sandbox, or the server at CLEVER_TARGET (with CLEVER_TOKEN, and
 * CLEVER_STATES where it takes provider states); and the reference client as a module. The verbs bring hooks of their own.
 */
export const mochaHooks: RootHookObject = {
  beforeAll() {
    let run: ReturnType<typeof judgeOnce> | undefined;
    let clientRun: ReturnType<typeof judgeReferenceClient> | undefined;
    Object.assign(this, {
      conformance: () => {
        run ??= judgeOnce();
        return run;
      },
      clientConformance: () => {
        clientRun ??= judgeReferenceClient();
        return clientRun;
      },
    });
  },
};

async function judgeOnce() {
  const { CLEVER_TARGET: url, CLEVER_TOKEN: token = '', CLEVER_STATES: statesUrl } = process.env;
  const target =
    url === undefined
      ? openSandboxTarget({ seed: 1 })
      : openLiveTarget({
          url,
          token,
          ...(statesUrl === undefined ? {} : { statesUrl }),
          allowWrites: statesUrl !== undefined,
          exhaustRateLimit: false,
          userAgent: 'clever-conformance',
        });
  try {
    return await runServer({
      target,
      apis: profiles.map((profile) => profile.name),
      ids: new Set(requirementsOf('server').map((one) => one.id as ServerRequirementId)),
      seed: 1,
      budgetShare: url === undefined ? 1 : 0.2,
      signal: new AbortController().signal,
      now: Date.now,
    });
  } finally {
    await target.close();
  }
}

function judgeReferenceClient() {
  return runClient({
    driver: createModuleDriver(referenceClient, 'the reference client'),
    ids: new Set(requirementsOf('client').map((one) => one.id as ClientRequirementId)),
    seed: 1,
    jobs: 24,
    signal: new AbortController().signal,
    now: Date.now,
  });
}
