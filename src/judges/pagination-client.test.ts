import { expect } from 'chai';
import fc from 'fast-check';
import type { ScenarioObservation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import { compareIds } from './client-material.ts';
import {
  type Circumstances,
  firstPage,
  observationOf,
  pageOne,
  pageTwo,
  type Seen,
} from './client-testing.ts';
import { paginationClientJudges as judges } from './pagination-client.ts';

type Id = keyof typeof judges;

interface Row {
  readonly fact: string;
  readonly id: Id;
  readonly seen: readonly Seen[];
  readonly more?: Circumstances;
  readonly outcome: Outcome['outcome'];
}

const again = (seen: Seen, times: number): readonly Seen[] => Array.from({ length: times }, () => seen);
const secondPage = pageTwo(1);
const loop: Seen = { ...secondPage, body: pageOne.body ?? '', rule: 'the second page leads to itself' };

const follows = 'pagination/client-follows-next';
const resolves = 'pagination/client-resolves-relative-links';
const asGiven = 'pagination/client-uses-link-as-given';
const atTheEnd = 'pagination/client-stops-at-the-end';
const within = 'pagination/client-limit-within-10000';
const once = 'pagination/client-holds-each-record-once';
const onCycle = 'pagination/client-stops-on-cycle';
const cursor = (pageTwo(0).path ?? '/v2.0/students?starting_after=a20000000000000000000000').split('?')[1];

const rows: readonly Row[] = [
  { fact: 'every page was asked for', id: follows, seen: [pageOne, secondPage], outcome: 'passed' },
  { fact: 'the second page was not asked for', id: follows, seen: [pageOne], outcome: 'failed' },
  {
    fact: 'the second page was not asked for, and the time was up',
    id: follows,
    seen: [pageOne],
    more: { claim: { endedBy: 'time', says: 'incomplete' } },
    outcome: 'cantTell',
  },
  { fact: 'no page with a next link was served', id: follows, seen: [pageTwo(0)], outcome: 'untested' },
  {
    fact: 'the same cursor under a doubled version is a page asked for',
    id: follows,
    seen: [pageOne, { atMs: 1, got: 404, path: `/v2.0/v2.0/students?${cursor}` }],
    outcome: 'passed',
  },
  {
    fact: 'and a link resolved wrongly',
    id: resolves,
    seen: [pageOne, { atMs: 1, got: 404, path: `/v2.0/v2.0/students?${cursor}` }],
    outcome: 'failed',
  },
  {
    fact: 'and no word on whether the query was kept',
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
    fact: 'a request before the answer of the last page is none after it',
    id: atTheEnd,
    seen: [pageOne, { ...secondPage, tookMs: 50 }, { ...pageOne, atMs: 20 }],
    outcome: 'passed',
  },
  {
    fact: 'the list was asked for again after its end',
    id: atTheEnd,
    seen: [pageOne, secondPage, { ...pageOne, atMs: 2 }],
    outcome: 'failed',
  },
  {
    fact: 'another list after the end is none of its business',
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
  { fact: 'all ids once', id: once, seen: [pageOne, secondPage], outcome: 'passed' },
  {
    fact: 'no request, and a claim to hold everything',
    id: once,
    seen: [],
    more: { claim: { ids: [] } },
    outcome: 'failed',
  },
  {
    fact: 'all was served, and the client claims to be incomplete',
    id: once,
    seen: [pageOne, secondPage],
    more: { claim: { says: 'incomplete' } },
    outcome: 'failed',
  },
  {
    fact: 'a page was refused, and the client claims to be incomplete',
    id: once,
    seen: [pageOne, { atMs: 1, got: 404 }],
    more: { claim: { says: 'incomplete' } },
    outcome: 'untested',
  },
  {
    fact: 'nothing was claimed',
    id: once,
    seen: [pageOne, secondPage],
    more: { claim: { says: 'nothing', ids: [] } },
    outcome: 'untested',
  },
  {
    fact: 'a circle was left at its first repetition',
    id: onCycle,
    seen: [pageOne, loop, loop],
    more: { claim: { says: 'incomplete', ids: [] } },
    outcome: 'passed',
  },
  {
    fact: 'a circle was left late',
    id: onCycle,
    seen: [pageOne, ...again(loop, 6)],
    more: { claim: { says: 'incomplete', ids: [] } },
    outcome: 'failed',
  },
  {
    fact: 'a circle was taken for the end',
    id: onCycle,
    seen: [pageOne, loop],
    more: { claim: { ids: [] } },
    outcome: 'failed',
  },
  {
    fact: 'a circle was left, and nothing was claimed',
    id: onCycle,
    seen: [pageOne, loop],
    more: { claim: { says: 'nothing', ids: [] } },
    outcome: 'untested',
  },
  {
    fact: 'the circle was never reached',
    id: onCycle,
    seen: [pageOne],
    more: { account: { 'the second page leads to itself': 0 }, claim: { says: 'incomplete' } },
    outcome: 'untested',
  },
];

describe('judges of clients that walk lists', () => {
  for (const { fact, id, seen, more, outcome } of rows)
    it(`${id}: ${fact}: ${outcome}`, () => {
      const judged = judges[id]([observationOf(seen, { provokes: [id], ...more })]);
      expect(judged.outcome, JSON.stringify(judged)).to.equal(outcome);
    });

  it('every judge says untested of no observation at all, and of a client that sent nothing and claims nothing', () => {
    const nothing = (id: Id): ScenarioObservation =>
      observationOf([], { provokes: [id], claim: { says: 'nothing', ids: [] } });
    for (const id of Object.keys(judges) as Id[])
      expect([judges[id]([]).outcome, judges[id]([nothing(id)]).outcome], id).to.deep.equal([
        'untested',
        'untested',
      ]);
  });
});

describe('compareIds', () => {
  it('finds no difference exactly when the ids are the whole set in some order, each once', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(id, { maxLength: 6 }), fc.uniqueArray(id), (ids, truth) => {
        const { missing, twice, foreign } = compareIds(ids, truth);
        const differs = missing.length + twice.length + foreign.length > 0;
        expect(differs).to.equal(ids.toSorted().join() !== truth.toSorted().join());
      }),
    );
  });
});
