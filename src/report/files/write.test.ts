import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { SafetyStop, SuiteFault } from '../../errors.ts';
import { parseReporter, reporters } from '../formats/reporters.ts';
import { hugeRun, mixedRun, sampleReport } from '../testing.ts';
import { createRunFolder, pointLatest, runFolderName, slugOf } from './run-folder.ts';
import { type WriteOptions, writeReports } from './write.ts';

const options: WriteOptions = {
  tool: { name: 'clever-conformance', version: '0.1.0' },
  environment: {},
  failOn: new Set(),
};

describe('report/write', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'cc-report-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('a run leaves evidence, report, JUnit and page, and the report has the digest of the evidence', async () => {
    const { run, catalogue } = mixedRun('x');
    const dir = join(root, 'one');
    const { report, files, fault } = await writeReports(dir, run, { ...options, catalogue });
    expect(fault).to.equal(undefined);
    expect(await readdir(dir)).to.have.members([
      'evidence.json.gz',
      'report.json',
      'junit.xml',
      'report.html',
      'SHA256SUMS',
    ]);
    expect(files.map((file) => basename(file))).to.have.members(await readdir(dir));
    const digest = createHash('sha256')
      .update(await readFile(join(dir, 'evidence.json.gz')))
      .digest('hex');
    expect(report.evidence).to.deep.equal({ file: 'evidence.json.gz', sha256: digest });
    expect(JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'))).to.deep.equal(report);
  });

  it('the same run twice gives the same bytes', async () => {
    const { run, catalogue } = mixedRun('x');
    for (const name of ['a', 'b']) await writeReports(join(root, name), run, { ...options, catalogue });
    for (const file of await readdir(join(root, 'a'))) {
      expect(await readFile(join(root, 'a', file), 'utf8')).to.equal(
        await readFile(join(root, 'b', file), 'utf8'),
      );
    }
  });

  it('what cannot be written stops nothing else and comes back as a fault that names it', async () => {
    const { run, catalogue } = mixedRun('x');
    const dir = join(root, 'one');
    await mkdir(join(dir, 'junit.xml'), { recursive: true });
    await mkdir(join(dir, 'evidence.json.gz'));
    const { files, fault, report } = await writeReports(dir, run, { ...options, catalogue });
    expect(fault).to.be.instanceOf(SuiteFault);
    expect(fault?.message).to.contain('junit.xml').and.to.contain('evidence.json.gz');
    expect(files.map((file) => basename(file))).to.deep.equal(['report.json', 'report.html', 'SHA256SUMS']);
    expect(report.evidence.sha256).to.equal('0'.repeat(64));
    expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
  });

  it('a chosen reporter writes to its path', async () => {
    const { run, catalogue } = mixedRun('x');
    const path = join(root, 'deep', 'mine.xml');
    const dir = join(root, 'one');
    const chosen = [{ name: 'junit', path }, { name: 'text' }] as const;
    await writeReports(dir, run, { ...options, catalogue, reporters: chosen });
    expect(await readFile(path, 'utf8')).to.equal(await readFile(join(dir, 'junit.xml'), 'utf8'));
    expect(await readFile(join(dir, 'summary.txt'), 'utf8')).to.contain('non-conforming');
  });

  it('evidence that must not be written stops everything', async () => {
    const { run, catalogue } = mixedRun('x');
    const leaking = {
      ...run.evidence,
      get exchanges(): never {
        throw new SafetyStop('a token would leak', 'Report this.');
      },
    };
    const dir = join(root, 'one');
    const written = writeReports(dir, { ...run, evidence: leaking }, { ...options, catalogue });
    expect(await written.catch((error) => error)).to.be.instanceOf(SafetyStop);
    expect(await readdir(root)).to.deep.equal([]);
  });

  it('--reporter takes a name and a path', () => {
    expect(parseReporter('junit')).to.deep.equal({ name: 'junit' });
    expect(parseReporter('junit:C:\\out\\a.xml')).to.deep.equal({ name: 'junit', path: 'C:\\out\\a.xml' });
    expect(parseReporter('json:')).to.deep.equal({ name: 'json' });
    for (const wrong of ['', 'xml', 'toString', '__proto__:x'])
      expect(parseReporter(wrong), wrong).to.equal(undefined);
  });

  it('each reporter renders 500 requirements with 40,000 findings in under a second', () => {
    const { run, catalogue } = hugeRun(500, 80);
    const report = sampleReport(run, catalogue);
    for (const [name, render] of Object.entries(reporters)) {
      const before = process.cpuUsage();
      expect(render(report, run, catalogue)).to.be.a('string');
      expect(process.cpuUsage(before).user / 1000, name).to.be.below(1000);
    }
  }).timeout(20_000);

  it('the digests are of the files in the folder, as sha256sum checks them', async () => {
    const { run, catalogue } = mixedRun('x');
    const dir = join(root, 'one');
    const reporters = [{ name: 'markdown' }, { name: 'tap', path: join(root, 'elsewhere.tap') }] as const;
    await writeReports(dir, run, { ...options, catalogue, reporters });
    const sums = await readFile(join(dir, 'SHA256SUMS'), 'utf8');
    const names = ['evidence.json.gz', 'junit.xml', 'report.html', 'report.json', 'summary.md'];
    expect(sums.trimEnd().split('\n')).to.deep.equal(
      await Promise.all(
        names.map(async (name) => {
          const bytes = await readFile(join(dir, name));
          return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
        }),
      ),
    );
  });

  it('a reporter with the path - is for stdout', async () => {
    const { run, catalogue } = mixedRun('x');
    const chosen = [{ name: 'github', path: '-' }] as const;
    const { files, stdout } = await writeReports(join(root, 'one'), run, {
      ...options,
      catalogue,
      reporters: chosen,
    });
    expect(stdout).to.have.length(1);
    expect(stdout[0]).to.match(/^::error title=non-conforming/);
    expect(files.map((file) => basename(file))).to.not.include('-');
  });

  it('folder names are safe on every file system', () => {
    const atMs = Date.UTC(2026, 0, 5, 12);
    expect(runFolderName(atMs, 'embedded sandbox')).to.equal('2026-01-05T12-00-00Z-embedded-sandbox');
    const table: readonly (readonly [string, string])[] = [
      ['https://api.example.test:8443/', 'https-api-example-test-8443'],
      ['../../etc/passwd', 'etc-passwd'],
      ['CON', 'target-con'],
      ['\0\x1b[2J', '2j'],
      ['中文', 'target'],
      ['é'.repeat(300), 'e'.repeat(60)],
    ];
    for (const [text, slug] of table) expect(slugOf(text), text).to.equal(slug);
  });

  it('a folder that exists is never used again', async () => {
    const paths = [];
    for (let n = 0; n < 3; n++) paths.push(basename(await createRunFolder(join(root, 'reports'), 'now')));
    expect(paths).to.deep.equal(['now', 'now-2', 'now-3']);
  });

  it('a root that is not a directory is a fault with its path', async () => {
    await writeFile(join(root, 'reports'), '');
    const error = await createRunFolder(join(root, 'reports'), 'now').catch((one) => one);
    expect(error).to.be.instanceOf(SuiteFault);
    expect(error.message).to.contain('reports');
  });

  it('latest points to the newest run', async () => {
    for (const name of ['a', 'b']) {
      await pointLatest(await createRunFolder(root, name));
      const latest = join(root, 'latest');
      const isLink = (await lstat(latest)).isSymbolicLink();
      expect((isLink ? await readlink(latest) : await readFile(latest, 'utf8')).trim()).to.equal(name);
    }
    expect((await readdir(root)).sort()).to.deep.equal(['a', 'b', 'latest']);
  });

  it('a latest that is a real directory is left alone', async () => {
    await mkdir(join(root, 'latest'));
    const { run, catalogue } = mixedRun('x');
    const dir = await createRunFolder(root, 'a');
    const { fault, files } = await writeReports(dir, run, { ...options, catalogue, latest: true });
    expect(fault?.message).to.contain('latest').and.to.contain('a directory, not a link');
    expect(files).to.have.length(5);
    expect((await lstat(join(root, 'latest'))).isDirectory()).to.equal(true);
  });
});
