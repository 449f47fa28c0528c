import { isObject } from '../json.ts';

/** The documented maximum of `limit`. */
const maxRecords = 10_000;
/** Of one record. The largest honest ones, sections with thousands of students, have a tenth. */
const maxRecordBytes = 1024 * 1024;
/** No smaller body has too much in it. */
export const largeBytes: number = 1024 * 1024;

/** How many bodies with too many records are read to their end in a run. Then no large one is. */
export const maxExcess = 2;

/**
 * How much more a body holds than any conforming server sends: 0 for nothing; 1 for more records than a page may have, or no JSON;
 * `maxExcess` for records of more than a megabyte, which cost most. A run that kept many of them would take hundreds of
 * megabytes, and show nothing new.
 */
export function excessOf(text: string): number {
  if (text.length < largeBytes) return 0;
  try {
    const json: unknown = JSON.parse(text);
    const entries = isObject(json) && Array.isArray(json.data) ? json.data.length : 1;
    if (text.length > maxRecordBytes * Math.max(1, entries)) return maxExcess;
    return entries > maxRecords ? 1 : 0;
  } catch {
    // Its claims name it; parsing it again and again is what costs.
    return 1;
  }
}
