import type { Profile } from '../../contracts/profiles.ts';
import { type Exchange, jsonOf, type Members, pathnameOf } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, undecided } from '../outcome.ts';
import { findingAt, isPassing, whyPassing } from './answers.ts';
import { addressOf, isObject, isText } from './material.ts';

/** What the judges of LMS Connect share. Its lists hold bare records, its records have no links. */

/** Something to hold against an answer, and something only worth telling. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

/** As it should be. */
export const nothingFound: Verdict = { findings: [], notes: [] };

/** One thing to hold against an answer. */
export function against(...said: Parameters<typeof findingAt>): Verdict {
  return { findings: [findingAt(...said)], notes: [] };
}

/** All of them together, each note once. */
export function joinVerdicts(verdicts: readonly Verdict[]): Verdict {
  return {
    findings: verdicts.flatMap((one) => one.findings),
    notes: [...new Set(verdicts.flatMap((one) => one.notes))],
  };
}

/** The assignment or submission in a success: a 2xx with `{data:{…}}` and an id in it. */
export function recordIn(exchange: Exchange | undefined): Members | undefined {
  const body = exchange && isSuccess(exchange) ? jsonOf(exchange) : undefined;
  if (!isObject(body) || !isObject(body.data)) return undefined;
  return isText(body.data.id) || isText(body.data.user_id) ? body.data : undefined;
}

/** The submissions in a 200, each with its `user_id`; `undefined` where the body is no such list. */
export function submissionsIn(exchange: Exchange): readonly Members[] | undefined {
  const body = exchange.response?.status === 200 ? jsonOf(exchange) : undefined;
  if (!isObject(body) || !Array.isArray(body.data)) return undefined;
  return body.data.every((one) => isObject(one) && isText(one.user_id)) ? body.data : undefined;
}

/** Whether the answer shows that its request is one that the server serves. */
export function isServed(exchange: Exchange): boolean {
  if (exchange.request.method === 'DELETE') return isSuccess(exchange);
  return recordIn(exchange) !== undefined || submissionsIn(exchange) !== undefined;
}

/** A 2xx, whatever its body. */
export function isSuccess(exchange: Exchange): boolean {
  const status = exchange.response?.status ?? 0;
  return status >= 200 && status < 300;
}

/** Why an answer says nothing of the claim; `undefined` where it does. */
export function troubleOf(exchange: Exchange): string | undefined {
  return isPassing(exchange) ? whyPassing(exchange) : undefined;
}

/** The template of a documented path, whatever the method: `/sections/{section_id}/assignments`. */
export function templateOf(exchange: Exchange, profiles: readonly Profile[]): string | undefined {
  for (const method of ['GET', 'POST']) {
    const request = { ...exchange.request, method };
    const found = addressOf({ seq: exchange.seq, request }, lmsOnly(profiles));
    if (found) return found.operation.path;
  }
  return undefined;
}

/** The profiles of LMS Connect. */
export function lmsOnly(profiles: readonly Profile[]): readonly Profile[] {
  return profiles.filter((one) => one.kind === 'lms');
}

/** The path without its version: `/sections/…`. */
export function pathBelowVersion(exchange: Exchange): string {
  return pathnameOf(exchange).replace(/^\/v[^/]*/, '');
}

/** A case on one exchange that has to be there and to say something. */
export function caseOn(
  name: string,
  exchange: Exchange | undefined,
  judge: (exchange: Exchange) => Verdict,
): CaseOutcome {
  if (!exchange) return undecided(name, 'untested', 'the step before it did not succeed');
  const trouble = troubleOf(exchange);
  if (trouble !== undefined) return undecided(name, 'cantTell', trouble);
  const { findings, notes } = judge(exchange);
  return judged(name, findings, notes);
}

/** Says of a success whether its status is the documented one. */
export function statusVerdict(exchange: Exchange, documented: number, habit?: number): Verdict {
  const status = exchange.response?.status ?? 0;
  if (status === documented) return nothingFound;
  if (status === habit)
    return { findings: [], notes: [`${status} in place of the documented ${documented} (created-status)`] };
  return against(exchange, `a good ${exchange.request.method} did not succeed`, String(documented));
}

/** How `compareFields` compares. */
export interface Comparison {
  /** What the values of `expected` are: `as sent`, `as it was read before`. */
  readonly like: string;
  /** Fields that may not be absent; of others absence is only told. */
  readonly strict: readonly string[];
}

/** Holds a record against the values that it should have. Dates are compared as instants, lists of ids as sets. */
export function compareFields(
  exchange: Exchange,
  expected: Members,
  actual: Members,
  { like, strict }: Comparison,
): Verdict {
  const findings: Finding[] = [];
  const notes: string[] = [];
  for (const [field, value] of Object.entries(expected)) {
    if (isAbsent(value) || isSame(value, actual[field])) continue;
    if (isAbsent(actual[field]) && !strict.includes(field)) {
      notes.push(`${field} is not answered`);
      continue;
    }
    findings.push(
      findingAt(
        exchange,
        `${field} is not ${like}`,
        JSON.stringify(value),
        isAbsent(actual[field]) ? 'absent' : JSON.stringify(actual[field]),
      ),
    );
  }
  return { findings, notes };
}

/** The values of some fields. */
export function pick(record: Members, fields: readonly string[]): Members {
  return Object.fromEntries(
    fields.filter((name) => Object.hasOwn(record, name)).map((name) => [name, record[name]]),
  );
}

/** The request body as an object; empty where it is none. */
export function sentBody(exchange: Exchange): Members {
  try {
    const body: unknown = JSON.parse(exchange.request.body ?? '');
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

/** Null, an empty list and nothing at all are told alike by this API. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isText(a) && isText(b) && isDate(a) && isDate(b)) return Date.parse(a) === Date.parse(b);
  if (Array.isArray(a) && Array.isArray(b)) return textOf(a) === textOf(b);
  return isObject(a) && isObject(b) && JSON.stringify(a) === JSON.stringify(b);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
}

function textOf(list: readonly unknown[]): string {
  return JSON.stringify(list.map((one) => JSON.stringify(one)).sort());
}
