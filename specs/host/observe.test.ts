import { expect } from 'chai';
import { UsageError } from '../../src/errors.ts';
import { observeClientUnderTest, observeTarget } from './observe.ts';

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

  it('that is not a URL is named as the user gave it', async () => {
    expect(String(await faultOf({ CLEVER_TARGET: 'nonsense' }))).to.match(
      /CLEVER_TARGET "nonsense" is not a URL/,
    );
    expect(String(await faultOf({ CLEVER_STATES: 'nonsense' }))).to.match(/CLEVER_STATES "nonsense" is not/);
  });
});

describe('a module as the client of plain mocha', () => {
  it('that is missing is reported in one line, with the name of the variable', async () => {
    const fault = await observeClientUnderTest({ CLEVER_CLIENT: 'missing.mjs' }).catch(
      (error: unknown) => error,
    );
    expect(fault).to.be.instanceOf(UsageError);
    expect((fault as UsageError).message).to.equal(
      'CLEVER_CLIENT missing.mjs cannot be loaded: there is no such file.',
    );
  });
});
