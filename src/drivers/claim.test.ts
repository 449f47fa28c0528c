import { expect } from 'chai';
import fc from 'fast-check';
import { createClaimReader } from './claim.ts';

const id = '5f0000000000000000000001';
const uuid = '01234567-89ab-4cde-8f01-23456789abcd';

function read(stdout: string, stderr = '', cuts: readonly number[] = []) {
  const reader = createClaimReader();
  const bytes = Buffer.from(stdout);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [at, from] of places.entries()) reader.out(bytes.subarray(from, places[at + 1] ?? from));
  reader.err(Buffer.from(stderr));
  return reader.end();
}

describe('the output of a client', () => {
  it('bare ids and JSON with an id member are records, including duplicates', () => {
    const text = `${id}\r\n{"id":"${uuid}","name":"x"}\n${id}`;
    expect(read(text)).to.deep.equal({ ids: [id, uuid, id], said: '' });
  });

  it('of more ids than any scenario could have, none is kept', () => {
    const reader = createClaimReader();
    const isFull = [100_000, 100_000].map((count) => {
      reader.out(Buffer.from(`${id}\n`.repeat(count)));
      return reader.isFull;
    });
    expect(isFull).to.deep.equal([false, true]);
    expect(reader.end()).to.deep.equal({ ids: [], said: '' });
  });

  it('everything else, from both streams, is other output', () => {
    const { ids, said } = read('Done.\n{"id":null}\n{broken\n42\n\n', 'Traceback');
    expect(ids).to.deep.equal([]);
    expect(said).to.include('Done.').and.include('{broken').and.include('Traceback');
  });

  it('of long output the start and the end are kept', () => {
    const { said } = read(`first\n${'x\n'.repeat(100_000)}last`);
    expect(said.length).to.be.below(4_100);
    expect(said)
      .to.match(/^first/)
      .and.match(/last$/);
  });

  it('chunk boundaries make no difference', () => {
    const text = `${id}\nÄpfel für ${id}\n{"id":"${uuid}"}\n`;
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 6 }), (cuts) => {
        expect(read(text, '', cuts)).to.deep.equal(read(text));
      }),
    );
  });

  it('garbage is not an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const reader = createClaimReader();
        reader.out(Buffer.from(bytes));
        expect(reader.end().ids).to.be.an('array');
      }),
    );
  });
});
