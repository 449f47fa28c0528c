import type { EntryFilter } from '../../../contracts/choices.ts';
import { idsIn } from '../../../contracts/relations.ts';
import type { Material } from '../../../src/claims/claim.ts';
import { type Members, textOf } from '../../../src/text/json.ts';
import { type BareList, type BareLists, steadyDuring } from '../../../src/traffic/lists/bare-lists.ts';
import type { Walk } from '../../../src/traffic/lists/walks.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { alsoEach, claim, each, expect, undecided } from '../../support/server.ts';
import { expectParameterKept } from '../pagination/link-rules.ts';
import { ownersOf } from './owners.ts';

claim<BareLists>('data/attendance-owner', {
  cases: ({ bareLists }) => bareLists,
  otherwise: { untested: 'no attendance was requested' },
  assert: ({ lists }, traffic) => {
    const pages = lists.flatMap((list) => list.pages.filter(({ ids }) => ids.length > 0));
    each(pages, ({ exchange }) => {
      const owners = Object.entries(exchange.addressed?.params ?? {});
      const others = (exchange.bareEntries ?? []).flatMap((entry) =>
        owners.flatMap(([name, id]) => {
          const own = entry[name];
          return typeof own === 'string' && own.toLowerCase() !== id.toLowerCase() ? [own] : [];
        }),
      );
      expect([...new Set(others)], 'Attendance has entries of another school or section.').to.be.empty;
    });
    alsoEach(ownerlessIn(lists, traffic), ({ students, own }) => {
      const areOthers =
        students.size > fewStudents && own.size > 0 && [...students].every((id) => !own.has(id));
      expect(
        areOthers ? [...students] : [],
        'Attendance does not say whose it is, and has none of the students of the section.',
      ).to.be.empty;
    });
  },
  control: ({ lists }, traffic) => {
    if (!hasEntries(lists)) undecided('not-offered', 'no entry of attendance was served');
    const ownerless = ownerlessIn(lists, traffic);
    const isBlind = lists.every(({ owner, entries }) =>
      ownerless.some((one) => one.owner === owner && one.count >= entries.size && one.own.size === 0),
    );
    if (isBlind) undecided('not-offered', 'no entry of attendance says whose it is');
  },
});

/** As many students may have left a section since. */
const fewStudents = 2;

/** By owner, the students of entries that do not name the school or section in the path: `section_id` is optional. */
function ownerlessIn(lists: readonly BareList[], traffic: Traffic) {
  const { entry: field = '', owner: members = '' } = traffic.dataApi.choices.entryMembers ?? {};
  return [...Map.groupBy(lists, ({ owner }) => owner)].flatMap(([owner, some]) => {
    const exchange = some.flatMap(({ pages }) => pages)[0]?.exchange;
    if (!exchange) return [];
    const names = Object.keys(exchange.addressed?.params ?? {});
    const entries = new Map(some.flatMap((one) => [...one.entries]));
    const unnamed = [...entries.values()].filter((one) =>
      names.every((name) => typeof one[name] !== 'string'),
    );
    if (unnamed.length === 0) return [];
    const students = new Set(unnamed.map((one) => textOf(one[field])));
    const own = new Set(ownersOf(exchange, traffic).flatMap((one) => idsIn(one, [members])));
    return [{ owner, exchange, students, own, count: unnamed.length }];
  });
}

/** Lists with one filter, beside those of the same owners without any. */
interface Filtered extends Material {
  readonly param: string;
  readonly filter: EntryFilter;
  /** Documented values; none for a day. */
  readonly values: readonly string[];
  readonly lists: readonly BareList[];
  readonly plain: readonly BareList[];
}

claim<Filtered>('data/attendance-filters', {
  cases: ({ bareLists, dataApi }) => bareLists.flatMap((group) => casesOf(group, dataApi)),
  otherwise: { untested: 'no attendance was requested with a filter' },
  assert: (filtered, { certainty }) => {
    const refused = filtered.lists
      .flatMap(({ failed }) => failed)
      .filter(({ exchange }) => exchange.isRefused);
    alsoEach(certainty.ownSteps && hasEntries(filtered.plain) ? refused : [], ({ exchange }) =>
      expect(exchange, 'A documented filter is refused.').to.have.status(200),
    );
    if (filtered.filter.keeps === 'equal') expectEachInOne(filtered);
    else expectDays(filtered);
    expectParameterKept({ pages: filtered.lists.flatMap(({ pages }) => pages), name: filtered.param });
  },
  control: ({ lists, plain }) => {
    const [refused] = lists.flatMap((list) => list.failed);
    if (refused?.exchange.isInconclusive)
      undecided('inconclusive-response', `the filter was answered with ${refused.exchange.summary}`);
    if (!hasEntries([...lists, ...plain])) undecided('not-offered', 'no entry of attendance was served');
  },
});

