import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { TransportFailure } from '../exchange.ts';
import type { ProbeSession } from '../probes/session.ts';
import { preflight } from './preflight.ts';

/** A session whose every request fails like this. */
const failing = (kind: TransportFailure['kind']) =>
  ({
    target: { origin: 'http://a.test', token: 't' },
    profiles,
    recorder: {
      send: async () => ({
        seq: 0,
        request: { method: 'GET', origin: 'http://a.test', path: '/', headers: {}, sentAtMs: 0 },
        failure: { kind, message: 'why' },
      }),
      exchanges: [],
      intake: { bytes: 0, values: 0, newBytes: 0 },
    },
    pacer: { admit: async () => {}, count: () => {} },
    writes: { before: async () => ({ after: async () => {} }) },
    samples: { byPath: new Map(), served: new Set(), changed: false },
    signal: new AbortController().signal,
  }) as unknown as ProbeSession;

describe('the first request of a run', () => {
  it('finds a server that cannot be reached, and lets one be judged whose response is too large', async () => {
    const fault = async (kind: TransportFailure['kind']) =>
      (await preflight(failing(kind), profiles[0]))?.message;
    expect(await fault('connect')).to.equal('http://a.test could not be reached: why.');
    expect(await fault('too-large')).to.equal(undefined);
  });
});
