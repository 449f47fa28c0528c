import type { Profile } from '../../contracts/profiles.ts';
import { collections } from '../collections.ts';
import type { Exchange, Members } from '../exchange.ts';
import type { OperationModel } from '../model.ts';
import type { JudgeContext } from './judge.ts';
import { addressOf, carriedRecords, isObject, messageOf } from './material.ts';

/** An exchange with the operation of the Data API that it addresses. */
export interface Addressing {
  readonly exchange: Exchange;
  readonly operation: OperationModel;
  readonly profile: Profile;
  /** The id in the path, or ''. */
  readonly id: string;
}

/** The exchanges that address a documented operation of the Data API, in order. */
export function addressingsIn(exchanges: readonly Exchange[], context: JudgeContext): readonly Addressing[] {
  const found: Addressing[] = [];
  for (const exchange of exchanges) {
    const addressed = addressOf(exchange, context.profiles);
    if (addressed?.profile.kind !== 'data') continue;
    const { operation, profile, params } = addressed;
    found.push({ exchange, operation, profile, id: params.id ?? '' });
  }
  return found;
}

/** A record that was served. */
export interface SeenRecord {
  /** Schema name: `Student`. */
  readonly type: string;
  readonly record: Members;
  /** Inside an event, where nothing is guaranteed. */
  readonly isPartial: boolean;
  readonly exchange: Exchange;
}

/**
 * Every record in the answers with 200: of lists, of single records, of second-level paths, and the objects inside
 * events. What is not enveloped as described is left to the requirements on envelopes.
 */
export function recordsIn(addressings: readonly Addressing[]): readonly SeenRecord[] {
  const seen: SeenRecord[] = [];
  for (const { exchange, operation } of addressings) {
    for (const record of enveloped(exchange)) {
      seen.push({ type: operation.record, record, isPartial: false, exchange });
      if (operation.record !== 'Event' || !isObject(record.data) || !isObject(record.data.object)) continue;
      const type = typeByEventWord.get(String(record.type).split('.', 1)[0] ?? '');
      if (type !== undefined) seen.push({ type, record: record.data.object, isPartial: true, exchange });
    }
  }
  return seen;
}

/** The records in an answer with 200, enveloped as a list or as a single record. */
export function enveloped(exchange: Exchange): readonly Members[] {
  return exchange.response?.status === 200 ? carriedRecords(exchange) : [];
}

/** `District`, `Student` and the others, without the events. */
export const resourceTypes: readonly string[] = collections
  .map((one) => one.type)
  .filter((type) => type !== 'Event');

/** Events write `districtadmins` where the path writes `district_admins`. */
const typeByEventWord: ReadonlyMap<string, string> = new Map(
  collections.map(({ name, type }) => [name.replaceAll('_', ''), type]),
);

/** `/students` for `Student`. */
export function collectionOf(type: string): string {
  return collections.find((one) => one.type === type)?.path ?? '';
}

/**
 * Traffic in which nothing changes meanwhile: what the probes of this theme sent. A captured file has no steps, so all of
 * it counts.
 */
export function undisturbed(exchanges: readonly Exchange[], context: JudgeContext): readonly Exchange[] {
  if (context.subject === 'har') return exchanges;
  return exchanges.filter((one) => one.step?.claim.startsWith('data/'));
}

/** Refused for want of a scope, by the documented text or by 403; a bare 404 may have other reasons. */
export function isScopeRefusal(exchange: Exchange): boolean {
  const status = exchange.response?.status;
  return status === 403 || (status === 404 && /\bscopes?\b/i.test(messageOf(exchange)));
}
