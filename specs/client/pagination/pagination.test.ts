import { expect } from 'chai';
import { type ClientRequirementId, requirements } from '../../../contracts/requirements/index.ts';
import type { Outcome } from '../../../src/outcome.ts';
import {
  type Circumstances,
  firstPage,
  observationOf,
  outcomeOver,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  truth,
} from '../../support/client-testing.ts';
import './links.spec.ts';
import './records.spec.ts';

interface Row {
  readonly fact: string;
  readonly id: ClientRequirementId;
  readonly seen: readonly Seen[];
  readonly more?: Circumstances;
  readonly outcome: Outcome['outcome'];
}

const again = (seen: Seen, times: number): readonly Seen[] => Array.from({ length: times }, () => seen);
const secondPage = pageTwo(1);
const loop: Seen = { ...secondPage, body: pageOne.body ?? '', rule: 'the second page leads to itself' };

const linkless: Seen = {
  ...secondPage,
  body: `{"data":[{"data":{"id":"${truth[2]}"}}]}`,
  rule: 'the second page has no links',
};
const unreadableNext: Seen = { ...pageOne, body: '{"data":[],"links":[{"rel":"next"}]}' };

const distrusts = 'pagination/client-distrusts-missing-links';
const follows = 'pagination/client-follows-next';
const resolves = 'pagination/client-resolves-relative-links';
const asGiven = 'pagination/client-uses-link-as-given';
const atTheEnd = 'pagination/client-stops-at-the-end';
const within = 'pagination/client-limit-within-10000';
const pastShort = 'pagination/client-continues-past-short-page';
const anyOrder = 'pagination/client-accepts-any-link-order';
const once = 'pagination/client-holds-each-record-once';
const onCycle = 'pagination/client-stops-on-cycle';
const cursor = (pageTwo(0).path ?? '/v2.0/students?starting_after=a20000000000000000000000').split('?')[1];

const marked = `/v2.0/students?view=own&${cursor}`;
const elsewhere = marked.replace('v2.0', 'v2.1');
/** Its link is not one of the walk. */
const beside = `{"data":[{"data":{"id":"${truth[0]}"}}],"links":[{"rel":"next","uri":"/v2.0/students?limit=7&starting_after=${truth[0]}"}]}`;

