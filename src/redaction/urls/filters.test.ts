import { expect } from 'chai';
import { allProfiles } from '../../../contracts/profiles.ts';
import { type Exchange, jsonOf } from '../../exchange.ts';
import { redactExchanges } from '../redactor.ts';

function redact(path: string, body: unknown): Exchange {
  const exchange: Exchange = {
    seq: 0,
    request: { method: 'GET', origin: 'https://api.clever.com', path, headers: {}, sentAtMs: 1 },
    response: { status: 200, headers: {}, body: JSON.stringify(body), receivedAtMs: 2 },
  };
  return redactExchanges([exchange], { profiles: allProfiles, tokens: [], key: new Uint8Array(32) })[0]!;
}

describe('redaction of filters and counts', () => {
  it('keeps a listed role, and no other text', () => {
    const pathOf = (role: string) => redact(`/v3.1/users?role=${role}`, { data: [], links: [] }).request.path;
    expect(pathOf('district_admin')).to.equal('/v3.1/users?role=district_admin');
    expect(pathOf('Hermione')).to.not.include('Hermione');
  });

  it('keeps the count of a list that can be counted, and no other number', () => {
    const body = { count: 1204, total: 1204, links: [] };
    const counted = jsonOf(redact('/v3.1/users?count=true', body)) as Record<string, unknown>;
    expect(counted.count).to.equal(1204);
    expect(Object.values(counted)[1]).to.not.equal(1204);
    const other = jsonOf(redact('/v3.1/events?count=true', body)) as Record<string, unknown>;
    expect(other.count).to.not.equal(1204);
  });
});
