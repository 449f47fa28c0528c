import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
        expect(judge.run).to.match(new RegExp(`^npx --yes clever-conformance@\\S+ ${side} --baseline`));
        expect(judge.env?.CLEVER_TOKEN !== undefined).to.equal(side === 'server');
        expect(readBaseline(join(dir, 'clever-conformance.baseline.yml'))).to.deep.equal([]);
        expect(readFileSync(join(dir, '.gitignore'), 'utf8')).to.equal('reports/\n');
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