const rows: readonly Row[] = [
  { fact: 'every page was requested', id: follows, seen: [pageOne, secondPage], outcome: 'passed' },
  { fact: 'the second page was not requested', id: follows, seen: [pageOne], outcome: 'failed' },
  {
    fact: 'the second page was not requested before the time limit',
    id: follows,
    seen: [pageOne],
    more: { claim: { endedBy: 'time', says: 'incomplete' } },
    outcome: 'cantTell',
  },
  { fact: 'no page with a next link was served', id: follows, seen: [pageTwo(0)], outcome: 'untested' },
  ...(['time', 'memory', 'output', 'requests'] as const).map(
    (endedBy): Row => ({
      fact: `no page with a next link was served before the limit (${endedBy})`,
      id: follows,
      seen: [pageTwo(0)],
      more: { claim: { endedBy, says: 'incomplete' } },
      outcome: 'cantTell',
    }),
  ),
  {
    fact: 'the same cursor under a doubled version is a page requested',
    id: follows,
    seen: [pageOne, { atMs: 1, got: 404, path: `/v2.0/v2.0/students?${cursor}` }],
    outcome: 'passed',
  },
  {
    fact: 'the same cursor under a doubled version is a link resolved wrongly',
    id: resolves,
    seen: [pageOne, { atMs: 1, got: 404, path: `/v2.0/v2.0/students?${cursor}` }],
    outcome: 'failed',
  },
  {
    fact: 'the same cursor under a doubled version does not show whether the query was kept',
    id: asGiven,
    seen: [pageOne, { atMs: 1, got: 404, path: `/v2.0/v2.0/students?${cursor}` }],
    outcome: 'untested',
  },
  {
    fact: 'a limit was added to the link',
    id: asGiven,
    seen: [pageOne, { ...secondPage, path: `/v2.0/students?limit=100&${cursor}` }],
    outcome: 'failed',
  },
  {
    fact: 'the first page was read twice and had another link each time, of which one was followed',
    id: asGiven,
    seen: [
      pageOne,
      { ...pageOne, body: pageOne.body?.replace(/"uri":"[^"]*"/, `"uri":"${marked}"`) ?? '' },
      { ...secondPage, path: marked },
    ],
    outcome: 'passed',
  },
  {
    fact: 'the first page was read twice and had a link under another version the first time',
    id: resolves,
    seen: [
      { ...pageOne, body: pageOne.body?.replace(/"uri":"[^"]*"/, `"uri":"${elsewhere}"`) ?? '' },
      { ...secondPage, path: elsewhere },
      pageOne,
    ],
    outcome: 'passed',
  },
  ...([pastShort, anyOrder] as const).map(
    (id): Row => ({
      fact: 'a page with a limit of its own was read beside the walk',
      id,
      seen: [{ ...pageOne, path: `${firstPage}?limit=7`, body: beside }, pageOne, secondPage],
      outcome: 'passed',
    }),
  ),
  { fact: 'a short page was followed', id: pastShort, seen: [pageOne, secondPage], outcome: 'passed' },
  { fact: 'no link was followed, after no page', id: pastShort, seen: [pageOne], outcome: 'untested' },
  {
    fact: 'no page was short for its limit',
    id: pastShort,
    seen: [{ ...pageOne, path: `${firstPage}?limit=2` }],
    outcome: 'inapplicable',
  },
  { fact: 'next links only', id: anyOrder, seen: [pageOne, secondPage], outcome: 'passed' },
  {
    fact: 'a prev link as well as the next link',
    id: anyOrder,
    seen: [pageOne, secondPage, { ...pageOne, atMs: 2, path: `${firstPage}?ending_before=a3` }],
    outcome: 'failed',
  },
  { fact: 'no link at all', id: anyOrder, seen: [pageOne], outcome: 'untested' },
  {
    fact: 'a request before the response of the last page does not count',
    id: atTheEnd,
    seen: [pageOne, { ...secondPage, tookMs: 50 }, { ...pageOne, atMs: 20 }],
    outcome: 'passed',
  },
  {
    fact: 'the list was requested again after its end',
    id: atTheEnd,
    seen: [pageOne, secondPage, { ...pageOne, atMs: 2 }],
    outcome: 'failed',
  },
  {
    fact: 'another list after the end does not count',
    id: atTheEnd,
    seen: [pageOne, secondPage, { ...pageOne, path: '/v2.0/schools', atMs: 2 }],
    outcome: 'passed',
  },
  {
    fact: 'a limit of 10000',
    id: within,
    seen: [{ ...pageOne, path: `${firstPage}?limit=10000` }],
    outcome: 'passed',
  },
  {
    fact: 'a limit of 10001',
    id: within,
    seen: [{ ...pageOne, path: `${firstPage}?limit=10001` }],
    outcome: 'failed',
  },
  {
    fact: 'a limit of 10001 in a scenario that is about something else',
    id: within,
    seen: [{ ...pageOne, path: `${firstPage}?limit=10001` }],
    more: { provokes: [] },
    outcome: 'failed',
  },
  {
    fact: 'the list was requested again after a page with a next link that cannot be read',
    id: atTheEnd,
    seen: [unreadableNext, pageOne],
    outcome: 'untested',
  },
  ...(['incomplete', 'complete'] as const).map(
    (says): Row => ({
      fact: `a page without links, reported ${says}`,
      id: distrusts,
      seen: [pageOne, linkless],
      more: { claim: { says, ids: truth.slice(0, 3) } },
      outcome: says === 'complete' ? 'failed' : 'passed',
    }),
  ),
  {
    fact: 'a page without links that was never requested',
    id: distrusts,
    seen: [pageOne],
    more: { account: { 'the second page has no links': 0 }, claim: { ids: truth.slice(0, 2) } },
    outcome: 'untested',
  },
  {
    fact: 'a part, reported complete after a page without links',
    id: once,
    seen: [pageOne, linkless],
    more: { claim: { ids: truth.slice(0, 3) } },
    outcome: 'inapplicable',
  },
  { fact: 'all ids once', id: once, seen: [pageOne, secondPage], outcome: 'passed' },
  {
    fact: 'no request, reported complete',
    id: once,
    seen: [],
    more: { claim: { ids: [] } },
    outcome: 'failed',
  },
  {
    fact: 'every page was served, reported incomplete',
    id: once,
    seen: [pageOne, secondPage],
    more: { claim: { says: 'incomplete' } },
    outcome: 'failed',
  },
  {
    fact: 'a page was not served, reported incomplete',
    id: once,
    seen: [pageOne, { atMs: 1, got: 404 }],
    more: { claim: { says: 'incomplete' } },
    outcome: 'untested',
  },
  {
    fact: 'a page was not requested where nothing went wrong, reported incomplete',
    id: once,
    seen: [pageOne],
    more: { claim: { says: 'incomplete' }, account: {} },
    outcome: 'failed',
  },
  {
    fact: 'a page was not requested, and its rule not reached, reported incomplete',
    id: once,
    seen: [pageOne],
    more: { claim: { says: 'incomplete' }, account: { label: 0 } },
    outcome: 'untested',
  },
  {
    fact: 'nothing was reported',
    id: once,
    seen: [pageOne, secondPage],
    more: { claim: { says: 'nothing', ids: [] } },
    outcome: 'untested',
  },
  {
    fact: 'a loop was left at its first repetition',
    id: onCycle,
    seen: [pageOne, loop, loop],
    more: { claim: { says: 'incomplete', ids: [] } },
    outcome: 'passed',
  },
  {
    fact: 'a loop was left late',
    id: onCycle,
    seen: [pageOne, ...again(loop, 6)],
    more: { claim: { says: 'incomplete', ids: [] } },
    outcome: 'failed',
  },
  {
    fact: 'a loop was reported complete',
    id: onCycle,
    seen: [pageOne, loop],
    more: { claim: { ids: [] } },
    outcome: 'failed',
  },
  {
    fact: 'a loop was left, and nothing was reported',
    id: onCycle,
    seen: [pageOne, loop],
    more: { claim: { says: 'nothing', ids: [] } },
    outcome: 'untested',
  },
  {
    fact: 'the loop was never reached',
    id: onCycle,
    seen: [pageOne],
    more: { account: { 'the second page leads to itself': 0 }, claim: { says: 'incomplete' } },
    outcome: 'untested',
  },
];

describe('client side of pagination', () => {
  for (const { fact, id, seen, more, outcome } of rows)
    it(`${id}: ${fact}: ${outcome}`, () => {
      const result = outcomeWith(id, seen, more);
      expect(result.outcome, JSON.stringify(result)).to.equal(outcome);
    });

  it('is untested without an observation, and for a client that sends and reports nothing', () => {
    const ids = requirements.flatMap(({ id, binds }) =>
      binds === 'client' && id.startsWith('pagination/') ? [id] : [],
    );
    for (const id of ids) {
      const silent = observationOf([], { provokes: [id], claim: { says: 'nothing', ids: [] } });
      const outcomes = [outcomeOver(id, []), outcomeOver(id, [silent])].map((one) => one.outcome);
      expect(outcomes, id).to.deep.equal(['untested', 'untested']);
    }
  });

  it('a short page was not followed, by a client that follows links elsewhere: failed', () => {
    const stopped = observationOf([pageOne], { provokes: [pastShort] });
    expect(outcomeOver(pastShort, [stopped, observationOf([pageOne, secondPage])]).outcome).to.equal(
      'failed',
    );
  });

  it('a record that the server sent twice is up to a requirement of its own', () => {
    const [first = '', second = '', ...rest] = truth;
    const twice = { ...pageOne, body: pageOne.body?.replaceAll(second, first) ?? '' };
    const claim = { ids: [first, first, second, ...rest] };
    const seen = [twice, pageTwo(1)];
    const outcomes = ([once, 'pagination/client-holds-repeated-record-once'] as const).map((id) => [
      outcomeWith(id, seen, { claim }).outcome,
      outcomeWith(id, [pageOne, secondPage], { claim }).outcome,
    ]);
    expect(outcomes).to.deep.equal([
      ['passed', 'failed'],
      ['failed', 'inapplicable'],
    ]);
  });

  it('what an earlier start reported counts as held, and a list that lacks records fails in every scenario', () => {
    const [started] = observationOf([pageOne]).runs;
    if (!started) throw new Error('there is no run');
    const outcome = (...held: readonly (readonly string[])[]) =>
      outcomeOver(once, [
        {
          ...observationOf([pageOne, secondPage]),
          runs: held.map((ids, at) => ({
            ...started,
            startedAtMs: started.startedAtMs + at,
            claim: { ...started.claim, ids, says: at === held.length - 1 ? 'complete' : 'incomplete' },
          })),
        },
      ]).outcome;
    expect(outcome(truth.slice(0, 2), truth.slice(2))).to.equal('untested');
    expect(outcome(truth.slice(0, 2), truth.slice(1, 3))).to.equal('failed');
  });

  it('a client that does not read a list at all is not judged by it', () => {
    const silent = { ...observationOf([], { job: 'sync:teachers', provokes: [follows] }), truth };
    const students = observationOf([pageOne, secondPage], { provokes: [follows] });
    expect(outcomeOver(follows, [silent, students]).outcome).to.equal('passed');
    expect(outcomeOver(follows, [silent]).outcome).to.equal('untested');
  });

  it('a link is resolved wrongly only by a client that uses it', () => {
    const marked = `/v2.1/students?view=own&${cursor}`;
    const led = { ...pageOne, body: pageOne.body?.replace(/"uri":"[^"]*"/, `"uri":"${marked}"`) ?? '' };
    const outcome = (path: string) => outcomeWith(resolves, [led, { ...secondPage, path }]).outcome;
    expect(outcome(marked)).to.equal('passed');
    expect(outcome(marked.replace('v2.1', 'v2.0'))).to.equal('failed');
    expect(outcome(`/v2.0/students?limit=100&${cursor}`)).to.equal('inapplicable');
    expect(outcome(`/v2.0/v2.0/students?${cursor}`)).to.equal('failed');
    // The same query as in the link, which is also its own request with another cursor.
    const away = {
      ...led,
      path: `${firstPage}?limit=2`,
      body: led.body.replace(marked, `@127.0.0.1:1${firstPage}?limit=2&${cursor}`),
    };
    const own = { ...secondPage, path: `${firstPage}?limit=2&${cursor}` };
    expect(outcomeWith(resolves, [away, own]).outcome).to.equal('untested');
    // Where a link without a leading slash leads is not said: seen from the page, to another path than from the origin.
    for (const base of ['', '/v2.0']) {
      const path = `${base}/@127.0.0.1:1${firstPage}?limit=2&${cursor}`;
      expect(outcomeWith(resolves, [away, { ...secondPage, got: 404, path }]).outcome).to.equal('untested');
    }
  });

  it('at an empty page no client is accused whose requests may be made of ids, and one that uses links is', () => {
    const empty = (next: string): Seen => ({
      ...secondPage,
      body: `{"data":[],"links":[{"rel":"next","uri":"${next}"}]}`,
    });
    const more = { claim: { ids: truth.slice(0, 2) } };
    const outcomes = (...seen: readonly Seen[]) =>
      ([follows, pastShort, once, onCycle, anyOrder] as const).map(
        (id) => outcomeWith(id, seen, more).outcome,
      );
    const rest = '/v2.0/students?starting_after=a20000000000000000000001';
    const own = outcomes(pageOne, empty(rest));
    expect(own).to.not.include('failed');
    const marked = `/v2.0/students?view=own&${cursor}`;
    const led = { ...pageOne, body: pageOne.body?.replace(/"uri":"[^"]*"/, `"uri":"${marked}"`) ?? '' };
    expect(outcomes(led, { ...empty(rest), path: marked }).slice(0, 3)).to.deep.equal([
      'failed',
      'failed',
      'failed',
    ]);
  });

  it('says what was added to a link, and that it was no URL of its own', () => {
    const messageOf = (path: string) =>
      outcomeWith(asGiven, [pageOne, { ...secondPage, path }]).cases[0]?.findings[0]?.message;
    expect(messageOf(`/v2.0/students?${cursor}&limit=2`)).to.match(/added `limit` to the/);
    expect(messageOf(`/v2.0/students?x=«token:1»&${cursor}`)).to.match(/added its token to the/);
    const led = {
      ...pageOne,
      body: pageOne.body?.replace(/"uri":"[^"]*"/, `"uri":"/v2.0/students?view=own&${cursor}"`) ?? '',
    };
    const own = outcomeWith(asGiven, [led, secondPage]).cases[0]?.findings[0]?.message;
    expect(own).to.match(/a URL of its own/);
  });

  it('says what was requested in place of the list, and that no token was accepted', () => {
    const whyOf = (...seen: readonly Seen[]) => {
      const more = { claim: { says: 'incomplete', ids: [] } } as const;
      return outcomeWith(follows, seen, more).cases[0]?.why;
    };
    const bySchool = `/v2.0/schools/${truth[0]}/students`;
    expect(whyOf({ ...secondPage, path: bySchool })).to.match(
      /requested no list of students \(\/v2.0\/students\): it asked for \/v2.0\/schools\/\{id\}\/students$/,
    );
    expect(whyOf({ ...secondPage, got: 401 })).to.match(/accepted no token/);
    expect(whyOf(secondPage)).to.match(/no page with a `next` link/);
  });

  it('gathers every finding of a case', () => {
    const { cases } = outcomeWith(follows, [pageOne, { ...pageOne, atMs: 1, path: `${firstPage}?limit=2` }]);
    expect(cases.flatMap((one) => one.findings.map((finding) => finding.exchange))).to.deep.equal([0, 1]);
  });

  it('counts a page that a captured client passed by, and leaves the last page of a capture open', () => {
    const captured = (...seen: readonly Seen[]) =>
      outcomeOver(follows, [{ ...observationOf(seen, { provokes: [follows] }), captured: { skewMs: 0 } }]);
    expect(captured(pageOne, secondPage).outcome).to.equal('passed');
    expect(captured(pageOne).outcome).to.equal('cantTell');
    expect(captured(pageOne, { ...secondPage, path: `${firstPage}?starting_after=a1` }).outcome).to.equal(
      'failed',
    );
  });
});
