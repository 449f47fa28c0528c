import { idsIn, valueAt } from '../../../contracts/relations.ts';
import type { Material } from '../../../src/claims/claim.ts';
import { isObject, type Members } from '../../../src/text/json.ts';
import { isFiltered } from '../../../src/traffic/lists/list-address.ts';
import { findWalks, type Walk } from '../../../src/traffic/lists/walks.ts';
import { idInPath } from '../../../src/traffic/operation-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { expectConclusive } from '../../support/responses.ts';
import { claim, each, expect, note, undecided, violation } from '../../support/server.ts';

/** Lists of users by role and by school, lists that are counted, and the roles of a user. */

/** What was requested of a list with a filter, and of the whole list beside it. */
interface FilteredLists extends Material {
  readonly exchanges: readonly ReadExchange[];
  roles(role: 'whole' | 'filtered'): readonly ReadExchange[];
}

/** The suite's own requests; or else those of any client, which show what should not be in a list, and not what is missing. */
function filteredBy(
  param: 'role' | 'primary',
  steps: readonly FilteredLists[],
  { operations, dataApi, certainty }: Traffic,
): readonly FilteredLists[] {
  if (certainty.ownSteps || steps.length > 0) return steps;
  const lists = dataApi.operations.filter(({ queryParams }) => queryParams.includes(param));
  return lists.flatMap((operation) => {
    const exchanges = operations.of(operation).filter((one) => one.query.has(param) && one.isServed);
    const roles = (role: string) => (role === 'filtered' ? exchanges : []);
    return exchanges.length === 0 ? [] : [{ name: operation.path, exchanges, roles }];
  });
}

claim<FilteredLists>('data/role-filter', {
  cases: (traffic) => filteredBy('role', traffic.steps('data/role-filter'), traffic),
  otherwise: { untested: 'no list of users was requested with a role' },
  assert: ({ roles }, { dataApi }) => {
    const field = dataApi.choices.roles?.field ?? '';
    const filtered = [...Map.groupBy(roles('filtered'), ({ query }) => query.get('role') ?? '')].map(
      ([asked, exchanges]) => ({ asked, exchanges, exchange: exchanges[0]! }),
    );
    each(filtered, ({ asked, exchanges, exchange }) => {
      exchanges.forEach(expectListed);
      const has = (record: Members) => isObject(valueAt(record, `${field}.${asked}`));
      const carried = exchanges.flatMap((one) => one.carriedRecords);
      const strays = carried.filter((record) => !has(record)).map(({ id }) => id);
      expect(strays, `A list with role=${asked} has users without this role.`).to.be.empty;
      const steady = steadyIn(roles('whole'));
      // Below a record, a user of two roles may be listed for the other one.
      const isCertain = (record: Members) => idInPath(exchange) === '' || rolesIn(record[field]).length === 1;
      const ids = new Set(carried.map(({ id }) => id));
      const missing = steady.filter((one) => has(one) && isCertain(one) && !ids.has(one.id));
      if (isWhole(exchanges))
        expect(
          missing.map(({ id }) => id),
          `A list with role=${asked} lacks users with this role.`,
        ).to.be.empty;
      const known = Map.groupBy(recordsOf(roles('whole')), ({ id }) => id);
      const hidden = carried.flatMap(({ id, [field]: shown }) => {
        const [first, ...others] = (known.get(id) ?? []).map((one) => namesIn(one[field]));
        const steady = (first ?? []).filter((name) => others.every((one) => one.includes(name)));
        return steady.filter((name) => !namesIn(shown).includes(name));
      });
      expect(hidden, `A list with role=${asked} hides other roles of its users.`).to.be.empty;
    });
  },
  control: ({ roles }) => {
    const lists = roles('whole').length > 0 ? roles('whole') : roles('filtered');
    if (lists.every((one) => one.carriedIds.length === 0)) undecided('not-offered', 'the list has no users');
  },
});

