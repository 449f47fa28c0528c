import { idsIn, valueAt } from '../../../contracts/relations.ts';
import type { Material } from '../../../src/claims/claim.ts';
import { isObject, type Members } from '../../../src/json.ts';
import { findWalks } from '../../../src/traffic/lists/walks.ts';
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
    const wholes = findWalks(roles('whole'), 'next').filter(({ end }) => end.kind === 'complete');
    const filtered = [...Map.groupBy(roles('filtered'), ({ query }) => query.get('role') ?? '')].map(
      ([asked, exchanges]) => ({ asked, exchanges, exchange: exchanges[0]! }),
    );
    each(filtered, ({ asked, exchanges, exchange }) => {
      expectListed(exchange);
      const has = (record: Members) => isObject(valueAt(record, `${field}.${asked}`));
      const carried = exchanges.flatMap((one) => one.carriedRecords);
      const strays = carried.filter((record) => !has(record)).map(({ id }) => id);
      expect(strays, `A list with role=${asked} has users without this role.`).to.be.empty;
      const isWhole = findWalks(exchanges, 'next').some(({ end }) => end.kind === 'complete');
      // A user who was there before and after was there in between.
      const known = wholes.map(({ pages }) => recordsOf(pages.map((one) => one.exchange)));
      const [before = [], after = before] = known;
      const afterIds = new Set(after.map(({ id }) => id));
      // Below a record, a user of two roles may be listed for the other one.
      const isCertain = (record: Members) => idInPath(exchange) === '' || rolesIn(record[field]).length === 1;
      const wanted = before.filter((record) => has(record) && isCertain(record) && afterIds.has(record.id));
      const ids = new Set(carried.map(({ id }) => id));
      const missing = wanted.map(({ id }) => id).filter((id) => !ids.has(id));
      if (isWhole) expect(missing, `A list with role=${asked} lacks users with this role.`).to.be.empty;
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
  assert: ({ exchanges, name }, { dataApi }) => {
    const fields = dataApi.choices.primaryFilters[name as `/${string}`] ?? [];
    each(exchanges, (one) => {
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
  },
  control: ({ exchanges }) => {
    if (exchanges.every((one) => one.carriedIds.length === 0))
      undecided('not-offered', 'the list has no users');
  },
});

claim('data/count', {
  cases: (traffic) => traffic.steps('data/count'),
  otherwise: { untested: 'no list was counted' },
  assert: ({ role, roles }) => {
    const counted = role('count');
    if (!counted) undecided('not-exercised', 'the list was not counted');
    expectConclusive(counted);
    // Open question count-form.
    if (counted.page) return note('answered with the list itself');
    expect(
      counted.isCount,
      `\`count=true\` is answered with neither a count nor a list: ${counted.summary}`,
    ).to.equal(true);
    const count = isObject(counted.json) ? counted.json.count : undefined;
    const wholes = findWalks(roles('whole'), 'next').filter(({ end }) => end.kind === 'complete');
    if (wholes.length === 0) undecided('precondition-failed', 'the list was not read to its end');
    const least = Math.min(...wholes.map(({ ids }) => ids.size));
    // One may count what the token does not see, too.
    if (typeof count === 'number' && count > Math.max(...wholes.map(({ ids }) => ids.size)))
      note('counts more than the list has');
    if (typeof count !== 'number' || count < least)
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
