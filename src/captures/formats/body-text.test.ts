import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { isTooMuch, type StoredBody, storedText } from './body-text.ts';

const json = JSON.stringify({ data: [{ data: { id: 'a', name: 'Zoë' } }], links: [] });
const packed = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const lossy = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** How tools store this body, and what is read: the whole of it, or `undefined` for a body that was not kept. */
const table: readonly (readonly [string, Partial<StoredBody>, string | undefined])[] = [
  ['as it is', { text: json, size: Buffer.byteLength(json) }, json],
  ['as parsed JSON', { text: JSON.parse(json) }, json],
  ['with the size of its compressed form', { text: json, size: 40 }, json],
  ['with a size in other units', { text: json, size: 10_000 }, json],
  ['shorter than its size', { text: json.slice(0, 30), size: Buffer.byteLength(json) }, undefined],
  [
    'shorter than Content-Length',
    { text: json.slice(0, 30), headers: { 'content-length': '80' } },
    undefined,
  ],
  ['with an ellipsis', { text: `${json.slice(0, 30)}…` }, undefined],
  ['with a remark', { text: `${json.slice(0, 30)} [truncated by the tool]` }, undefined],
  ['cut after 64 KiB', { text: `{"data":"${'x'.repeat(65_527)}` }, undefined],
  ['broken off by the server', { text: '{"data":[', headers: { 'content-length': '9' } }, '{"data":['],
  ['in base64', { text: packed(json), encoding: 'base64' }, json],
  ['in base64, cut', { text: packed(json).slice(0, 40), encoding: 'base64', size: 80 }, undefined],
  ['in base64 without a mark', { text: packed(json) }, json],
  ['in base64 with line breaks', { text: packed(json).replace(/.{20}/g, '$&\n'), encoding: 'base64' }, json],
  ['plain with a mark of base64', { text: json, encoding: 'base64' }, json],
  ['a word with a mark of base64', { text: 'Unauthorized', encoding: 'base64' }, 'Unauthorized'],
  ['a word', { text: 'Unauthorized' }, 'Unauthorized'],
  [
    'HTML with a mark of base64',
    { text: '<pre>Cannot GET /</pre>', encoding: 'base64' },
    '<pre>Cannot GET /</pre>',
  ],
  ['gzip in base64', { text: packed(gzipSync(json)), encoding: 'base64' }, json],
  ['gzip in base64 without a mark', { text: packed(gzipSync(json)) }, json],
  ['zstd in base64', { text: packed(zstdCompressSync(json)), encoding: 'base64' }, json],
  ['gzip as characters', { text: latin1(gzipSync(json)) }, json],
  ['gzip as damaged characters', { text: lossy(gzipSync(json)) }, undefined],
  [
    'Brotli in base64',
    { text: packed(brotliCompressSync(json)), encoding: 'base64', headers: { 'content-encoding': 'br' } },
    json,
  ],
  [
    'Brotli as damaged characters',
    { text: lossy(brotliCompressSync(json.repeat(3))), headers: { 'content-encoding': 'br' } },
    undefined,
  ],
  [
    'deflate as characters',
    { text: latin1(deflateSync(json)), headers: { 'content-encoding': 'deflate' } },
    json,
  ],
  ['gzip, cut', { text: packed(gzipSync(json).subarray(0, 30)), encoding: 'base64' }, undefined],
  ['nothing', { text: '' }, ''],
  ['no text', {}, ''],
];

describe('a body as a tool stored it', () => {
  for (const [what, stored, read] of table)
    it(`is ${read === undefined ? 'not kept' : 'read'}: ${what}`, () => {
      expect(storedText({ text: undefined, headers: {}, ...stored })).to.equal(read);
    });

  it('is not unpacked beyond the limit', () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(storedText({ text: packed(bomb), encoding: 'base64', headers: {} })).to.equal(undefined);
    expect(isTooMuch(`[${'{},'.repeat(2_000_000)}{}]`)).to.equal(true);
  });
});
