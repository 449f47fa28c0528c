import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { UsageError } from '../errors.ts';
import type { Members } from '../exchange.ts';
import { hasOwnDigest, sha256 } from './file.ts';
import { readIndex, readRecording, readRecordings } from './reader.ts';
import { withFolder } from './recordings-testing.ts';

const committed = 'contracts/recordings';
/** Small, so that copies are cheap. */
const few = ['access/test-token.json', 'rate-limit/two-tokens-in-turn.json', 'index.json'];
const file = 'access/test-token.json';

/** A recording of a few probes in its own directory, as written by `record`. */
async function withCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return await withFolder(async (folder) => {
    for (const name of few) await cp(join(committed, name), join(folder, name));
    await changeJson(join(folder, 'index.json'), (index) => ({
      ...index,
      probes: (index.probes as { file?: string }[]).filter((one) => few.includes(one.file ?? '')),
    }));
    return await work(folder);
  });
}

/** Changes the header or index of a recording, and updates the digest. */
async function changeJson(path: string, change: Change): Promise<void> {
  await rewrite(path, (value) => {
    if (!Array.isArray(value)) return change(value);
    const [first, ...rest] = value;
    return [{ ...first, recording: change(first?.recording as Members) }, ...rest];
  });
}

/** Changes the first definition of a file, and updates the digest. */
async function changeFirst(path: string, change: Change): Promise<void> {
  await rewrite(path, (value) => (value as Members[]).map((one, at) => (at === 0 ? change(one) : one)));
}

type Change = (value: Members) => Members;

async function rewrite(path: string, change: (value: Members | Members[]) => unknown): Promise<void> {
  const zeros = '0'.repeat(64);
  const text = (await readFile(path, 'utf8')).replace(/"digest":"[0-9a-f]{64}"/, `"digest":"${zeros}"`);
  const blank = `${JSON.stringify(change(JSON.parse(text)))}\n`;
  await writeFile(path, blank.replace(`"digest":"${zeros}"`, `"digest":"${sha256(blank)}"`));
}

async function faultOf(folder: string, nowMs = 0): Promise<Error | undefined> {
  return await readRecordings(folder, { nowMs }).then(
    () => undefined,
    (error: unknown) => error as Error,
  );
}

/** Damage to a file, and the expected error. */
const damages: Readonly<Record<string, readonly [(path: string) => Promise<unknown>, RegExp]>> = {
  missing: [(path) => rm(path), /there is no such file/],
  empty: [(path) => writeFile(path, ''), /it is empty/],
  'cut in half': [async (path) => truncate(path, 3_000), /it is truncated/],
  'begun with a byte order mark': [
    async (path) => writeFile(path, `\ufeff${await readFile(path, 'utf8')}`),
    /byte order mark/,
  ],
  'checked out with CRLF': [
    async (path) => writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n')),
    /line endings were changed/,
  ],
  'edited by hand': [
    async (path) =>
      writeFile(path, (await readFile(path, 'utf8')).replace('"limit=2"', '"limit=3"').concat(' ')),
    /changed after it was recorded/,
  ],
  binary: [(path) => writeFile(path, Buffer.from([0, 1, 2, 255, 254])), /it is not a recording/],
  'another JSON': [(path) => writeFile(path, '{"log":{"entries":[]}}'), /it is not a recording/],
  'of an older format': [
    (path) => changeJson(path, (header) => ({ ...header, formatVersion: 0 })),
    /written by another version \(format version 0, this one reads 1\)/,
  ],
  'of an API that is not known': [
    (path) => changeJson(path, (header) => ({ ...header, apis: ['data-v9'] })),
    /\[0\]\.recording\.apis\[0\] must be one of "data-v2\.0", "lms-v3\.1"/,
  ],
  'of a date that does not exist': [
    (path) => changeJson(path, (header) => ({ ...header, recordedAt: '2026-13-01T00:00:00.000Z' })),
    /\[0\]\.recording\.recordedAt must be an instant in UTC/,
  ],
  'of a state that is not known': [
    (path) =>
      changeJson(path, (header) => ({
        ...header,
        states: [{ before: 0, name: 'x', params: {}, values: {} }],
      })),
    /\[0\]\.recording\.states\[0\]\.name must be one of "everything is as seeded", /,
  ],
  'of a host that is not one': [
    (path) => changeFirst(path, (one) => ({ ...one, scope: 'http://[' })),
    /\[0\]\.scope is not a URL/,
  ],
  'of a path outside of the server': [
    (path) => changeFirst(path, (one) => ({ ...one, path: 'v2.0/students' })),
    /\[0\]\.path must match \^\//,
  ],
  'without a status': [
    (path) => changeFirst(path, (one) => ({ ...one, status: undefined })),
    /\[0\] has no "status"/,
  ],
  'without an ending of a request': [
    (path) => changeFirst(path, (one) => ({ ...one, exchange: { seq: 0, sentAtMs: 0 } })),
    /\[0\]\.exchange has neither "receivedAtMs" nor "failure"/,
  ],
  'from another recording': [
    (path) => changeJson(path, (header) => ({ ...header, recordedAt: '2026-02-01T00:00:00.000Z' })),
    /belongs to another recording than index\.json/,
  ],
  'a symbolic link': [
    async (path) => {
      await rename(path, `${path}.real`);
      await symlink(`${path}.real`, path);
    },
    /symbolic link/,
  ],
  'a pipe': [
    async (path) => {
      await rm(path);
      execFileSync('mkfifo', [path]);
    },
    /it is a pipe/,
  ],
  'a folder': [
    async (path) => {
      await rm(path);
      await mkdir(path);
    },
    /it is a directory/,
  ],
  'larger than any recording': [
    (path) => truncate(path, 65 * 1024 * 1024),
    /it has 65 MiB, and at most 64 MiB are read/,
  ],
};

