import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { exitCodes } from '../../errors.ts';
import { readBaseline } from '../run/baseline-file.ts';
import { runMain, withFolder } from '../testing.ts';
import { languages } from './languages.ts';

describe('the verb init', () => {
  const judgeStep = (dir: string) => {
    const { jobs } = parse(readFileSync(join(dir, '.github/workflows/clever-conformance.yml'), 'utf8'));
    const stepOf = (name: string) =>
      jobs.conformance.steps.find((step: { name?: string }) => step.name === name);
    expect(stepOf('Install').run).to.match(/^npm install --no-save \.\/clever-conformance-\d\S+\.tgz$/);
    return stepOf('Judge');
  };

  for (const [side, what, says] of [
    [
      'client',
      '-- python3 node_modules/clever-conformance/examples/clients/sync.py',
      'Missing: your client.',
    ],
    ['server', '--target sandbox', 'Missing: your server.'],
  ] as const)
    it(`gives a ${side} a workflow that works at once, says what is missing, and an empty baseline`, () =>
      withFolder(async (dir) => {
        const { code, stderr } = await runMain('init', '--side', side, '--dir', dir);
        expect(code).to.equal(exitCodes.conforming);
        const judge = judgeStep(dir);
        expect(judge.run).to.match(new RegExp(`^npx clever-conformance ${side} --baseline`));
        expect(judge.run.endsWith(what), judge.run).to.equal(true);
        expect(stderr).to.contain(says);
        expect(judge.env?.CLEVER_TOKEN !== undefined).to.equal(side === 'server');
        expect(readBaseline(join(dir, 'clever-conformance.baseline.yml'))).to.deep.equal([]);
        expect(readFileSync(join(dir, '.gitignore'), 'utf8')).to.equal('reports/\n');
      }));

  for (const [side, args, written] of [
    [
      'client',
      ['--api', 'data-v3.1,lms-v3.1', '--', 'ruby', 'our sync.rb'],
      "--api data-v3.1 -- ruby 'our sync.rb'",
    ],
    [
      'server',
      ['--api', 'lms-v3.1, data-v3.1', '--target', 'https://api.example.test'],
      '--api lms-v3.1,data-v3.1 --target https://api.example.test',
    ],
  ] as const)
    it(`judges the ${side} that it is given, of v3.1, in each CI system`, () =>
      withFolder(async (dir) => {
        const { stderr } = await runMain('init', '--side', side, '--dir', dir, ...args);
        expect(judgeStep(dir).run).to.contain(written);
        expect(stderr).to.contain(written).and.to.not.contain('v2.0');
        const gitlab = await runMain('init', '--side', side, '--ci', 'gitlab', '--dir', dir, ...args);
        expect(gitlab.stderr).to.contain('include: clever-conformance.gitlab-ci.yml');
        const { script } = parse(readFileSync(join(dir, 'clever-conformance.gitlab-ci.yml'), 'utf8'))[
          'clever-conformance'
        ];
        expect(script.at(-1))
          .to.match(new RegExp(`^npx clever-conformance ${side} `))
          .and.to.contain(written);
      }));

  for (const [ci, name] of [
    ['jenkins', 'clever-conformance.Jenkinsfile'],
    ['azure', 'clever-conformance.azure-pipelines.yml'],
    ['circleci', '.circleci/clever-conformance.yml'],
  ] as const)
    it(`writes a job for ${ci}, with the words of a command as they are, and says what to do with it`, () =>
      withFolder(async (dir) => {
        const { stderr } = await runMain('init', '--ci', ci, '--dir', dir, '--', 'ruby', "it's.rb");
        expect(stderr).to.contain(ci === 'jenkins' ? 'Jenkinsfile' : 'ipelines');
        const text = readFileSync(join(dir, name), 'utf8');
        const quoted = `ruby 'it'\\''s.rb'`;
        // Groovy reads escapes.
        const written = ci === 'jenkins' ? quoted.replace(/[\\']/g, '\\$&') : quoted;
        expect(text).to.contain(`-- ${written}`).and.to.contain('reports/conformance/junit.xml');
        const server = await runMain('init', '--ci', ci, '--side', 'server', '--dir', join(dir, 'other'));
        expect(server.code).to.equal(exitCodes.conforming);
        expect(readFileSync(join(dir, 'other', name), 'utf8')).to.contain('CLEVER_TOKEN');
      }));

  for (const [language, { file, command }] of Object.entries(languages))
    it(`writes the example client of ${language}, and a job that judges it`, () =>
      withFolder(async (dir) => {
        const { code, stdout } = await runMain('init', '--lang', language, '--dir', dir);
        expect(code, stdout).to.equal(exitCodes.conforming);
        expect(readFileSync(join(dir, file))).to.deep.equal(readFileSync(join('examples/clients', file)));
        expect(judgeStep(dir).run.endsWith(`-- ${command.join(' ')}`)).to.equal(true);
      }));

  it('refuses what it would ignore, and writes nothing', () =>
    withFolder(async (dir) => {
      for (const args of [
        ['--target', 'https://api.example.test'],
        ['--side', 'server', '--', 'ruby', 'sync.rb'],
        ['--side', 'server', '--target', 'nonsense'],
        ['--ci', 'travis'],
        ['--lang', 'cobol'],
        ['--lang', 'python', '--', 'ruby', 'sync.rb'],
        ['--lang', 'python', '--side', 'server'],
      ])
        expect((await runMain('init', '--dir', dir, ...args)).code, args.join(' ')).to.equal(exitCodes.usage);
      expect(readdirSync(dir)).to.deep.equal([]);
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
