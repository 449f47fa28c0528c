import type { Members } from '../../exchange.ts';
import { textOf } from '../../text/json.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { Snapshot } from './snapshot.ts';

export interface FoundRecord {
  readonly token: string;
  readonly type: string;
  readonly record: Members;
  readonly exchange: ReadExchange;
}

/** Records by token, type and id; one that was requested by its id is preferred to one from a list. */
export function recordsById({ exchanges, api }: Snapshot): ReadonlyMap<string, FoundRecord> {
  const records = new Map<string, FoundRecord>();
  const byId = new Set<string>();
  for (const exchange of exchanges) {
    const { token, addressed } = exchange;
    if (!addressed || exchange.status !== 200) continue;
    const { record: type, path } = addressed.operation;
    const isById = path === `${api.collectionOf(type)}/{id}`;
    for (const record of exchange.carriedRecords) {
      const key = keyOf(token, type, textOf(record.id));
      if (byId.has(key) && !isById) continue;
      if (isById) byId.add(key);
      records.set(key, { token, type, record, exchange });
    }
  }
  return records;
}

export function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
