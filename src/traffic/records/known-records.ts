import { idsIn } from '../../../contracts/relations.ts';
import type { Api } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { entryOf } from '../../maps.ts';
import { textOf } from '../../text/json.ts';
import { idInPath } from '../operation-traffic.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { keyOf } from './records-by-id.ts';
import type { Snapshot } from './snapshot.ts';

/** A record that is deleted or no longer shared does not come back within minutes; within a day it may. */
const settledForMs = 5 * 60_000;

/** Ids with the responses that show each: in groups, one for each record that shows it, in the order of sending. */
export class Sightings {
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
  surround(
    id: string,
    { first, last }: { readonly first: ReadExchange; readonly last: ReadExchange },
  ): boolean {
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
export class KnownRecords {
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
