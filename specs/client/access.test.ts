import { expect } from 'chai';
import type { ScenarioObservation } from '../../src/observation.ts';
import {
  firstPage,
  observationOf,
  outcomeOver,
  pageOne,
  withLastRequest,
} from '../support/client-testing.ts';
import './access.spec.ts';

const id = 'access/client-sends-bearer';

function outcomeOf(observation: ScenarioObservation) {
  return outcomeOver(id, [{ ...observation, provokes: [id] }]).outcome;
}

describe('access/client-sends-bearer', () => {
  const one = observationOf([pageOne]);

  it('bearer in any case passes; no header, another scheme and blanks fail', () => {
    const outcomes = ['Bearer t', 'bearer t', 'BEARER  t', 'Basic t', 't', 'Bearer', 'Bearer a b'].map(
      (authorization) => outcomeOf(withLastRequest(one, { headers: { authorization } })),
    );
    expect(outcomes).to.deep.equal(['passed', 'passed', 'passed', 'failed', 'failed', 'failed', 'failed']);
    expect(outcomeOf(one)).to.equal('failed');
  });

  it('a token in the URL is named, and beside the header noted', () => {
    const path = `${firstPage}?x=«token:1»`;
    const only = outcomeOver(id, [{ ...withLastRequest(one, { path }), provokes: [id] }]);
    expect(only.cases[0]?.findings[0]?.message).to.match(/It is in the URL/);
    const headers = { authorization: 'Bearer t' };
    const both = outcomeOver(id, [{ ...withLastRequest(one, { path, headers }), provokes: [id] }]);
    expect([both.outcome, ...(both.cases[0]?.notes ?? [])].join()).to.match(
      /^passed,the token is also in the URL/,
    );
    expect(outcomeOver(id, [{ ...withLastRequest(one, { headers }), provokes: [id] }]).cases[0]?.notes ?? [])
      .to.be.empty;
  });

  it('a 401 of the sandbox itself shows an unknown token, a scripted one does not', () => {
    const headers = { authorization: 'Bearer t' };
    const outcomes = [{}, { rule: 'the token has expired' }].map((more) => {
      const seen = observationOf([{ atMs: 0, got: 401, path: firstPage, ...more }]);
      return outcomeOf(withLastRequest(seen, { headers }));
    });
    expect(outcomes).to.deep.equal(['failed', 'passed']);
  });
});

describe('access/client-sends-bearer of a client that gets its token first', () => {
  it('is judged by its requests to the API alone', () => {
    const headers = { authorization: 'Bearer t' };
    const token = { atMs: 0, got: 404, path: '/oauth/tokens?owner_type=district' };
    const seen = withLastRequest(observationOf([token, { ...pageOne, atMs: 1 }]), { headers });
    expect(outcomeOf(seen)).to.equal('passed');
    expect(outcomeOf(observationOf([token]))).to.equal('untested');
  });
});

describe('access/client-sends-bearer of a client that requests nothing that exists', () => {
  it('is untested, whatever it sends', () => {
    const headers = { authorization: 'Bearer t' };
    const nowhere = observationOf([{ atMs: 0, got: 404, path: '/v2.0/nothing' }]);
    expect(outcomeOf(withLastRequest(nowhere, { headers }))).to.equal('untested');
    const refused = observationOf([{ atMs: 0, got: 404, path: firstPage, rule: 'page 1 answers 404' }]);
    expect(outcomeOf(withLastRequest(refused, { headers }))).to.equal('passed');
  });
});
