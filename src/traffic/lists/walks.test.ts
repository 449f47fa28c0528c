import { expect } from 'chai';
import * as fc from 'fast-check';
import { profiles } from '../../../contracts/profiles.ts';
import type { Exchange } from '../../exchange.ts';
import { readExchanges } from '../reader.ts';
import { errorAt, idOf, pageOf } from './testing.ts';
import { findWalks, type Walk } from './walks.ts';

const a = (n: number) => `/v2.0/students?limit=2&starting_after=${idOf(n)}`;
const ids = (walk: { pages: readonly { items: readonly { id: string }[] }[] }) =>
  walk.pages.flatMap((page) => page.items.map((item) => item.id));

const walksOf = (exchanges: readonly Exchange[], rel: Walk['rel']) =>
  findWalks(readExchanges(exchanges, profiles), rel);

describe('walks: pages reached by links', () => {
  const first = pageOf(0, '/v2.0/students?limit=2', [1, 2], { next: a(2) });
  const second = pageOf(1, a(2), [3, 4], {
    next: a(4),
    prev: `/v2.0/students?limit=2&ending_before=${idOf(3)}`,
  });
  const third = pageOf(2, a(4), [5], {});

  it('a walk is complete at a page without a next link', () => {
    const [walk, ...others] = walksOf([first, second, third], 'next');
    expect(walk).to.include({ fromStart: true, rel: 'next' });
    expect(walk?.end).to.deep.equal({ kind: 'complete' });
    expect(ids(walk!)).to.deep.equal([1, 2, 3, 4, 5].map(idOf));
    expect(others).to.deep.equal([]);
  });

  it('a walk whose last link was not requested is cut', () => {
    const [walk] = walksOf([first, second], 'next');
    expect(walk?.end).to.deep.equal({ kind: 'cut' });
  });

  it('a walk that begins at a cursor does not begin at the first page', () => {
    expect(walksOf([second, third], 'next')[0]?.fromStart).to.equal(false);
  });

  it('a page that links to itself ends in a cycle', () => {
    const circle = pageOf(0, a(2), [3], { next: a(2) });
    expect(walksOf([circle], 'next')[0]?.end).to.deep.equal({ kind: 'cycle' });
  });

  it('two pages that link to each other end in a cycle', () => {
    const back = pageOf(1, a(2), [3, 4], { next: '/v2.0/students?limit=2' });
    expect(walksOf([first, back], 'next')[0]?.end).to.deep.equal({ kind: 'cycle' });
  });

  it('a link to another origin is refused with its reason', () => {
    const foreign = pageOf(0, '/v2.0/students', [1], { next: 'https://foreign.invalid/v2.0/students' });
    expect(walksOf([foreign], 'next')[0]?.end).to.deep.equal({ kind: 'refused', reason: 'foreign-origin' });
  });

  it('an error in place of a page ends the walk, and a later success continues it', () => {
    const failed = errorAt(1, a(2), 503);
    const [walk] = walksOf([first, failed], 'next');
    expect(walk?.end.kind).to.equal('no-page');
    expect(walk?.exchange.seq).to.equal(failed.seq);
    const retried = [first, failed, { ...second, seq: 2 }, { ...third, seq: 3 }];
    expect(walksOf(retried, 'next')[0]?.end).to.deep.equal({ kind: 'complete' });
  });

  it('the way back is a walk by prev', () => {
    const before = `/v2.0/students?limit=2&ending_before=${idOf(3)}`;
    const back = pageOf(3, before, [1, 2], {});
    const walk = walksOf([second, back], 'prev')[0];
    expect(walk?.pages.map((page) => page.exchange.seq)).to.deep.equal([1, 3]);
    expect(walk?.end).to.deep.equal({ kind: 'complete' });
  });

  it('each page is compared with those before it', () => {
    const again = pageOf(1, a(2), [2, 4, 4, 3], {});
    const [walk] = walksOf([first, again], 'next');
    const [begin, repeat] = walk?.visits ?? [];
    expect(begin).to.deep.include({ newIds: [1, 2].map(idOf), repeatedIds: [], edgeBefore: undefined });
    expect(repeat).to.deep.include({
      newIds: [4, 3].map(idOf),
      repeatedIds: [2, 4].map(idOf),
      edgeBefore: idOf(2),
    });
    expect(walk?.edge).to.equal(idOf(4));
  });

  it('parameters in another order lead to the same page', () => {
    const swapped = pageOf(1, `/v2.0/students?starting_after=${idOf(2)}&limit=2`, [3], {});
    expect(walksOf([first, swapped], 'next')).to.have.length(1);
  });

  it('requests with another token are another walk', () => {
    const other: Exchange = {
      ...second,
      request: { ...second.request, headers: { authorization: 'Bearer «token:2»' } },
    };
    expect(walksOf([first, other], 'next')).to.have.length(2);
  });

  it('interleaved walks of several lists are separated, whatever their length', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 4 }), fc.nat(), (lengths, salt) => {
        const lists = lengths.map((length, list) =>
          Array.from({ length: length + 1 }, (_, at) => {
            const base = `/v2.0/schools/${idOf(list)}/students`;
            const path = at === 0 ? base : `${base}?starting_after=${idOf(at)}`;
            return {
              path,
              id: at + 1,
              next: at < length ? { next: `${base}?starting_after=${idOf(at + 1)}` } : {},
            };
          }),
        );
        const traffic: Exchange[] = [];
        const left = lists.map((list) => [...list]);
        for (let turn = salt; left.some((list) => list.length > 0); turn++) {
          const page = left[turn % left.length]?.shift();
          if (page) traffic.push(pageOf(traffic.length, page.path, [page.id], page.next));
        }
        const walks = walksOf(traffic, 'next');
        expect(walks.map((walk) => walk.pages.length).sort()).to.deep.equal(
          lists.map((one) => one.length).sort(),
        );
        expect(walks.every((walk) => walk.fromStart && walk.end.kind === 'complete')).to.equal(true);
      }),
    );
  });
});
