import { isScopeRefusal } from '../../../../src/traffic/operation-traffic.ts';
import type { ReadExchange } from '../../../../src/traffic/read-exchange.ts';
import { expectConclusive } from '../../../support/responses.ts';
import { claim, expect, undecided, violation } from '../../../support/server.ts';

claim('data/user-links', {
  cases: (traffic) => traffic.steps('data/user-links'),
  otherwise: { untested: 'no user was requested whose links could be followed' },
  assert: ({ role, roles }) => {
    const [linked, listed] = [roles('link'), role('path')];
    if (!listed) undecided('not-offered', 'the user has no such link');
    if (linked.length === 0) {
      // Open question single-without-links: none at all is no fault, but one missing among others is.
      const isLinked = role('record')?.links.some(({ rel }) => rel !== 'self') ?? false;
      if (!isLinked || !listed.servesRecords) undecided('not-offered', 'the user has no such link');
      violation('A user has links, and none to the records of the documented path.', {
        expected: `a link to ${listed.pathname}`,
        actual: (role('record')?.links ?? []).map(({ rel }) => rel).join(),
      });
    }
    for (const one of [...linked, listed]) expectConclusive(one);
    if (!listed.page)
      undecided('precondition-failed', `the documented path was answered with ${listed.summary}`);
    for (const one of linked) {
      if (isScopeRefusal(one)) undecided('not-offered', one.summary);
      expect(one, 'A link of a user is not served.').to.have.status(200);
    }
    const ids = linked.map(({ carriedIds }) => carriedIds);
    const missing = listed.carriedIds.filter(
      (id) => !linked.some((page) => page.carriedIds.includes(id) || !reaches(page, id)),
    );
    expect(missing, 'A link of a user leaves out records of the documented path.').to.be.empty;
    const [first = [], ...others] = ids;
    const strays = first.filter(
      (id) =>
        !listed.carriedIds.includes(id) && reaches(listed, id) && others.every((one) => one.includes(id)),
    );
    expect(strays, 'A link of a user leads to other records than the documented path.').to.be.empty;
  },
  control: ({ role }) => {
    const listed = role('path');
    if (listed?.page && listed.carriedIds.length === 0) undecided('not-offered', 'the list is empty');
  },
});

/** Whether a page shows whether its list has a record: a page may be shorter than another one of the same list. */
function reaches({ links, carriedIds }: ReadExchange, id: string): boolean {
  return !links.some(({ rel }) => rel === 'next') || id <= (carriedIds.at(-1) ?? '');
}
