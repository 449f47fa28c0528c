import type { Material } from '../../../src/claims/claim.ts';
import { isObject } from '../../../src/text/json.ts';
import type { ListPage } from '../../../src/traffic/list-page.ts';
import { isFiltered } from '../../../src/traffic/lists/list-address.ts';
import type { Walk } from '../../../src/traffic/lists/walks.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { expectConclusive } from '../../support/responses.ts';
import { claim, expect, note, undecided, violation } from '../../support/server.ts';
import { completeWalks } from './whole-lists.ts';

/** A request for a count, beside what shows how many records there are. */
interface Counted extends Material {
  readonly count: ReadExchange | undefined;
  readonly wholes: readonly Walk[];
}

/** In captured traffic records may have come or gone between a list and its count, except between two lists that have them. */
function countsIn(traffic: Traffic): readonly Counted[] {
  const { exchanges, lists, certainty } = traffic;
  const own = traffic.steps('data/count');
  if (certainty.ownSteps || own.length > 0)
    return own.map(({ name, role, roles }) => ({
      name,
      count: role('count'),
      wholes: completeWalks(roles('whole')),
    }));
  const counts = exchanges.filter((one) => one.isCount && one.addressed);
  return [...Map.groupBy(counts, (one) => `${one.token} ${one.pathname}`).values()].flatMap((some) => {
    const count = some.at(-1)!;
    const name = count.addressed?.operation.path ?? '';
    const walks = lists.of(name).lists.flatMap(({ forward }) => forward);
    const isSame = ({ exchange, fromStart, end }: Walk) =>
      fromStart && end.kind === 'complete' && exchange.token === count.token && !isFiltered(exchange);
    const wholes = walks.filter(isSame);
    return wholes.length === 0 ? [] : [{ name, count, wholes }];
  });
}

claim<Counted>('data/count', {
  cases: countsIn,
  otherwise: { untested: 'no list was counted' },
  assert: ({ count: counted, wholes }, { certainty }) => {
    if (!counted) undecided('not-exercised', 'the list was not counted');
    expectConclusive(counted);
    const before = wholes.filter(({ exchange }) => exchange.seq < counted.seq).at(-1);
    const after = wholes.find(({ exchange }) => exchange.seq > counted.seq);
    const [some, others] = [before ?? after, after ?? before];
    const steady = [...(some?.ids ?? [])].filter((id) => others?.ids.has(id));
    const isCertain = certainty.ownSteps || (before !== undefined && after !== undefined);
    // Open question count-form.
    if (counted.page) {
      const lost = lostOn(counted.page, steady);
      if (lost.length > 0 && !isCertain) undecided('ambiguous', mayHaveGone);
      expect(lost, '`count=true` is answered with a list that lacks records.').to.be.empty;
      return note('answered with the list itself');
    }
    expect(
      counted.isCount,
      `\`count=true\` is answered with neither a count nor a list: ${counted.summary}`,
    ).to.equal(true);
    const count = isObject(counted.json) ? counted.json.count : undefined;
    if (wholes.length === 0) undecided('precondition-failed', 'the list was not read to its end');
    const least = steady.length;
    // One may count what the token does not see, too.
    if (typeof count === 'number' && count > Math.max(...wholes.map(({ ids }) => ids.size)))
      note('counts more than the list has');
    if (typeof count === 'number' && count >= least) return;
    if (typeof count === 'number' && !isCertain) undecided('ambiguous', mayHaveGone);
    violation('A count is lower than the number of records.', {
      expected: `at least ${least}`,
      actual: JSON.stringify(count),
    });
  },
});

const mayHaveGone = 'records may have gone between the list and its count';

/** Records that a first page lacks: it may go on after its last one. */
function lostOn({ ids, links }: ListPage, due: readonly string[]): readonly string[] {
  const goesOn = links.some(({ rel }) => rel === 'next');
  const edge = ids.at(-1);
  return due.filter((id) => !ids.includes(id) && (!goesOn || edge === undefined || id <= edge));
}
