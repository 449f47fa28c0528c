import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { readApis } from '../selection.ts';
import { readClientFlags } from './flags.ts';

const read = (api?: string) =>
  readClientFlags(['sync'], { seed: '1', color: false, ...(api === undefined ? {} : { api }) }, {});

function faultOf(api: string): unknown {
  try {
    return read(api);
  } catch (error) {
    return error;
  }
}

describe('the flags of client', () => {
  it('name the version of the Data API that the client reads', () => {
    expect(read().profile).to.equal(undefined);
    expect(read('data-v2.0').profile?.prefix).to.equal('/v2.0');
    expect(read('lms-v3.1').profile?.prefix).to.equal('/v2.0');
    expect(read('data-v3.1,lms-v3.1').profile?.prefix).to.equal('/v3.1');
  });

  it('name another than those of today only by its name', () => {
    expect(readApis('all')).to.deep.equal(['data-v2.0', 'lms-v3.1', 'data-v3.0', 'data-v3.1']);
    expect(readApis('all,data-v2.1')).to.have.length(5);
    expect(read('data-v2.1').profile?.prefix).to.equal('/v2.1');
  });

  it('name it for a rerun', () => {
    expect(read('data-v3.1, lms-v3.1').rerun).to.equal('--api data-v3.1');
    expect(read().rerun).to.equal('');
  });

  for (const [api, message] of [
    ['data-v9', '--api "data-v9" is not one of'],
    ['all', 'A client is judged by one version of the Data API.'],
    ['data-v2.0,data-v3.1', 'A client is judged by one version of the Data API.'],
  ] as const)
    it(`refuse ${api}`, () => {
      const fault = faultOf(api);
      expect(fault).to.be.instanceOf(UsageError);
      expect((fault as UsageError).message).to.include(message);
    });
});
