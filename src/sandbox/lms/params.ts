import { quoteGo } from '../go-json/quote.ts';

/** 24 hex digits, case-insensitive: what Clever's server generator accepts as format `mongo-id`. */
const mongoId = /^[0-9a-f]{24}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

export const isAssignmentId = (id: string): boolean => uuid.test(id);

/** go-openapi's message for an invalid path id, or `undefined`. */
export function idFault(name: 'section_id' | 'user_id', id: string): string | undefined {
  return mongoId.test(id) ? undefined : `${name} in path must be of type mongo-id: ${quoteGo(id)}`;
}

/** A `limit` as Go's `strconv.ParseInt` reads it (a sign is allowed), or its error text. */
export function readLimit(text: string): { readonly limit: bigint } | { readonly error: string } {
  const fault = (reason: string) => ({ error: `strconv.ParseInt: parsing ${quoteGo(text)}: ${reason}` });
  // Go reads digit by digit and reports what comes first: overflow of 64 bits, or a non-digit.
  const [head = '', digits = ''] = /^[+-]?0*(\d*)/.exec(text) ?? [];
  const tooLarge = digits.length > 20 || BigInt(digits || '0') >= 2n ** 64n;
  if (!tooLarge && (head.length < text.length || !/\d/.test(head))) return fault('invalid syntax');
  const size = tooLarge ? 2n ** 64n : BigInt(digits || '0');
  const limit = text.startsWith('-') ? -size : size;
  return limit < int64.min || limit > int64.max ? fault('value out of range') : { limit };
}

/** go-openapi's message for a limit outside 1..100, or `undefined`. */
export function limitFault(limit: bigint): string | undefined {
  if (limit > 100n) return 'limit in query should be less than or equal to 100';
  return limit < 1n ? 'limit in query should be greater than or equal to 1' : undefined;
}
