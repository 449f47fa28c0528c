import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { SuiteFault, UsageError } from '../errors.ts';
import type { Evidence } from '../result.ts';
import { writeFileAtomic } from './atomic.ts';
import { evidenceFileIn, readEvidence, renderEvidence, writeEvidence } from './store.ts';

const evidence: Evidence = {
  format: 'clever-conformance/evidence',
  formatVersion: 1,
  context: { subject: 'sandbox', profiles },
  notProvoked: { 'lms/grade-passback': 'writes are not allowed', 'access/test-token': 'sandbox only' },
  exchanges: [
    {
      seq: 0,
      step: { claim: 'data/list-envelope', case: 'students', role: 'control' },
      request: {
        method: 'GET',
        origin: 'http://a.test',
        path: '/v2.0/students',
        headers: { b: '1', a: '2' },
        sentAtMs: 1,
      },
      response: { status: 200, headers: {}, body: '{"data":["\ud800\u2028\n"]}', receivedAtMs: 2 },
    },
    {
      seq: 1,
      request: { method: 'POST', origin: 'http://a.test', path: '/', headers: {}, body: '{}', sentAtMs: 3 },
      failure: { kind: 'closed', message: 'gone' },
    },
  ],
};

describe('the evidence store', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'evidence-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('writes one exchange per line and reads the same back', async () => {
    const sha256 = await writeEvidence(join(dir, 'new', 'folder'), evidence);
    const file = join(dir, 'new', 'folder', 'evidence.json.gz');
    const bytes = await readFile(file);
    expect(createHash('sha256').update(bytes).digest('hex')).to.equal(sha256);
    const text = gunzipSync(bytes).toString();
    expect(text).to.equal(renderEvidence(evidence));
    expect(text.split('\n')).to.have.length(5);
    expect(await readEvidence(file)).to.deep.equal(evidence);
    expect(await readdir(join(dir, 'new', 'folder'))).to.deep.equal(['evidence.json.gz']);
  });

  it('compresses to the same bytes at any time and on any system, and reads the text as well', async () => {
    await writeEvidence(dir, evidence);
    const bytes = await readFile(join(dir, 'evidence.json.gz'));
    // Magic, deflate, no flags, no time, no extra flags, unknown system (RFC 1952 section 2.3).
    expect([...bytes.subarray(0, 10)]).to.deep.equal([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    expect(evidenceFileIn(dir)).to.equal('evidence.json.gz');
    await rm(join(dir, 'evidence.json.gz'));
    await writeFile(join(dir, 'evidence.json'), renderEvidence(evidence));
    expect(evidenceFileIn(dir)).to.equal('evidence.json');
    expect(await readEvidence(join(dir, 'evidence.json'))).to.deep.equal(evidence);
  });

  it('gives the same bytes for any member order', () => {
    const [first] = evidence.exchanges;
    const { a = '', b = '' } = first!.request.headers;
    const turned = {
      ...evidence,
      exchanges: [
        {
          request: { ...first!.request, headers: { a, b } },
          response: first!.response!,
          step: first!.step!,
          seq: 0,
        },
      ],
    };
    expect(renderEvidence(turned)).to.equal(renderEvidence({ ...evidence, exchanges: [first!] }));
    expect(JSON.parse(renderEvidence({ ...evidence, exchanges: [] })).exchanges).to.deep.equal([]);
  });

  it('reports the file and the reason', async () => {
    const whole = renderEvidence(evidence);
    const damage: readonly (readonly [string | Buffer, RegExp])[] = [
      ['', /it is empty/],
      [gzipSync(whole).subarray(0, 60), /it is truncated/],
      [gzipSync(whole).fill(7, 30, 40), /it is damaged \(gzip\)/],
      [gzipSync('[]'), /not evidence of clever-conformance/],
      [whole.slice(0, -40), /it is truncated/],
      ['not json', /it is not JSON/],
      [Buffer.from(whole.replace('{}', '\xff'), 'latin1'), /it is not UTF-8/],
      [`\ufeff${whole}`, /byte order mark/],
      ['{"format":"har"}', /not evidence of clever-conformance/],
      ['[]', /not evidence of clever-conformance/],
      [
        whole.replace('"formatVersion":1', '"formatVersion":2'),
        /newer version \(format version 2, this one reads 1\)/,
      ],
      [whole.replace('"formatVersion":1', '"formatVersion":0'), /another version \(format version 0/],
      [whole.replace('"formatVersion":1', '"formatVersion":"1"'), /its formatVersion is not a whole number/],
      [whole.replace('"subject":"sandbox"', '"subject":1'), /context\.subject must be one of "sandbox", /],
      [whole.replace('"seq":1', '"seq":0'), /exchanges\[1\]\.seq is not greater than the previous one/],
      [whole.replace('"seq":1', '"seq":-1'), /exchanges\[1\]\.seq must be at least 0/],
      [whole.replace('"seq":1', '"seq":1e300'), /exchanges\[1\]\.seq must be at most 9007199254740991/],
      [
        whole.replace(/"sentAtMs":\d+/, '"sentAtMs":1e999'),
        /exchanges\[0\]\.request\.sentAtMs must be a number/,
      ],
      [
        whole.replace('"status":200', '"status":"200"'),
        /exchanges\[0\]\.response\.status must be an integer, not a string/,
      ],
      [whole.replace('"closed"', '"bored"'), /exchanges\[1\]\.failure\.kind must be one of "connect", /],
      [whole.replace('"failure"', '"other"'), /exchanges\[1\] has neither "response" nor "failure"/],
      [
        whole.replace('"response"', '"failure":{"kind":"closed","message":"x"},"response"'),
        /exchanges\[0\]\.failure must be absent/,
      ],
      [whole.replace('"method":"GET",', ''), /exchanges\[0\]\.request has no "method"/],
      [whole.replace('"notProvoked":{', '"notProvoked":{"a/b":1,'), /notProvoked\["a\/b"\] must be a string/],
      [whole.replace('"notProvoked"', '"selected":["a",1],"notProvoked"'), /selected\[1\] must be a string/],
      [
        whole.replace('"notProvoked"', '"shard":{"index":3,"of":2},"notProvoked"'),
        /shard\.index is larger than shard\.of/,
      ],
    ];
    const file = join(dir, 'evidence.json');
    for (const [text, expected] of damage) {
      await writeFile(file, text);
      const error = await faultOf(readEvidence(file));
      expect(error, String(expected)).to.be.instanceOf(UsageError);
      expect((error as Error).message)
        .to.match(expected)
        .and.to.include(file)
        .and.not.to.include('\n');
    }
    await writeFile(file, whole.replaceAll('\n', '\r\n'));
    expect((await readEvidence(file)).exchanges).to.have.length(2);
  });

  it('rejects what is not a file, or does not exist', async () => {
    const missing = await faultOf(readEvidence(join(dir, 'none.json')));
    expect(missing)
      .to.be.instanceOf(UsageError)
      .with.property('message')
      .that.matches(/none\.json cannot be used as evidence: there is no such file\./);
    expect(await faultOf(readEvidence(dir))).to.have.property(
      'message',
      `${dir} cannot be used as evidence: it is a directory.`,
    );
    await symlink('/dev/zero', join(dir, 'endless.json'));
    expect(await faultOf(readEvidence(join(dir, 'endless.json')))).to.be.instanceOf(UsageError);
  });

  it('keeps the old file and leaves no other if it cannot write', async () => {
    const file = join(dir, 'report.json');
    await writeFileAtomic(file, 'old');
    await mkdir(join(dir, 'taken.json', 'full'), { recursive: true });
    const error = await faultOf(writeFileAtomic(join(dir, 'taken.json'), 'new'));
    expect(error)
      .to.be.instanceOf(SuiteFault)
      .with.property('message')
      .that.includes('taken.json could not be written');
    expect(await faultOf(writeFileAtomic(join(file, 'below.json'), 'x'))).to.be.instanceOf(SuiteFault);
    expect(await readFile(file, 'utf8')).to.equal('old');
    expect((await readdir(dir)).sort()).to.deep.equal(['report.json', 'taken.json']);
  });

  it('reports a directory that is not writable', async () => {
    // Root can write everywhere.
    if (process.getuid?.() === 0) return;
    await chmod(dir, 0o500);
    const error = await faultOf(writeFileAtomic(join(dir, 'a.json'), 'x'));
    await chmod(dir, 0o700);
    expect(error).to.be.instanceOf(SuiteFault);
  });

  it('removes temporary files of killed processes, but not of running ones', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((exited) => child.on('exit', exited));
    await writeFile(join(dir, `.a.json.${child.pid}.0badcafe.tmp`), 'half');
    await writeFile(join(dir, `.a.json.${process.ppid}.0badcafe.tmp`), 'at work');
    await writeFileAtomic(join(dir, 'a.json'), 'whole');
    expect((await readdir(dir)).sort()).to.deep.equal([`.a.json.${process.ppid}.0badcafe.tmp`, 'a.json']);
  });
});
