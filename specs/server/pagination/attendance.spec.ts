import { type BareList, type BareLists, steadyDuring } from '../../../src/traffic/lists/bare-lists.ts';
import type { Walk } from '../../../src/traffic/lists/walks.ts';
import { alsoEach, claim, each, expect, undecided, violation } from '../../support/server.ts';
import { expectHostRelativeLinks, expectKnownRels, expectSameCollection } from './link-rules.ts';
import { expectLimitHonoured } from './page-rules.ts';
import { expectEveryRecordOnce } from './walk-rules.ts';

/** Entries have no ids, and cursors may be anything: only what a page has, and where its links lead, can be judged. */
claim<BareLists>('pagination/attendance-paginates', {
  cases: ({ bareLists }) => bareLists,
  otherwise: {
    untested: 'no attendance was requested',
    inapplicable: 'no list of attendance has a second page',
  },
  assert: (group) => {
    expectLimitHonoured(group);
    expectHostRelativeLinks(group);
    expectKnownRels(group);
    expectSameCollection(group);
    for (const list of group.lists.filter((one) => !repeatsEntries(one))) {
      each(list.forward, expectEveryRecordOnce);
      alsoEach(list.backward, expectEveryRecordOnce);
      alsoEach([...list.forward, ...list.backward], expectEnd);
      alsoEach(list.whole, (walk) => {
        const steady = steadyDuring(walk, list.whole);
        const lost = [...steady].filter((id) => !walk.ids.has(id));
        expect(lost, 'Following `next` leaves out entries.').to.be.empty;
      });
      alsoEach(
        wayBacks(list),
        ({ missing }) => expect(missing, 'Following `prev` leaves out entries.').to.be.empty,
      );
    }
  },
  control: (group) => {
    if (group.lists.every(({ entries }) => entries.size === 0)) undecided('not-offered', emptyReason(group));
    if (group.inconclusive !== undefined) undecided('inconclusive-response', group.inconclusive);
    if (group.lists.every(({ forward }) => forward.every(({ pages }) => pages.length < 2)))
      undecided('not-offered', 'no list of attendance has a second page');
  },
});

/** Two entries of one page that are alike in every field cannot be distinguished when one of them comes again. */
function repeatsEntries({ pages }: BareList): boolean {
  return pages.some(({ repeatedIds }) => repeatedIds.length > 0);
}

function expectEnd({ end, rel }: Walk): void {
  if (end.kind === 'cycle')
    violation(`A \`${rel}\` link leads to a page that was already visited.`, {
      expected: 'an end',
      actual: 'a loop',
    });
  if (end.kind !== 'no-page') return;
  const { exchange } = end;
  if (exchange.isInconclusive || [401, 403, 404].includes(exchange.status))
    undecided('inconclusive-response', `a page was answered with ${exchange.summary}`);
  violation(`A \`${rel}\` link does not lead to a list.`, {
    expected: '200 with a list',
    actual: exchange.summary,
  });
}

/** Ways back that were followed to their end, with what the way forth showed before the page that they began at. */
function wayBacks(list: BareList) {
  return list.backward.flatMap((back) => {
    const [start] = back.pages;
    if (!start || back.pages.length < 2 || back.end.kind !== 'complete') return [];
    return list.whole.flatMap(({ pages }) => {
      const at = pages.findIndex(({ exchange }) => exchange.request.path === start.exchange.request.path);
      const due = pages.slice(0, at + 1).flatMap(({ ids }) => ids);
      const missing = due.filter((id) => !back.ids.has(id));
      return at > 0 ? [{ exchange: back.exchange, missing }] : [];
    });
  });
}

function emptyReason({ pages, failed }: BareLists): string {
  const refused = failed.at(-1)?.exchange;
  return pages.length > 0 || !refused ? 'the lists are empty' : `attendance was refused: ${refused.summary}`;
}
