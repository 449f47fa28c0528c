import { isFiltered } from '../lists/list-address.ts';
import { findWalks, type Walk } from '../lists/walks.ts';
import { idInPath } from '../operation-traffic.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { KnownRecords, type Sightings } from './known-records.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a record has to be found: by its id, in the list of its type, or below a record that it belongs to. */
export interface RecordPlace {
  /** `/students/{id}`, `/students`, `/sections/{id}/students`. */
  readonly name: string;
  /** The readings that can be compared with what is known from elsewhere. */
  readonly readings: readonly PlaceReading[];
}

export interface PlaceReading {
  readonly exchange: ReadExchange;
  /** Ids that it should have and has not. */
  readonly missing: readonly string[];
  /** The same, where a change of the data between two responses explains it. */
  readonly doubtful: readonly string[];
}

/** One for each place that was read and can be compared. */
export function findRecordPlaces(snapshot: Snapshot): readonly RecordPlace[] {
  const known = new KnownRecords(snapshot);
  const { collections, relations } = snapshot.api;
  const places = collections.flatMap(({ path, type }) => [
    { name: `${path}/{id}`, readings: readingsById(path, snapshot) },
    { name: path, readings: readingsOf(path, snapshot, (one) => known.existing(one.token, type)) },
  ]);
  const related = new Set([...relations.direct, ...relations.throughSections].map(({ path }) => path));
  const below = [...related].map((path) => ({
    name: path,
    readings: readingsOf(path, snapshot, (one) => known.membersOf(one, path)),
  }));
  const mutual = relations.mutual.flat().map((path) => ({
    name: path,
    readings: readingsOf(path, snapshot, (one) => known.membersOf(one, path)).map(onlyIfEmpty),
  }));
  return [...places, ...below, ...mutual].filter(({ readings }) => readings.length > 0);
}

/** Two lists that no field relates may each show a part (open question `both-ways`); one without anything contradicts the other. */
function onlyIfEmpty(reading: PlaceReading): PlaceReading {
  return reading.exchange.carriedIds.length > 0 ? { ...reading, missing: [], doubtful: [] } : reading;
}

/** A record by an id is the record with that id, at any time. */
function readingsById(path: string, { operations, api }: Snapshot): readonly PlaceReading[] {
  return operations.of(api.readerOf(`${path}/{id}`)).flatMap((exchange) => {
    if (typeof exchange.record?.id !== 'string') return [];
    const id = idInPath(exchange);
    const isOther = exchange.record.id.toLowerCase() !== id.toLowerCase();
    return [{ exchange, missing: isOther ? [id] : [], doubtful: [] }];
  });
}

/** The lists at a path, each read from its beginning and without a filter as far as it was followed, or the single records at it. */
function readingsOf(
  path: string,
  { operations, api, isSettled }: Snapshot,
  dueFor: (exchange: ReadExchange) => Sightings | undefined,
): readonly PlaceReading[] {
  const exchanges = operations.of(api.readerOf(path)).filter((one) => !isFiltered(one));
  const isList = api.readerOf(path)?.answers === 'list';
  const readings = isList ? findWalks(exchanges, 'next').filter((one) => one.fromStart) : exchanges;
  return readings.flatMap((reading): readonly PlaceReading[] => {
    const span = spanOf(reading);
    const due = span && dueFor(span.first);
    if (!due) return [];
    const covered = due.ids.filter((id) => span.covers(id));
    if (covered.length === 0) return [];
    const missing = covered.filter((id) => !span.ids.has(id));
    const isCertain = (id: string) => isSettled || due.surround(id, span);
    return [
      {
        exchange: span.last,
        missing: missing.filter(isCertain),
        doubtful: missing.filter((id) => !isCertain(id)),
      },
    ];
  });
}

/** What a walk, or a response with one record, shows. */
interface Span {
  readonly first: ReadExchange;
  readonly last: ReadExchange;
  readonly ids: ReadonlySet<string>;
  covers(id: string): boolean;
}

function spanOf(reading: Walk | ReadExchange): Span | undefined {
  if (!('pages' in reading)) {
    const { record } = reading;
    if (typeof record?.id !== 'string') return undefined;
    return { first: reading, last: reading, ids: new Set([record.id]), covers: () => true };
  }
  const { pages, ids, edge, end } = reading;
  const [first, last] = [pages[0]?.exchange, pages.at(-1)?.exchange];
  if (!first || !last) return undefined;
  return { first, last, ids, covers: (id) => end.kind === 'complete' || id <= edge };
}
