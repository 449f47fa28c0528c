import { expect } from 'chai';
import { laterProfiles, profiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { findRequirement } from '../../src/catalogue.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { runClient } from '../../src/engine/client-run.ts';
import { InconclusiveError } from '../../src/errors.ts';
import { naiveClient } from '../../src/mutants/clients/naive-client.ts';
import { scenarios } from '../../src/scenarios/index.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { type ClientVariant, clientVariants, nullClients } from '../../src/variants/index.ts';
import { clientIds, judgeConformingClient } from '../../tools/proofs/long/client.ts';
import type { Verdict } from '../../tools/proofs/long/long.ts';

const alarmsOf = ({ alarms }: Verdict) => alarms.map(({ id, outcome, why }) => `${id} ${outcome} ${why}`);

/** What a variant is about, and what is near to it. */
const near: Readonly<Record<string, readonly string[]>> = {
  backoff: [
    'backoff/client-first',
    'backoff/client-waits',
    'backoff/client-at-most',
    'backoff/client-retries-503',
  ],
  'rate-limit': ['rate-limit/client-waits', 'rate-limit/client-paces', 'rate-limit/client-continues'],
  errors: ['errors/'],
  // Links that lead away are in the scenarios of safety.
  pagination: ['pagination/', 'safety/client-keeps-token-on-origin'],
};

const idsNear = ({ name }: Pick<ClientVariant, 'name'>): readonly ClientRequirementId[] => {
  const theme = name.slice(0, name.indexOf('/'));
  const prefixes = near[theme] ?? [`${theme}/`];
  return clientIds.filter((id) => prefixes.some((prefix) => id.startsWith(prefix)));
};

describe('conforming clients', function () {
  this.timeout(60_000);
  // Here in the scenarios of their own theme; `prove:long` takes each through all of them.
  for (const profile of [profiles[0], laterProfiles[1]])
    for (const variant of clientVariants)
      it(`${variant.name}: nothing is said against it when it reads ${profile.name}`, async () => {
        const verdict = await judgeConformingClient(variant.run, variant.but, 1, idsNear(variant), profile);
        expect(alarmsOf(verdict)).to.deep.equal([]);
        expect(verdict.judged).to.be.above(0);
      });

  it('the reference client keeps the rate limit in a district of another seed, too', async () => {
    const ids = idsNear({ name: 'rate-limit/reference' });
    const verdict = await judgeConformingClient(referenceClient, {}, 4711, ids);
    expect(alarmsOf(verdict)).to.deep.equal([]);
    expect(verdict.judged).to.equal(ids.length);
  });

  it('a client that breaks something raises the alarm', async () => {
    const first = naiveClient({ nextIn: () => undefined });
    const { alarms } = await judgeConformingClient(first, {}, 1, ['pagination/client-follows-next']);
    expect(alarms.map((one) => one.id)).to.deep.equal(['pagination/client-follows-next']);
  });
});

/**
 * As few scenarios as provoke everything between them. A row that passes in all scenarios passes in these, so a client that passes
 * nothing here passes nothing at all.
 */
const fewScenarios: readonly Scenario[] = scenarios
  .toSorted((a, b) => b.provokes.length - a.provokes.length)
  .reduce<readonly Scenario[]>((chosen, one) => {
    const known = new Set(chosen.flatMap(({ provokes }) => provokes));
    return one.provokes.every((id) => known.has(id)) ? chosen : chosen.concat(one);
  }, []);

/** Required rows that pass, or are left open as if something had been seen; a client that never starts has none. */
async function creditOf(run: ClientModule): Promise<readonly string[]> {
  try {
    const { outcomeOf } = await runClient({
      driver: createModuleDriver(run, 'a client', { silenceMs: 1500 }),
      scenarios: fewScenarios,
      seed: 1,
      jobs: 1,
      ids: new Set(clientIds),
      signal: new AbortController().signal,
      now: () => 0,
    });
    return clientIds.filter(
      (id) =>
        findRequirement(id).level === 'required' && ['passed', 'cantTell'].includes(outcomeOf(id).outcome),
    );
  } catch (error) {
    if (error instanceof InconclusiveError) return [];
    throw error;
  }
}

describe('clients that do nothing that helps', function () {
  this.timeout(60_000);
  for (const { name, run } of nullClients)
    it(`a client that ${name} passes no required row`, async () => {
      expect(await creditOf(run)).to.deep.equal([]);
    });
});
