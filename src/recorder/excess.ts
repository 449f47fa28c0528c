import { isObject } from '../json.ts';

/** The documented maximum of `limit`. */
const maxRecords = 10_000;
/** Of one record. The largest honest ones, sections with thousands of students, have a tenth. */
export const maxRecordBytes: number = 1024 * 1024;
/** No smaller body has too much in it. */
export const largeBytes: number = 1024 * 1024;

/** What a body holds that no conforming server sends. */
export type Excess =
  /** Records of more than a megabyte. */
  | 'giant-record'
  /** More records than a page may have, or no records at all. */
  | 'too-many'
  | 'none';

/** A run that kept many such bodies would take hundreds of megabytes, and show nothing new. */
export function excessOf(text: string): Excess {
  if (text.length < largeBytes) return 'none';
  try {
    const json: unknown = JSON.parse(text);
    const records = isObject(json) ? recordsOf(json.data) : 0;
    if (text.length > maxRecordBytes * records) return records > 0 ? 'giant-record' : 'too-many';
    return records > maxRecords ? 'too-many' : 'none';
  } catch {
    // Its claims name it; parsing it again and again is what costs.
    return 'too-many';
  }
}

/** How many records the `data` of a response has. */
function recordsOf(data: unknown): number {
  if (Array.isArray(data)) return data.length;
  return isObject(data) && Object.hasOwn(data, 'id') ? 1 : 0;
}
