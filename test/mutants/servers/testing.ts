import { expect } from 'chai';
import type { Depth } from '../../../contracts/depths.ts';
import { type ApiName, profiles } from '../../../contracts/profiles.ts';
import type { Need, Theme } from '../../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import { createVirtualClock } from '../../../src/clock.ts';
import { runServer, type ServerRun, type ServerRunOptions } from '../../../src/engine/server-run.ts';
import type { ServerMutant } from '../../../src/mutants/mutant.ts';
import type { Outcome, OutcomeValue } from '../../../src/outcome.ts';
import { probes } from '../../../src/probes/index.ts';
import type { Probe } from '../../../src/probes/probe.ts';
import { createSandboxPool } from '../../../src/scenarios/serving/sandbox-pool.ts';
import { openSandboxTarget } from '../../../src/targets/sandbox.ts';
import type { Target } from '../../../src/targets/target.ts';
import { sampled } from '../sample.ts';

/** The bench on which servers that break something, conform in other ways, or are not there at all are judged. Only for tests. */

/** The themes with server-bound requirements. */
export type ServerTheme = ThemeIn<ServerRequirementId>;
type ThemeIn<Id> = Id extends `${infer T extends Theme}/${string}` ? T : never;

/**
 * The fewest students with which the sandbox passes a theme, or next to it: a second page for pagination and data, two
 * schools for most, one class for what LMS Connect does, and very few students for what only counts requests.
 */
const studentsFor: Readonly<Record<ServerTheme, number>> = {
  data: 120,
  pagination: 120,
  'rate-limit': 4,
  errors: 60,
  access: 60,
  events: 60,
  lms: 24,
  'lms-errors': 24,
};

/** All of them. */
export const serverThemes = Object.keys(studentsFor) as readonly ServerTheme[];

/** What stands before the sandbox, and how the target presents itself. */
export interface Setting {
  readonly tamper?: ServerMutant['tamper'];
  readonly students?: number;
  /** @default all that exercise the requirements judged */
  readonly probes?: readonly Probe[];
  /** @default full */
  readonly depth?: Depth;
  /** @default those that are judged by default */
  readonly apis?: readonly ApiName[] | undefined;
  /** Makes the target another one: less allowed, of another kind. */
  readonly as?: (target: Target) => Target;
}

/** The server-bound requirements of some themes, in catalogue order. */
export function idsOf(...themes: readonly ServerTheme[]): readonly ServerRequirementId[] {
  return requirementsOf('server')
    .map(({ id }) => id)
    .filter((id) => themes.some((theme) => id.startsWith(`${theme}/`)));
}

/** Judges a target on some requirements, at a fixed time of day, and closes it. */
export async function judgeTarget(
  target: Target,
  ids: readonly ServerRequirementId[],
  options: Partial<Pick<ServerRunOptions, 'depth' | 'probes' | 'apis'>> & {
    readonly budgetShare?: number;
  } = {},
): Promise<ServerRun> {
  try {
    return await runServer({
      target,
      apis: profiles.map(({ name }) => name),
      ids: new Set(ids),
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
      ...options,
    });
  } finally {
    await target.close();
  }
}

/** Judges a sandbox, tampered with or not, on whole themes. */
export async function judgeSandbox(
  themes: readonly ServerTheme[],
  setting: Setting = {},
): Promise<ServerRun> {
  const { tamper, students = Math.max(...themes.map((theme) => studentsFor[theme])) } = setting;
  const { as = (target: Target) => target, depth, probes, apis } = setting;
  const clock = createVirtualClock();
  const { sandbox: lent, giveBack } = sandboxes.lend(students, clock);
  const sandbox = openSandboxTarget({ seed: 1, students, clock, lent, ...(tamper ? { tamper } : {}) });
  return await judgeTarget(as(sandbox), idsOf(...themes), {
    probes,
    ...(depth ? { depth } : {}),
    ...(apis ? { apis } : {}),
  }).finally(giveBack);
}

/** Seeded once for all tests of a process, and left to its end: seeding costs more than most runs. */
const sandboxes = createSandboxPool(1);

export type Outcomes = ReadonlyMap<ServerRequirementId, Outcome>;

/** Outcomes of all requirements of some themes against a sandbox. */
export async function outcomesOf(
  themes: ServerTheme | readonly ServerTheme[],
  setting: Setting = {},
): Promise<Outcomes> {
  const list = typeof themes === 'string' ? [themes] : themes;
  return outcomesIn(await judgeSandbox(list, setting), idsOf(...list));
}

/** What a run says of some requirements. */
export function outcomesIn(run: ServerRun, ids: readonly ServerRequirementId[]): Outcomes {
  return new Map(ids.map((id) => [id, run.outcomeOf(id)]));
}

/** Ids with one of the outcomes. */
export function withOutcome(outcomes: Outcomes, ...values: readonly OutcomeValue[]): ServerRequirementId[] {
  return [...outcomes].filter(([, one]) => values.includes(one.outcome)).map(([id]) => id);
}

