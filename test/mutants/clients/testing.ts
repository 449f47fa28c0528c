import { expect } from 'chai';
import { type Theme, themeOf } from '../../../contracts/requirement.ts';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import type { ClientModule } from '../../../src/drivers/driver.ts';
import { InconclusiveError } from '../../../src/errors.ts';
import type { ClientMutant } from '../../../src/mutants/client-mutant.ts';
import type { Outcome } from '../../../src/outcome.ts';
import { tryClient } from '../../../src/proof/trial.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { createSandboxPool } from '../../../src/scenarios/serving/sandbox-pool.ts';
import { sampled } from '../sample.ts';

/** A category of the client side, or a part of one. Only for tests. */
export interface ClientTheme {
  readonly scenarios: readonly Scenario[];
  readonly ids: readonly ClientRequirementId[];
}

/** The client's requirements of a category, sorted. */
export function clientIdsOf(theme: Theme): readonly ClientRequirementId[] {
  const ids = requirementsOf('client').map((one) => one.id as ClientRequirementId);
  return ids.filter((id) => themeOf(id) === theme).sort();
}

export type Outcomes = ReadonlyMap<ClientRequirementId, Outcome>;

/** Seeded once for all tests of a file, and left to its end: seeding costs more than most scenarios. */
const sandboxes = createSandboxPool(1);

/**
 * Judges a module by the scenarios of one theme, with the engine of `prove`, which plays all of them. Of a module that ends
 * before its first request nothing is said.
 */
export async function judgeModule(
  theme: ClientTheme,
  run: ClientModule,
  maxRequests?: number,
): Promise<Outcomes> {
  const { ids } = theme;
  try {
    const { outcomeOf } = await tryClient(run, {
      ids: new Set(ids),
      scenarios: theme.scenarios,
      sandboxes,
      ...(maxRequests === undefined ? {} : { maxRequests }),
    });
    return new Map(ids.map((id) => [id, outcomeOf(id)]));
  } catch (error) {
    if (!(error instanceof InconclusiveError)) throw error;
    return new Map(ids.map((id) => [id, { outcome: 'untested', why: error.message, cases: [] }]));
  }
}

/** Ids with one of the outcomes, sorted. */
export function idsWith(outcomes: Outcomes, ...values: readonly Outcome['outcome'][]): readonly string[] {
  return [...outcomes]
    .filter(([, one]) => values.includes(one.outcome))
    .map(([id]) => id)
    .sort();
}

/** Conforming clients pass everything. */
export function describeConformingClients(
  name: string,
  theme: ClientTheme,
  clients: Readonly<Record<string, ClientModule>>,
): void {
  describe(`conforming clients: ${name}`, () => {
    for (const [what, run] of Object.entries(clients))
      it(`${what} passes everything`, async () => {
        const outcomes = await judgeModule(theme, run, 2000);
        expect(idsWith(outcomes, 'passed'), failuresIn(outcomes)).to.deep.equal(theme.ids);
      });
  });
}

/** Clients that differ within the documents of this theme only: nothing fails, and something passes. */
export function describeToleratedClients(
  name: string,
  theme: ClientTheme,
  clients: Readonly<Record<string, ClientModule>>,
): void {
  describe(`clients that differ within the documents: ${name}`, () => {
    for (const [what, run] of Object.entries(clients))
      it(`${what}: nothing fails`, async () => {
        const outcomes = await judgeModule(theme, run, 320);
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
  oneOf?: number,
): void {
  describe(`client mutants of ${name}`, () => {
    for (const mutant of sampled(mutants, oneOf))
      it(`${mutant.name} fails ${mutant.breaks} and nothing else`, async () => {
        const outcomes = await judgeModule(theme, mutant.run);
        const expected = [mutant.breaks, ...(mutant.alsoFails ?? [])].sort();
        expect(idsWith(outcomes, 'failed'), failuresIn(outcomes)).to.deep.equal(expected);
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
