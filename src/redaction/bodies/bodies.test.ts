import { expect } from 'chai';
import { parse } from './bodies.ts';

describe('a parsed body', () => {
  it('has its byte order mark and trailing white space separately', () => {
    expect(parse('\ufeff{} \n')).to.include({ mark: '\ufeff', end: ' \n' });
    expect(parse('\ufeff{} \n').json).to.deep.equal({ value: {} });
    expect(parse('\ufeffno').json).to.equal(undefined);
    expect(parse('').json).to.equal(undefined);
  });
});
