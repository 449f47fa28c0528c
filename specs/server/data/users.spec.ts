import { idsIn, valueAt } from '../../../contracts/relations.ts';
import type { Material } from '../../../src/claims/claim.ts';
import { isObject, type Members } from '../../../src/text/json.ts';
import { idInPath } from '../../../src/traffic/operation-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { expectConclusive } from '../../support/responses.ts';
import { claim, each, expect, undecided } from '../../support/server.ts';
import { ownersOf } from './owners.ts';
import { isWhole, recordsOf, steadyIn } from './whole-lists.ts';

/** Lists of users by role and by school, and the roles of a user. */

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

/** What was requested of one list with one filter. */
interface Filtered {
  readonly exchange: ReadExchange;
  readonly exchanges: readonly ReadExchange[];
  /** The same list without it. */
  readonly wholes: readonly ReadExchange[];
}

/** One for each list and each value: below several records there are several lists. */
function listsIn({ roles }: FilteredLists, param: string): readonly Filtered[] {
  const groups = Map.groupBy(roles('filtered'), (one) => `${one.pathname} ${one.query.get(param)}`);
  return [...groups.values()].flatMap((exchanges) => {
    const [exchange] = exchanges;
    if (!exchange) return [];
    const wholes = roles('whole').filter((one) => one.pathname === exchange.pathname);
    return [{ exchange, exchanges, wholes }];
  });
}

claim<FilteredLists>('data/role-filter', {
  cases: (traffic) => filteredBy('role', traffic.steps('data/role-filter'), traffic),
  otherwise: { untested: 'no list of users was requested with a role' },
  assert: (lists, traffic) => {
    const field = traffic.dataApi.choices.roles?.field ?? '';
    each(listsIn(lists, 'role'), ({ exchange, exchanges, wholes }) => {
      const asked = exchange.query.get('role') ?? '';
      exchanges.forEach(expectListed);
      const has = (record: Members) => isObject(valueAt(record, `${field}.${asked}`));
      const carried = exchanges.flatMap((one) => one.carriedRecords);
      const strays = carried.filter((record) => !has(record)).map(({ id }) => id);
      expect(strays, `A list with role=${asked} has users without this role.`).to.be.empty;
      // Below a record, a user of two roles may be listed for the other one.
      const isCertain = (record: Members) =>
        idInPath(exchange) === '' ||
        rolesIn(record[field]).length === 1 ||
        isRelatedAs(asked, record, exchange, traffic);
      const ids = new Set(carried.map(({ id }) => id));
      const missing = steadyIn(wholes).filter((one) => has(one) && !ids.has(one.id) && isCertain(one));
      if (isWhole(exchanges))
        expect(
          missing.map(({ id }) => id),
          `A list with role=${asked} lacks users with this role.`,
        ).to.be.empty;
      const known = Map.groupBy(recordsOf(wholes), ({ id }) => id);
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

/** Whether a user belongs to the record in the path in this role: the role names the record, or the record names its students or teachers. */
function isRelatedAs(role: string, user: Members, exchange: ReadExchange, traffic: Traffic): boolean {
  const { choices, relations } = traffic.dataApi;
  const relation = relations.direct.find(({ path }) => path === exchange.addressed?.operation.path);
  const owner = idInPath(exchange);
  if (relation?.named === 'child') {
    const ofRole = relation.fields.filter((one) => one.startsWith(`${choices.roles?.field}.${role}.`));
    return idsIn(user, ofRole).includes(owner);
  }
  const list = `/${choices.main}?role=${role}`;
  const members = relations.forerunners.find(({ now }) => now === list)?.inSections ?? '';
  const owners = relation?.fields.includes(members) ? ownersOf(exchange, traffic) : [];
  return owners.length > 0 && owners.every((one) => idsIn(one, [members]).includes(String(user.id)));
}

claim<FilteredLists>('data/primary-filter', {
  cases: (traffic) => filteredBy('primary', traffic.steps('data/primary-filter'), traffic),
  otherwise: { untested: 'no list was requested with `primary=true`' },
  assert: (lists, traffic) =>
    each(listsIn(lists, 'primary'), ({ exchange, exchanges, wholes }) => {
      exchanges.forEach(expectListed);
      const isOwn = ownIn(lists.name, exchange, traffic);
      const carried = recordsOf(exchanges);
      const strays = carried.filter((record) => isOwn(record) === false).map(({ id }) => id);
      expect(strays, 'A list with `primary=true` has what belongs to another school.').to.be.empty;
      const ids = new Set(carried.map(({ id }) => id));
      const missing = steadyIn(wholes).filter((record) => isOwn(record) && !ids.has(record.id));
      if (isWhole(exchanges))
        expect(
          missing.map(({ id }) => id),
          'A list with `primary=true` lacks what belongs to this school first of all.',
        ).to.be.empty;
    }),
  control: (lists, traffic) => {
    const knowsAny = listsIn(lists, 'primary').some(({ exchange, exchanges, wholes }) => {
      const isOwn = ownIn(lists.name, exchange, traffic);
      return recordsOf([...exchanges, ...wholes]).some((record) => isOwn(record) !== undefined);
    });
    if (!knowsAny) undecided('not-offered', 'the list has no users with a school of their own');
  },
});

/** Whether a record of a list is related by the one school of a user. Only roles with a school of their own tell whose it is. */
function ownIn(path: string, exchange: ReadExchange, traffic: Traffic) {
  const filter = traffic.dataApi.choices.primaryFilters[path as `/${string}`];
  const fields = filter?.fields ?? [];
  const owners = filter?.named === 'parent' ? ownersOf(exchange, traffic) : [];
  const named = [...new Set(owners.map((one) => idsIn(one, fields).join()))];
  return (record: Members): boolean | undefined => {
    const ids =
      filter?.named === 'child' ? idsIn(record, fields) : named.length === 1 ? named[0]!.split(',') : [];
    if (ids.length === 0 || ids[0] === '') return undefined;
    return ids.includes(filter?.named === 'child' ? idInPath(exchange) : String(record.id));
  };
}

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

function namesIn(roles: unknown): readonly string[] {
  return isObject(roles) ? Object.keys(roles) : [];
}

function rolesIn(roles: unknown): readonly unknown[] {
  return isObject(roles) ? Object.values(roles) : [];
}

function expectListed(one: ReadExchange): void {
  expectConclusive(one);
  if (one.status === 403 || /\bscopes?\b/i.test(one.message)) undecided('not-offered', one.summary);
  expect(one, 'A documented filter is refused.').to.have.status(200);
}
