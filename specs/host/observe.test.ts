import { expect } from 'chai';
import { UsageError } from '../../src/errors.ts';
import { observeTarget } from './observe.ts';

describe('a URL as the target of plain mocha', () => {
  const env = { CLEVER_TARGET: 'http://127.0.0.1:9', CLEVER_TOKEN: 'sandbox-district-token' };
  const faultOf = async (more: Readonly<Record<string, string>>) =>
    await observeTarget({ ...env, ...more }).then(
      () => undefined,
      (fault: unknown) => fault,
    );

  it('is not observed by parallel workers, which would use up the quota of one token', async () => {
    const fault = await faultOf({ MOCHA_WORKER_ID: '0' });
    expect(fault).to.be.instanceOf(UsageError);
    expect((fault as UsageError).message).to.match(/parallel/);
  });

  it('is observed otherwise', async () => {
    expect(String(await faultOf({}))).to.match(/could not be reached/);
  });
});
