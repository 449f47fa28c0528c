import { expect } from 'chai';
import fc from 'fast-check';
import { createVirtualClock } from '../../clock.ts';
import { createSandbox } from '../sandbox.ts';
import { decodeGoUtf8, goByteAt } from './utf8.ts';

describe('decodeGoUtf8', () => {
  it('gives back what was encoded, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeGoUtf8(Buffer.from(`\ufeff${text}`))).to.equal(`\ufeff${text}`);
      }),
    );
  });

  it('keeps every byte that is not UTF-8, and the characters between them', () => {
    expect(decodeGoUtf8(Buffer.from('e28261ffc3a9ed', 'hex'))).to.equal('\udce2\udc82a\udcff\u00e9\udced');
    expect(goByteAt('\udcff', 0)).to.equal(0xff);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const text = decodeGoUtf8(bytes);
        const back = [...text].flatMap((char, at) => {
          const isByte = char >= '\udc80' && char <= '\udcff' && char.length === 1;
          return isByte ? goByteAt([...text].slice(at).join(''), 0) : [...Buffer.from(char)];
        });
        expect(back).to.deep.equal([...bytes]);
      }),
    );
  });

  it('the sandbox names the byte, as Go does, not the replacement character', async () => {
    const sandbox = createSandbox({ seed: 1, students: 24, clock: createVirtualClock() });
    const { section_id } = await sandbox.setState('an assignment exists', {});
    const answer = await sandbox.fetch(
      new Request(`http://sandbox.localhost/v3.1/sections/${section_id}/assignments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
        body: Buffer.from('7b2274223aff7d', 'hex'),
      }),
    );
    expect(await answer.json()).to.deep.equal({
      message: "invalid character '\u00ff' looking for beginning of value",
    });
    sandbox.close();
  });
});
