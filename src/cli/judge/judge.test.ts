import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { harOf } from '../../captures/formats/har-testing.ts';
import { overPort, walk } from '../../captures/testing.ts';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import type { Report } from '../../report/model/report.ts';
import { runCli, withFolder } from '../testing.ts';
import { type JudgeFlags, readJudgeFlags } from './flags.ts';

const reportIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;

describe('judge', function () {
  this.timeout(20_000);
  it('writes a report of each side of a good walk, and exits 0', () =>
    withFolder(async (cwd) => {
      const caught = await overPort((get) => walk(get, '/v2.0/students?limit=10'));
      caught.push({ ...structuredClone(caught[0]!), url: 'https://cdn.example/app.js', headers: [] });
      writeFileSync(join(cwd, 'walk.har'), harOf(caught, 'chrome'));
      const { code, stdout, stderr } = await runCli(['judge', 'walk.har', '--out', 'out'], { cwd });
      expect(code, stderr).to.equal(0);
      expect(stderr).to.include('walk.har: 3 of 4 entries go to a Clever API');
      expect(stderr).to.include('Left out: 1 to other hosts.');
      const token = caught[0]?.headers.find(([name]) => name === 'authorization')?.[1]?.slice(7) ?? 'none';
      for (const side of ['server', 'client']) {
        const report = reportIn(join(cwd, 'out', side));
        expect([report.side, report.verdict, report.subject.kind]).to.deep.equal([side, 'conforming', 'har']);
        const written = gunzipSync(readFileSync(join(cwd, 'out', side, 'evidence.json.gz'))).toString();
        expect(written + stdout + stderr).to.not.include(token);
        expect(written).to.not.include('cdn.example');
      }
      const passed = reportIn(join(cwd, 'out/server')).requirements.filter((row) => row.outcome === 'passed');
      expect(passed.map((row) => row.id)).to.include('pagination/next-walk-complete');
    }));

  it('reports name neither the file nor what it says of its tool; the console names the file', () =>
    withFolder(async (cwd) => {
      const caught = await overPort((get) => walk(get, '/v2.0/students?limit=10'));
      const har = JSON.parse(harOf(caught));
      har.log.creator = { name: 'Export of Hermione Granger', version: '2009-09-19' };
      writeFileSync(join(cwd, 'hermione.har'), JSON.stringify(har));
      writeFileSync(join(cwd, 'granger.har'), harOf(caught.slice(0, 1), 'chrome'));
      const { code, stderr } = await runCli(['judge', 'hermione.har', 'granger.har'], { cwd });
      expect(code, stderr).to.equal(0);
      expect(stderr).to.include('hermione.har and 1 more: ');
      const report = reportIn(join(cwd, 'reports/latest/server'));
      expect(report.subject.name).to.equal('captures 1 to 2');
      expect(report.environment['captured by']).to.equal('another tool, Chrome');
      const both = await runCli(['verify', 'reports/latest'], { cwd });
      expect([both.code, both.stderr]).to.deep.equal([
        2,
        `error: reports/latest has a report of each side. Give one of them: ${join('reports/latest', 'server')} or ${join('reports/latest', 'client')}.\n`,
      ]);
      for (const file of readdirSync(join(cwd, 'reports'), { recursive: true, encoding: 'utf8' })) {
        expect(file).to.not.match(/hermione|granger|2009/i);
        if (/\.(?:json|xml|html)$/.test(file))
          expect(readFileSync(join(cwd, 'reports', file), 'utf8'), file).to.not.match(/hermione|granger/i);
      }
    }));

  it('refuses two files of which one is bad, in one line, with exit 2 and no folder', () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, 'good.har'), harOf([]));
      writeFileSync(join(cwd, 'bad.har'), '{"log":{"entries":[');
      const { code, stdout, stderr } = await runCli(['judge', 'good.har', 'bad.har'], { cwd });
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(/^error: bad\.har cannot be judged: it is truncated\. [^\n]+\n$/);
      expect(existsSync(join(cwd, 'reports'))).to.equal(false);
    }));
});

describe('the flags of judge', () => {
  const read = (flags: Partial<JudgeFlags>, files: readonly string[] = ['a.har']) =>
    readJudgeFlags(files, { side: 'both', seed: '1', color: true, ...flags });

  it('ask for both sides, for one, or for the sides of what is named', () => {
    expect(Object.keys(read({}))).to.include.members(['server', 'client']);
    expect(read({ side: 'client' }).server).to.equal(undefined);
    const named = read({ requirement: ['pagination/client-follows-next'] });
    expect([named.server, named.client?.size]).to.deep.equal([undefined, 1]);
    const found = read({ grep: 'lms-errors/' });
    expect([found.server?.size, found.client]).to.deep.equal([17, undefined]);
  });

  it('are rejected if they contradict each other, match nothing, or allow only one of two reports', () => {
    for (const [flags, files] of [
      [{ json: true }],
      [{ reporter: ['json:one.json'] }],
      [{ side: 'left' }],
      [{ requirement: ['pagination/no-such'] }],
      [{ side: 'server', requirement: ['pagination/client-follows-next'] }],
      [{}, ['a.har', 'a.har']],
    ] as const)
      expect(() => read(flags, files), JSON.stringify(flags)).to.throw(UsageError);
    expect(() => read({ grep: 'no such text' })).to.throw(NothingJudgedError);
    expect(read({ side: 'server', json: true }).json).to.equal(true);
  });
});
