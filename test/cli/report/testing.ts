import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { paginationMutants } from '../../../src/mutants/servers/pagination/pagination.ts';
import { version } from '../../../src/package.ts';
import { writeReports } from '../../../src/report/files/write.ts';
import type { Report } from '../../../src/report/model/report.ts';
import type { ReportRow } from '../../../src/report/model/report-row.ts';
import { judgeSandbox } from '../../mutants/servers/testing.ts';

/** A report that can be falsified. */
export type Forgery = Writable<Report>;
type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** Folders of two runs on the pagination theme: `green`, and `red`, which breaks `pagination/ids-ascend`. */
export interface Folders {
  readonly root: string;
  readonly green: string;
  readonly red: string;
  /** A copy of `red` with something changed; the digests are made to fit, as a cheating author would. */
  forged(edit: (report: Forgery) => void): string;
  /** Writes SHA256SUMS of a folder anew. */
  resum(dir: string): void;
}

/** Makes the folders before the tests of a block and removes them afterwards; a member is there once tests run. */
export function withReportFolders(): Folders {
  const broken = paginationMutants.find((one) => one.breaks === 'pagination/ids-ascend');
  const folders = { root: '', green: '', red: '', forged, resum };
  before(async () => {
    folders.root = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
    folders.green = await writeRun(join(folders.root, 'green'));
    folders.red = await writeRun(join(folders.root, 'red'), broken);
  });
  after(() => rmSync(folders.root, { recursive: true, force: true }));

  function forged(edit: (report: Forgery) => void): string {
    const dir = mkdtempSync(join(folders.root, 'forged-'));
    cpSync(folders.red, dir, { recursive: true });
    const report = JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'));
    edit(report);
    writeFileSync(join(dir, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    resum(dir);
    return dir;
  }
  return folders;
}

/** The row of a requirement. */
export function rowOf(report: Forgery, id: string): Writable<ReportRow> {
  return report.requirements.find((row) => row.id === id) as Writable<ReportRow>;
}

async function writeRun(dir: string, setting?: Parameters<typeof judgeSandbox>[1]): Promise<string> {
  const { result } = await judgeSandbox(['pagination'], { ...setting, depth: 'quick' });
  const { fault } = await writeReports(dir, result, {
    tool: { name: 'clever-conformance', version },
    environment: { node: '24' },
    failOn: new Set(),
    reporters: [{ name: 'markdown' }, { name: 'in-toto' }],
  });
  expect(fault).to.equal(undefined);
  return dir;
}

function resum(dir: string): void {
  const names = readdirSync(dir).filter((name) => name !== 'SHA256SUMS');
  const lines = names.map((name) => `${digestOf(join(dir, name))}  ${name}\n`);
  writeFileSync(join(dir, 'SHA256SUMS'), lines.join(''));
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
