import { expect } from 'chai';
import { systemClock } from '../clock.ts';
import { createListenDriver } from './listen.ts';

describe('waiting for externally started clients', () => {
  it('ends after the idle time even if no request ever comes', async () => {
    const driver = createListenDriver({
      announce: () => {},
      signal: new AbortController().signal,
      idleMs: 20,
    });
    const { ended } = driver.start({
      scenario: 'pagination/sample',
      baseUrl: 'http://127.0.0.1:1',
      token: 't',
      dataVersion: 'v2.0',
      job: 'sync:students',
      input: {},
      stateDir: '/nowhere',
      fetch: () => Promise.reject(new Error('not used')),
      clock: systemClock,
    });
    expect(await ended).to.deep.equal({ says: 'nothing', ids: [], said: '', endedBy: 'itself' });
  });
});