/** Everything passed that a judged version promises; otherwise the message says what did not, and why. */
export function expectAllPassed(outcomes: Outcomes): void {
  const others = [...outcomes].filter(([, one]) => one.outcome !== 'passed' && !isUnpromised(one));
  expect(others.map(([id, one]) => `${id} ${explain(one)}`)).to.deep.equal([]);
  expect(outcomes).to.not.be.empty;
}

function isUnpromised({ outcome, cases }: Outcome): boolean {
  return outcome === 'inapplicable' && cases.length === 0;
}

/** Nothing failed; otherwise the message says what was found. */
export function expectNoneFailed(outcomes: Outcomes): void {
  const failed = [...outcomes].filter(([, one]) => one.outcome === 'failed');
  expect(failed.map(([id, one]) => `${id} ${explain(one)}`)).to.deep.equal([]);
}

function explain({ outcome, why, cases }: Outcome): string {
  return JSON.stringify([
    outcome,
    why,
    ...cases.flatMap((one) => one.findings.map((found) => ({ in: one.name, ...found }))),
  ]);
}

/** A live server: nothing may be done to it but what is allowed here; `sent` takes what goes out. */
export function foreign(allowed: readonly Need[] = [], sent: Request[] = []): NonNullable<Setting['as']> {
  return ({ setState, secondToken: _, ...target }) => ({
    ...target,
    ...(allowed.includes('states') && setState ? { setState } : {}),
    kind: 'live',
    allows: new Set(allowed),
    fetch: async (request) => {
      sent.push(request);
      return await target.fetch(request);
    },
  });
}

/**
 * The unmodified sandbox passes, each mutant fails what it breaks, and no mutant fails more than `alsoFails` says. Only the
 * theme is judged, and a mutant first by the probes alone that exercise what it breaks; `prove` judges each by all of them.
 */
export function describeMutants(theme: ServerTheme, mutants: readonly ServerMutant[], oneOf?: number): void {
  describe(`mutants of ${theme}`, () => {
    it('the sandbox itself passes everything, and the run prints nothing', async () => {
      let outcomes: Outcomes = new Map();
      const printed = await printedBy(async () => {
        outcomes = await outcomesOf(theme);
      });
      expectAllPassed(outcomes);
      expect(printed).to.equal('');
    });

    for (const mutant of sampled(mutants, oneOf))
      it(`${mutant.name} fails ${mutant.breaks} and nothing else`, async () => {
        const broken = [mutant.breaks, ...(mutant.alsoFails ?? [])].sort();
        const { tamper, apis } = mutant;
        const failedWith = async (setting: Setting) => {
          const run = await judgeSandbox([theme], setting);
          expect(run.unfinished).to.equal(undefined);
          return withOutcome(outcomesIn(run, idsOf(theme)), 'failed').sort();
        };
        const failed = await failedWith({ tamper, apis, probes: probesFor(broken) });
        // What these few do not show may show in the traffic of all.
        const isCaught = failed.length === broken.length;
        expect(isCaught ? failed : await failedWith({ tamper, apis })).to.deep.equal(broken);
      });
  });
}

/** The probes that exercise some requirements, in execution order. */
export function probesFor(ids: readonly ServerRequirementId[]): readonly Probe[] {
  return probes.filter(({ provokes }) => provokes.some((id) => ids.includes(id)));
}

/** Tolerated deviations, as tampers: everything passes all the same. */
export function describeConforming(
  themes: ServerTheme | readonly ServerTheme[],
  conforming: Readonly<Record<string, ServerMutant['tamper']>>,
): void {
  describe(`servers that differ within the documents: ${[themes].flat().join(', ')}`, () => {
    for (const [what, tamper] of Object.entries(conforming))
      it(`${what}: everything passes`, async () => {
        expectAllPassed(await outcomesOf(themes, { tamper }));
      });
  });
}

/** Deviations that leave something open: nothing fails on their account, and not all is in doubt. */
export function describeDoubtful(theme: ServerTheme, doubtful: Readonly<Record<string, Setting>>): void {
  describe(`servers of which not everything can be said: ${theme}`, () => {
    for (const [what, setting] of Object.entries(doubtful))
      it(`${what}: nothing fails`, async () => {
        const outcomes = await outcomesOf(theme, setting);
        expectNoneFailed(outcomes);
        expect(withOutcome(outcomes, 'passed')).to.not.be.empty;
      });
  });
}

/** What a piece of work writes to either stream; the test runner itself writes between tests only. */
async function printedBy(work: () => Promise<unknown>): Promise<string> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let printed = '';
  for (const stream of streams)
    stream.write = (chunk: Uint8Array | string) => {
      printed += String(chunk);
      return true;
    };
  try {
    await work();
  } finally {
    for (const [at, stream] of streams.entries()) stream.write = writes[at] ?? stream.write;
  }
  return printed;
}
