import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { clientMutants } from '../mutants/clients/index.ts';
import { wholeClient } from '../mutants/clients/whole-client.ts';
import { serverMutants } from '../mutants/servers/index.ts';
import { themeOf } from '../requirement.ts';
import { createSandboxPool } from '../scenarios/sandbox-pool.ts';
import {
  askAboutClient,
  askAboutServer,
  type Comparison,
  clientOpinionIds,
  fewestStudents,
  serverOpinionIds,
} from './agreement.ts';

/** In a line: what each of the two says. */
const told = ({ id, judge, opinion }: Comparison) => `${id}: judge ${judge}, second opinion ${opinion.says}`;
const apart = (all: readonly Comparison[]) => all.filter(({ verdict }) => verdict !== 'agree').map(told);

/** Asks about the mutants of a requirement until the two say that it is broken: not every breach shows in so small a run. */
async function firstBreach<Mutant extends { readonly breaks: RequirementId }>(
  mutants: readonly Mutant[],
  id: RequirementId,
  ask: (mutant: Mutant) => Promise<readonly Comparison[]>,
): Promise<string> {
  let said = `${id}: no mutant`;
  for (const mutant of mutants.filter(({ breaks }) => breaks === id)) {
    const [one] = await ask(mutant);
    if (!one) continue;
    said = `${told(one)} (${one.verdict})`;
    if (one.judge !== 'passed' || one.opinion.says !== 'held') break;
  }
  return said;
}
const bothSay = (id: RequirementId) => `${id}: judge failed, second opinion violated (agree)`;

describe('the second opinion', () => {
  it('has a row for each requirement of its themes, and imports no judge', async () => {
    const files = readdirSync(import.meta.dirname).filter((name) =>
      /^second-opinion(?!.*\.test).*\.ts$/.test(name),
    );
    expect(files).to.include.members(['second-opinion.ts', 'second-opinion-client.ts']);
    const imported = files.flatMap((name) =>
      [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/from '([^']+)'/g)].map(
        (found) => found[1] ?? '',
      ),
    );
    const allowed =
      /^(?:\.\/second-opinion[a-z-]*|\.\.\/(?:exchange|observation|result)|\.\.\/\.\.\/contracts\/(?:profiles|requirements\/index))\.ts$/;
    expect(imported.filter((name) => !allowed.test(name))).to.deep.equal([]);
    expect(serverOpinionIds).to.have.lengthOf(40);
    expect(clientOpinionIds).to.have.lengthOf(29);
  });

  it('of an honest server both say that everything is kept', async () => {
    const all = await askAboutServer({});
    expect(all.map(({ id }) => id)).to.have.members(serverOpinionIds);
    expect(apart(all)).to.deep.equal([]);
    expect(all.filter(({ opinion }) => opinion.says !== 'held').map(told)).to.deep.equal([]);
  });

  it('of an honest client both say that everything is kept', async () => {
    const sandboxes = createSandboxPool(1);
    const all = await askAboutClient(wholeClient(), sandboxes);
    sandboxes.close();
    expect(all.map(({ id }) => id)).to.have.members(clientOpinionIds);
    expect(apart(all)).to.deep.equal([]);
    expect(all.filter(({ opinion }) => opinion.says !== 'held').map(told)).to.deep.equal([]);
  });

  for (const theme of ['pagination', 'rate-limit'] as const)
    it(`of a server that breaks a requirement of ${theme} both say so, whichever it is`, async () => {
      const ids = serverOpinionIds.filter((id) => themeOf(id) === theme);
      const found: string[] = [];
      for (const id of ids)
        found.push(
          await firstBreach(serverMutants, id, ({ tamper }) =>
            askAboutServer({ tamper, students: fewestStudents(id) }, [id]),
          ),
        );
      expect(found).to.deep.equal(ids.map(bothSay));
    });

  it('of a client that breaks a requirement both say so, whichever it is', async () => {
    const sandboxes = createSandboxPool(1);
    const found: string[] = [];
    for (const id of clientOpinionIds)
      found.push(await firstBreach(clientMutants, id, ({ run }) => askAboutClient(run, sandboxes, [id])));
    sandboxes.close();
    expect(found).to.deep.equal(clientOpinionIds.map(bothSay));
  });
});
