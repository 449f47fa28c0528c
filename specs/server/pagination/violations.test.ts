import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import { claimOf } from '../../../src/claims/claim.ts';
import { assertClaim } from '../../../src/claims/run-claim.ts';
import type { Exchange, Step } from '../../../src/exchange.ts';
import type { Outcome } from '../../../src/outcome.ts';
import { changed, errorAt, idOf, pageOf, walkOf } from '../../../src/traffic/lists/testing.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { trafficOf } from '../../support/testing.ts';
import './changes.spec.ts';
import './limits.spec.ts';
import './links.spec.ts';
import './nested.spec.ts';
import './pages.spec.ts';
import './walks.spec.ts';

type Id = Extract<ServerRequirementId, `pagination/${string}`>;

const ids = requirementsOf('server')
  .map(({ id }) => id)
  .filter((id): id is Id => id.startsWith('pagination/'));

const step: Step = { claim: 'pagination/next-walk-complete', case: '/students' };
const list = '/v2.0/students';
const entries = [1, 2, 3, 4, 5, 6, 7];
const after = (n: number, limit = 2) => `${list}?limit=${limit}&starting_after=${idOf(n)}`;
const before = (n: number, limit = 2) => `${list}?limit=${limit}&ending_before=${idOf(n)}`;

/** A conforming list: forward as [1 2 3] [4 5 6] [7], with chosen cursors, back, and as a whole. */
const whole = pageOf(
  20,
  `${list}?limit=10000`,
  entries,
  {},
  { ...step, claim: 'pagination/limit-10000-accepted' },
);
const good = [
  ...walkOf(list, entries, 3, step),
  pageOf(10, after(4), [5, 6], { next: after(6) }, step),
  pageOf(11, before(4), [2, 3], {}, step),
  pageOf(12, after(7), [], {}, step),
  pageOf(13, before(1), [], {}, step),
  pageOf(14, after(6, 3), [7], { prev: before(7, 3) }, step),
  pageOf(15, before(7, 3), [4, 5, 6], { prev: before(4, 3) }, step),
  pageOf(16, before(4, 3), [1, 2, 3], {}, step),
  whole,
];

type Change = Parameters<typeof changed>[1];
const at = (traffic: readonly Exchange[], seq: number, change: Change): Exchange[] =>
  traffic.map((one) => (one.seq === seq ? changed(one, change) : one));
/** The link of this rel on the page of this seq leads there; without a uri, it is taken away. */
const relink = (seq: number, rel: string, uri?: string, traffic: readonly Exchange[] = good) =>
  at(traffic, seq, (body) => {
    const rest = body.links.filter((link) => link.rel !== rel);
    body.links = uri === undefined ? rest : [...rest, { rel, uri }];
  });
const refill = (seq: number, numbers: readonly number[], traffic: readonly Exchange[] = good) =>
  at(traffic, seq, (body) => {
    body.data = numbers.map((n) => ({ data: { id: idOf(n) } }));
  });
const refuse = (seq: number, status: number): Exchange[] =>
  good.map((one) => (one.seq === seq ? errorAt(seq, one.request.path, status, one.step) : one));

const assertedIn = (id: Id, traffic: Traffic): Outcome => assertClaim(claimOf(id), traffic).outcome;
const outcomeOf = (id: Id, exchanges: readonly Exchange[]) =>
  assertedIn(id, trafficOf(exchanges, 'live')).outcome;
const failing = (exchanges: readonly Exchange[]) => {
  const traffic = trafficOf(exchanges, 'live');
  return ids.filter((id) => assertedIn(id, traffic).outcome === 'failed');
};

