import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { exitCodes } from '../../errors.ts';
import { readBaseline } from '../baseline-file.ts';
import { runMain, withFolder } from '../testing.ts';

describe('the verb init', () => {
  for (const side of ['client', 'server'])
    it(`gives a ${side} a workflow that can be read, and an empty baseline`, () =>
      withFolder(async (dir) => {
        const { code } = await runMain('init', '--side', side, '--dir', dir);
        expect(code).to.equal(exitCodes.conforming);
        const file = join(dir, '.github/workflows/clever-conformance.yml');
        const { jobs } = parse(readFileSync(file, 'utf8'));
        const judge = jobs.conformance.steps.find((step: { name?: string }) => step.name === 'Judge');
        expect(judge.run).to.match(new RegExp(`^npx clever-conformance ${side} --baseline`));
        const install = jobs.conformance.steps.find((step: { name?: string }) => step.name === 'Install');
        expect(install.run).to.match(/^npm install --no-save \.\/clever-conformance-\d\S+\.tgz$/);
        expect(judge.env?.CLEVER_TOKEN !== undefined).to.equal(side === 'server');
        expect(readBaseline(join(dir, 'clever-conformance.baseline.yml'))).to.deep.equal([]);
        expect(readFileSync(join(dir, '.gitignore'), 'utf8')).to.equal('reports/\n');
      }));

  for (const [side, api, written] of [
    ['client', 'data-v3.1,lms-v3.1', '--api data-v3.1 -- '],
    ['server', 'lms-v3.1, data-v3.1', '--api lms-v3.1,data-v3.1 --target '],
  ] as const)
    it(`gives a ${side} of v3.1 a workflow that judges v3.1`, () =>
      withFolder(async (dir) => {
        const { stderr } = await runMain('init', '--side', side, '--api', api, '--dir', dir);
        const workflow = readFileSync(join(dir, '.github/workflows/clever-conformance.yml'), 'utf8');
        expect(workflow).to.contain(written);
        expect(stderr).to.contain(written).and.to.not.contain('v2.0');
      }));

  it('a version that does not exist is a usage error, and nothing is written', () =>
    withFolder(async (dir) => {
      expect((await runMain('init', '--api', 'data-v9', '--dir', dir)).code).to.equal(exitCodes.usage);
      expect(readdirSync(dir)).to.deep.equal([]);
    }));

  it('reports existing files and leaves them alone', () =>
    withFolder(async (dir) => {
      mkdirSync(join(dir, '.github/workflows'), { recursive: true });
      const mine = ['.github/workflows/clever-conformance.yml', 'clever-conformance.baseline.yml'].map(
        (name) => join(dir, name),
      );
      for (const file of mine) writeFileSync(file, 'mine');
      writeFileSync(join(dir, '.gitignore'), 'node_modules');
      const { stdout } = await runMain('init', '--dir', dir);
      expect(stdout.match(/already exists/g)).to.have.length(2);
      for (const file of mine) expect(readFileSync(file, 'utf8')).to.equal('mine');
      expect(readFileSync(join(dir, '.gitignore'), 'utf8')).to.equal('node_modules\nreports/\n');
      const again = await runMain('init', '--dir', dir);
      expect(again.stdout.match(/already exists/g)).to.have.length(3);
    }));

  it('an unknown side is a usage error', async () => {
    const { code, stderr } = await runMain('init', '--side', 'sever');
    expect(code).to.equal(exitCodes.usage);
    expect(stderr).to.contain('server');
  });
});
