import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runMain } from '../../../src/cli/testing.ts';
import { exitCodes } from '../../../src/errors.ts';
import { withReportFolders } from './testing.ts';

describe('report folders', () => {
  const folders = withReportFolders();

  describe('report', () => {
    it('writes the same bytes again, and ends as the run did', async () => {
      const { code, stderr } = await runMain(
        'report',
        folders.red,
        '--out',
        join(folders.root, 'again'),
        '--reporter',
        'markdown',
        'in-toto',
      );
      expect(code, stderr).to.equal(exitCodes.nonConforming);
      for (const name of readdirSync(folders.red))
        expect(
          readFileSync(join(join(folders.root, 'again'), name), 'utf8') ===
            readFileSync(join(folders.red, name), 'utf8'),
          name,
        ).to.equal(true);
    });

    it('a reporter with - speaks on stdout, alone', async () => {
      const { stdout } = await runMain(
        'report',
        folders.red,
        '--out',
        join(folders.root, 'again'),
        '--reporter',
        'github:-',
      );
      expect(stdout).to.match(/^::error title=non-conforming/);
      expect(
        stdout
          .trimEnd()
          .split('\n')
          .every((line) => line.startsWith('::')),
      ).to.equal(true);
    });
  });

  describe('diff', () => {
    it('lists what newly fails, and what was fixed', async () => {
      const worse = await runMain('diff', folders.green, folders.red);
      expect(worse.code).to.equal(exitCodes.nonConforming);
      expect(worse.stdout).to.match(
        /newly failing \(1\)\n {2}pagination\/ids-ascend \[required\] passed → failed/,
      );
      expect(worse.stdout).to.contain('conforming as far as tested → non-conforming');
      const better = await runMain('diff', folders.red, folders.green, '--format', 'markdown');
      expect(better.code).to.equal(exitCodes.conforming);
      expect(better.stdout)
        .to.contain('### fixed (1)')
        .and.contain('`pagination/ids-ascend` (required) failed → passed');
      const same = await runMain('diff', folders.red, folders.red, '--format', 'json');
      expect(JSON.parse(same.stdout).rows).to.deep.equal([]);
      const page = await runMain('diff', folders.green, folders.red, '--format', 'html');
      expect(page.stdout).to.match(
        /<h2 id="newly-failing">newly failing <small>1<\/small><\/h2>[\s\S]*<code>pagination\/ids-ascend<\/code> · required · passed → failed/,
      );
      expect((await runMain('diff', folders.red, folders.red, '--format', 'html')).stdout).to.contain(
        'Nothing changed.',
      );
    });
  });

  describe('report --matrix', () => {
    it('shows runs side by side, each under the name that it was given', async () => {
      const file = join(folders.root, 'matrix.html');
      const { code, stderr } = await runMain(
        'report',
        '--matrix',
        file,
        folders.green,
        `ours <b>=${folders.red}`,
      );
      // The exit code is that of the worst, and the best comes first.
      expect(code, stderr).to.equal(exitCodes.nonConforming);
      const page = readFileSync(file, 'utf8');
      expect(page).to.match(
        /<th scope="col"><a href="\.\/green\/report\.html">green<\/a><\/th><th scope="col"><a [^>]*>ours &lt;b&gt;<\/a><\/th>/,
      );
      const row = page.split('\n').find((line) => line.includes('id="pagination.ids-ascend"'));
      expect(row).to.match(/<td class="passed">.*✓.*<td class="failed">.*✗/);
      expect((await runMain('report', '--matrix', '--', folders.green)).stdout).to.match(/^<!doctype html>/);
    });

    it('takes what has a report for a run, not for the file to write, and speaks JSON and JUnit', async () => {
      const args = ['report', '--matrix', folders.red, folders.green, '--format'];
      const json = JSON.parse((await runMain(...args, 'json')).stdout);
      expect(json.subjects.map(({ name }: { name: string }) => name)).to.deep.equal(['green', 'red']);
      const row = json.requirements.find(({ id }: { id: string }) => id === 'pagination/ids-ascend');
      expect(row).to.deep.include({ differs: true, outcomes: ['passed', 'failed'] });
      const junit = (await runMain(...args, 'junit')).stdout;
      expect(junit).to.match(/<testsuite name="green" tests="\d+" failures="0"/);
      expect(junit).to.match(/<testsuite name="red" tests="\d+" failures="1"/);
      expect((await runMain('report', '--matrix', '--', folders.green)).code).to.equal(exitCodes.conforming);
    });
  });

  describe('report --history', () => {
    it('says since when a requirement fails, and ends as the newest run did', async () => {
      const nights = mkdtempSync(join(folders.root, 'nights-'));
      const night = (day: string, from: string) => {
        const report = JSON.parse(readFileSync(join(from, 'report.json'), 'utf8'));
        mkdirSync(join(nights, day));
        writeFileSync(
          join(nights, day, 'report.json'),
          JSON.stringify({ ...report, startedAt: `${day}T01:00:00.000Z` }),
        );
      };
      night('2026-01-03', folders.red);
      night('2026-01-01', folders.green);
      night('2026-01-02', folders.red);
      const { code, stdout, stderr } = await runMain('report', '--history', nights, '--format', 'json');
      expect(code, stderr).to.equal(exitCodes.nonConforming);
      const { runs, requirements } = JSON.parse(stdout);
      expect(runs).to.have.length(3);
      expect(requirements).to.deep.equal([
        {
          id: 'pagination/ids-ascend',
          level: 'required',
          firstRed: '2026-01-02',
          redSince: '2026-01-02',
          outcomes: ['passed', 'failed', 'failed'],
        },
      ]);
      const file = join(folders.root, 'history.html');
      night('2026-01-04', folders.green);
      expect((await runMain('report', '--history', nights, '--out', file)).code).to.equal(
        exitCodes.conforming,
      );
      expect(readFileSync(file, 'utf8')).to.match(/Red before \(1\)[\s\S]*2026-01-02/);
    });
  });

  it('anything but a report directory is an error of one line, exit 2', async () => {
    const empty = mkdtempSync(join(folders.root, 'empty-'));
    const half = folders.forged(() => {});
    writeFileSync(join(half, 'report.json'), readFileSync(join(half, 'report.json'), 'utf8').slice(0, 5000));
    const damaged = folders.forged((report) => {
      (report as unknown as { requirements: unknown }).requirements = { a: 1 };
    });
    const client = folders.forged((report) => {
      report.side = 'client';
    });
    const bad: readonly (readonly [readonly string[], RegExp])[] = [
      [['verify', empty], /report\.json cannot be used: there is no such file/],
      [['report', join(folders.root, 'nowhere')], /report\.json cannot be used: there is no such file/],
      [['diff', folders.green, half], /it is not JSON, or it is truncated/],
      [['verify', damaged], /requirements must be an array, not an object/],
      [['diff', folders.green, client], /judges a server, .* a client/],
      [['report', '--matrix', '--', folders.green, client], /judges a server, .* a client/],
      [['report', folders.green, folders.red], /Only one report directory/],
      [['report'], /No report directory given/],
      [['report', '--matrix'], /No report directory given/],
      [['report', '--history'], /No report directory given/],
      [['diff', folders.green, folders.red, '--format', 'markdwon'], /Did you mean|markdown/],
    ];
    for (const [args, says] of bad) {
      const { code, stderr } = await runMain(...args);
      expect(code, args.join(' ')).to.equal(exitCodes.usage);
      expect(stderr).to.match(says);
      expect(stderr.trimEnd().split('\n')).to.have.length(1);
    }
  });
});
