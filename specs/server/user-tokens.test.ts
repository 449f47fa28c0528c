import { expect } from 'chai';
import { allProfiles } from '../../contracts/profiles.ts';
import type { ClaimStep } from '../../contracts/steps/index.ts';
import { openServerSide } from '../../src/claims/server-side.ts';
import type { Exchange } from '../../src/exchange.ts';
import './user-tokens.spec.ts';

const v31 = allProfiles[3];
const id = '5f0000000000000000000001';
const legacy = '5f0000000000000000000002';
const stranger = '5f0000000000000000000003';
const user = { data: { id, email: 'a', roles: { teacher: { legacy_id: legacy } } } };

type Sent = readonly [step: ClaimStep, path: string, body: unknown];

function outcomeOf(...sent: readonly Sent[]) {
  const exchanges = sent.map(([step, path, body], seq): Exchange => {
    const [status, text] = typeof body === 'number' ? [body, { message: 'no' }] : [200, body];
    return {
      seq,
      step,
      request: { method: 'GET', origin: 'https://a.test', path: `/v3.1${path}`, headers: {}, sentAtMs: seq },
      response: { status, headers: {}, body: JSON.stringify(text), receivedAtMs: seq },
    };
  });
  const context = { subject: 'sandbox', profiles: [v31] } as const;
  const side = openServerSide({ exchanges, context, notProvoked: {} });
  const [first] = sent;
  return side.assert(first?.[0].claim as 'access/user-token').outcome.outcome;
}

describe('the token of a user', () => {
  const me = (body: unknown) =>
    outcomeOf(
      [{ claim: 'access/user-token', case: '/me', role: 'asked' }, '/me', body],
      [{ claim: 'access/user-token', case: '/me', role: 'control' }, `/users/${id}`, user],
    );
  const byId = (body: unknown, control: unknown = user) =>
    outcomeOf(
      [{ claim: 'access/user-token', case: '/users/{id}', role: 'control' }, `/users/${id}`, control],
      [{ claim: 'access/user-token', case: '/users/{id}', role: 'asked' }, `/users/${id}`, body],
    );

  it('is named by /me, by the new id or the old one', () => {
    expect(me({ data: { id, type: 'teacher' } })).to.equal('passed');
    expect(me({ data: { id: legacy, type: 'teacher' } })).to.equal('passed');
    expect(me({ type: 'user', data: { id: stranger } })).to.equal('failed');
    expect(me(404)).to.equal('failed');
  });

  it('links to the user in its own version', () => {
    const linked = (uri: string) => me({ data: { id }, links: [{ rel: 'canonical', uri }] });
    expect(linked(`/v3.1/users/${id}`)).to.equal('passed');
    expect(linked(`/v3.1/teachers/${id}`)).to.equal('failed');
    expect(linked(`/v2.0/teachers/${id}`)).to.equal('passed');
    expect(linked('/v3.1/users/5f00000000000000000000ff')).to.equal('failed');
    expect(linked('/v3.1/me')).to.equal('passed');
    expect(linked('/me')).to.equal('passed');
  });

  it('is served its user, where that is known', () => {
    expect(byId(user)).to.equal('passed');
    expect(byId(404)).to.equal('failed');
    expect(byId({ data: { id: stranger, email: 'a' } })).to.equal('failed');
    expect(byId(404, 404)).to.equal('untested');
  });

  it('reads no list page by page', () => {
    const page = { data: [user], links: [{ rel: 'next', uri: `/v3.1/users?limit=1&starting_after=${id}` }] };
    const whole = { data: [user], links: [] };
    const step = (role: 'control' | 'asked'): ClaimStep => ({
      claim: 'access/user-token-cannot-page',
      case: '/users',
      role,
    });
    const paged = (control: unknown, asked: unknown) =>
      outcomeOf([step('control'), '/users?limit=1', control], [step('asked'), '/users?limit=1', asked]);
    expect(paged(page, 400)).to.equal('passed');
    expect(paged(page, 404)).to.equal('passed');
    expect(paged(page, whole)).to.equal('passed');
    expect(paged(page, page)).to.equal('failed');
    expect(paged(whole, 400)).to.equal('inapplicable');
  });
});