describe('a recording', () => {
  it('is read completely, by probe name', async () => {
    await withCopy(async (folder) => {
      const { byProbe } = await readRecordings(folder, { nowMs: 0 });
      expect([...byProbe.keys()]).to.deep.equal(['access/test-token', 'rate-limit/two tokens in turn']);
      expect((await readRecording(join(folder, file))).header.probe).to.equal('access/test-token');
    });
  });

  for (const [what, [damage, says]] of Object.entries(damages))
    it(`that is ${what} is rejected with file and reason`, () =>
      withCopy(async (folder) => {
        await damage(join(folder, file));
        const fault = await faultOf(folder);
        expect(fault).to.be.instanceOf(UsageError);
        expect(fault?.message).to.include(join(folder, file)).and.to.match(says);
        expect(fault?.message).to.not.include('\n');
      }));

  it('without its index, or with another one, is rejected', async () => {
    await withCopy(async (folder) => {
      await writeFile(join(folder, 'index.json'), '{"name":"a website"}');
      expect((await faultOf(folder))?.message).to.match(
        /index\.json cannot be replayed: it is not a recording/,
      );
      await rm(join(folder, 'index.json'));
      expect((await faultOf(folder))?.message).to.match(/index\.json .*no such file/);
    });
  });

  it('references no file outside of its directory', async () => {
    for (const name of ['../x.json', '/etc/passwd', 'a/../../b.json', 'C:\\x.json', 'a/b/c.json'])
      await withCopy(async (folder) => {
        await changeJson(join(folder, 'index.json'), (index) => ({
          ...index,
          probes: [{ name: 'x', file: name, sha256: '0'.repeat(64) }],
        }));
        expect((await faultOf(folder))?.message, name).to.match(/probes\[0\]\.file must match/);
      });
  });

  it('of a server expires, and one of the sandbox does not', async () => {
    await withCopy(async (folder) => {
      expect(await faultOf(folder, Date.UTC(2099, 0))).to.equal(undefined);
      const expires = '2026-07-04T12:00:00.000Z';
      await changeJson(join(folder, 'index.json'), (index) => ({ ...index, expires }));
      expect(await faultOf(folder, Date.parse(expires) - 1)).to.equal(undefined);
      expect((await faultOf(folder, Date.parse(expires)))?.message).to.match(/expired on 2026-07-04/);
    });
  });
});

describe('the digest of a file', () => {
  it('detects any changed byte, and the error names the file', async () => {
    await withCopy(async (folder) => {
      const whole = new Map<string, Buffer>();
      for (const name of few) whole.set(name, await readFile(join(folder, name)));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...few),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
          async (name, place, change) => {
            const bytes = Buffer.from(whole.get(name) ?? '');
            const at = place % bytes.length;
            bytes[at] = (bytes[at] ?? 0) ^ change;
            await writeFile(join(folder, name), bytes);
            const fault = await faultOf(folder);
            await writeFile(join(folder, name), whole.get(name) ?? '');
            expect(fault?.message).to.include(join(folder, name));
          },
        ),
        { numRuns: 100 },
      );
    });
  });

  it('is correct in every committed file', async () => {
    const { probes } = await readIndex(committed);
    for (const { file: name } of [...probes, { file: 'index.json' }])
      if (name !== undefined)
        expect(hasOwnDigest(await readFile(join(committed, name))), name).to.equal(true);
  });
});
