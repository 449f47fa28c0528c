import { expect } from 'chai';
import { exchangesOf, idOf, listOf, outcomeOf } from '../../support/testing.ts';
import './envelopes.spec.ts';

const one = idOf(1);

describe('data/list-envelope', () => {
  const malformed: readonly (readonly [string, unknown])[] = [
    ['a bare array', [{ id: one }]],
    ['another key', { records: [], links: [] }],
    ['records that are not wrapped', { data: [{ id: one }], links: [] }],
    ['a wrapper around an array', { data: [{ data: [] }], links: [] }],
    ['links that are an object', { data: [{ data: { id: one } }], links: { next: '/v2.0/terms' } }],
    ['links without uri', { data: [{ data: { id: one } }], links: [{ rel: 'self' }] }],
    ['no links', { data: [{ data: { id: one } }] }],
    ['text', 'terms'],
  ];
  for (const [what, body] of malformed)
    it(`${what}: failed`, () => {
      const outcome = outcomeOf('data/list-envelope', exchangesOf([{ path: '/terms', body }]), 'har');
      expect(outcome.outcome).to.equal('failed');
      expect(outcome.cases[0]?.findings[0]?.exchange).to.equal(0);
    });

  it('an error: untested', () => {
    const sent = [{ path: '/terms', body: { error: 'Resource not found' }, status: 404 }];
    expect(outcomeOf('data/list-envelope', exchangesOf(sent), 'har').outcome).to.equal('untested');
  });
});

describe('data/single-envelope', () => {
  const judge = (body: unknown) =>
    outcomeOf('data/single-envelope', exchangesOf([{ path: `/terms/${one}`, body }]), 'har').outcome;

  it('a wrapped record with or without links passes', () => {
    expect(judge({ data: { id: one } })).to.equal('passed');
    expect(judge({ data: { id: one }, links: [] })).to.equal('passed');
  });

  it('an array, a bare record and other links fail', () => {
    for (const body of [{ id: one }, { data: [{ id: one }] }, { data: { id: one }, links: {} }, [], 'x', '7'])
      expect(judge(body)).to.equal('failed');
  });
});

describe('data/item-uri', () => {
  const judge = (uri?: string) => {
    const body = { data: [{ data: { id: one }, uri }], links: [] };
    return outcomeOf('data/item-uri', exchangesOf([{ path: '/terms', body }]), 'har');
  };

  it('the path of the record in the version of the request passes, anything else fails', () => {
    expect(judge(`/v2.0/terms/${one}`).outcome).to.equal('passed');
    for (const uri of [undefined, `/v3.0/terms/${one}`, `/v2.0/schools/${one}`, '/v2.0/terms'])
      expect(judge(uri).outcome).to.equal('failed');
  });

  it('shows the first wrong uri', () => {
    expect(judge('/terms').cases[0]?.findings).to.deep.equal([
      {
        message: '1 of 1 items have no `uri` of their own.',
        expected: `/v2.0/terms/${one}`,
        actual: '/terms',
        exchange: 0,
      },
    ]);
  });
});

describe('data/json-content-type', () => {
  const types: Readonly<Record<string, boolean>> = {
    'application/json': true,
    'Application/JSON;charset=utf-8': true,
    'application/problem+json': true,
    'text/plain': false,
    'text/json': false,
    'application/jsonp': false,
    '': false,
  };
  for (const [type, isJson] of Object.entries(types))
    it(`${type || 'no type'} ${isJson ? 'passes' : 'fails'}`, () => {
      const sent = [{ path: '/terms', body: listOf(), headers: { 'content-type': type } }];
      const { outcome } = outcomeOf('data/json-content-type', exchangesOf(sent), 'har');
      expect(outcome).to.equal(isJson ? 'passed' : 'failed');
    });
});
