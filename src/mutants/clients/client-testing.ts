import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { model } from '../../../generated/model.ts';
import { findRequirement } from '../../catalogue.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { createModuleDriver } from '../../drivers/module.ts';
import { redactObservations } from '../../evidence/client-redactor.ts';
import { observationsIn } from '../../judges/client-index.ts';
import type { ClientJudge } from '../../judges/client-judge.ts';
import type { ScenarioObservation } from '../../observation.ts';
import type { Outcome } from '../../outcome.ts';
import { knownTokens } from '../../sandbox/tokens.ts';
import { createSandboxPool } from '../../scenarios/sandbox-pool.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { stageScenario } from '../../scenarios/stage.ts';
import type { ClientMutant } from '../client-mutant.ts';

/** What a theme says about clients. Only for tests. */
export interface ClientTheme {
  readonly scenarios: readonly Scenario[];
  readonly judges: Readonly<Partial<Record<ClientRequirementId, ClientJudge>>>;
}

export type Outcomes = ReadonlyMap<ClientRequirementId, Outcome>;

/** Seeded once for all tests of a process, and left to its end: seeding costs more than most scenarios. */
const sandboxes = createSandboxPool(1);

/**
 * Runs every scenario of a theme against a module in virtual time, redacts what was seen as a run does, and judges it.
 * `maxRequests` is less than a run has, so that those who never stop do not keep the tests; real clients need the full
 * number.
 */
export async function judgeModule(
  theme: ClientTheme,
  run: ClientModule,
  maxRequests = 320,
): Promise<Outcomes> {
  // In process nothing is silent for long unless it is stuck.
  const driver = createModuleDriver(run, 'a module', { silenceMs: 1500 });
  const observed: ScenarioObservation[] = [];
  for (const scenario of theme.scenarios)
    observed.push(await stageScenario(scenario, { driver, seed: 1, maxRequests, sandboxes }));
  const tokens = [knownTokens.district];
  const key = new TextEncoder().encode('tests');
  return judgeAll(theme, observationsIn(redactObservations(observed, { model, profiles, tokens, key })));
}

export function judgeAll(theme: ClientTheme, observations: readonly ScenarioObservation[]): Outcomes {
  const judges = Object.entries(theme.judges) as [ClientRequirementId, ClientJudge][];
  return new Map(judges.map(([id, judge]) => [id, judge(observations)]));
}

/** Ids with one of the outcomes, sorted. */
export function idsWith(outcomes: Outcomes, ...values: readonly Outcome['outcome'][]): readonly string[] {
  return [...outcomes]
    .filter(([, one]) => values.includes(one.outcome))
    .map(([id]) => id)
    .sort();
}

const idsOf = (theme: ClientTheme) => Object.keys(theme.judges).sort();

/** Good clients pass everything. */
export function describeGoodClients(
  name: string,
  theme: ClientTheme,
  clients: Readonly<Record<string, ClientModule>>,
): void {
  describe(`good clients: ${name}`, () => {
    for (const [what, run] of Object.entries(clients))
      it(`${what} passes everything`, async () => {
        const outcomes = await judgeModule(theme, run, 2000);
        expect(idsWith(outcomes, 'passed'), failuresIn(outcomes)).to.deep.equal(idsOf(theme));
      });
  });
}

/** Clients that differ within the documents: nothing fails, and something passes. */
export function describeLegalClients(
  name: string,
  theme: ClientTheme,
  clients: Readonly<Record<string, ClientModule>>,
): void {
  describe(`clients that differ within the documents: ${name}`, () => {
    for (const [what, run] of Object.entries(clients))
      it(`${what}: nothing fails`, async () => {
        const outcomes = await judgeModule(theme, run);
        expect(idsWith(outcomes, 'failed'), failuresIn(outcomes)).to.deep.equal([]);
        expect(idsWith(outcomes, 'passed')).to.not.be.empty;
      });
  });
}

/** Each mutant fails what it breaks, and nothing else but what `alsoFails` names. */
export function describeClientMutants(
  name: string,
  theme: ClientTheme,
  mutants: readonly ClientMutant[],
  alsoFails: Readonly<Record<string, readonly ClientRequirementId[]>> = {},
): void {
  describe(`client mutants of ${name}`, () => {
    it('every requirement has a mutant', () => {
      expect([...new Set(mutants.map((one) => one.breaks))].sort()).to.deep.equal(idsOf(theme));
    });

    for (const mutant of mutants)
      it(`${mutant.name} fails ${mutant.breaks} and nothing else`, async () => {
        const outcomes = await judgeModule(theme, mutant.run);
        const expected = [mutant.breaks, ...(alsoFails[mutant.name] ?? [])].sort();
        expect(idsWith(outcomes, 'failed'), failuresIn(outcomes)).to.deep.equal(expected);
      });
  });
}

const nobody: Readonly<Record<string, ClientModule>> = {
  'does nothing and claims to be complete': async () => ({ complete: true, ids: [] }),
  'does nothing and claims to be incomplete': async () => ({ complete: false, ids: [] }),
  'prints noise': async () => ({
    complete: true,
    ids: ['Done!', '200 OK', 'Done!'],
    said: '\u0000\u001b[2J',
  }),
  'throws at once': async () => {
    throw new Error('no such module');
  },
};

/** A client that does nothing passes nothing that is required. */
export function describeNullClients(name: string, theme: ClientTheme): void {
  describe(`clients that do nothing: ${name}`, () => {
    for (const [what, run] of Object.entries(nobody))
      it(`a client that ${what} passes no required row`, async () => {
        const passed = idsWith(await judgeModule(theme, run), 'passed', 'cantTell');
        expect(
          passed.filter((id) => findRequirement(id as ClientRequirementId).level === 'required'),
        ).to.deep.equal([]);
      });
  });
}

function failuresIn(outcomes: Outcomes): string {
  return [...outcomes]
    .flatMap(([id, { cases }]) =>
      cases
        .filter((one) => one.outcome !== 'passed')
        .map(
          (one) => `${id} in ${one.name}: ${one.outcome} ${one.why ?? ''} ${JSON.stringify(one.findings)}`,
        ),
    )
    .join('\n');
}
