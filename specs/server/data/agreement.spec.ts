import type { Members } from '../../../src/exchange.ts';
import { claim, each, expect, undecided } from '../../support/server.ts';

claim('data/list-and-single-agree', {
  cases: ({ recordPairs }) => recordPairs,
  otherwise: {
    untested: 'no records of the Data API were requested',
    inapplicable: 'no record of a list was served by its id',
  },
  assert: ({ name, pairs }) =>
    each(
      pairs.filter((one) => !one.isModified),
      ({ listed, single, differing }) => {
        const { pathname, seq } = listed.exchange;
        expect(
          pick(single.record, differing),
          `A ${name} by its id differs from the same record in ${pathname} (request ${seq}).`,
        ).to.deep.equal(pick(listed.record, differing));
      },
    ),
  control: ({ name, isListed, pairs }, { snapshot }) => {
    if (!isListed) undecided('not-offered', `no list with a ${name} was served`);
    if (pairs.some((one) => !one.isModified)) return;
    if (pairs.length > 0) undecided('ambiguous', `every ${name} was modified between the two requests`);
    if (!snapshot.mayChange) undecided('not-exercised', `no ${name} of a list was served by its id`);
  },
});

function pick(record: Members, names: readonly string[]): Members {
  return Object.fromEntries(names.filter((name) => name in record).map((name) => [name, record[name]]));
}
