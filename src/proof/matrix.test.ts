import { expect } from 'chai';
import type { Side } from '../../contracts/requirement.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { buildProof, type Choice, chooseSubjects, type Proof } from './matrix.ts';
import { renderProofJson, renderProofPage } from './page.ts';
import type { Subject } from './subjects.ts';
import { gapsIn, renderKills, renderProofText } from './text.ts';
import type { Trial } from './trial.ts';

const subject = (side: Side, name: string, breaks?: RequirementId): Subject => ({
  side,
  name,
  breaks,
  judge: () => Promise.reject(new Error('not called')),
});

const alone = 'lms-errors/empty-body';
const shared = 'lms-errors/no-token';
const honest = subject('server', 'honest');
const twins = [subject('server', 'lms-errors/a', alone), subject('server', 'lms-errors/b', shared)];
const all = [
  honest,
  ...twins,
  subject('client', 'honest'),
  subject('client', 'lms/c', 'lms/client-creates-once'),
];

/** The proof of three trials, of which the one that is named is another one. */
function proofWith(changes: Readonly<Record<string, Partial<Trial>>> = {}, grep?: string): Proof {
  const failed: Readonly<Record<string, readonly RequirementId[]>> = {
    honest: [],
    'lms-errors/a': [alone],
    'lms-errors/b': [shared, alone],
  };
  const choice: Choice = { sides: ['server'], grep };
  const subjects = chooseSubjects(all, choice);
  const trials = subjects.map(
    ({ side, name }): Trial => ({
      side,
      name,
      failed: failed[name] ?? [],
      open: {},
      digest: '',
      ...changes[name],
    }),
  );
  return buildProof(trials, { ...choice, subjects, seed: 1 });
}

const rowOf = (proof: Proof, id: string) => proof.requirements.find((row) => row.id === id);

describe('the kill matrix', () => {
  it('separates own kills, other kills and unique kills', () => {
    const proof = proofWith();
    expect(rowOf(proof, alone)).to.deep.include({
      kills: ['lms-errors/a'],
      alsoKills: ['lms-errors/b'],
      aloneKills: ['lms-errors/a'],
      survivors: [],
    });
    expect(rowOf(proof, shared)).to.deep.include({ kills: ['lms-errors/b'], alsoKills: [], aloneKills: [] });
    expect(proof.counts).to.deep.include({ mutants: 2, killed: 2, caughtByOneAlone: 1, proven: 2 });
  });

  it('a requirement without a mutant is not proven, but for those that say why', () => {
    const proof = proofWith();
    expect(proof.proven).to.equal(false);
    const gaps = gapsIn(proof).join('\n');
    expect(gaps).to.include('unproven: pagination/ids-ascend');
    expect(gaps).to.not.include('data/undocumented-field');
    expect(proofWith({}, 'lms-errors/a').proven, 'only the selection').to.equal(true);
  });

  it('a mutant that only another requirement catches is a survivor', () => {
    const proof = proofWith({ 'lms-errors/a': { failed: [shared] } }, alone);
    expect(proof.proven).to.equal(false);
    expect(gapsIn(proof)).to.deep.equal([
      `unproven: ${alone} catches none of its mutants`,
      `survivor: lms-errors/a is not caught by ${alone}, only by ${shared}`,
    ]);
  });

  it('a mutant that nothing catches is a survivor even where its requirement has another one', () => {
    const twin = subject('server', 'lms-errors/d', alone);
    const trials = [...twins, twin].map(
      ({ name }): Trial => ({
        side: 'server',
        name,
        failed: name.endsWith('d') ? [] : [alone],
        open: {},
        digest: '',
      }),
    );
    const proof = buildProof(trials, { sides: ['server'], grep: alone, subjects: [...twins, twin], seed: 1 });
    expect(gapsIn(proof)).to.include(
      `survivor: lms-errors/d is not caught by ${alone} or any other requirement`,
    );
    expect(proof.proven).to.equal(false);
  });

  it('conforming controls must pass everything that can be violated', () => {
    const accused = proofWith({ honest: { failed: [alone] } }, 'lms-errors/a');
    expect(gapsIn(accused)).to.deep.equal([`false alarm: honest: ${alone} failed`]);
    const open = { [alone]: 'untested', 'data/undocumented-field': 'cantTell' } as const;
    const unseen = proofWith({ honest: { open } }, 'lms-errors/a');
    expect(unseen.honest[0]?.notPassed).to.deep.equal({ [alone]: 'untested' });
    expect([accused.proven, unseen.proven]).to.deep.equal([false, false]);
  });

  it('a run that broke off proves nothing', () => {
    const proof = proofWith({ 'lms-errors/a': { unfinished: 'the target was lost' } }, 'lms-errors/a');
    expect(gapsIn(proof)).to.deep.equal(['unfinished: lms-errors/a: the target was lost']);
    expect(proof.proven).to.equal(false);
  });

  it('a text chooses by name and by requirement, and takes what breaks nothing along', () => {
    const named = (choice: Choice) => chooseSubjects(all, choice).map((one) => `${one.side} ${one.name}`);
    const sides = ['server', 'client'] as const;
    expect(named({ sides, grep: 'errors/b' })).to.deep.equal(['server honest', 'server lms-errors/b']);
    expect(named({ sides, grep: 'creates' })).to.deep.equal(['client honest', 'client lms/c']);
    expect(named({ sides: ['client'] })).to.deep.equal(['client honest', 'client lms/c']);
    expect(named({ sides, grep: 'honest' })).to.deep.equal([]);
  });
});

describe('a proof in words', () => {
  const proof = proofWith({ 'lms-errors/b': { failed: [] } }, 'lms-errors/');

  it('the terminal shows every row, what is missing by name, and the counts', () => {
    const text = renderProofText(proof, { quiet: false });
    expect(text).to.match(/✓ lms-errors\/empty-body +1 of 1 +0 +1\n/);
    expect(text).to.match(/✗ lms-errors\/no-token +0 of 1 +0 +0\n/);
    expect(text).to.include('survivor: lms-errors/b');
    expect(text).to.include('1 of 2 mutants (50 %)');
    expect(text.trimEnd().split('\n').at(-1)).to.equal('NOT PROVEN');
  });

  it('quietly it shows no rows', () => {
    const text = renderProofText(proof, { quiet: true });
    expect(text).to.not.include('✓');
    expect(text).to.include('survivor: lms-errors/b');
  });

  it('the page names every mutant, bold where one requirement alone catches it', () => {
    const page = renderProofPage(proofWith());
    expect(page).to.include(`| \`${alone}\` | **a** | 1 |`);
    expect(page).to.include('| b | `lms-errors/empty-body` |');
    expect(page).to.include('*unprovable:* Fields may be added at any time');
    expect(renderProofPage(proof)).to.include('b (survives)');
  });

  it('the same trials give the same bytes, with no time in them', () => {
    expect(renderProofJson(proofWith())).to.equal(renderProofJson(proofWith()));
    expect(renderProofJson(proof)).to.not.match(/20\d\d-\d\d-\d\d/);
  });

  it('the reports count all kills, without unprovable requirements', () => {
    const kills = renderKills(proofWith());
    expect(kills).to.include(`'${alone}': 2,`);
    expect(kills).to.include(`'${shared}': 1,`);
    expect(kills).to.not.include('data/undocumented-field');
  });
});
