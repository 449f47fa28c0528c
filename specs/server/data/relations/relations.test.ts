import { expect } from 'chai';
import { exchangesOf, idOf, listOf, outcomeOf, type Sent } from '../../../support/testing.ts';
import './relations.spec.ts';

const claim = 'data/relations-resolve';
const [one, two, three] = [idOf(1), idOf(2), idOf(3)];
const term = { id: two, district: three };
const section = { id: one, term_id: two };
const nested = `/sections/${one}/term`;
const sections = { path: '/sections', body: listOf(section) };

const resultOf = (name: string, sent: readonly Sent[], subject: 'har' | 'live') => {
  const step = { claim, case: name };
  const labelled = subject === 'har' ? sent : sent.map((each) => ({ step, ...each }));
  return outcomeOf(claim, exchangesOf(labelled), subject).cases.find((each) => each.name === name)?.outcome;
};
const ofTerm = (sent: readonly Sent[], subject: 'har' | 'live' = 'live') =>
  resultOf('/sections/{id}/term', [sections, ...sent], subject);

describe(claim, () => {
  it('passes where the id is found and the second-level path agrees', () => {
    const sent = [
      { path: `/terms/${two}`, body: { data: term } },
      { path: nested, body: { data: term } },
    ];
    expect(ofTerm(sent)).to.equal('passed');
  });

  it('fails where an id leads nowhere', () => {
    const path = `/terms/${two}`;
    expect(ofTerm([{ path, body: { error: 'Resource not found' }, status: 404 }])).to.equal('failed');
    expect(ofTerm([{ path: nested, body: { data: { ...term, id: three } } }])).to.equal('failed');
  });

  it('is undecided after an outage or a refusal for a missing scope, and where nothing was requested', () => {
    const path = `/terms/${two}`;
    expect(ofTerm([{ path, status: 503 }])).to.equal('cantTell');
    const error = "Resource not in token's scopes";
    expect(ofTerm([{ path, body: { error }, status: 404 }])).to.equal('cantTell');
    expect(ofTerm([])).to.equal('untested');
  });

  it('ignores an outage where another response decides', () => {
    const sent = [
      { path: `/terms/${two}`, status: 503 },
      { path: nested, body: { data: term } },
    ];
    expect(ofTerm(sent)).to.equal('passed');
  });

  it('does not fail captured traffic, in which the record may have been deleted meanwhile', () => {
    const sent = [{ path: `/terms/${two}`, body: { error: 'gone' }, status: 404 }];
    expect(ofTerm(sent, 'har')).to.equal('cantTell');
  });

  it('misses no record on a list that goes on, and rejects records that are not named', () => {
    const path = `/sections/${one}/students`;
    const all = { path: '/sections', body: listOf({ ...section, students: [two, three] }) };
    const more = { rel: 'next', uri: `/v2.0${path}?starting_after=${two}` };
    const ofStudents = (body: object) => resultOf('/sections/{id}/students', [all, { path, body }], 'har');
    expect(ofStudents({ ...listOf({ id: two }), links: [more] })).to.equal('passed');
    expect(ofStudents(listOf({ id: two }))).to.equal('failed');
    expect(ofStudents({ ...listOf({ id: one }), links: [more] })).to.equal('failed');
  });

  it('each record of a second-level path names its parent, where the records do', () => {
    const path = `/schools/${one}/sections`;
    const ofSections = (...records: readonly object[]) =>
      resultOf('/schools/{id}/sections', [{ path, body: listOf(...records) }], 'har');
    expect(ofSections({ id: two, school: one })).to.equal('passed');
    expect(ofSections({ id: two, school: one }, { id: three, school: two })).to.equal('failed');
    expect(ofSections()).to.equal('inapplicable');
  });
});
