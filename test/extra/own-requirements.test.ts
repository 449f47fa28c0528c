import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runMain, withFolder } from '../../src/cli/testing.ts';
import { claim, judgeServer } from '../../src/library/index.ts';
import type { Report } from '../../src/report/model/report.ts';

const page = readFileSync('docs/own-requirements.md', 'utf8');
const [requirements = '', reporter = ''] = [...page.matchAll(/```js\n(.*?)```/gs)].map(
  ([, code = '']) => code,
);
const quick = ['--requirement', 'access/bearer-token'];
const walker = `export async function run({ baseUrl, token, fetch }) {
  const response = await fetch(baseUrl + '/v2.0/students?limit=5', { headers: { authorization: 'Bearer ' + token } });
  return { complete: false, ids: [], said: String(response.status) };
}`;

/** Runs a verb in a folder with these files; its report, if there is one. */
async function run(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return await withFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const ended = await runMain(...args.map((one) => one.replace('%', folder)), '--out', join(folder, 'out'));
    const out = join(folder, 'out');
    const namesIn = existsSync(out)
      ? readdirSync(out).filter((name) => /\.(?:json|xml|html|md)$|^SHA/.test(name))
      : [];
    const texts = new Map(namesIn.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
    const read = (name: string) => texts.get(name) ?? '';
    const json = texts.get('report.json');
    const isPresent = json !== undefined;
    const verify = isPresent ? await runMain('verify', out) : undefined;
    const again = isPresent ? await runMain('report', out) : undefined;
    return {
      ...ended,
      report: json === undefined ? undefined : (JSON.parse(json) as Report),
      read,
      verify,
      again,
      after: json === undefined ? '' : readFileSync(join(out, 'report.json'), 'utf8'),
    };
  });
}

const failing = requirements.replace('!sis_id', 'sis_id');

