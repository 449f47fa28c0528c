import { profiles } from '../../contracts/profiles.ts';
import { isObject } from '../text/json.ts';
import { readText, type StoredText } from '../text/packed-text.ts';

/** The Data API has the largest pages; both APIs have the same default. */
const { default: defaultRecords, max: maxRecords } = profiles[0].limit;
/** Of one record. The largest honest ones, sections with thousands of students, have a tenth. */
export const maxRecordBytes: number = 1024 * 1024;
/** No smaller body has too much in it. */
export const largeBytes: number = 1024 * 1024;

/** What a body holds that no conforming server sends. */
export type Excess =
  /** Records of more than a megabyte. */
  | 'giant-record'
  /** More records than the request asked for, or no records at all. */
  | 'too-many'
  | 'none';

/** Records that a response may have: the `limit` of the request, the default, or the most where another limit leaves it open. */
export function allowedBy(url: string): number {
  const limits = new URL(url).searchParams.getAll('limit');
  if (limits.length === 0) return defaultRecords;
  const limit = limits.length === 1 && /^\d{1,9}$/.test(limits[0] ?? '') ? Number(limits[0]) : 0;
  return limit < 1 || limit > maxRecords ? maxRecords : limit;
}

/** A run that kept many such bodies would take hundreds of megabytes, and show nothing new. `allowed`: records in a response. */
export function excessOf(text: StoredText, allowed: number): Excess {
  if (text.length < largeBytes) return 'none';
  try {
    const json: unknown = JSON.parse(readText(text));
    const records = isObject(json) ? recordsOf(json.data) : 0;
    if (text.length > maxRecordBytes * records) return records > 0 ? 'giant-record' : 'too-many';
    return records > allowed ? 'too-many' : 'none';
  } catch {
    // Its claims name it; parsing it again and again is what costs.
    return 'too-many';
  }
}

/**
 * Whether a body is JSON with records of far more than a megabyte, even if each of its `values` were one: decided from its bytes, since
 * its text and what is parsed from it take as much memory again. Anything else, such as the HTML of a gateway, is judged by its status.
 */
export function isSurelyGiant(bytes: Uint8Array, values: number): boolean {
  const [first] = bytes;
  const opensJson = first === 0x7b || first === 0x5b;
  return opensJson && bytes.byteLength > 8 * maxRecordBytes * (values + 1);
}

/** How many records the `data` of a response has. */
function recordsOf(data: unknown): number {
  if (Array.isArray(data)) return data.length;
  return isObject(data) && Object.hasOwn(data, 'id') ? 1 : 0;
}