const hundredAndOne = Array.from({ length: 101 }, (_, n) => n + 1);
const violations: Readonly<Record<string, readonly [traffic: readonly Exchange[], ...breaks: Id[]]>> = {
  '101 records without a limit': [[pageOf(0, list, hundredAndOne, {}, step)], 'pagination/default-limit-100'],
  'a page with one record too many': [
    relink(10, 'next', after(7), refill(10, [5, 6, 7])),
    'pagination/limit-honoured',
  ],
  'a limit that is refused': [
    [...good, errorAt(30, `${list}?limit=99`, 400, step)],
    'pagination/limit-honoured',
  ],
  'a short page while more follow': [relink(10, 'next', after(5), refill(10, [5])), 'pagination/full-pages'],
  'a refused limit of 10,000': [refuse(20, 413), 'pagination/limit-10000-accepted'],
  'more than 10,000 records on a page': [
    [
      pageOf(
        0,
        `${list}?limit=10000`,
        Array.from({ length: 10_001 }, (_, n) => n + 1),
        {},
        step,
      ),
    ],
    'pagination/limit-honoured',
  ],
  'no next link while more follow': [relink(10, 'next'), 'pagination/next-while-more'],
  'a record left out in the middle': [
    refill(1, [4, 6]),
    'pagination/full-pages',
    'pagination/next-walk-complete',
  ],
  'a record that comes twice': [refill(1, [4, 4, 6]), 'pagination/next-walk-complete'],
  'a page that is gone': [refuse(1, 404), 'pagination/next-walk-complete'],
  'records that change places': [refill(15, [4, 6, 5]), 'pagination/ids-ascend'],
  'a first record that is the cursor': [
    relink(10, 'next', after(5), refill(10, [4, 5])),
    'pagination/starting-after-excludes-cursor',
  ],
  'a page that skips the record after the cursor': [
    relink(10, 'next', after(7), refill(10, [6, 7])),
    'pagination/starting-after-excludes-cursor',
  ],
  'the oldest records in place of the nearest': [
    refill(11, [1, 2]),
    'pagination/ending-before-excludes-cursor',
  ],
  'a record left out on the way back': [refill(15, [4, 6]), 'pagination/prev-walk-mirrors-next'],
  'a way back that repeats a record of the page': [
    relink(15, 'prev', before(5, 3), refill(15, [5, 6, 7])),
    'pagination/ending-before-excludes-cursor',
    'pagination/prev-walk-mirrors-next',
  ],
  'a way back that ends early': [relink(15, 'prev'), 'pagination/prev-walk-mirrors-next'],
  'a way back in a loop': [
    relink(15, 'prev', before(7, 3)),
    'pagination/prev-walk-mirrors-next',
    'pagination/link-cursor-form',
  ],
  '404 after the end': [refuse(12, 404), 'pagination/empty-page-after-the-end'],
  'the last record again after the end': [refill(12, [7]), 'pagination/empty-page-after-the-end'],
  '404 before the start': [refuse(13, 404), 'pagination/empty-page-before-the-start'],
  'a link with a host': [
    relink(0, 'next', `https://api.clever.com${after(3, 3)}`),
    'pagination/links-host-relative',
  ],
  'an unknown rel': [relink(2, 'last', list), 'pagination/link-rels-known'],
  'a next link with the first id of its page': [relink(10, 'next', after(5)), 'pagination/link-cursor-form'],
  'a next link to another list': [
    relink(10, 'next', `/v2.0/teachers?limit=2&starting_after=${idOf(6)}`),
    'pagination/next-stays-in-collection',
  ],
  'a next link without the limit': [
    relink(10, 'next', `${list}?starting_after=${idOf(6)}`),
    'pagination/links-keep-query',
  ],
  'a next link of another version': [
    relink(10, 'next', after(6).replace('v2.0', 'v1.1')),
    'pagination/links-keep-version',
  ],
  'no self link': [relink(2, 'self'), 'pagination/self-link'],
};

