import { expect } from 'chai';
import { excessOf, largeBytes } from './excess.ts';

const list = (count: number, record: string) =>
  `{"data":[${`{"data":${record}},`.repeat(count - 1)}{"data":${record}}]}`;

describe('excessive bodies', () => {
  it('have more records than a page may have', () => {
    const record = `{"id":"0123456789abcdef01234567","sis_id":"${'x'.repeat(100)}"}`;
    expect(excessOf(list(10_001, record))).to.equal('too-many');
    expect(excessOf(list(10_000, record))).to.equal('none');
  });

  it('have records of more than a megabyte, or are no JSON', () => {
    expect(excessOf(list(1, `{"members":[${'1,'.repeat(largeBytes / 2)}1]}`))).to.equal('giant-record');
    expect(excessOf(`{"data":["${'x'.repeat(largeBytes)}"]}`)).to.equal('giant-record');
    expect(excessOf(`{"data":{"id":"1","name":"${'x'.repeat(largeBytes)}"}}`)).to.equal('giant-record');
    expect(excessOf('<p>'.repeat(largeBytes))).to.equal('too-many');
    expect(excessOf(`${'{"data":'.repeat(200_000)}1${'}'.repeat(200_000)}`)).to.equal('too-many');
    expect(excessOf('<p>')).to.equal('none');
  });

  it('are not the largest honest pages', () => {
    const students = `"0123456789abcdef01234567",`.repeat(5000);
    expect(excessOf(list(20, `{"students":[${students}"0123456789abcdef01234568"]}`))).to.equal('none');
  });
});