function hasEntries(lists: readonly BareList[]): boolean {
  return lists.some(({ entries }) => entries.size > 0);
}

function casesOf(
  { name, operation, lists }: BareLists,
  { choices, schemas }: Traffic['dataApi'],
): Filtered[] {
  const plain = lists.filter(({ filters }) => filters.size === 0);
  return Object.entries(choices.entryFilters).flatMap(([param, filter]) => {
    const own = lists.filter(({ filters }) => filters.has(param));
    const values = schemas[operation.record]?.fields[filter.field]?.enum ?? [];
    return own.length === 0 ? [] : [{ name: `${name}?${param}`, param, filter, values, lists: own, plain }];
  });
}

/** Redaction keeps the order of days, and on purpose neither the status nor the name of the one that was asked for. */
function expectDays({ param, filter, lists, plain }: Filtered): void {
  each(
    lists.flatMap((list) => list.pages.map((page) => ({ exchange: page.exchange, list, page }))),
    ({ exchange, list }) => {
      const day = list.filters.get(param) ?? '';
      const strays = (exchange.entries as readonly Members[]).map((entry) => entry[filter.field]);
      const outside = strays.filter((one) => sideOf(one, day) === (filter.keeps === 'from' ? -1 : 1));
      expect(outside, `Attendance with \`${param}\` has entries of other days.`).to.be.empty;
    },
  );
  alsoEach(
    lists
      .filter(({ filters }) => filters.size === 1)
      .flatMap((list) => list.whole.map((walk) => ({ exchange: walk.exchange, list, walk }))),
    ({ list, walk }) => {
      const day = list.filters.get(param) ?? '';
      const inside = steadyEntries(walk, list, plain).filter(
        ([, entry]) => sideOf(entry[filter.field], day) === (filter.keeps === 'from' ? 1 : -1),
      );
      const missing = inside.filter(([id]) => !walk.ids.has(id)).map(([, entry]) => entry[filter.field]);
      expect(missing, `Attendance with \`${param}\` lacks entries of the range.`).to.be.empty;
    },
  );
}

/** Whichever values were asked for: no entry has two of them, and each has one of all that are documented. */
function expectEachInOne({ param, values, lists, plain }: Filtered): void {
  const own = lists.filter(({ filters, pages }) => filters.size === 1 && pages.length > 0);
  const byOwner = [...Map.groupBy(own, ({ owner }) => owner).values()].map((some) => ({
    some,
    exchange: some.at(-1)?.pages[0]?.exchange,
  }));
  each(
    byOwner.filter(({ some }) => some.length > 1),
    ({ some }) => {
      const seen = new Set<string>();
      const listed = some.flatMap(({ entries }) => [...entries.keys()]);
      const twice = listed.filter((id) => seen.size === seen.add(id).size);
      expect(twice, `Entries are listed with two values of \`${param}\`.`).to.be.empty;
    },
  );
  const complete = byOwner.filter(
    ({ some }) => some.length === values.length && some.every(({ whole }) => whole.length > 0),
  );
  alsoEach(complete, ({ some }) => {
    const walks = some.flatMap(({ whole }) => whole);
    const listed = new Set(walks.flatMap(({ ids }) => [...ids]));
    const steady = walks.map((walk) => new Map(steadyEntries(walk, some[0], plain)));
    const missing = [...(steady[0]?.keys() ?? [])].filter(
      (id) => !listed.has(id) && steady.every((one) => one.has(id)),
    );
    expect(missing, `Entries are listed with no value of \`${param}\`.`).to.be.empty;
  });
}

/** Entries of the same owner's whole list that were there before and after a walk. */
function steadyEntries(walk: Walk, list: BareList | undefined, plain: readonly BareList[]) {
  const same = plain.filter(({ owner }) => owner === list?.owner);
  const steady = steadyDuring(
    walk,
    same.flatMap(({ whole }) => whole),
  );
  return same.flatMap(({ entries }) => [...entries]).filter(([id]) => steady.has(id));
}

/** -1 for a day before another, 1 for one after it; 0 for the same, and where one of them is no plain day. */
function sideOf(one: unknown, day: string): -1 | 0 | 1 {
  if (typeof one !== 'string' || !plainDay.test(one) || !plainDay.test(day)) return 0;
  return one < day ? -1 : one > day ? 1 : 0;
}

const plainDay = /^\d{4}-\d{2}-\d{2}$/;