describe('claims: pagination', () => {
  it('a conforming list violates nothing', () => {
    expect(failing(good)).to.deep.equal([]);
    for (const claim of ['next-walk-complete', 'prev-walk-mirrors-next', 'limit-10000-accepted'] as const)
      expect(outcomeOf(`pagination/${claim}`, good), claim).to.equal('passed');
  });

  for (const [fact, [traffic, ...breaks]] of Object.entries(violations))
    it(`${fact} violates ${breaks.join(' and ')}, and nothing else`, () => {
      expect(failing(traffic)).to.have.members(breaks);
    });

  it('no traffic, and a server without lists, are untested', () => {
    for (const traffic of [[], [errorAt(0, list, 404, step)]])
      for (const id of ids) expect(outcomeOf(id, traffic), id).to.equal('untested');
  });

  it('a walk that got a transient 503 or 429 is undecided', () => {
    for (const status of [503, 429]) {
      expect(outcomeOf('pagination/next-walk-complete', refuse(1, status))).to.equal('cantTell');
      expect(failing(refuse(1, status))).to.deep.equal([]);
    }
  });

  it('prev with the cursor of the request passes with a note, as documented', () => {
    const { outcome, cases } = assertedIn(
      'pagination/link-cursor-form',
      trafficOf(relink(1, 'prev', before(3, 3)), 'live'),
    );
    expect(outcome).to.equal('passed');
    expect(cases.flatMap((one) => one.notes ?? [])).to.have.length(1);
  });

  it('pages without prev links leave the way back inapplicable', () => {
    const forthOnly = walkOf(list, entries, 3, step).map(
      (_, seq, all) => relink(seq, 'prev', undefined, all)[seq]!,
    );
    expect(failing(forthOnly)).to.deep.equal([]);
    expect(outcomeOf('pagination/prev-walk-mirrors-next', forthOnly)).to.equal('inapplicable');
  });

  it('a full last page may lead to an empty one, and need not', () => {
    const phantom = walkOf(list, [1, 2, 3, 4, 5, 6], 3, step);
    const exact = relink(1, 'next', undefined, phantom.slice(0, 2));
    for (const traffic of [phantom, exact]) {
      expect(failing(traffic)).to.deep.equal([]);
      expect(outcomeOf('pagination/next-walk-complete', traffic)).to.equal('passed');
    }
  });

  it('a link past the end that answers 404 is no gap in the walk', () => {
    const phantom = walkOf(list, [1, 2, 3, 4, 5, 6], 3, step);
    const gone = [
      ...phantom.slice(0, 2),
      errorAt(2, after(6, 3), 404, step),
      pageOf(9, list, [1, 2, 3, 4, 5, 6], {}, step),
    ];
    expect(failing(gone)).to.deep.equal(['pagination/empty-page-after-the-end']);
  });

  it('ten empty pages in a row with a next link are no end', () => {
    const endless = Array.from({ length: 12 }, (_, n) => {
      const next = `${list}?starting_after=${idOf(n + 1)}`;
      return pageOf(n, n === 0 ? list : `${list}?starting_after=${idOf(n)}`, [], { next }, step);
    });
    expect(failing(endless)).to.include('pagination/next-walk-complete');
  });

  it('walks of a capture are judged one by one: records come and go between them', () => {
    const judge = (exchanges: readonly Exchange[]) =>
      assertedIn('pagination/next-walk-complete', trafficOf(exchanges, 'har'));
    const captured = walkOf(list, entries, 3);
    const later = walkOf(list, [...entries, 8], 3, undefined, 50);
    expect(judge([...captured, ...later]).outcome).to.equal('passed');
    expect(judge(refill(1, [4, 4, 6], captured)).outcome).to.equal('failed');
  });

  it('a second-level list is held to the rules by a requirement of its own', () => {
    const nested = '/v2.0/schools/000000000000000000000abc/students';
    const nestedStep = { claim: 'pagination/nested-lists-paginate', case: '/schools/{id}/students' };
    const forth = walkOf(nested, entries, 3, nestedStep);
    const caseOf = (traffic: readonly Exchange[]) =>
      assertedIn('pagination/nested-lists-paginate', trafficOf(traffic, 'live')).cases.find(
        (one) => one.name === '/schools/{id}/students',
      )?.outcome;
    expect(caseOf(forth)).to.equal('passed');
    expect(caseOf(refill(1, [4, 4, 6], forth))).to.equal('failed');
    expect(failing(refill(1, [4, 4, 6], forth))).to.deep.equal(['pagination/nested-lists-paginate']);
  });
});
