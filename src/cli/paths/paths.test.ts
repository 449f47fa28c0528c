import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { reporters } from '../../report/formats/reporters.ts';
import { runMain, withFolder } from '../testing.ts';

/** Every flag that names a place to write to, with what its verb needs besides. `%`: the path. */
const flags = [
  'server --out %',
  'server --reporter json:%',
  'server --explore-file %',
  'client --out % -- true',
  'judge x.har --out %',
  'record --out %',
  'prove --out %',
  'prove --deep --out %',
  'pact verify x.json --out %',
  'pact compare x.json --out %',
  'pact export x --consumer app --out %',
  'report x --out %',
  'report x --matrix %',
  'merge x --out %',
  'sandbox --db %',
  'init --dir %',
  'cleanup --journal %',
] as const;

/** Reporters and the comparison write to stdout, and a reporter without a path writes to the directory. */
const means: Readonly<Record<string, readonly string[]>> = {
  'server --reporter json:%': ['', '-'],
  'report x --matrix %': ['-'],
};

const argumentsOf = (flag: string, path: string) => flag.split(' ').map((word) => word.replace('%', path));

const quick = ['server', '--quiet', '--requirement', 'access/bearer-token'];

describe('paths to write to', () => {
  for (const flag of flags)
    it(`${flag}: nothing, a dash and the root are refused in one line`, async () => {
      for (const [path, why] of [
        ['', 'has no path'],
        ['  ', 'has no path'],
        ['-', 'nothing is written to stdout here'],
        ['/', 'is the root of the file system'],
        ['/missing/../', 'is the root of the file system'],
      ] as const) {
        if (means[flag]?.includes(path)) continue;
        const { code, stdout, stderr } = await runMain(...argumentsOf(flag, path));
        expect(code, stderr).to.equal(2);
        expect(stderr.split('\n')[0]).to.include(why);
        expect(stdout).to.equal('');
      }
    });

  it('.. does not create what it leaves', () =>
    withFolder(async (cwd) => {
      const { code } = await runMain(...quick, '--out', `${cwd}/missing/../out`);
      expect(code).to.equal(0);
      const up = await runMain('init', '--dir', `${cwd}/missing/deeper/../../project`);
      expect(up.code).to.equal(0);
      expect(readdirSync(cwd).sort()).to.deep.equal(['out', 'project']);
    }));

  it('a directory is no file', () =>
    withFolder(async (cwd) => {
      for (const flag of ['server --reporter json:%', 'report x --matrix %', 'sandbox --db %']) {
        const { code, stderr } = await runMain(...argumentsOf(flag, cwd));
        expect(code).to.equal(2);
        expect(stderr).to.include('is a directory');
      }
    }));
});

describe('a file that exists', () => {
  const text = 'mine';
  const names = ['report.json', 'report.html', 'junit.xml', 'evidence.json.gz', 'SHA256SUMS', 'summary.md'];

  for (const name of names)
    it(`${name} of another program is not replaced, in a directory or behind a link`, () =>
      withFolder(async (cwd) => {
        mkdirSync(join(cwd, 'real'));
        writeFileSync(join(cwd, 'real', name), text);
        symlinkSync('real', join(cwd, 'link'));
        mkdirSync(join(cwd, 'linked'));
        symlinkSync(`../real/${name}`, join(cwd, 'linked', name));
        for (const folder of ['real', 'link', 'linked']) {
          const out = join(cwd, folder);
          const { code, stderr } = await runMain(...quick, '--reporter', 'markdown', '--out', out);
          expect(code, stderr).to.equal(2);
          expect(stderr).to.include(`${join(out, name)} already exists`);
          expect(readdirSync(out)).to.deep.equal([name]);
        }
        expect(readFileSync(join(cwd, 'real', name), 'utf8')).to.equal(text);
      }));

  it('is not replaced by what a flag names, if it is of another program', () =>
    withFolder(async (cwd) => {
      mkdirSync(join(cwd, 'real'));
      symlinkSync('real', join(cwd, 'link'));
      const mine = join(cwd, 'link/mine');
      const run = join(cwd, 'run');
      expect((await runMain(...quick, '--out', run)).code).to.equal(0);
      writeFileSync(mine, text);
      for (const name of Object.keys(reporters)) {
        const args = ['--reporter', `${name}:${mine}`];
        for (const verb of [quick, ['report', run]])
          expect((await runMain(...verb, ...args)).code, name).to.equal(2);
      }
      expect((await runMain('report', run, '--matrix', mine)).code).to.equal(2);
      expect((await runMain('pact', 'export', run, '--consumer', 'app', '--out', mine)).code).to.equal(2);
      expect(readFileSync(mine, 'utf8')).to.equal(text);
    }));

  for (const [args, name] of [
    [['judge', '%/in.har', '--out', '%'], 'report.json'],
    [['record', '--out', '%'], 'index.json'],
    [['pact', 'compare', 'contracts/pacts/data-v2.0.json', '--out', '%'], 'pact-report.json'],
    [['pact', 'verify', 'contracts/pacts/data-v2.0.json', '--out', '%'], 'junit.xml'],
    [['prove', '--grep', 'data/count', '--out', '%'], 'kill-matrix.md'],
    [['prove', '--deep', '--grep', 'drop-link@GET /students', '--out', '%'], 'deep-proof.json'],
  ] as const)
    it(`${args.slice(0, 2).join(' ')} does not replace ${name} of another program`, () =>
      withFolder(async (cwd) => {
        writeFileSync(join(cwd, 'in.har'), JSON.stringify(har));
        for (const folder of ['', 'server', 'client']) {
          mkdirSync(join(cwd, folder), { recursive: true });
          writeFileSync(join(cwd, folder, name), text);
        }
        const { code, stderr } = await runMain(...args.map((word) => word.replace('%', cwd)));
        expect(code, stderr).to.equal(2);
        expect(stderr).to.include('already exists');
        expect(readFileSync(join(cwd, name), 'utf8')).to.equal(text);
      }));

  it('is replaced if it is of this program, or empty', () =>
    withFolder(async (cwd) => {
      const chosen = Object.keys(reporters).map((name) => `${name}:${cwd}/${name}.out`);
      writeFileSync(join(cwd, 'markdown.out'), '');
      const args = [...quick, '--out', join(cwd, 'run'), '--reporter', ...chosen];
      for (let time = 0; time < 2; time++) expect((await runMain(...args)).code).to.equal(0);
      expect(existsSync(join(cwd, 'tap.out'))).to.equal(true);
      const pact = ['pact', 'export', join(cwd, 'run'), '--consumer', 'app', '--out', join(cwd, 'pact.json')];
      for (let time = 0; time < 2; time++) expect((await runMain(...pact)).code).to.equal(0);
      const matrix = ['report', join(cwd, 'run'), '--matrix', join(cwd, 'matrix.html')];
      for (let time = 0; time < 2; time++) expect((await runMain(...matrix)).code).to.equal(0);
      const compare = ['pact', 'compare', join(cwd, 'pact.json'), '--out', join(cwd, 'compared')];
      for (let time = 0; time < 2; time++) expect((await runMain(...compare)).code).to.equal(0);
    }));
});

const har = {
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-01-05T12:00:00.000Z',
        time: 10,
        request: {
          method: 'GET',
          url: 'https://api.clever.com/v2.0/students?limit=1',
          headers: [{ name: 'Authorization', value: 'Bearer x' }],
        },
        response: { status: 200, headers: [], content: { text: '{"data":[],"links":[]}' } },
      },
    ],
  },
};