claim<FilteredLists>('data/primary-filter', {
  cases: (traffic) => filteredBy('primary', traffic.steps('data/primary-filter'), traffic),
  otherwise: { untested: 'no list was requested with `primary=true`' },
  assert: ({ roles, name }, { dataApi }) => {
    const fields = dataApi.choices.primaryFilters[name as `/${string}`] ?? [];
    each(roles('filtered'), (one) => {
      expectListed(one);
      // Only roles with a school of their own tell whose it is.
      const strays = one.carriedRecords.filter((record) => {
        const ids = idsIn(record, fields);
        return ids.length > 0 && !ids.includes(idInPath(one));
      });
      expect(
        strays.map(({ id }) => id),
        'A list with `primary=true` has users of another school.',
      ).to.be.empty;
    });
    const ids = new Set(recordsOf(roles('filtered')).map(({ id }) => id));
    const own = steadyIn(roles('whole')).filter((record) =>
      roles('filtered').some((one) => idsIn(record, fields).includes(idInPath(one))),
    );
    const missing = own.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
    if (isWhole(roles('filtered')))
      expect(missing, 'A list with `primary=true` lacks users whose own school it is.').to.be.empty;
  },
  control: ({ exchanges, roles, name }, { dataApi }) => {
    const fields = dataApi.choices.primaryFilters[name as `/${string}`] ?? [];
    const knowsAny = recordsOf(exchanges).some((one) => idsIn(one, fields).length > 0);
    if (!knowsAny || roles('filtered').length === 0)
      undecided('not-offered', 'the list has no users with a school of their own');
  },
});

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
    // Open question count-form.
    if (counted.page) return note('answered with the list itself');
    expect(
      counted.isCount,
      `\`count=true\` is answered with neither a count nor a list: ${counted.summary}`,
    ).to.equal(true);
    const count = isObject(counted.json) ? counted.json.count : undefined;
    if (wholes.length === 0) undecided('precondition-failed', 'the list was not read to its end');
    const before = wholes.filter(({ exchange }) => exchange.seq < counted.seq).at(-1);
    const after = wholes.find(({ exchange }) => exchange.seq > counted.seq);
    const [some, others] = [before ?? after, after ?? before];
    const least = [...(some?.ids ?? [])].filter((id) => others?.ids.has(id)).length;
    // One may count what the token does not see, too.
    if (typeof count === 'number' && count > Math.max(...wholes.map(({ ids }) => ids.size)))
      note('counts more than the list has');
    if (typeof count === 'number' && count >= least) return;
    if (typeof count === 'number' && !certainty.ownSteps && !(before && after))
      undecided('ambiguous', 'records may have gone between the list and its count');
    violation('A count is lower than the number of records.', {
      expected: `at least ${least}`,
      actual: JSON.stringify(count),
    });
  },
});

claim('data/user-roles', {
  cases: ({ records, dataApi }) =>
    records.whole.filter((one) => one.name === dataApi.choices.roles?.type && one.records.length > 0),
  otherwise: { untested: 'no user was served' },
  assert: ({ records }, { dataApi }) => {
    const field = dataApi.choices.roles?.field ?? '';
    const without = records.filter(({ record }) => !hasRoles(record[field]));
    const [first] = without;
    each(
      [{ exchange: (first ?? records[0])?.exchange }],
      () =>
        expect(
          without.map(({ record }) => `${record.id}: ${JSON.stringify(record[field])}`),
          'Users have no role, or a role that is no object with fields.',
        ).to.be.empty,
    );
  },
});

function hasRoles(roles: unknown): boolean {
  const own = rolesIn(roles);
  return own.length > 0 && own.every((one) => isObject(one) && Object.keys(one).length > 0);
}

/** Walks to the end, with the records that every one of them has: what was there before and after was there in between. */
function steadyIn(wholes: readonly ReadExchange[]): readonly Members[] {
  const [before = [], ...later] = completeWalks(wholes).map(({ pages }) =>
    recordsOf(pages.map(({ exchange }) => exchange)),
  );
  const ids = later.map((records) => new Set(records.map(({ id }) => id)));
  return before.filter(({ id }) => ids.every((one) => one.has(id)));
}

function completeWalks(exchanges: readonly ReadExchange[]): readonly Walk[] {
  return findWalks(exchanges, 'next').filter(({ end }) => end.kind === 'complete');
}

function isWhole(exchanges: readonly ReadExchange[]): boolean {
  return completeWalks(exchanges).some(({ fromStart }) => fromStart);
}

function namesIn(roles: unknown): readonly string[] {
  return isObject(roles) ? Object.keys(roles) : [];
}

function rolesIn(roles: unknown): readonly unknown[] {
  return isObject(roles) ? Object.values(roles) : [];
}

function recordsOf(exchanges: readonly ReadExchange[]): readonly Members[] {
  return exchanges.flatMap((one) => one.carriedRecords);
}

function expectListed(one: ReadExchange): void {
  expectConclusive(one);
  if (one.status === 403 || /\bscopes?\b/i.test(one.message)) undecided('not-offered', one.summary);
  expect(one, 'A documented filter is refused.').to.have.status(200);
}
