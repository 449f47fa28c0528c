import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { kills } from '../../contracts/kills.ts';
import type { Proof } from '../../src/proof/matrix.ts';
import { renderProofPage } from '../../src/proof/page.ts';
import { subjects } from '../../src/proof/subjects.ts';
import { renderKills } from '../../src/proof/text.ts';

const root = join(import.meta.dirname, '..', '..');
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the proof that is committed', () => {
  const proof = JSON.parse(textOf('docs/proof.json')) as Proof;

  it('is whole', () => {
    expect(proof.proven).to.equal(true);
    expect(proof.counts.killed).to.equal(proof.counts.mutants);
  });

  it('is of the mutants of today', () => {
    const columns = proof.mutants.map(({ side, name, breaks }) => ({ side, name, breaks }));
    const mutants = subjects.flatMap(({ side, name, breaks }) => (breaks ? [{ side, name, breaks }] : []));
    expect(columns, 'run npm run prove').to.deep.equal(mutants);
  });

  it('is what its page says and what the reports count', () => {
    expect(textOf('docs/kill-matrix.md') === renderProofPage(proof), 'run npm run prove').to.equal(true);
    expect(textOf('contracts/kills.ts') === renderKills(proof), 'run npm run prove').to.equal(true);
    expect(Object.values(kills).every((count) => count > 0)).to.equal(true);
  });
});
