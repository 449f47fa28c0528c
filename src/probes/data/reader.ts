import { idsIn } from '../../../contracts/relations.ts';
import { type Api, ownerIn } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, ProbeStep } from '../probe.ts';
import { recordsIn } from '../responses.ts';
import { untilServed } from '../served.ts';

export type Sample = readonly Members[];
/** Sampled records by collection: `students`. */
export type Samples = ReadonlyMap<string, Sample>;

/** Large enough to include a fault in one of hundreds of records, small enough for a page of a few hundred kilobytes. */
export const limit = 1000;
/** Of a list that continues after a page of this size, so that a large district is not read twice. */
export const maxPages = { quick: 2, full: 12 } as const;

/** What has been read, so that nothing is requested twice by accident. */
export interface Reader {
  readonly exchanges: readonly ReadExchange[];
  once(path: string, step: ProbeStep): Promise<void>;
  /** Follows `next`, and returns the records of all pages. */
  list(path: string, step: ProbeStep): Promise<readonly Members[]>;
  again(path: string, step: ProbeStep): Promise<void>;
  /** The records of the first page alone. */
  first(path: string, step: ProbeStep): Promise<readonly Members[]>;
  /** Whether an operation with this path was served. */
  hasRead(path: string): boolean;
}

export function createReader(actor: Actor): Reader {
  const exchanges: ReadExchange[] = [];
  const requested = new Set<string>();
  const walk = async (path: string, step: ProbeStep, pages: number = maxPages[actor.depth]) => {
    requested.add(path);
    const walked = await actor.walk(path, { maxPages: pages, step });
    const [first] = walked;
    const read = walked.length === 1 && first ? [await untilServed(actor, { path, step }, first)] : walked;
    exchanges.push(...read);
    return read.flatMap(recordsIn);
  };
  return {
    exchanges,
    once: async (path, step) => {
      if (!requested.has(path)) await walk(path, step);
    },
    list: walk,
    again: async (path, step) => void (await walk(path, step)),
    first: async (path, step) => await walk(path, step, 1),
    hasRead: (path) => exchanges.some((one) => one.isServed && one.addressed?.operation.path === path),
  };
}

/** The first page of every list, with the records whose ids can be used in a path. */
export async function sampleAll(actor: Actor): Promise<Samples> {
  const samples = new Map<string, Sample>();
  for (const collection of actor.api.collections) {
    const records = await actor.sample(collection.name);
    samples.set(
      collection.name,
      records.filter((record) => isPlainId(record.id)),
    );
  }
  return samples;
}

/** Records that a path may lead from, by their first page; people of the role that it is for where that page has none. */
export async function ownersFor(actor: Actor, path: string): Promise<Sample> {
  const owner = ownerIn(path);
  const fields = actor.api.choices.owners[path as `/${string}`];
  const sample = await actor.sample(owner);
  if (fields === undefined) return sample;
  const isOwner = (one: Members) => isPlainId(one.id) && idsIn(one, fields).length > 0;
  if (sample.some(isOwner)) return sample.filter(isOwner);
  const [, role] = fields[0]?.split('.') ?? [];
  return (await actor.sample(`${owner}?role=${role}`)).filter(isOwner);
}

/** An id is used in a path only if it is a single plain segment. */
export function isPlainId(id: unknown): boolean {
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id);
}

/** `students` for `/contacts/{id}/students`, `terms` for `/sections/{id}/term`. */
export function targetOf(path: string, { readerOf, collectionOf }: Api): string {
  return collectionOf(readerOf(path)?.record ?? '').slice(1);
}
