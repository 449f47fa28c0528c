import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { exitCodes } from '../errors.ts';
import { paginationMutants } from '../mutants/servers/pagination.ts';
import { judgeSandbox } from '../mutants/servers/testing.ts';
import type { Report, ReportRow } from '../report/model.ts';
import { writeReports } from '../report/write.ts';
import { version } from './package.ts';
import { runMain } from './testing.ts';

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };
type Edit = (report: Writable<Report>) => void;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const broken = paginationMutants.find((one) => one.breaks === 'pagination/ids-ascend');

describe('report folders', () => {
  let root: string;
  const folder = (name: string) => join(root, name);

  /** A run on the pagination theme, of the sandbox or of a server that breaks one claim. */
  async function writeRun(name: string, tamper?: Parameters<typeof judgeSandbox>[1]): Promise<void> {
    const { result } = await judgeSandbox(['pagination'], tamper);
    const { fault } = await writeReports(folder(name), result, {
      tool: { name: 'clever-conformance', version },
      environment: { node: '24' },
      failOn: new Set(),
      reporters: [{ name: 'markdown' }, { name: 'in-toto' }],
    });
    expect(fault).to.equal(undefined);
  }

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
    await writeRun('green');
    await writeRun('red', broken);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  /** A copy of the red run with something changed; the digests are made to fit, as somebody who cheats would. */
  function forged(edit: Edit): string {
    const dir = mkdtempSync(join(root, 'forged-'));
    cpSync(folder('red'), dir, { recursive: true });
    const report = JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'));
    edit(report);
    writeFileSync(join(dir, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    resum(dir);
    return dir;
  }

  function resum(dir: string): void {
    const names = readdirSync(dir).filter((name) => name !== 'SHA256SUMS');
    const lines = names.map((name) => `${sha256(readFileSync(join(dir, name), 'utf8'))}  ${name}\n`);
    writeFileSync(join(dir, 'SHA256SUMS'), lines.join(''));
  }

  const rowOf = (report: Writable<Report>, id: string) =>
    report.requirements.find((row) => row.id === id) as Writable<ReportRow>;

  describe('verify', () => {
    it('a folder as it was written holds, whatever the verdict', async () => {
      for (const name of ['green', 'red']) {
        const { code, stdout } = await runMain('verify', folder(name));
        expect(code, stdout).to.equal(exitCodes.conforming);
        expect(stdout).to.match(/holds: 96 requirements follow from \d+ exchanges/);
      }
    });

    const edits: Readonly<Record<string, readonly [Edit, RegExp]>> = {
      'an outcome': [
        (report) => {
          rowOf(report, 'pagination/ids-ascend').outcome = 'passed';
        },
        /pagination\/ids-ascend is passed in report\.json; the evidence says failed/,
      ],
      'an outcome, its findings and its cases': [
        (report) => {
          const row = rowOf(report, 'pagination/ids-ascend');
          row.findings = [];
          row.cases = row.cases.map(({ name }) => ({ name, outcome: 'passed' }));
          row.outcome = 'passed';
        },
        /the evidence says failed/,
      ],
      'a requirement that is gone': [
        (report) => {
          report.requirements = report.requirements.filter((row) => row.id !== 'pagination/ids-ascend');
        },
        /pagination\/ids-ascend is missing from report\.json/,
      ],
      'a requirement that is said to be kept out': [
        (report) => {
          const row = rowOf(report, 'pagination/ids-ascend');
          Object.assign(row, { outcome: 'untested', why: 'not selected', cases: [], findings: [] });
          row.notSelected = true;
        },
        /is untested in report\.json; the evidence says failed/,
      ],
      'a requirement that nobody knows': [
        (report) => {
          report.requirements.push({ ...rowOf(report, 'pagination/ids-ascend'), id: 'data/made-up' });
        },
        /data\/made-up stands in report\.json, but not in the catalogue/,
      ],
      'the words of a finding': [
        (report) => {
          const finding = rowOf(report, 'pagination/ids-ascend').findings[0];
          if (finding) finding.message = 'nothing of note';
        },
        /pagination\/ids-ascend has other cases or findings/,
      ],
      'the verdict': [
        (report) => {
          report.verdict = 'conforming';
        },
        /"verdict" in report\.json is not what follows/,
      ],
      'the counts': [
        (report) => {
          report.counts.passed++;
        },
        /"counts" in report\.json is not what follows/,
      ],
    };
    for (const [what, [edit, says]] of Object.entries(edits))
      it(`finds ${what}, edited with fitting digests`, async () => {
        const { code, stdout } = await runMain('verify', forged(edit));
        expect(code).to.equal(exitCodes.nonConforming);
        expect(stdout).to.match(says);
      });

    it('finds evidence of another run', async () => {
      const dir = forged(() => {});
      cpSync(join(folder('green'), 'evidence.json'), join(dir, 'evidence.json'));
      resum(dir);
      const { code, stdout } = await runMain('verify', dir);
      expect(code).to.equal(exitCodes.nonConforming);
      expect(stdout).to.contain('evidence.json is not the file that report.json was made from');
      expect(stdout).to.contain('pagination/ids-ascend is failed in report.json; the evidence says passed');
    });

    it('finds any file that was edited, is gone, or says something else than the report', async () => {
      for (const name of ['report.html', 'junit.xml', 'summary.md', 'in-toto.json', 'evidence.json']) {
        const dir = forged(() => {});
        writeFileSync(
          join(dir, name),
          readFileSync(join(dir, name), 'utf8').replace(/failed|"status":200/i, '"status":201'),
        );
        const edited = await runMain('verify', dir);
        expect(edited.stdout, name).to.contain(`${name} is not as it was written`);
        if (name !== 'evidence.json') {
          resum(dir);
          const resummed = await runMain('verify', dir);
          expect(resummed.stdout, name).to.contain(`${name} does not say what the report says`);
          rmSync(join(dir, name));
          expect((await runMain('verify', dir)).stdout).to.contain(`${name} is missing`);
        }
      }
      const dir = forged(() => {});
      rmSync(join(dir, 'SHA256SUMS'));
      expect((await runMain('verify', dir)).stdout).to.contain('SHA256SUMS is missing');
    });

    it('a report of another catalogue is neither confirmed nor denied', async () => {
      const dir = forged((report) => {
        report.catalogue.digest = '0'.repeat(64);
      });
      const { code, stderr } = await runMain('verify', dir);
      expect(code).to.equal(exitCodes.inconclusive);
      expect(stderr).to.match(/was judged by another catalogue .* verify it with the version that made it/);
    });
  });

  describe('report', () => {
    it('writes the same bytes again, and ends as the run did', async () => {
      const { code, stderr } = await runMain(
        'report',
        folder('red'),
        '--out',
        folder('again'),
        '--reporter',
        'markdown',
        'in-toto',
      );
      expect(code, stderr).to.equal(exitCodes.nonConforming);
      for (const name of readdirSync(folder('red')))
        expect(
          readFileSync(join(folder('again'), name), 'utf8') ===
            readFileSync(join(folder('red'), name), 'utf8'),
          name,
        ).to.equal(true);
    });

    it('a reporter with - speaks on stdout, alone', async () => {
      const { stdout } = await runMain(
        'report',
        folder('red'),
        '--out',
        folder('again'),
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
    it('says what fails newly, and what was fixed', async () => {
      const worse = await runMain('diff', folder('green'), folder('red'));
      expect(worse.code).to.equal(exitCodes.nonConforming);
      expect(worse.stdout).to.match(
        /newly failing \(1\)\n {2}pagination\/ids-ascend \[required\] passed → failed/,
      );
      expect(worse.stdout).to.contain('conforming, as far as selected → non-conforming');
      const better = await runMain('diff', folder('red'), folder('green'), '--format', 'markdown');
      expect(better.code).to.equal(exitCodes.conforming);
      expect(better.stdout)
        .to.contain('### fixed (1)')
        .and.contain('`pagination/ids-ascend` (required) failed → passed');
      const same = await runMain('diff', folder('red'), folder('red'), '--format', 'json');
      expect(JSON.parse(same.stdout).rows).to.deep.equal([]);
    });
  });

  it('what is no report folder is one clear line, exit 2', async () => {
    const empty = mkdtempSync(join(root, 'empty-'));
    const half = forged(() => {});
    writeFileSync(join(half, 'report.json'), readFileSync(join(half, 'report.json'), 'utf8').slice(0, 5000));
    const damaged = forged((report) => {
      (report as unknown as { requirements: unknown }).requirements = { a: 1 };
    });
    const client = forged((report) => {
      report.side = 'client';
    });
    const bad: readonly (readonly [readonly string[], RegExp])[] = [
      [['verify', empty], /report\.json is not there/],
      [['report', join(root, 'nowhere')], /report\.json is not there/],
      [['diff', folder('green'), half], /is not JSON, or only half of it/],
      [['verify', damaged], /its "requirements" is damaged/],
      [['diff', folder('green'), client], /is about a server, .* about a client/],
      [['diff', folder('green'), folder('red'), '--format', 'markdwon'], /Did you mean|markdown/],
    ];
    for (const [args, says] of bad) {
      const { code, stderr } = await runMain(...args);
      expect(code, args.join(' ')).to.equal(exitCodes.usage);
      expect(stderr).to.match(says);
      expect(stderr.trimEnd().split('\n')).to.have.length(1);
    }
  });
});
