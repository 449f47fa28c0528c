import type { HeaderMap } from '../../exchange.ts';

const bucketHeader = 'x-ratelimit-bucket';

/**
 * Headers as a map with names in lower case, without the pseudo headers of HTTP/2; repeated headers are joined. Some tools write a
 * header twice that was sent once, so equal values are one; only those of several rate-limit buckets may be equal.
 */
export function joinHeaders(pairs: readonly (readonly [name: string, value: string])[]): HeaderMap {
  const values = new Map<string, string[]>();
  for (const [rawName, rawValue] of pairs) {
    const name = rawName.trim().toLowerCase();
    if (name === '' || name.startsWith(':') || name === '__proto__') continue;
    const known = values.get(name) ?? [];
    values.set(name, known);
    // Some browsers join repeated headers with line breaks.
    known.push(...rawValue.split(/\r?\n/).map((one) => one.trim()));
  }
  const hasBuckets = new Set(values.get(bucketHeader) ?? []).size > 1;
  return Object.fromEntries(
    [...values].map(([name, all]) => {
      const isPerBucket = hasBuckets && name.startsWith('x-ratelimit-');
      return [name, (isPerBucket ? all : [...new Set(all)]).join(', ')];
    }),
  );
}
