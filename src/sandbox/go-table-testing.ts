import { decodeGoJson } from './go-json-testing.ts';
import { encodeGoJson, quoteGo } from './go-quote.ts';
import { parseGoDateTime } from './go-time.ts';
import { decodeGoUtf8 } from './go-utf8.ts';
import { readLimit } from './lms-params.ts';
import { readAssignmentRequest, readSubmissionRequest } from './lms-requests.ts';

/** What a body is read as; `contracts/go-json/main.go` knows the same names. */
export type GoTarget =
  | 'any'
  | 'AssignmentRequest'
  | 'SubmissionRequest'
  | 'time'
  | 'quote'
  | 'limit'
  | 'marshal';

/**
 * The answer to a body. `value` in the form of `settled`; `rest`: something other than white space follows an accepted
 * JSON text. `last`, only from Go: the text of the date layout tried last, where the sandbox tells an earlier one.
 */
export interface GoAnswer {
  readonly error?: string;
  readonly value?: unknown;
  readonly rest?: boolean;
  readonly last?: string;
}

/** A row of `contracts/go-json/table.json`: the body as text, as bytes where it is no UTF-8, or as repeated pieces. */
export interface GoRow extends GoAnswer {
  readonly target: GoTarget;
  readonly text?: string;
  readonly hex?: string;
  readonly pieces?: readonly (readonly [text: string, times: number])[];
}

/** The bytes of a row's body. */
export function bodyOf({ text, hex, pieces }: Pick<GoRow, 'text' | 'hex' | 'pieces'>): Buffer {
  if (hex !== undefined) return Buffer.from(hex, 'hex');
  return Buffer.from(text ?? (pieces ?? []).map(([piece, times]) => piece.repeat(times)).join(''));
}

/** What the sandbox's Go-faithful code answers to a body. */
export function answerLikeGo(target: GoTarget, body: Uint8Array): GoAnswer {
  const text = decodeGoUtf8(body);
  switch (target) {
    case 'any': {
      const decoded = decodeGoJson(text);
      if ('error' in decoded) return decoded;
      return { value: settled(decoded.value), ...(decoded.restIgnored ? { rest: true } : {}) };
    }
    case 'AssignmentRequest':
    case 'SubmissionRequest': {
      const read = target === 'AssignmentRequest' ? readAssignmentRequest(text) : readSubmissionRequest(text);
      return 'error' in read ? read : { value: settled(read.value, target) };
    }
    case 'time': {
      const time = parseGoDateTime(text);
      return 'error' in time ? time : { value: time.epochMs };
    }
    case 'quote':
      return { value: quoteGo(text) };
    case 'limit': {
      const read = readLimit(text);
      return 'error' in read ? read : { value: String(read.limit) };
    }
    case 'marshal':
      return { value: encodeGoJson(text) };
  }
}

/** Go keeps a zero in plain members where the sandbox has none. */
const plainZeros: readonly string[] = ['max_attempts', 'extra_attempts', 'grade_points', 'type'];

/** A decoded value in one form for both sides: JSON text, keys in order; of a request without nulls and plain zeros. */
export function settled(value: unknown, target: GoTarget = 'any'): string {
  try {
    return written(value, target);
  } catch (error) {
    // Go and the sandbox read 10,000 levels; to write them takes more stack than there is.
    if (error instanceof RangeError) return 'too deep to write';
    throw error;
  }
}

function written(value: unknown, target: GoTarget): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const members = Object.entries(inner).filter(
      ([name, member]) =>
        target === 'any' ||
        (member !== null &&
          member !== undefined &&
          !(plainZeros.includes(name) && (member === 0 || member === ''))),
    );
    // Null-prototype, so that a member `__proto__` stays one.
    const sorted: Record<string, unknown> = Object.create(null);
    for (const [name, member] of members.sort(([a], [b]) => (a < b ? -1 : 1))) sorted[name] = member;
    return sorted;
  });
}

/** An answer as it came from Go, in the form of `answerLikeGo`; an empty body is named before Go's decoder is asked. */
export function settledGo(target: GoTarget, body: Uint8Array, told: GoAnswer): GoAnswer {
  const isRequest = target === 'AssignmentRequest' || target === 'SubmissionRequest';
  if (isRequest && body.length === 0) return { error: 'request body is required, but was empty' };
  const { value, rest, ...others } = told;
  if (others.error !== undefined) return others;
  if (target !== 'any' && !isRequest) return { value };
  return { value: settled(value, target), ...(rest === true && !isRequest ? { rest } : {}) };
}
