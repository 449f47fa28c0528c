import type { Depth } from '../../../contracts/depths.ts';
import { type ApiName, profiles } from '../../../contracts/profiles.ts';
import type { Need } from '../../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { comparesVersions, isPromisedIn } from '../../../contracts/versions.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import { createVirtualClock, virtualEpochMs } from '../../../src/clock.ts';
import { runServer } from '../../../src/engine/server-run.ts';
import type { Outcome } from '../../../src/outcome.ts';
import { probes } from '../../../src/probes/index.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { Target } from '../../../src/targets/target.ts';
import { serverVariants } from '../../../src/variants/servers/index.ts';
import { composed, type ServerVariant } from '../../../src/variants/variant.ts';
import type { Alarm, Verdict } from './long.ts';

/** A conforming server as data: its parts, and how it is judged. The same plan gives the same outcomes. */
export interface ServerPlan {
  readonly side: 'server';
  /** Of the district and of all its ids. */
  readonly seed: number;
  readonly students: number;
  /** When the run begins: milliseconds after virtual time's usual start. */
  readonly startMs: number;
  /** What a live target allows; a sandbox allows everything. */
  readonly subject: 'sandbox' | 'live';
  readonly allows: readonly Need[];
  /** Above 0 and at most 1. */
  readonly budgetShare: number;
  /** Whether to judge requirements that use up a whole rate-limit window, which take most of a run. */
  readonly usesUpWindow: boolean;
  /** @default those that are judged by default */
  readonly apis?: readonly ApiName[] | undefined;
  /** @default as suits the target */
  readonly depth?: Depth | undefined;
  /** Names of variants, the first next to the sandbox. */
  readonly variants: readonly string[];
}

const everything: readonly Need[] = [
  'states',
  'clock',
  'writes',
  'exhaust',
  'second-token',
  'user-token',
  'test-token',
];

/** What a server with its own counter allows. */
const withoutStates: readonly Need[] = ['clock', 'writes', 'exhaust', 'second-token'];
/** Share of a live target's rate limit. */
const usualShare = 0.2;

/** The plan of a server with default settings. */
export function plainServer(variants: readonly Pick<ServerVariant, 'name' | 'subject'>[]): ServerPlan {
  return {
    side: 'server',
    seed: 1,
    students: 120,
    startMs: 0,
    subject: variants.some((one) => one.subject !== undefined) ? 'live' : 'sandbox',
    allows: variants.some((one) => one.subject === 'counting') ? withoutStates : everything,
    budgetShare: variants.some((one) => one.subject === 'counting') ? usualShare : 1,
    usesUpWindow: true,
    variants: variants.map((one) => one.name),
  };
}

/** Requirements that need a used-up window. */
const ofUsedUpWindows: ReadonlySet<string> = new Set(
  probes.filter((one) => one.needs.includes('exhaust')).flatMap((one) => one.provokes),
);

function idsFor({ usesUpWindow }: ServerPlan): readonly ServerRequirementId[] {
  return requirementsOf('server')
    .map(({ id }) => id)
    .filter((id) => usesUpWindow || !ofUsedUpWindows.has(id));
}

/** With fewer students some requirements cannot be judged. */
const enoughStudents = 3;
/** With at least this many, every requirement can be judged. */
const plentyOfStudents = 24;

/** Judges a conforming server on all requirements, or some. Any finding is a bug in the suite or the variant. */
export async function judgeServerPlan(
  plan: ServerPlan,
  ids: readonly ServerRequirementId[] = idsFor(plan),
  gallery: readonly ServerVariant[] = serverVariants,
): Promise<Verdict> {
  const variants = plan.variants.map((name) => {
    const found = gallery.find((one) => one.name === name);
    if (!found) throw new RangeError(`no variant ${name}`);
    return found;
  });
  const target = await openTarget(plan, variants);
  try {
    const run = await runServer({
      target,
      apis: plan.apis ?? profiles.map((one) => one.name),
      ids: new Set(ids),
      seed: plan.seed,
      budgetShare: plan.budgetShare,
      depth: plan.depth,
      signal: new AbortController().signal,
      now: () => 0,
    });
    const outcomes = ids.map((id) => [id, run.outcomeOf(id)] as const);
    // A server that allows less, or has hardly any data, cannot be judged on everything.
    const isWhole =
      everything.every((one) => plan.allows.includes(one)) &&
      plan.students >= enoughStudents &&
      plan.subject === 'sandbox';
    const judgeable =
      // A quick run may not meet the one list that shows something.
      isWhole && plan.depth !== 'quick' && plan.students >= plentyOfStudents
        ? 'everything'
        : isWhole
          ? 'what-applies'
          : 'some';
    const versions = run.result.evidence.context.profiles.filter(({ kind }) => kind === 'data');
    const alarms = outcomes
      .filter(([id]) => versions.length > 1 || !comparesVersions(id))
      .filter(([id]) => versions.some((one) => isPromisedIn(id, one)))
      .flatMap(([id, outcome]) => alarmOf(id, outcome, variants, judgeable));
    const stopped: readonly Alarm[] = run.unfinished
      ? [{ id: 'the run', outcome: 'unfinished', why: run.unfinished.message }]
      : [];
    return {
      judged: outcomes.filter(([, { outcome }]) => outcome === 'passed' || outcome === 'failed').length,
      alarms: [...stopped, ...alarms],
    };
  } finally {
    await target.close();
  }
}

function alarmOf(
  id: ServerRequirementId,
  { outcome, why, cases }: Outcome,
  variants: readonly ServerVariant[],
  judgeable: 'everything' | 'what-applies' | 'some',
): readonly Alarm[] {
  if (outcome === 'passed' || (outcome === 'inapplicable' && judgeable !== 'everything')) return [];
  if (outcome !== 'failed' && judgeable === 'some') return [];
  if (variants.some(({ but }) => but?.[id]?.outcomes.includes(outcome))) return [];
  const findings = cases.flatMap((one) => one.findings.map((found) => ({ in: one.name, ...found })));
  return [{ id, outcome, why: [why ?? '', JSON.stringify(findings.slice(0, 3))].join(' ') }];
}

async function openTarget(plan: ServerPlan, variants: readonly ServerVariant[]): Promise<Target> {
  const clock = createVirtualClock(virtualEpochMs + plan.startMs);
  const sandbox = createSandbox({ seed: plan.seed, students: plan.students, clock });
  const allows = new Set(plan.allows);
  // With states a probe asks for a token of its own: one that was given would not outlive the first reset.
  const userToken =
    allows.has('user-token') && !allows.has('states') ? await userTokenOf(sandbox) : undefined;
  if (userToken === undefined && !allows.has('states')) allows.delete('user-token');
  return {
    kind: plan.subject,
    name: 'a conforming server',
    origin: 'http://sandbox.localhost',
    fetch: composed(variants)(sandbox, clock),
    clock,
    token: sandbox.token,
    ...(allows.has('second-token') ? { secondToken: sandbox.secondToken } : {}),
    ...(userToken === undefined ? {} : { userToken }),
    ...(allows.has('states') ? { setState: sandbox.setState } : {}),
    allows,
    close: async () => sandbox.close(),
  };
}

/** The token of its first user; `undefined` in a district without people. */
async function userTokenOf({ fetch, token, setState }: Sandbox): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(new Request('http://sandbox.localhost/v3.1/users?limit=1', { headers }));
  const { data } = (await response.json()) as { data: readonly { data: { id: string } }[] };
  if (!data[0]) return undefined;
  const { token: issued } = await setState('a token of the user {id}', { id: data[0].data.id });
  return String(issued);
}
