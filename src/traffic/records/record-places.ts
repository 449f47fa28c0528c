import { idsIn } from '../../../contracts/relations.ts';
import type { Api } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { entryOf } from '../../maps.ts';
import { textOf } from '../../text/json.ts';
import { isFiltered } from '../lists/list-address.ts';
import { findWalks, type Walk } from '../lists/walks.ts';
import { idInPath } from '../operation-traffic.ts';
import type { ReadExchange } from '../read-exchange.ts';
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

/** A record that is deleted or no longer shared does not come back within minutes; within a day it may. */
const settledForMs = 5 * 60_000;

/** Ids with the responses that show each: in groups, one for each record that shows it, in the order of sending. */
class Sightings {
  readonly #seen = new Map<string, (readonly ReadExchange[])[]>();

  add(id: string, responses: readonly ReadExchange[]): void {
    entryOf(this.#seen, id, () => []).push(responses);
  }

  get ids(): readonly string[] {
    return [...this.#seen.keys()];
  }

  has(id: string): boolean {
    return this.#seen.has(id);
  }

  /** Whether the id was seen shortly before and shortly after. */
  surround(id: string, { first, last }: Pick<Span, 'first' | 'last'>): boolean {
    let before: ReadExchange | undefined;
    let after: ReadExchange | undefined;
    for (const seen of this.#seen.get(id) ?? []) {
      const earlier = seen.findLast((one) => one.seq < first.seq);
      if (earlier && earlier.seq > (before?.seq ?? -1)) before = earlier;
      const later = seen.find((one) => one.seq > last.seq);
      if (later && later.seq < (after?.seq ?? Number.POSITIVE_INFINITY)) after = later;
    }
    if (!before || !after) return false;
    return (
      after.request.sentAtMs - before.request.sentAtMs <=
      settledForMs + (last.request.sentAtMs - first.request.sentAtMs)
    );
  }
}

/** Records that were served anywhere, and what they belong to, as each token sees it. */
class KnownRecords {
  readonly #existing = new Map<string, Sightings>();
  readonly #members = new Map<string, Sightings>();

  readonly #api: Api;

  constructor({ exchanges, api }: Snapshot) {
    this.#api = api;
    visitServed(exchanges, api, ({ token, type, record, responses }) =>
      this.#of(this.#existing, token, type).add(textOf(record.id), responses),
    );
    visitServed(exchanges, api, (one) => this.#addPlaces(one));
    const mutual = api.relations.mutual.flatMap(([there, back]) => [
      [there, back] as const,
      [back, there] as const,
    ]);
    for (const [path, other] of mutual)
      for (const one of exchanges)
        if (one.status === 200 && one.addressed?.operation.path === path)
          for (const id of one.carriedIds)
            this.#of(this.#members, one.token, other, id).add(idInPath(one), [one]);
  }

  existing(token: string, type: string): Sightings | undefined {
    return this.#existing.get(keyOf(token, type));
  }

  /** What is known to belong to the record that a second-level path names. */
  membersOf(exchange: ReadExchange, path: string): Sightings | undefined {
    return this.#members.get(keyOf(exchange.token, path, idInPath(exchange)));
  }

  /** Where a record shows what belongs to it, or what it belongs to. */
  #addPlaces({ token, type, record, responses }: ServedRecord): void {
    const { readerOf, collectionOf, relations } = this.#api;
    const id = textOf(record.id);
    const collection = collectionOf(type);
    const add = (path: string, parents: readonly string[], members: readonly string[]) => {
      const existing = this.existing(token, readerOf(path)?.record ?? '');
      // An id that leads nowhere is another requirement.
      const found = existing ? members.filter((one) => existing.has(one)) : [];
      if (found.length === 0) return;
      for (const parent of parents) {
        const ofParent = this.#of(this.#members, token, path, parent);
        for (const member of found) ofParent.add(member, responses);
      }
    };
    for (const { path, named, fields } of relations.direct) {
      if (named === 'parent' && collection !== '' && path.startsWith(`${collection}/`))
        add(path, [id], idsIn(record, fields));
      else if (named === 'child' && readerOf(path)?.record === type) add(path, idsIn(record, fields), [id]);
    }
    if (type === 'Section')
      for (const { path, from, to } of relations.throughSections)
        add(path, idsIn(record, [from]), idsIn(record, [to]));
  }

  #of(map: Map<string, Sightings>, ...parts: readonly string[]): Sightings {
    return entryOf(map, keyOf(...parts), () => new Sightings());
  }
}

/** A record as a token saw it, with the responses that have it, in the order of sending: more may be added. */
interface ServedRecord {
  readonly token: string;
  readonly type: string;
  readonly record: Members;
  readonly responses: readonly ReadExchange[];
}

/** Visits each record once, wherever it was served: equal ones are one object as long as they stay parsed. */
function visitServed(
  exchanges: readonly ReadExchange[],
  api: Api,
  visit: (served: ServedRecord) => void,
): void {
  const known = new Map<string, WeakMap<Members, ReadExchange[]>>();
  for (const one of exchanges) {
    if (one.status !== 200 || !one.addressed) continue;
    const { token } = one;
    const type = typeOf(one);
    const ofType = entryOf(known, keyOf(token, type), () => new WeakMap<Members, ReadExchange[]>());
    for (const record of recordsServed(one, api)) {
      const responses = ofType.get(record);
      if (responses) responses.push(one);
      else {
        const first = [one];
        ofType.set(record, first);
        visit({ token, type, record, responses: first });
      }
    }
  }
}

/** A response by id that has another record shows nothing of either. */
function recordsServed(exchange: ReadExchange, { collectionOf }: Api): readonly Members[] {
  const records = exchange.carriedRecords.filter(({ id }) => typeof id === 'string');
  const isById = exchange.addressed?.operation.path === `${collectionOf(typeOf(exchange))}/{id}`;
  return isById ? records.filter(({ id }) => id === idInPath(exchange)) : records;
}

function typeOf({ addressed }: ReadExchange): string {
  return addressed?.operation.record ?? '';
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
