import { unwrap } from './decoding.ts';
import { hiddenTexts } from './hidden-text.ts';

/** A location with unredacted data. Does not contain the value. */
export interface Revealing {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly at: number;
  /** Description: `an e-mail address`, `a value of "first"`. */
  readonly what: string;
}

/** Patterns of personal or secret data in any context; each takes linear time. */
const patterns: readonly (readonly [RegExp, string, RegExp?])[] = [
  [
    /\b(?:bearer|basic)\s{1,3}[^\s"',;<>\\]{6,2000}/gi,
    'a token',
    /^(?:bearer|basic)\s+(?:«|replay-|realm|token|tokens|test[_-]token|no-such-|not-a-|sandbox-|clever-conformance-|0123456789abcdef|cmVwbGF5LXRva2Vu|Y2xldmVyLWNvbmZvcm1hbmNl|unknown|invalid|parameters|\$)/i,
  ],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/g, 'a JSON web token'],
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY/g, 'a private key'],
  [/(?<![\d.-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/g, 'a telephone number'],
  [/(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, 'a social security number'],
];

const address = /[\p{L}\p{N}_%+-]@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u;

/** Searches from each `@`, which is much faster than matching the local part first. */
function hasAddress(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const [found] = address.exec(text.slice(Math.max(0, at - 1), at + 300)) ?? [];
    if (found !== undefined && !/\.invalid$/i.test(found)) return true;
  }
  return false;
}

/** Members with data of a person or place, which are always redacted. */
const personal: ReadonlySet<string> = new Set([
  ...[
    'first',
    'last',
    'middle',
    'email',
    'sis_id',
    'state_id',
    'student_number',
    'teacher_number',
    'staff_id',
  ],
  ...['phone', 'address', 'city', 'zip', 'district_username', 'nces_id', 'mdr_number', 'school_number'],
]);
/** Members that are personal only inside a record. */
const personalInRecords: ReadonlySet<string> = new Set(['name', 'title', 'description', 'number', 'period']);
const secretHeaders: ReadonlySet<string> = new Set([
  'cookie',
  'set-cookie',
  'x-api-key',
  'proxy-authorization',
]);

/** Redacted text: a word, a dash and hex digits; text in guillemets; other digits of the same kind in a pattern. */
const redacted =
  /^(?:|(?:name|text|user|not-an-email|x|url|cursor|seg)-[0-9a-f]{6,64}|.{0,40}«[^»]{0,120}».{0,40}|user-[0-9a-f]{6,64}@example\.invalid)$/s;
const recordId = /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * Scans a file whose original data is unknown: for personal or secret data by its format, and in JSON for record members
 * that are not redacted and not `listed` (in lower case). Does not detect raw values without a known format elsewhere.
 */
export function findRevealing(
  file: string,
  text: string,
  listed: ReadonlySet<string>,
  maxFindings = 20,
): readonly Revealing[] {
  const found = new Map<string, Revealing>();
  const report = (at: number, what: string) => {
    if (found.size < maxFindings) found.set(`${at} ${what}`, { file, at, what });
  };
  for (const [index, line] of text.split('\n').entries()) {
    const views = unwrap(line);
    const last = views.at(-1) ?? line;
    const hidden = hiddenTexts(last);
    for (const view of [...views, ...[...hidden].map((one) => one.text)]) {
      if (hasAddress(view)) report(index + 1, 'an e-mail address');
      for (const [pattern, what, unless] of patterns)
        for (const [match] of view.matchAll(pattern)) if (!unless?.test(match)) report(index + 1, what);
    }
    if (found.size >= maxFindings) break;
  }
  for (const { value, at } of jsonIn(text)) visitMembers(value, listed, (what) => report(at, what));
  return [...found.values()];
}

/** The file as JSON, or each of its lines that is JSON. */
function* jsonIn(text: string): Generator<{ readonly value: unknown; readonly at: number }> {
  for (const [index, line] of text.split('\n').entries()) {
    const bare = line.trim().replace(/,$/, '');
    const value = /^[{[].*[}\]]$/s.test(bare) ? parsed(bare) : undefined;
    if (value !== undefined) yield { value, at: index + 1 };
  }
  const whole = parsed(text);
  if (whole !== undefined) yield { value: whole, at: 1 };
}

/** Iterative; text that is JSON is scanned too, one level deep. */
function visitMembers(root: unknown, listed: ReadonlySet<string>, report: (what: string) => void): void {
  const stack: unknown[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'string' && /^\s*[{[]/.test(value)) stack.push(parsed(value) ?? null);
    if (typeof value !== 'object' || value === null) continue;
    const isRecord = 'id' in value && typeof value.id === 'string' && recordId.test(value.id);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) reportHeaders(value, report);
    for (const [name, one] of Object.entries(value)) {
      stack.push(one ?? null);
      const key = name.toLowerCase();
      if (secretHeaders.has(key) && typeof one === 'string' && !redacted.test(one))
        report(`a value of the header "${key}"`);
      const isPersonal = personal.has(key) || (isRecord && personalInRecords.has(key));
      if (!isPersonal || typeof one !== 'string') continue;
      const shown = one.trim();
      if (!redacted.test(shown) && !listed.has(shown.toLowerCase())) report(`a value of "${key}"`);
    }
  }
}

/** Raw headers alternate names and values. */
function reportHeaders(list: readonly unknown[], report: (what: string) => void): void {
  for (let at = 0; at + 1 < list.length; at += 2) {
    const name = String(list[at]).toLowerCase();
    if (secretHeaders.has(name) && !redacted.test(String(list[at + 1])))
      report(`a value of the header "${name}"`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
