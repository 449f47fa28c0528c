import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  checkPlainFile,
  type FileProblem,
  readPlainBytes,
  readPlainFile,
  readPlainPieces,
} from './plain-file.ts';

async function allOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const list: Buffer[] = [];
  for await (const piece of pieces) list.push(piece);
  return Buffer.concat(list);
}

describe('a plain file', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
    writeFileSync(at('text'), '\ufeffä');
    writeFileSync(at('binary'), Buffer.from([0x89, 0xff]));
    writeFileSync(at('exact'), 'x'.repeat(1024));
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 1025);
    symlinkSync(at('text'), at('link'));
    symlinkSync('/dev/zero', at('endless'));
    symlinkSync(at('nowhere'), at('broken'));
    symlinkSync(at('circle'), at('circle'));
    mkdirSync(at('folder'));
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync(at('pipe'), at('link-to-pipe'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  class Refused extends Error {}
  const refuse = ({ kind, why }: FileProblem) => new Refused(`${kind}: ${why}`);
  const readers: Readonly<Record<string, (name: string, links: 'follow' | 'refuse') => Promise<unknown>>> = {
    text: (name, links) => readPlainFile(at(name), { maxBytes: 1024, links, refuse }),
    bytes: (name, links) => readPlainBytes(at(name), { maxBytes: 1024, links, refuse }),
    pieces: (name, links) => allOf(readPlainPieces(at(name), { maxBytes: 1024, links, refuse })),
    nothing: (name, links) => checkPlainFile(at(name), { maxBytes: 1024, links, refuse }),
  };
  const refused: readonly (readonly [string, 'follow' | 'refuse', string])[] = [
    ['none', 'refuse', 'missing: there is no such file'],
    ['text/below', 'refuse', 'missing: there is no such file'],
    ['broken', 'follow', 'missing: there is no such file'],
    ['link', 'refuse', 'not-regular: it is a symbolic link'],
    ['circle', 'follow', 'not-regular: it is a symbolic link'],
    ['folder', 'refuse', 'not-regular: it is a directory'],
    ['pipe', 'refuse', 'not-regular: it is a pipe'],
    ['link-to-pipe', 'follow', 'not-regular: it is a pipe'],
    ['endless', 'follow', 'not-regular: it is not a regular file'],
    ['large', 'refuse', 'too-large: it has 1 MiB, and at most 1 MiB are read'],
  ];
  for (const [reader, read] of Object.entries(readers)) {
    it(`is refused before anything waits for it, by whichever reader: ${reader}`, async () => {
      for (const [name, links, says] of refused) {
        const error = await read(name, links).then(
          () => undefined,
          (caught: unknown) => caught,
        );
        expect(error, name).to.be.instanceOf(Refused).with.property('message', says);
      }
    });

    it(`is read up to the limit, and through a link where links are followed: ${reader}`, async () => {
      await read('exact', 'refuse');
      await read('link', 'follow');
    });
  }

  it('is text only if it is UTF-8, and keeps its byte order mark', async () => {
    expect(await readers.text?.('text', 'refuse')).to.equal('\ufeffä');
    const error = await readers.text?.('binary', 'refuse').catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(Refused).with.property('message', 'not-text: it is not UTF-8 text');
    expect(await readers.bytes?.('binary', 'refuse')).to.deep.equal(Buffer.from([0x89, 0xff]));
  });

  it('that has no size of its own is still limited', async function () {
    // A file of /proc has the size 0 and any content.
    if (process.platform !== 'linux') this.skip();
    const options = { maxBytes: 8, refuse };
    for (const read of [
      readPlainBytes,
      async (...args: Parameters<typeof readPlainPieces>) => allOf(readPlainPieces(...args)),
    ])
      expect(await read('/proc/version', options).catch((caught: unknown) => caught)).to.be.instanceOf(
        Refused,
      );
  });

  it('is closed when its pieces are not read to the end', async () => {
    const pieces = readPlainPieces(at('exact'), { maxBytes: 1024, refuse });
    for await (const piece of pieces) {
      expect(piece.length).to.equal(1024);
      break;
    }
    expect(await pieces.next()).to.deep.equal({ value: undefined, done: true });
  });
});
