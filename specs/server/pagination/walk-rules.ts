import { greatest } from '../../../src/traffic/lists/ids.ts';
import { stepsBack, unfinishedWaysBack } from '../../../src/traffic/lists/list-ends.ts';
import type { List, ListGroup } from '../../../src/traffic/lists/lists.ts';
import type { Page } from '../../../src/traffic/lists/page.ts';
import type { Walk } from '../../../src/traffic/lists/walks.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { alsoEach, each, expect, note, undecided, violation } from '../../support/server.ts';
import type { Rule } from './page-rules.ts';

/** A walk of so many pages was not left for lack of interest. */
const longWalk = 10;

/**
 * Every record once, and an end. Records after a page without `next` are left to `next-while-more`, and a link that must not be
 * followed to the rules of links: then the walk itself is undecided.
 */
export const expectCompleteWalks: Rule = ({ lists }) => {
  for (const list of lists) {
    const walks = list.forward.filter((walk) => walk.fromStart);
    for (const assert of [expectEveryRecordOnce, expectNothingSkipped, expectEnd]) {
      each(walks.filter(hasPagesToTheEnd), (walk) => assert(walk, list));
      alsoEach(
        walks.filter((walk) => !hasPagesToTheEnd(walk)),
        (walk) => assert(walk, list),
      );
    }
    // A walk that was resumed at a cursor can lose records, but does not show the whole list.
    for (const assert of [expectEveryRecordOnce, expectNothingSkipped, expectNoBadEnd])
      alsoEach(list.forward.filter(isResumed), (walk) => assert(walk, list));
  }
};

function isResumed({ pages: [first] }: Walk): boolean {
  return first !== undefined && first.ids.length > 0 && first.exchange.query.has('starting_after');
}

/** Several pages with records, followed to the last one: it shows that links lead through a list. */
function hasPagesToTheEnd({ pages, end }: Walk): boolean {
  return end.kind === 'complete' && pages.filter((page) => page.ids.length > 0).length > 1;
}

export function expectEveryRecordOnce({ visits }: Walk): void {
  each(
    visits,
    ({ repeatedIds }) => expect(repeatedIds, 'Following `next` shows a record twice.').to.be.empty,
  );
}

function expectNothingSkipped(walk: Walk, list: List): void {
  expect(list.skippedBy(walk), 'Following `next` leaves out records.').to.be.empty;
}

function expectEnd(walk: Walk, list: List): void {
  const { end, pages, edge, trailingEmptyPages } = walk;
  switch (end.kind) {
    case 'cycle':
      violation('A `next` link leads to a page that was already visited.', {
        expected: 'an end',
        actual: 'a loop',
      });
      break;
    case 'no-page':
      if (end.exchange.isInconclusive || isLockedOut(end.exchange, list))
        undecided('inconclusive-response', `a page was answered with ${end.exchange.summary}`);
      if (!list.isAfterTheEnd(end.exchange))
        expect(end.exchange, 'A `next` link does not lead to a list.').to.be.a.listPage();
      break;
    case 'cut':
      expect(trailingEmptyPages, 'Following `next` leads through empty pages without end.').to.be.below(
        longWalk,
      );
      if (pages.length >= longWalk)
        undecided('stopped-early', `the walk was stopped after ${pages.length} pages`);
      break;
    case 'refused':
      undecided('stopped-early', `a \`next\` link was not followed (${end.reason})`);
      break;
    case 'complete':
      if (list.idAfter(edge) !== undefined)
        undecided('stopped-early', 'the links end before the last record');
  }
}

/** Of a walk that may begin and end anywhere. */
function expectNoBadEnd(walk: Walk, list: List): void {
  if (walk.end.kind === 'cycle' || walk.end.kind === 'no-page') expectEnd(walk, list);
}

/** Where others use the token, it may have expired during the walk, or lost what was shared with it. */
function isLockedOut({ status }: ReadExchange, { mayLockOut }: List): boolean {
  return mayLockOut && [401, 403, 404].includes(status);
}

/** Compared with everything that is known of the list, wherever the pages on the way forward began and ended. */
export const expectSameWayBack: Rule = ({ lists }) => {
  each(lists.flatMap(stepsBack), ({ ids, lastDue, skipped, repeatsCursor }) => {
    if (repeatsCursor)
      note('prev repeats the cursor of the request, so the record at it is not on the way back');
    expect(ids, 'Following `prev` leads to an empty page before the first record.').to.not.be.empty;
    expect(greatest(ids), 'Following `prev` does not continue right before the page.').to.equal(lastDue);
    expect(skipped, 'Following `prev` leaves out records.').to.be.empty;
  });
  alsoEach(pagesBefore(lists), ({ leftOut, repeatedIds }) => {
    expect(repeatedIds, 'A page before a cursor shows a record twice.').to.be.empty;
    expect(leftOut, 'A page before a cursor leaves out records.').to.be.empty;
  });
  alsoEach(lists.flatMap(unfinishedWaysBack), ({ end, nextDue }) => {
    const expected = `a way to ${nextDue}`;
    switch (end.kind) {
      case 'complete':
        violation('Following `prev` ends before the first record.', { expected, actual: 'no `prev` link' });
        break;
      case 'cycle':
        violation('A `prev` link leads to a page that was already visited.', { expected, actual: 'a loop' });
        break;
      case 'no-page':
        if (end.exchange.isInconclusive)
          undecided('inconclusive-response', `a page was answered with ${end.exchange.summary}`);
        expect(end.exchange, 'A `prev` link does not lead to a list.').to.be.a.listPage();
        break;
      case 'refused':
        undecided('stopped-early', `a \`prev\` link was not followed (${end.reason})`);
    }
  });
};

function pagesBefore(lists: readonly List[]): readonly Page[] {
  return lists.flatMap((list) => list.pages.filter((page) => page.before !== undefined));
}

/** Which end of a list a page is outside of, and how its request came about. */
export interface Outside {
  readonly side: 'end' | 'start';
  /** A link of the list led there; otherwise the request chose the cursor. */
  readonly isLinked: boolean;
}

/** Pages after the last record, or before the first one, are empty lists. */
export function expectEmptyPages({ lists }: Pick<ListGroup, 'lists'>, { side, isLinked }: Outside): void {
  const where = side === 'end' ? 'after the last record' : 'before the first record';
  each(
    lists.flatMap((list) => list.outside(side).filter((one) => one.isLinked === isLinked)),
    ({ exchange }) => {
      if (exchange.isInconclusive)
        undecided('inconclusive-response', `the page ${where} was answered with ${exchange.summary}`);
      expect(exchange, `A page ${where} is not an empty list.`).to.be.an.emptyPage();
    },
  );
}