describe('own requirements', () => {
  it('of the page are judged beside the catalogue, and change nothing of it', async () => {
    const without = await run({}, 'server', ...quick);
    const { code, report, stdout, verify, after } = await run(
      { 'own.mjs': requirements },
      'server',
      ...quick,
      '--extra',
      '%/own.mjs',
    );
    expect(code).to.equal(0);
    expect(report?.extra?.map(({ id, outcome }) => `${id} ${outcome}`)).to.deep.equal([
      'x-acme/students-have-a-sis-id passed',
    ]);
    expect(stdout).to.include('Own requirements: 1 of 1 passed; no part of the verdict');
    const { extra: _extra, ...rest } = report as Report;
    expect({ ...rest, startedAt: '', durationMs: 0, environment: {} }).to.deep.equal({
      ...without.report,
      startedAt: '',
      durationMs: 0,
      environment: {},
    });
    expect(verify?.code, verify?.stdout).to.equal(0);
    expect(JSON.parse(after).extra).to.deep.equal(report?.extra);
  });

  it('that fail are shown everywhere, and fail the run only where that is asked for', async () => {
    const { code, report, stdout, read } = await run(
      { 'own.mjs': failing },
      'server',
      ...quick,
      '--extra',
      '%/own.mjs',
      '--reporter',
      'markdown',
    );
    expect(code).to.equal(0);
    expect(report?.verdict).to.equal('conforming');
    expect(report?.extra?.[0]?.findings[0]?.message).to.include('Students have no id of the SIS');
    for (const text of [stdout, read('report.html'), read('summary.md')])
      expect(text)
        .to.include('x-acme/students-have-a-sis-id')
        .and.to.include('Students have no id of the SIS');
    expect(read('junit.xml')).to.match(/x-acme\/students-have-a-sis-id"[^<]*<skipped message="failed: /s);
    const gated = await run(
      { 'own.mjs': failing },
      'server',
      ...quick,
      '--extra',
      '%/own.mjs',
      '--fail-on',
      'extra',
      '--quiet',
    );
    expect([gated.code, gated.report?.verdict, gated.again?.code]).to.deep.equal([1, 'conforming', 1]);
    expect(gated.stdout).to.include('they fail the run (--fail-on extra)');
    expect(gated.read('junit.xml')).to.match(/x-acme\/students-have-a-sis-id"[^<]*<failure /s);
  });

  it('of clients take what clients did', async () => {
    const files = { 'own.mjs': requirements, 'walker.mjs': walker };
    const { report } = await run(
      files,
      'client',
      '--module',
      '%/walker.mjs',
      '--scenario',
      'pagination/full-walk',
      '--extra',
      '%/own.mjs',
    );
    expect(report?.extra?.map(({ id, outcome }) => `${id} ${outcome}`)).to.deep.equal([
      'x-acme/asks-for-large-pages failed',
    ]);
  });

  it('that break cannot tell, and fail what they gate', async () => {
    const breaking = failing.replace('const without =', 'const without = carriedRecords.none.at(0) ??');
    const { code, report } = await run(
      { 'own.mjs': breaking },
      'server',
      ...quick,
      '--extra',
      '%/own.mjs',
      '--fail-on',
      'extra',
    );
    expect(code).to.equal(1);
    expect(report?.extra?.[0]).to.deep.include({ outcome: 'cantTell' });
    expect(report?.extra?.[0]?.why).to.include('the claim itself broke: TypeError');
  });

  it('are taken in code, too, where an id of the catalogue is refused', async () => {
    const form = {
      says: 'something was read',
      cases: () => [{ name: 'all' }],
      otherwise: { untested: 'nothing' },
      assert: () => expect(true).to.equal(true),
    };
    const { report } = await judgeServer({
      requirements: ['access/bearer-token'],
      extra: [claim('x-acme/any', form)],
    });
    expect(report.extra).to.deep.equal([
      {
        id: 'x-acme/any',
        claim: 'something was read',
        outcome: 'passed',
        cases: [{ name: 'all', outcome: 'passed' }],
        findings: [],
      },
    ]);
    expect(() => claim('data/one-district' as never, form)).to.throw('is no id of an own requirement');
  });

  for (const [what, text, says] of [
    ['has a mistake', 'export default (', 'cannot be loaded: '],
    ['throws', 'throw new Error("no database")', 'cannot be loaded: no database'],
    ['ends the process', 'process.exit(0)', 'ends the process'],
    ['exports nothing', 'export const a = 1;', 'exports no function'],
    ['makes nothing', 'export default () => [];', 'makes no requirements'],
    ['breaks', 'export default ({ claims }) => [claims.a.b];', 'broke: '],
    [
      'has two of one id',
      requirements.replace('x-acme/asks-for-large-pages', 'x-acme/students-have-a-sis-id'),
      'Two own requirements are named x-acme/students-have-a-sis-id',
    ],
    ['has none for servers', requirements.replace(' claim(', ' clientClaim('), 'no requirement of a server'],
    [
      'takes an id of the catalogue',
      requirements.replaceAll('x-acme/', 'data/'),
      'is no id of an own requirement',
    ],
  ] as const)
    it(`a file that ${what} ends the run before it begins, in a line`, async () => {
      const { code, stderr, report } = await run({ 'own.mjs': text }, 'server', '--extra', '%/own.mjs');
      expect(code).to.equal(2);
      expect(stderr.split('\n')[0]).to.include('own.mjs').and.to.include(says);
      expect(report).to.equal(undefined);
    });
});

it('own requirements of shards are judged again when these are merged, or left out', async () => {
  await withFolder(async (folder) => {
    const own = join(folder, 'own.mjs');
    writeFileSync(own, requirements);
    const shards = [join(folder, '1'), join(folder, '2')];
    for (const [at, out] of shards.entries())
      await runMain(
        'server',
        '--grep',
        'data/*',
        '--depth',
        'quick',
        '--extra',
        own,
        '--shard',
        `${at + 1}/2`,
        '--out',
        out,
      );
    const merged = async (...flags: readonly string[]) => {
      const out = join(folder, `merged-${flags.length}`);
      const { code, stderr } = await runMain('merge', ...shards, '--out', out, ...flags);
      if (code === 2) return stderr;
      return (JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report).extra?.map(
        ({ outcome }) => outcome,
      );
    };
    expect(await merged()).to.equal(undefined);
    expect(await merged('--extra', own)).to.deep.equal(['passed']);
    expect(await merged('--fail-on', 'extra', '--json')).to.include('--fail-on extra needs --extra FILE');
  });
});

it('--fail-on extra needs --extra, for it would fail on nothing', async () => {
  const { code, stderr } = await run({}, 'server', '--fail-on', 'extra');
  expect([code, stderr]).to.deep.equal([2, 'error: --fail-on extra needs --extra FILE. Add it.\n']);
});

it('own requirements that are more than a report shows are repeated byte by byte when it is rebuilt', async () => {
  const many = `export default ({ claim, violation }) => [claim('x-acme/many', {
    says: 'there are few', otherwise: { untested: 'nothing' },
    cases: () => Array.from({ length: 1200 }, (_, at) => ({ name: 'case ' + at })),
    assert: ({ name }) => violation(name + ' is one too many.', { expected: 'none' }),
  })]`;
  const { read, after, report } = await run({ 'own.mjs': many }, 'server', ...quick, '--extra', '%/own.mjs');
  expect(report?.extra?.[0]?.truncated).to.deep.equal({ cases: 200, findings: 1000 });
  expect(after === read('report.json'), 'the same bytes').to.equal(true);
});

describe('a reporter of the user', () => {
  it('of the page writes its file among the others, and again over it', async () => {
    const { code, read, verify } = await run(
      { 'mine.mjs': reporter },
      'server',
      ...quick,
      '--reporter',
      '%/mine.mjs',
    );
    expect(code).to.equal(0);
    expect(JSON.parse(read('message.json'))).to.deep.equal({
      text: 'embedded sandbox: conforming, 0 failed',
    });
    expect(read('SHA256SUMS')).to.include('message.json');
    expect(verify?.code).to.equal(0);
  });

  for (const [what, text, says] of [
    ['breaks', 'export default () => { throw new Error("no network"); }', 'broke: no network'],
    ['returns nothing', 'export default () => {};', 'returned no { name, text }'],
    ['names a directory', "export default () => ({ name: '../a', text: '' });", 'returned no { name, text }'],
    [
      'takes the name of a report that another run may write',
      "export default () => ({ name: 'Summary.md', text: '' });",
      'is a report of this program',
    ],
    [
      'takes the name of another report',
      "export default () => ({ name: 'junit.xml', text: '' });",
      'is a report of this program',
    ],
  ] as const)
    it(`that ${what} loses nothing else`, async () => {
      const { code, stderr, report, read } = await run(
        { 'mine.mjs': text },
        'server',
        ...quick,
        '--reporter',
        '%/mine.mjs',
      );
      expect(code).to.equal(3);
      expect(stderr).to.include(says);
      expect(report?.verdict).to.equal('conforming');
      expect(read('junit.xml')).to.include('<testsuites');
    });

  it('that is missing ends the run before it begins', async () => {
    const { code, stderr } = await run({}, 'server', '--reporter', '%/none.mjs');
    expect([code, stderr.split('\n')[0]]).to.satisfy(
      ([one, line]: [number, string]) => one === 2 && line.includes('does not exist'),
    );
  });
});
