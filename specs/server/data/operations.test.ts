import { expect } from 'chai';
import { exchangesOf, idOf, outcomeOf, type Sent } from '../../support/testing.ts';
import './operations.spec.ts';

const claim = 'data/operation-answers';
const [one, two] = [idOf(1), idOf(2)];
const path = `/terms/${one}`;
const served = { path, body: { data: { id: one, district: two } } };

const judge = (sent: readonly Sent[], subject: 'har' | 'live' = 'har') =>
  outcomeOf(claim, exchangesOf(sent), subject);
const getTerm = (...args: Parameters<typeof judge>) =>
  judge(...args).cases.find(({ name }) => name === 'getTerm');

describe(claim, () => {
  it('every success counts, and the finding shows the place that does not fit', () => {
    const found = getTerm([{ path, body: { data: { id: one, district: 7 } } }]);
    expect(found?.findings[0]).to.include({
      expected: '/data/district must be string',
      actual: '/data/district is 7',
      exchange: 0,
    });
  });

  it('an error counts only for a request of the suite', () => {
    const error = { path, body: '', status: 418 };
    expect(getTerm([error, served])?.outcome).to.equal('passed');
    expect(getTerm([error])?.outcome).to.equal('untested');
    const step = { claim, case: 'getTerm' };
    expect(getTerm([served, { ...error, step }], 'live')?.outcome).to.equal('failed');
  });

  it('an operation that refuses a valid request of the suite fails once', () => {
    const step = { claim, case: 'getTerm' };
    expect(getTerm([{ path, status: 501, step }], 'live')?.findings).to.have.lengthOf(1);
    expect(getTerm([{ path, status: 418, step }], 'live')?.findings).to.have.lengthOf(1);
  });

  const step = { claim, case: 'getTerm' };
  const again = { ...served, step };
  const missing = { path, body: { error: 'Resource not found' }, status: 404, step };
  const ofTerms = { path: '/terms', body: { data: [{ data: { id: one, district: two } }], links: [] } };

  it('a read that is served before and after fails with a 404 or a 304 between them', () => {
    const { findings = [] } =
      getTerm([ofTerms, again, missing, { ...missing, status: 304 }, again], 'live') ?? {};
    expect(findings.map(({ exchange }) => exchange)).to.include.members([2, 3]);
  });

  it('what not every application is given may be refused, and anything else is in doubt', () => {
    const refused = (name: string, list: string, status = 404) => {
      const step = { claim, case: name };
      const sent = [{ path: list, body: '<p>Cannot GET</p>', status, step }, served];
      return judge(sent, 'live').cases.find((each) => each.name === name)?.outcome;
    };
    expect(refused('getEvents', '/events')).to.equal('inapplicable');
    expect(refused('getTerms', '/terms')).to.equal('cantTell');
    expect(refused('getEvents', '/events', 501)).to.equal('inapplicable');
    expect(refused('getTerms', '/terms', 501)).to.equal('failed');
  });

  it('a record that is gone at the end may have been deleted', () => {
    expect(getTerm([ofTerms, again, missing], 'live')?.outcome).to.equal('passed');
  });

  it('an operation that never works fails if others do, and proves nothing if the server is down', () => {
    const down = { path, body: '', status: 503, step };
    expect(getTerm([down, down, ofTerms], 'live')?.outcome).to.equal('failed');
    expect(getTerm([ofTerms, down, down], 'live')?.outcome).to.equal('cantTell');
  });

  it('what is below a record cannot be outside the scopes where such records are served', () => {
    const name = 'getSectionsForCourse';
    const sections = { path: '/sections', body: { data: [{ data: { id: two, district: two } }], links: [] } };
    const refused = { path: `/courses/${one}/sections`, status: 403, body: '', step: { claim, case: name } };
    const outcomeAfter = (...sent: readonly Sent[]) =>
      judge(sent, 'live').cases.find((found) => found.name === name)?.outcome;
    expect(outcomeAfter(refused)).to.equal('inapplicable');
    expect(outcomeAfter(sections, refused)).to.equal('failed');
  });

  it('a response that is larger than the suite reads proves nothing', () => {
    const large = { path, status: 0, failure: 'too-large' as const, step };
    expect(getTerm([large, ofTerms], 'live')).to.include({ outcome: 'cantTell', reason: 'unreadable' });
  });

  it('a read that was sent again because its connection had been closed counts once', () => {
    const closed = { path, status: 0, failure: 'closed' as const, step };
    expect(getTerm([closed, again, ofTerms], 'live')?.notes).to.equal(undefined);
    expect(getTerm([closed, closed, again, ofTerms], 'live')?.notes?.join()).to.match(/1 of 2 reads failed/);
    expect(getTerm([closed, closed, ofTerms], 'live')?.outcome).to.equal('failed');
  });

  it('a write that never works fails after three attempts', () => {
    const create = 'createAssignmentForSection';
    const down = {
      path: `/v3.1/sections/${one}/assignments`,
      method: 'POST',
      status: 503,
      step: { claim, case: create },
    } as const;
    const outcomeAfter = (attempts: readonly (typeof down)[]) =>
      judge([...attempts, ofTerms], 'live').cases.find(({ name }) => name === create)?.outcome;
    expect(outcomeAfter([down, down])).to.equal('untested');
    expect(outcomeAfter([down, down, down])).to.equal('failed');
  });

  it('one 500 is noted, a second one fails', () => {
    const crash = { path, body: '', status: 500, step };
    const hiccup = getTerm([crash, again], 'live');
    expect([hiccup?.outcome, ...(hiccup?.notes ?? [])].join()).to.match(/^passed,.*1 of 2 reads failed/);
    expect(getTerm([crash, again, crash, again], 'live')?.findings).to.have.lengthOf(2);
  });

  it('the reason says how many operations passed', () => {
    const { outcome, why } = judge([served]);
    expect(outcome).to.equal('untested');
    expect(why).to.match(/^1 of 60 operations responded as described; /);
  });
});
