import { profiles } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { serverRequirements } from '../../judges/index.ts';
import type { Outcome, OutcomeValue } from '../../outcome.ts';
import { runServer, type ServerRun } from '../../run/session.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import type { ServerMutant } from '../mutant.ts';

/** The server-bound requirements of a theme. */
export function idsOf(theme: 'lms' | 'lms-errors'): readonly ServerRequirementId[] {
  return serverRequirements.map(({ id }) => id).filter((id) => id.startsWith(`${theme}/`));
}

/** Judges a sandbox, tampered with or not, on some requirements. */
export async function runLms(
  ids: readonly ServerRequirementId[],
  options: { readonly tamper?: ServerMutant['tamper']; readonly change?: (target: Target) => Target } = {},
): Promise<ServerRun> {
  const { tamper, change = (target) => target } = options;
  const target = openSandboxTarget({ seed: 1, students: 24, ...(tamper ? { tamper } : {}) });
  try {
    return await runServer({
      target: change(target),
      apis: profiles.map(({ name }) => name),
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
  } finally {
    await target.close();
  }
}

/** The ids that came out in one way. */
export function idsThat(outcome: OutcomeValue, run: ServerRun, ids: readonly ServerRequirementId[]) {
  return ids.filter((id) => run.outcomeOf(id).outcome === outcome);
}

/** Whatever was not found right, for messages of tests. */
export function explain(outcome: Outcome): string {
  const findings = outcome.cases.flatMap((one) => one.findings.map((found) => ({ in: one.name, ...found })));
  return JSON.stringify([outcome.outcome, outcome.why, ...findings]);
}

/** Servers that have no LMS Connect, and answer everything alike. */
export const nullServers: Readonly<Record<string, () => Response>> = {
  '200 with {}': () => Response.json({}),
  '200 with an empty list': () => Response.json({ data: [], links: [] }),
  '400 with a message': () => Response.json({ message: 'INVALID_ID' }, { status: 400 }),
  '401': () => Response.json({ message: 'No authorization provided' }, { status: 401 }),
  '404': () => Response.json({ message: 'Assignment does not exist' }, { status: 404 }),
  '405': () => new Response(null, { status: 405 }),
  '429': () => new Response(null, { status: 429 }),
  '500': () => new Response('', { status: 500 }),
  HTML: () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
};
