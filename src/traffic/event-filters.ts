import { idsIn, type Relations } from '../../contracts/relations.ts';
import type { Certainty } from './certainty.ts';
import type { Events, EventsPage, ServedEvent } from './events.ts';
import type { ReadExchange } from './read-exchange.ts';

/** The pages of the list of events that were requested with the same kind of filter. */
export interface FilteredEvents {
  /** `school`, `record_type`, `repeated record_type`, `school and record_type`. */
  readonly name: string;
  readonly pages: readonly FilteredPage[];
  /** Those that can be compared with the list without a filter. */
  readonly comparisons: readonly FilterComparison[];
}

export interface FilteredPage {
  readonly exchange: ReadExchange;
  /** Type and id of the events that do not match the filter. */
  readonly strays: readonly string[];
}

/** A filtered page next to the list without a filter, over the range that both cover. */
export interface FilterComparison {
  readonly exchange: ReadExchange;
  /** Ids of events that the list without the filter does not have. */
  readonly foreign: readonly string[];
  /** Ids of matching events that the filtered page does not have. */
  readonly missing: readonly string[];
  /** The list without the filter has events that match and others, so the filter makes a difference. */
  readonly isSelective: boolean;
  readonly isEmpty: boolean;
}

/** `''` for a request without a filter. */
export function filterName({ query }: ReadExchange): string {
  const types = query.getAll('record_type').length;
  const parts = [
    query.has('school') ? 'school' : '',
    types === 1 ? 'record_type' : types > 1 ? 'repeated record_type' : '',
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

/**
 * The filtered lists, by the name of their filter. `comparable` are the exchanges between which the list stays the same, as far
 * as anything is known of it.
 */
export function findFilteredEvents(
  { pages, types, relations }: Events,
  comparable: ReadonlySet<ReadExchange>,
  certainty: Certainty,
): readonly FilteredEvents[] {
  // `students`, `schooladmins`: what the documented types are about.
  const resources = new Set(types.map((type) => type.split('.', 1)[0] ?? ''));
  const matches: Matcher = (event, exchange) => isMatch(event, exchange, { resources, relations });
  const unfiltered = pages.filter((page) => isUnfiltered(page) && comparable.has(page.exchange));
  const filtered = Map.groupBy(
    pages.filter((page) => !isUnfiltered(page)),
    (page) => filterName(page.exchange),
  );
  return [...filtered].map(([name, some]) => ({
    name,
    pages: some.map(({ exchange, events }) => ({
      exchange,
      strays: events
        .filter((event) => matches(event, exchange) === false)
        .map(({ type, id }) => `${type} ${id}`),
    })),
    comparisons: some.flatMap((page) => {
      const whole = unfiltered.find((one) => one.exchange.token === page.exchange.token);
      return whole && comparable.has(page.exchange) ? [compare(page, whole, matches, certainty)] : [];
    }),
  }));
}

export function isUnfiltered({ exchange }: EventsPage): boolean {
  return filterName(exchange) === '';
}

/** Whether an event matches all filters; `undefined` where neither the event nor the documents say. */
type Matcher = (event: ServedEvent, exchange: ReadExchange) => boolean | undefined;

function isMatch(
  event: ServedEvent,
  { query }: ReadExchange,
  { resources, relations }: { readonly resources: ReadonlySet<string>; readonly relations: Relations },
): boolean | undefined {
  const types = query.getAll('record_type').map((type) => type.replaceAll('_', ''));
  if (types.length > 0 && !types.includes(event.resource))
    return types.every((type) => resources.has(type)) ? false : undefined;
  const school = query.get('school');
  if (school === null) return true;
  const { now, before } = schoolsOf(event, relations);
  if (now.includes(school)) return true;
  return now.length > 0 && !before.includes(school) ? false : undefined;
}

/** Ids of the schools that an event's record names now, and of those that it named before an update. */
function schoolsOf({ object, previous, resource }: ServedEvent, { schools }: Relations) {
  const fields = resource === schools.type ? [...schools.all, 'id'] : schools.all;
  return {
    now: object ? idsIn(object, fields) : [],
    before: previous.flatMap((part) => idsIn(part, fields)),
  };
}

function compare(
  filtered: EventsPage,
  whole: EventsPage,
  matches: Matcher,
  { ownSteps }: Certainty,
): FilterComparison {
  // In captured traffic the two are of different times: events may have come and gone at both ends.
  const [page, control] = ownSteps ? [filtered, whole] : [within(filtered, whole), within(whole, filtered)];
  const { exchange } = page;
  const wanted = control.events.filter((event) => matches(event, exchange) === true);
  const ids = new Set(page.events.map((event) => event.id));
  const known = new Set(control.events.map((event) => event.id));
  const lastKnown = control.events.at(-1)?.id ?? '';
  const last = page.events.at(-1)?.id ?? '';
  const isCovered = (id: string) => !hasNext(control) || id < lastKnown;
  const isReached = (id: string) => !hasNext(page) || id < last;
  return {
    exchange,
    foreign: page.events.map(({ id }) => id).filter((id) => !known.has(id) && isCovered(id)),
    missing: wanted.map(({ id }) => id).filter((id) => !ids.has(id) && isReached(id)),
    isSelective: wanted.length > 0 && control.events.some((event) => matches(event, exchange) === false),
    isEmpty: page.events.length === 0,
  };
}

/** The events of a page that lie between the first and the last of another one. */
function within(page: EventsPage, other: EventsPage): EventsPage {
  const [first, last] = [other.events[0]?.id, other.events.at(-1)?.id];
  if (first === undefined || last === undefined) return page;
  return { ...page, events: page.events.filter(({ id }) => id >= first && id <= last) };
}

function hasNext({ exchange }: EventsPage): boolean {
  return exchange.links.some((link) => link.rel === 'next');
}
