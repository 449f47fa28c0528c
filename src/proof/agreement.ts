import { profiles } from '../../contracts/profiles.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../catalogue.ts';
import type { JudgedRequirement } from '../claims/run-result.ts';
import { createVirtualClock } from '../clock.ts';
import type { ClientModule } from '../drivers/driver.ts';
import { createModuleDriver } from '../drivers/module.ts';
import { runClient } from '../engine/client-run.ts';
import { runServer } from '../engine/server-run.ts';
import { observationsIn } from '../judges/client-index.ts';
import type { Outcome, OutcomeValue } from '../outcome.ts';
import { themeOf } from '../requirement.ts';
import type { Evidence } from '../result.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import type { SandboxPool } from '../scenarios/sandbox-pool.ts';
import type { Target } from '../targets/target.ts';
import type { VariantTamper } from '../variants/variant.ts';
import { serverOpinions } from './second-opinion.ts';
import { clientOpinions } from './second-opinion-client.ts';
import type { Opinion, Says } from './second-opinion-rules.ts';

/** What judge and second opinion say of one requirement and one implementation. */
export interface Comparison {
  readonly id: RequirementId;
  readonly judge: OutcomeValue;
  readonly opinion: Opinion;
  /** `silent`: one of them sees a breach or none, and the other says nothing. */
  readonly verdict: 'agree' | 'silent' | 'contradict';
}

/** A judge's word in those of the second opinion: what its cases show, whatever some of them leave open. */
function saysOf({ cases }: Outcome): Says {
  const some = (value: OutcomeValue) => cases.some(({ outcome }) => outcome === value);
  return some('failed') ? 'violated' : some('passed') ? 'held' : 'no material';
}

/** The server-bound requirements that have a second opinion. */
export const serverOpinionIds = requirementsOf('server')
  .map(({ id }) => id as ServerRequirementId)
  .filter((id) => ['pagination', 'rate-limit'].includes(themeOf(id)));

/** The client-bound requirements that have one. */
export const clientOpinionIds = requirementsOf('client')
  .map(({ id }) => id as ClientRequirementId)
  .filter((id) => ['pagination', 'rate-limit', 'backoff'].includes(themeOf(id)));

/** So many students show a breach of this requirement: a second page for pagination, hardly anybody for what only counts requests. */
export function fewestStudents(id: ServerRequirementId): number {
  return themeOf(id) === 'pagination' ? 120 : 4;
}

function verdictOf(judge: Says, opinion: Says): Comparison['verdict'] {
  if (judge === opinion) return 'agree';
  return judge === 'no material' || opinion === 'no material' ? 'silent' : 'contradict';
}

function compare(
  outcomes: readonly JudgedRequirement<RequirementId>[],
  opinions: ReadonlyMap<RequirementId, Opinion>,
): readonly Comparison[] {
  return outcomes.flatMap(({ id, outcome, notSelected }) => {
    const opinion = opinions.get(id);
    if (!opinion || notSelected) return [];
    return [{ id, judge: outcome.outcome, opinion, verdict: verdictOf(saysOf(outcome), opinion.says) }];
  });
}

/** Compares the two on evidence that a run has left. */
export function compareServer(
  outcomes: readonly JudgedRequirement[],
  { exchanges, context }: Evidence,
): readonly Comparison[] {
  return compare(outcomes, serverOpinions(exchanges, context));
}

/** The same for a client. */
export function compareClient(
  outcomes: readonly JudgedRequirement<ClientRequirementId>[],
  evidence: Evidence,
): readonly Comparison[] {
  return compare(outcomes, clientOpinions(observationsIn(evidence)));
}

export interface ServerSubject {
  readonly tamper?: VariantTamper;
  /** Somebody else's server. @default ours */
  readonly live?: boolean;
  /** @default 120: a second page, and no third */
  readonly students?: number;
}

/** Runs the suite against a server in process, and compares. */
export async function askAboutServer(
  { tamper, live = false, students = 120 }: ServerSubject,
  ids: readonly ServerRequirementId[] = serverOpinionIds,
) {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ seed: 1, students, clock });
  const target: Target = {
    kind: live ? 'live' : 'sandbox',
    name: 'a sandbox',
    origin: 'http://sandbox.localhost',
    fetch: tamper?.(sandbox, clock) ?? sandbox.fetch,
    clock,
    hasOwnClock: false,
    token: sandbox.token,
    secondToken: sandbox.secondToken,
    setState: sandbox.setState,
    allows: new Set(['states', 'clock', 'writes', 'exhaust', 'second-token', 'test-token'] as const),
    close: async () => sandbox.close(),
  };
  try {
    const { result } = await runServer({
      target,
      apis: profiles.map(({ name }) => name),
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
    return compareServer(result.outcomes, result.evidence);
  } finally {
    await target.close();
  }
}

/** Puts the suite before a client in process, and compares. */
export async function askAboutClient(
  run: ClientModule,
  sandboxes: SandboxPool,
  ids: readonly ClientRequirementId[] = clientOpinionIds,
) {
  const { result } = await runClient({
    driver: createModuleDriver(run, 'a module', { silenceMs: 1500 }),
    ids: new Set(ids),
    seed: 1,
    jobs: 1,
    maxRequests: 320,
    signal: new AbortController().signal,
    now: () => 0,
    sandboxes,
  });
  return compareClient(result.outcomes, result.evidence);
}
