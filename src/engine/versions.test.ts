import { expect } from 'chai';
import { allProfiles } from '../../contracts/profiles.ts';
import { openServerSide } from '../claims/server-side.ts';
import type { Exchange } from '../exchange.ts';
import '../../specs/index.ts';

describe('traffic of several versions', () => {
  const [data, lms, v30] = allProfiles;
  const exchange = (seq: number, path: string): Exchange => ({
    seq,
    step: { claim: 'errors/bad-request-is-400', case: 'limit=0' },
    request: { method: 'GET', origin: 'https://a.test', path, headers: {}, sentAtMs: 0 },
    response: { status: 400, headers: {}, body: '{"error":"bad"}', receivedAtMs: 1 },
  });

  it('gives each version its own requests: steps of two versions have the same names', () => {
    const { assert } = openServerSide({
      exchanges: [exchange(0, '/v2.0/students?limit=0'), exchange(1, '/v3.0/users?limit=0')],
      context: { subject: 'sandbox', profiles: [data, lms, v30] },
      notProvoked: {},
    });
    const { cases } = assert('errors/bad-request-is-400').outcome;
    expect(cases.map(({ name }) => name)).to.deep.equal(['v2.0 limit=0', 'v3.0 limit=0']);
    const seen = assert('data/json-content-type').outcome.cases.map(({ name }) => name);
    expect(seen).to.deep.equal(['v2.0 data-v2.0 errors', 'v3.0 data-v3.0 errors']);
  });
});
