import { quoteGo } from './go-quote.ts';

/** 24 hex digits, in either case: what Clever's server generator takes for the format `mongo-id`. */
const mongoId = /^[0-9a-f]{24}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/** Whether a text has the form of an assignment's id, a UUID. */
export const isAssignmentId = (id: string): boolean => uuid.test(id);

/** The message for a path id that is none, in go-openapi's words, or `undefined`. */
export function idFault(name: 'section_id' | 'user_id', id: string): string | undefined {
  return mongoId.test(id) ? undefined : `${name} in path must be of type mongo-id: ${quoteGo(id)}`;
}

/** A `limit` as Go's `strconv.ParseInt` reads it (a sign is allowed), or its error text. */
export function readLimit(text: string): { readonly limit: bigint } | { readonly error: string } {
  const fault = (why: string) => ({ error: `strconv.ParseInt: parsing ${quoteGo(text)}: ${why}` });
  // Go reads digit by digit and tells what it meets first: a number beyond 64 bits, or a character that is no digit.
  const [head = '', digits = ''] = /^[+-]?0*(\d*)/.exec(text) ?? [];
  const tooLarge = digits.length > 20 || BigInt(digits || '0') >= 2n ** 64n;
  if (!tooLarge && (head.length < text.length || !/\d/.test(head))) return fault('invalid syntax');
  const size = tooLarge ? 2n ** 64n : BigInt(digits || '0');
  const limit = text.startsWith('-') ? -size : size;
  return limit < int64.least || limit > int64.most ? fault('value out of range') : { limit };
}

/** The message for a limit outside 1..100, in go-openapi's words, or `undefined`. */
export function limitFault(limit: bigint): string | undefined {
  if (limit > 100n) return 'limit in query should be less than or equal to 100';
  return limit < 1n ? 'limit in query should be greater than or equal to 1' : undefined;
}
