import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { requirementsOf } from '../../../src/catalogue.ts';
import { runMain } from '../../../src/cli/testing.ts';
import { judgeEvidence } from '../../../src/engine/judge.ts';
import { exitCodes } from '../../../src/errors.ts';
import type { Exchange } from '../../../src/exchange.ts';
import { version } from '../../../src/package.ts';
import { writeReports } from '../../../src/report/files/write.ts';
import { judgeSandbox } from '../../mutants/servers/testing.ts';
import { type Forgery, rowOf, withReportFolders } from './testing.ts';

const evidence = 'evidence.json.gz';
const isValid = new RegExp(
  `is valid: ${requirementsOf('server').length} requirements match the evidence of \\d+ exchanges`,
);
const same = (bytes: Buffer) => bytes;

describe('verify', () => {
  const folders = withReportFolders();

  it('an unchanged report directory is valid with any verdict', async () => {
    for (const dir of [folders.green, folders.red]) {
      const { code, stdout } = await runMain('verify', dir);
      expect(code, stdout).to.equal(exitCodes.conforming);
      expect(stdout).to.match(isValid);
    }
  });

  const edits: Readonly<Record<string, readonly [(report: Forgery) => void, RegExp]>> = {
    'an outcome': [
      (report) => {
        rowOf(report, 'pagination/ids-ascend').outcome = 'passed';
      },
      /pagination\/ids-ascend is passed in report\.json; the evidence gives failed/,
    ],
    'an outcome, its findings and its cases': [
      (report) => {
        const row = rowOf(report, 'pagination/ids-ascend');
        row.findings = [];
        row.cases = row.cases.map(({ name }) => ({ name, outcome: 'passed' }));
        row.outcome = 'passed';
      },
      /the evidence gives failed/,
    ],
    'a requirement that is gone': [
      (report) => {
        report.requirements = report.requirements.filter((row) => row.id !== 'pagination/ids-ascend');
      },
      /pagination\/ids-ascend is missing from report\.json/,
    ],
    'a requirement marked as not selected': [
      (report) => {
        const row = rowOf(report, 'pagination/ids-ascend');
        Object.assign(row, { outcome: 'untested', why: 'not selected', cases: [], findings: [] });
        row.notSelected = true;
      },
      /is untested in report\.json; the evidence gives failed/,
    ],
    'an unknown requirement': [
      (report) => {
        report.requirements.push({ ...rowOf(report, 'pagination/ids-ascend'), id: 'data/made-up' });
      },
      /data\/made-up is in report\.json, but not in the catalogue/,
    ],
    'the words of a finding': [
      (report) => {
        const finding = rowOf(report, 'pagination/ids-ascend').findings[0];
        if (finding) finding.message = 'nothing of note';
      },
      /pagination\/ids-ascend has different cases or findings/,
    ],
    'the verdict': [
      (report) => {
        report.verdict = 'conforming';
      },
      /"verdict" in report\.json does not match/,
    ],
    'the counts': [
      (report) => {
        report.counts.passed++;
      },
      /"counts" in report\.json does not match/,
    ],
  };
  for (const [what, [edit, says]] of Object.entries(edits))
    it(`finds ${what}, edited with fitting digests`, async () => {
      const { code, stdout } = await runMain('verify', folders.forged(edit));
      expect(code).to.equal(exitCodes.nonConforming);
      expect(stdout).to.match(says);
    });

  it('finds evidence of another run', async () => {
    const dir = folders.forged(() => {});
    cpSync(join(folders.green, 'evidence.json.gz'), join(dir, 'evidence.json.gz'));
    folders.resum(dir);
    const { code, stdout } = await runMain('verify', dir);
    expect(code).to.equal(exitCodes.nonConforming);
    expect(stdout).to.contain('evidence.json.gz is not the file that report.json was made from');
    expect(stdout).to.contain('pagination/ids-ascend is failed in report.json; the evidence gives passed');
  });

  it('finds any file that was edited, is missing, or does not match the report', async () => {
    for (const name of ['report.html', 'junit.xml', 'summary.md', 'in-toto.json', evidence]) {
      const dir = folders.forged(() => {});
      const [unpack, pack] = name === evidence ? [gunzipSync, gzipSync] : [same, same];
      const text = unpack(readFileSync(join(dir, name))).toString();
      writeFileSync(join(dir, name), pack(Buffer.from(text.replace(/failed|"status":200/i, '"status":201'))));
      const edited = await runMain('verify', dir);
      expect(edited.stdout, name).to.contain(`${name} was changed`);
      if (name !== evidence) {
        folders.resum(dir);
        const resummed = await runMain('verify', dir);
        expect(resummed.stdout, name).to.contain(`${name} does not match report.json`);
        rmSync(join(dir, name));
        expect((await runMain('verify', dir)).stdout).to.contain(`${name} is missing`);
      }
    }
    const dir = folders.forged(() => {});
    rmSync(join(dir, 'SHA256SUMS'));
    expect((await runMain('verify', dir)).stdout).to.contain('SHA256SUMS is missing');
  });

  it('reads evidence without compression, as version 0.1.0 wrote it; judge reads both', async () => {
    const plain = gunzipSync(readFileSync(join(folders.red, evidence)));
    const dir = folders.forged((report) => {
      const sha256 = createHash('sha256').update(plain).digest('hex');
      report.evidence = { file: 'evidence.json', sha256 };
    });
    // The pages name the file.
    for (const name of [evidence, 'report.html', 'summary.md', 'in-toto.json']) rmSync(join(dir, name));
    writeFileSync(join(dir, 'evidence.json'), plain);
    folders.resum(dir);
    const { code, stdout } = await runMain('verify', dir);
    expect(code, stdout).to.equal(exitCodes.conforming);
    for (const file of [join(folders.red, evidence), join(dir, 'evidence.json')]) {
      const judged = await runMain('judge', file, '--json', '--side', 'server', '--out', join(dir, 'again'));
      expect(judged.code, judged.stderr).to.equal(exitCodes.nonConforming);
      expect(rowOf(JSON.parse(judged.stdout), 'pagination/ids-ascend').outcome).to.equal('failed');
    }
  });

  it('a report with withheld fields is valid if they change no outcome, and else inconclusive for verify, report and merge', async () => {
    const { result } = await judgeSandbox(['pagination'], { depth: 'quick' });
    const withheld = [
      { field: 'response body', place: 'exchange 3', count: 2, found: 'plain', from: '' },
    ] as const;
    const write = async (name: string, exchanges: readonly Exchange[]) => {
      const dir = join(folders.root, name);
      const evidence = { ...result.evidence, withheld, exchanges };
      const { traffic } = judgeEvidence(evidence, result, new Set());
      const options = {
        tool: { name: 'clever-conformance', version },
        environment: {},
        failOn: new Set<never>(),
      };
      await writeReports(dir, { ...result, evidence, traffic }, options);
      return dir;
    };
    const harmless = await write('harmless', result.evidence.exchanges);
    expect((await runMain('verify', harmless)).code).to.equal(exitCodes.conforming);
    const changed = await write(
      'changed',
      result.evidence.exchanges.map((one) =>
        one.response ? { ...one, response: { ...one.response, body: 'withheld: possible leak' } } : one,
      ),
    );
    for (const args of [
      ['verify', changed],
      ['report', changed],
      ['merge', changed],
    ]) {
      const { code, stderr } = await runMain(...args);
      expect(code, args[0]).to.equal(exitCodes.inconclusive);
      expect(stderr).to.contain('2 fields of its evidence or report were withheld as possible leaks');
    }
  });

  it('a report with another catalogue is inconclusive', async () => {
    const dir = folders.forged((report) => {
      report.catalogue.digest = '0'.repeat(64);
    });
    const { code, stderr } = await runMain('verify', dir);
    expect(code).to.equal(exitCodes.inconclusive);
    expect(stderr).to.match(/was judged with another catalogue .* verify it with the version that wrote it/);
  });
});
