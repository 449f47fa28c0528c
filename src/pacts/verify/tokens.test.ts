import { expect } from 'chai';
import { pactWith } from '../testing.ts';
import { tokenRule } from './tokens.ts';

const asking = (authorization: string | undefined, status = 200, state?: string) => ({
  description: `${authorization} ${status} ${state}`,
  ...(state === undefined ? {} : { providerStates: [{ name: state }] }),
  request: {
    method: 'GET',
    path: '/v2.0/students',
    ...(authorization === undefined ? {} : { headers: { authorization } }),
  },
  response: { status },
});

describe('the token of a verification', () => {
  const rule = tokenRule(
    [
      pactWith([
        asking('Bearer good'),
        asking('Bearer bad', 401),
        asking('Bearer worse', 403),
        asking(undefined, 401),
      ]),
    ],
    'real',
  );

  it('replaces every example that is meant to be valid', () => {
    expect(rule.authorizationFor('Bearer good', undefined)).to.equal('Bearer real');
    expect(rule.authorizationFor('Bearer never seen', undefined)).to.equal('Bearer real');
  });

  it('is the one issued by the state, if any', () => {
    expect(rule.authorizationFor('Bearer good', 'of the state')).to.equal('Bearer of the state');
  });

  it('does not change what is meant to be rejected, or has no Authorization', () => {
    expect(rule.authorizationFor('Bearer bad', 'of the state')).to.equal('Bearer bad');
    expect(rule.authorizationFor('Bearer worse', undefined)).to.equal('Bearer worse');
    expect(rule.authorizationFor(undefined, undefined)).to.equal(undefined);
  });

  it('is inserted even if a 403 is expected, when a state issues the rejected token', () => {
    const state = 'a token with {scopes}';
    const one = tokenRule([pactWith([asking('Bearer x', 403, state)])], 'real');
    expect(one.authorizationFor('Bearer x', 'narrow')).to.equal('Bearer narrow');
  });

  it('is inserted everywhere if a pact has no Authorization', () => {
    const silent = tokenRule([pactWith([asking(undefined), asking(undefined, 404)])], 'real');
    expect(silent.authorizationFor(undefined, undefined)).to.equal('Bearer real');
  });
});
