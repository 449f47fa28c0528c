import { findLink } from './links.ts';

/** An API record, without its envelope. */
export type CleverRecord = Readonly<Record<string, unknown>>;

export type PageReading =
  | { readonly ok: true; readonly records: readonly CleverRecord[]; readonly next: string | undefined }
  | { readonly ok: false; readonly kind: 'unreadable-page' | 'refused-link'; readonly reason: string };

/**
 * Reads a list: `{data: [{data, uri}…], links}` of the Data API, or bare records in `data` (LMS Connect). Undocumented members
 * are kept; a body that is not a list is an error, never an empty list. `emptyListAs`: the name that a version may give to a list
 * without records.
 */
export function readPage(body: unknown, emptyListAs?: string): PageReading {
  const unreadable = (reason: string): PageReading => ({ ok: false, kind: 'unreadable-page', reason });
  if (isOtherwiseEmpty(body, emptyListAs)) return { ok: true, records: [], next: undefined };
  if (!isRecord(body) || !Array.isArray(body.data)) return unreadable('the page holds no list of data');
  const records: CleverRecord[] = [];
  let hasEnvelopes = false;
  for (const item of body.data as readonly unknown[]) {
    if (!isRecord(item)) return unreadable('an entry of the page is not a record');
    // A bare record has an id; an envelope has not. (An event's envelope contains a record with `data`.)
    const wrapped = Object.hasOwn(item, 'data') && !Object.hasOwn(item, 'id');
    hasEnvelopes ||= wrapped;
    const record = wrapped ? item.data : item;
    if (!isRecord(record)) return unreadable('an entry of the page is not a record');
    records.push(record);
  }
  // Every page of the Data API has links, at least self. LMS Connect leaves them out at the end.
  if (hasEnvelopes && (body.links ?? undefined) === undefined)
    return unreadable('the page has no links, so it does not say whether there are more');
  const next = findLink(body.links, 'next');
  if (!next.ok) return { ok: false, kind: 'refused-link', reason: `its links are invalid (${next.reason})` };
  return { ok: true, records, next: next.uri };
}

/** An empty list under a name of its own: `{"resources": []}`. */
function isOtherwiseEmpty(body: unknown, emptyListAs: string | undefined): boolean {
  if (emptyListAs === undefined || !isRecord(body) || Object.keys(body).length !== 1) return false;
  const list = body[emptyListAs];
  return Array.isArray(list) && list.length === 0;
}

/** Data API ids (24 hex digits), which ascend over a whole walk. */
const objectId = /^[0-9a-f]{24}$/i;

/**
 * Checks a page against earlier records. Duplicates within the page are dropped (`records`); an entry that is not greater
 * than `afterId` makes `ascends` false. `lastId` is the greatest id so far. Records without an id of that format are not
 * checked.
 */
export function inOrder(
  records: readonly CleverRecord[],
  afterId: string,
): { readonly ascends: boolean; readonly records: readonly CleverRecord[]; readonly lastId: string } {
  const seen = new Set<string>();
  const kept: CleverRecord[] = [];
  let lastId = afterId;
  let ascends = true;
  for (const record of records) {
    const id = typeof record.id === 'string' && objectId.test(record.id) ? record.id.toLowerCase() : '';
    if (id !== '' && seen.has(id)) continue;
    if (id !== '') seen.add(id);
    if (id !== '' && id <= afterId) ascends = false;
    if (id > lastId) lastId = id;
    kept.push(record);
  }
  return { ascends, records: kept, lastId };
}

function isRecord(value: unknown): value is CleverRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
