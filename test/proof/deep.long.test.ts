import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { Side } from '../../contracts/requirement.ts';
import { openDeepBench } from '../../src/proof/deep/bench.ts';
import { chooseDeep, summarize } from '../../src/proof/deep/deep-proof.ts';
import type { DeepTrial } from '../../src/proof/deep/deep-trial.ts';

const { signal } = new AbortController();
const apis = profiles.map(({ name }) => name);
/** Mutants of each side that are judged here; `prove --deep` judges all of them. */
const sampleSize: Readonly<Record<Side, number>> = { server: 20, client: 150 };

/** The share of the sample that has to be caught: a little less than of all of them. */
const leastRate: Readonly<Record<Side, number>> = { server: 0.85, client: 0.95 };

for (const side of ['server', 'client'] as const)
  describe(`generated ${side} mutants`, function () {
    this.timeout(300_000);

    it('of a sample, most are caught', async () => {
      const judge = openDeepBench({ side, apis, seed: 1, signal });
      const trials: DeepTrial[] = [];
      for (const { name } of chooseDeep({ apis, sides: [side], sample: sampleSize[side], seed: 1 }))
        trials.push(await judge(name));
      const { counts, survivors } = summarize(side, trials);
      expect(counts.mutants).to.be.at.least(sampleSize[side] / 15);
      expect(counts.killed / counts.mutants, survivors.join('\n')).to.be.at.least(leastRate[side]);
    });
  });
