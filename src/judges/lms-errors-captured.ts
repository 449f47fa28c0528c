import { type LmsErrorRow, lmsErrorTable } from '../../contracts/lms-errors.ts';
import { model } from '../../generated/model.ts';
import type { Exchange, Members } from '../exchange.ts';
import type { JudgeContext } from './judge.ts';
import { notReborn, pathCreatedBy } from './lms-captured.ts';
import { isServed, isSuccess, sentBody, templateOf } from './lms-material.ts';
import { isText, messageOf, tokenOf } from './material.ts';

/**
 * Requests in captured traffic that a row of the error table is about. Most faults show in what was sent; of the rest, redaction has
 * left nothing, so they are told by the answer, and can only be upheld.
 */

/** A case of a row, as a prober would have sent it. */
export interface Asked {
  readonly name: string;
  readonly asked: Exchange;
}

type Id = LmsErrorRow['id'];

const collection = '/sections/{section_id}/assignments';
const single = `${collection}/{assignment_id}`;
const dayMs = 86_400_000;

/** How the fault of a row shows in a request; `undefined`: it does not, and the answer has to say it. */
const shows: Partial<Record<Id, (one: Exchange, template: string, all: readonly Exchange[]) => boolean>> = {
  'lms-errors/missing-required-fields': (one, template) =>
    isCreate(one, template) && isJson(one) && needed.some((name) => isLacking(sentBody(one)[name])),
  'lms-errors/empty-body': ({ request }) =>
    ['POST', 'PATCH'].includes(request.method) && (request.body ?? '').trim() === '',
  'lms-errors/due-date-in-past': (one, template) => isCreate(one, template) && isWhole(one) && isPast(one),
  'lms-errors/empty-submission-type': (one, template) => {
    const { submission_types: types } = sentBody(one);
    return (
      isCreate(one, template) && isWhole(one) && !isPast(one) && Array.isArray(types) && types.includes('')
    );
  },
  'lms-errors/update-due-date-out-of-range': (one, template) =>
    one.request.method === 'PATCH' && template === single && (isNoDay(sentBody(one).due_date) || isPast(one)),
  'lms-errors/unsupported-method': ({ request }, template) =>
    !['GET', 'HEAD', 'OPTIONS'].includes(request.method) &&
    !model.operations.some((one) => one.path === template && one.method === request.method),
  'lms-errors/deleted-assignment': (one, template, all) =>
    one.request.method === 'GET' && template === single && wasDeleted(one, all),
  'lms-errors/no-token': (one) => tokenOf(one) === '' && one.response?.status === 401,
};

const needed = ['title', 'description', 'due_date'] as const;

/** The most cases of one row; a client that repeats itself adds nothing. */
const mostCases = 20;

/** What the traffic has for a row. */
export function askedInTraffic(
  row: LmsErrorRow,
  exchanges: readonly Exchange[],
  { profiles }: JudgeContext,
): readonly Asked[] {
  const isShown = shows[row.id];
  return exchanges
    .filter((one) => {
      const template = templateOf(one, profiles);
      if (template === undefined || !template.includes('/assignments')) return false;
      return isShown ? isShown(one, template, exchanges) && isTelling(row, one) : isSaid(row, one);
    })
    .slice(0, mostCases)
    .map((asked, at) => ({ name: `${asked.request.method} ${at + 1}`, asked }));
}

/** Whether a good request came before: for a deleted assignment its own life, told by its path. */
export function wasThere(asked: Exchange, exchanges: readonly Exchange[]): boolean {
  return exchanges.some(
    (one) =>
      one.seq < asked.seq &&
      one.request.method !== 'DELETE' &&
      one.request.path === asked.request.path &&
      isServed(one),
  );
}

/** A refusal for another reason, such as another fault of the same request, says nothing of this row. */
function isTelling(row: LmsErrorRow, one: Exchange): boolean {
  const status = one.response?.status ?? 0;
  if (status >= 200 && status < 300) return true;
  if (status === row.status && isSaid(row, one)) return true;
  // The Data API has another status for the same, which is a mistake that a server may make.
  if (row.id === 'lms-errors/unsupported-method' && status === 501) return true;
  if (status !== 400 && status !== row.status) return false;
  return !lmsErrorTable.some((other) => other.id !== row.id && other.body !== 'empty' && isSaid(other, one));
}

function isSaid(row: LmsErrorRow, one: Exchange): boolean {
  return (
    one.response?.status === row.status &&
    row.body !== 'empty' &&
    new RegExp(row.pattern, row.flags).test(messageOf(one))
  );
}

function isCreate({ request }: Exchange, template: string): boolean {
  return request.method === 'POST' && template === collection;
}

function isJson({ request }: Exchange): boolean {
  return /^\s*\{/.test(request.body ?? '') && JSON.stringify(sentBody({ seq: 0, request })) !== '{}';
}

function isWhole(one: Exchange): boolean {
  return needed.every((name) => !isLacking(sentBody(one)[name]));
}

function isLacking(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** By a day at least, so that no clock and no time zone explains it. */
function isPast(one: Exchange): boolean {
  const ms = Date.parse(dueDate(sentBody(one)));
  return ms < one.request.sentAtMs - dayMs;
}

function dueDate({ due_date: date }: Members): string {
  return isText(date) ? date : '';
}

/** `2026-02-30`. */
function isNoDay(value: unknown): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})T/.exec(isText(value) ? value : '') ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() !== Number(day);
}

function wasDeleted(asked: Exchange, exchanges: readonly Exchange[]): boolean {
  const latest = exchanges.findLast(
    (one) =>
      one.seq < asked.seq &&
      isSuccess(one) &&
      ((one.request.method === 'DELETE' && one.request.path === asked.request.path) ||
        (one.request.method === 'POST' && pathCreatedBy(one) === asked.request.path)),
  );
  if (latest?.request.method !== 'DELETE' || tokenOf(latest) !== tokenOf(asked)) return false;
  return notReborn(asked, exchanges) !== undefined;
}
