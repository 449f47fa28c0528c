import { expect } from 'chai';
import { allowedBy, excessOf, largeBytes } from './excess.ts';

const list = (count: number, record: string) =>
  `{"data":[${`{"data":${record}},`.repeat(count - 1)}{"data":${record}}]}`;

describe('excessive bodies', () => {
  it('are measured by the limit of the request, where the documents allow it', () => {
    const allowed = [
      '',
      '?limit=1000',
      '?limit=10000',
      '?limit=10001',
      '?limit=0',
      '?limit=x',
      '?limit=1&limit=2',
    ];
    expect(allowed.map((query) => allowedBy(`http://a.test/v2.0/students${query}`))).to.deep.equal([
      100, 1000, 10_000, 10_000, 10_000, 10_000, 10_000,
    ]);
  });

  it('have more records than the request asked for', () => {
    const record = `{"id":"0123456789abcdef01234567","sis_id":"${'x'.repeat(100)}"}`;
    expect(excessOf(list(10_001, record), 10_000)).to.equal('too-many');
    expect(excessOf(list(10_000, record), 10_000)).to.equal('none');
  });

  it('have records of more than a megabyte, or are no JSON', () => {
    expect(excessOf(list(1, `{"members":[${'1,'.repeat(largeBytes / 2)}1]}`), 10_000)).to.equal(
      'giant-record',
    );
    expect(excessOf(`{"data":["${'x'.repeat(largeBytes)}"]}`, 10_000)).to.equal('giant-record');
    expect(excessOf(`{"data":{"id":"1","name":"${'x'.repeat(largeBytes)}"}}`, 10_000)).to.equal(
      'giant-record',
    );
    expect(excessOf('<p>'.repeat(largeBytes), 10_000)).to.equal('too-many');
    expect(excessOf(`${'{"data":'.repeat(200_000)}1${'}'.repeat(200_000)}`, 10_000)).to.equal('too-many');
    expect(excessOf('<p>', 10_000)).to.equal('none');
  });

  it('are not the largest honest pages', () => {
    const students = `"0123456789abcdef01234567",`.repeat(5000);
    expect(excessOf(list(20, `{"students":[${students}"0123456789abcdef01234568"]}`), 10_000)).to.equal(
      'none',
    );
  });
});
