import { readLimit } from '../lms/params.ts';
import { readAssignmentRequest, readSubmissionRequest } from '../lms/requests.ts';
import { decodeGoJson } from './go-json-testing.ts';
import { encodeGoJson, quoteGo } from './quote.ts';
import { parseGoDateTime } from './time.ts';
import { decodeGoUtf8 } from './utf8.ts';

/** Decoding targets; `contracts/go-json/main.go` uses the same names. */
export type GoTarget =
  | 'any'
  | 'AssignmentRequest'
  | 'SubmissionRequest'
  | 'time'
  | 'quote'
  | 'limit'
  | 'marshal';

/**
 * The result for a body. `value` is normalized by `settled`; `rest`: something other than white space follows an accepted
 * JSON text. `last`, only from Go: the error of the last date layout, where the sandbox reports an earlier one.
 */
export interface GoAnswer {
  readonly error?: string;
  readonly value?: unknown;
  readonly rest?: boolean;
  readonly last?: string;
}

/** A row of `contracts/go-json/table.json`: the body as text, as bytes if it is not UTF-8, or as repeated pieces. */
export interface GoRow extends GoAnswer {
  readonly target: GoTarget;
  readonly text?: string;
  readonly hex?: string;
  readonly pieces?: readonly (readonly [text: string, times: number])[];
}

export function bodyOf({ text, hex, pieces }: Pick<GoRow, 'text' | 'hex' | 'pieces'>): Buffer {
  if (hex !== undefined) return Buffer.from(hex, 'hex');
  return Buffer.from(text ?? (pieces ?? []).map(([piece, times]) => piece.repeat(times)).join(''));
}

/** The result of the sandbox's decoder. */
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

/** Go stores a zero in plain members that the sandbox omits. */
const plainZeros: readonly string[] = ['max_attempts', 'extra_attempts', 'grade_points', 'type'];

/** A normalized value: JSON text with sorted keys; for requests without nulls and plain zeros. */
export function settled(value: unknown, target: GoTarget = 'any'): string {
  try {
    return written(value, target);
  } catch (error) {
    // Go and the sandbox read 10,000 levels; serializing them would overflow the stack.
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
    // Null prototype, so that `__proto__` stays an ordinary member.
    const sorted: Record<string, unknown> = Object.create(null);
    for (const [name, member] of members.sort(([a], [b]) => (a < b ? -1 : 1))) sorted[name] = member;
    return sorted;
  });
}

/** Go's result in the form of `answerLikeGo`; an empty body is rejected before Go's decoder runs. */
export function settledGo(target: GoTarget, body: Uint8Array, recorded: GoAnswer): GoAnswer {
  const isRequest = target === 'AssignmentRequest' || target === 'SubmissionRequest';
  if (isRequest && body.length === 0) return { error: 'request body is required, but was empty' };
  const { value, rest, ...others } = recorded;
  if (others.error !== undefined) return others;
  if (target !== 'any' && !isRequest) return { value };
  return { value: settled(value, target), ...(rest === true && !isRequest ? { rest } : {}) };
}
