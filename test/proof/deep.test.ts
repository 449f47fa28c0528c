import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { deepSubjects, openDeepBench } from '../../src/proof/deep/bench.ts';
import { chooseDeep, isDeeplyProven, summarize } from '../../src/proof/deep/deep-proof.ts';
import { renderDeepText } from '../../src/proof/deep/deep-text.ts';
import type { DeepTrial } from '../../src/proof/deep/deep-trial.ts';

const { signal } = new AbortController();
const apis = profiles.map(({ name }) => name);
/** Records a conforming run when it is first used. */
const judge = openDeepBench({ side: 'server', apis, seed: 1, signal });

for (const side of ['server', 'client'] as const)
  describe(`generated ${side} mutants`, () => {
    it('each has a name of its own: operator, @ and place', () => {
      const names = deepSubjects(side, apis).map(({ name }) => name);
      expect(new Set(names).size).to.equal(names.length);
      for (const { name, operator } of deepSubjects(side, apis))
        expect(name.startsWith(`${operator}@`)).to.equal(true);
    });
  });

/** A server mutant that is judged here by its name. */
async function outcomesOf(...names: readonly string[]): Promise<readonly DeepTrial[]> {
  const trials: DeepTrial[] = [];
  for (const name of names) trials.push(await judge(name));
  return trials;
}

describe('a generated mutant', function () {
  this.timeout(60_000);

  it('is killed, changes nothing, or is at a place that no request reaches', async () => {
    const [killed, unchanged, unreached] = await outcomesOf(
      'drop-link@GET /students: self, own limit',
      'drop-event-part@GET /events: terms.created, previous_attributes',
      'error-as-object@GET /contacts/{id}/students: 502',
    );
    expect(killed).to.deep.include({ outcome: 'killed', operator: 'drop-link', theme: 'pagination' });
    expect(killed?.killedBy).to.include('pagination/self-link');
    expect(unchanged).to.deep.include({ outcome: 'unchanged', killedBy: [] });
    expect(unreached).to.deep.include({ outcome: 'unreached', killedBy: [] });
  });

  it('is drawn by its name and the seed', () => {
    const draw = (seed: number) =>
      chooseDeep({ apis, sides: ['client'], sample: 5, seed }).map(({ name }) => name);
    expect(draw(1)).to.have.lengthOf(5).and.to.deep.equal(draw(1)).and.not.to.deep.equal(draw(2));
  });
});

describe('the proof by generated mutants', () => {
  const trial = (
    name: string,
    outcome: DeepTrial['outcome'],
    killedBy: DeepTrial['killedBy'] = [],
  ): DeepTrial => ({
    side: 'client',
    name,
    operator: name.split('@')[0] ?? '',
    theme: 'backoff',
    outcome,
    killedBy,
  });
  const trials = [
    trial('skip-wait@a', 'killed', ['backoff/client-first-wait-1s']),
    trial('skip-wait@b', 'survived'),
    trial('drop-token@a', 'unreached'),
    trial('drop-token@b', 'unchanged'),
  ];

  it('counts only what a run reaches and what changes something', () => {
    const side = summarize('client', trials);
    expect(side.counts).to.deep.equal({
      generated: 4,
      unreached: 1,
      unchanged: 1,
      mutants: 2,
      killed: 1,
      killedByRequired: 1,
      survivors: 1,
      equivalent: 0,
    });
    expect(Object.keys(side.operators)).to.deep.equal(['skip-wait']);
    expect(side).to.deep.include({ survivors: ['skip-wait@b'], unreached: ['drop-token@a'], stale: [] });
  });

  it('fails below 99 of 100, and names every survivor', () => {
    const half = { sides: [summarize('client', trials)] };
    const all = {
      sides: [
        summarize(
          'client',
          trials.filter((one) => one.outcome !== 'survived'),
        ),
      ],
    };
    expect([isDeeplyProven(half), isDeeplyProven(all)]).to.deep.equal([false, true]);
    const text = renderDeepText(
      {
        ...half,
        format: 'clever-conformance/deep-proof',
        formatVersion: 1,
        seed: 1,
        catalogue: { version: '', digest: '' },
      },
      { quiet: false },
    );
    expect(text)
      .to.include('1 of 2 generated mutants caught (50.0 %)')
      .and.to.include('survivor: skip-wait@b');
  });
});
