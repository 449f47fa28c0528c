import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { gzipped } from './gzip.ts';

describe('compressed text', () => {
  it('is made from few pieces at a time', async () => {
    let made = 0;
    let written = 0;
    let maxAhead = 0;
    const piece = randomBytes(150_000).toString('hex');
    const pieces = function* () {
      for (; made < 12; made++) yield piece;
    };
    const packed: Uint8Array[] = [];
    for await (const one of gzipped(pieces())) {
      packed.push(one);
      written += one.byteLength;
      // Hexadecimal digits shrink to half.
      maxAhead = Math.max(maxAhead, made - written / 150_000);
    }
    expect(gunzipSync(Buffer.concat(packed)).toString()).to.equal(piece.repeat(12));
    expect(maxAhead).to.be.below(6);
  });
});
