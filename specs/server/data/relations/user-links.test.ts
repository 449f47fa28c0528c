import { expect } from 'chai';
import { allProfiles } from '../../../../contracts/profiles.ts';
import type { ClaimStep } from '../../../../contracts/steps/index.ts';
import { openServerSide } from '../../../../src/claims/server-side.ts';
import type { Exchange } from '../../../../src/exchange.ts';
import './user-links.spec.ts';

const v31 = allProfiles[3];
const user = '/v3.1/users/5f0000000000000000000001';
const listOf = (...ids: readonly string[]) => ({
  data: ids.map((id) => ({ data: { id, email: 'a' } })),
  links: [{ rel: 'self', uri: `${user}/mycontacts` }],
});

/** A user, then the link and the path in turn. */
function outcomeOf(...bodies: readonly unknown[]) {
  return outcomeWith([], bodies);
}

/** The same for a user with links; `undefined` stands for a request that is not sent. */
function outcomeWith(rels: readonly string[], bodies: readonly unknown[]) {
  const links = rels.map((rel) => ({ rel, uri: `${user}/${rel}` }));
  const answers = [{ data: { id: '5f0000000000000000000001', email: 'a' }, links }, ...bodies];
  const all = answers.map((body, seq): Exchange => {
    const role = seq === 0 ? 'record' : seq % 2 === 1 ? 'link' : 'path';
    const step: ClaimStep = { claim: 'data/user-links', case: '/users/{id}/mycontacts', role };
    const path = { record: user, link: `${user}/myContacts`, path: `${user}/mycontacts` }[role];
    const [status, text] = typeof body === 'number' ? [body, { message: 'Resource not found' }] : [200, body];
    return {
      seq,
      step,
      request: { method: 'GET', origin: 'https://a.test', path, headers: {}, sentAtMs: seq },
      response: { status, headers: {}, body: JSON.stringify(text), receivedAtMs: seq },
    };
  });
  const exchanges = all.filter((_, seq) => answers[seq] !== undefined);
  const context = { subject: 'sandbox', profiles: [v31] } as const;
  return openServerSide({ exchanges, context, notProvoked: {} }).assert('data/user-links').outcome.outcome;
}

describe('the links of a user', () => {
  it('lead to the records of the documented path', () => {
    expect(outcomeOf(listOf('a', 'b'), listOf('a', 'b'))).to.equal('passed');
    expect(outcomeOf(404, listOf('a', 'b'))).to.equal('failed');
    expect(outcomeOf(listOf('a'), listOf('a', 'b'))).to.equal('failed');
    expect(outcomeOf(listOf('a', 'b'), listOf('a'))).to.equal('failed');
  });

  it('may show who came or went between two requests', () => {
    expect(outcomeOf(listOf('a'), listOf('a', 'b'), listOf('a', 'b'))).to.equal('passed');
    expect(outcomeOf(listOf('a', 'b'), listOf('a'), listOf('a'))).to.equal('passed');
  });

  it('are compared as far as both pages reach', () => {
    const page = (...ids: readonly string[]) => {
      const { data, links } = listOf(...ids);
      return {
        data,
        links: [...links, { rel: 'next', uri: `${user}/mycontacts?starting_after=${ids.at(-1)}` }],
      };
    };
    expect(outcomeOf(page('a', 'b'), page('a'))).to.equal('passed');
    expect(outcomeOf(page('a'), listOf('a', 'b'))).to.equal('passed');
    expect(outcomeOf(page('a', 'c'), page('a', 'b', 'c'))).to.equal('failed');
    expect(outcomeOf(page('a', 'b', 'c'), page('a', 'c'))).to.equal('failed');
  });

  it('are there if there are others, and the path has records', () => {
    expect(outcomeWith(['self', 'district'], [undefined, listOf('a')])).to.equal('failed');
    expect(outcomeWith(['self', 'district'], [undefined, listOf()])).to.equal('inapplicable');
    expect(outcomeWith(['self'], [undefined, listOf('a')])).to.equal('inapplicable');
    expect(outcomeWith([], [undefined, listOf('a')])).to.equal('inapplicable');
  });

  it('prove nothing where there are none, or no record is behind them', () => {
    expect(outcomeOf()).to.equal('inapplicable');
    expect(outcomeOf(listOf(), listOf())).to.equal('inapplicable');
    expect(outcomeOf(503, listOf('a'))).to.equal('cantTell');
    expect(outcomeOf(listOf('a'), 404)).to.equal('untested');
  });
});
