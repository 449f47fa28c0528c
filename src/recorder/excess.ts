import { isObject } from '../json.ts';

/** The documented maximum of `limit`. */
const maxRecords = 10_000;
/** Of one record. The largest honest ones, sections with thousands of students, have a tenth. */
const maxRecordBytes = 1024 * 1024;
/** No smaller body has too much in it. */
export const largeBytes: number = 1024 * 1024;

/**
 * Whether a body holds more than any conforming server sends: more records than a page may have, or a record of more than a
 * megabyte. A run that kept many of them would take hundreds of megabytes, and show nothing new.
 */
export function isExcessive(text: string): boolean {
  if (text.length < largeBytes) return false;
  try {
    const json: unknown = JSON.parse(text);
    const entries = isObject(json) && Array.isArray(json.data) ? json.data.length : 1;
    return entries > maxRecords || text.length > maxRecordBytes * Math.max(1, entries);
  } catch {
    // Its claims name it; parsing it again and again is what costs.
    return true;
  }
}
