import { type LmsErrorRow, lmsErrorTable } from '../../../contracts/lms-errors.ts';
import { model } from '../../../generated/model.ts';
import type { Members } from '../../exchange.ts';
import { isServed, isSuccess, pathCreatedBy, sentBody } from '../../traffic/lms/responses.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';
import { type LabelledExchange, unlessCreatedAgain } from './lms.ts';

type Id = LmsErrorRow['id'];

const collection = '/sections/{section_id}/assignments';
const single = `${collection}/{assignment_id}`;
const required = ['title', 'description', 'due_date'] as const;
const dayMs = 86_400_000;

/** An exchange of LMS Connect with the template of its path. */
interface Sent {
  readonly exchange: ReadExchange;
  readonly template: string;
}

/**
 * How the fault of an error shows in a request. For the other errors redaction has left nothing to see, so they are recognised by
 * their response: captured traffic can confirm them and never refute them.
 */
const faults: Partial<Record<Id, (sent: Sent, all: readonly ReadExchange[]) => boolean>> = {
  'lms-errors/missing-required-fields': (sent) =>
    isCreate(sent) &&
    isJsonObject(sent.exchange) &&
    required.some((name) => isLacking(sentBody(sent.exchange)[name])),
  'lms-errors/empty-body': ({ exchange: { method, request } }) =>
    ['POST', 'PATCH'].includes(method) && (request.body ?? '').trim() === '',
  'lms-errors/due-date-in-past': (sent) =>
    isCreate(sent) && isWhole(sent.exchange) && isDueInPast(sent.exchange),
  'lms-errors/empty-submission-type': (sent) => {
    const { submission_types: types } = sentBody(sent.exchange);
    return (
      isCreate(sent) &&
      isWhole(sent.exchange) &&
      !isDueInPast(sent.exchange) &&
      Array.isArray(types) &&
      types.includes('')
    );
  },
  'lms-errors/update-due-date-out-of-range': ({ exchange, template }) =>
    exchange.method === 'PATCH' &&
    template === single &&
    (isImpossibleDay(sentBody(exchange).due_date) || isDueInPast(exchange)),
  'lms-errors/unsupported-method': ({ exchange: { method }, template }) =>
    !['GET', 'HEAD', 'OPTIONS'].includes(method) &&
    !model.operations.some((one) => one.path === template && one.method === method),
  'lms-errors/deleted-assignment': ({ exchange, template }, all) =>
    exchange.method === 'GET' && template === single && deletionOf(exchange, all) !== undefined,
  'lms-errors/no-token': ({ exchange }) => exchange.token === '' && exchange.status === 401,
};

/** Steps of the category `lms-errors` in captured traffic. */
export function attributeLmsErrors({ exchanges, lms }: Traffic): readonly PlacedStep[] {
  const sent = exchanges.flatMap((exchange): readonly Sent[] => {
    const template = lms.templateOf(exchange);
    return template?.includes('/assignments') ? [{ exchange, template }] : [];
  });
  return lmsErrorTable.flatMap((row: LmsErrorRow) => {
    const hasFault = faults[row.id];
    return sent
      .filter((one) =>
        hasFault
          ? hasFault(one, exchanges) && isAboutFault(row, one.exchange)
          : isAnsweredWith(row, one.exchange),
      )
      .flatMap(({ exchange }, index) => {
        const name = `${exchange.method} ${index + 1}` as const;
        const before =
          row.id === 'lms-errors/deleted-assignment' ? lifeBefore(name, exchange, exchanges) : [];
        return [...before, { claim: row.id, case: name, role: 'asked', exchange } satisfies LabelledExchange];
      });
  });
}

/** A refusal for another reason, such as another fault of the same request, says nothing about this error. */
function isAboutFault(row: LmsErrorRow, exchange: ReadExchange): boolean {
  const { status } = exchange;
  if (isSuccess(exchange)) return true;
  if (status === row.status && isAnsweredWith(row, exchange)) return true;
  // The Data API has another status for the same, so a server may confuse them.
  if (row.id === 'lms-errors/unsupported-method' && status === 501) return true;
  if (status !== 400 && status !== row.status) return false;
  return !lmsErrorTable.some((other) => other.id !== row.id && isAnsweredWith(other, exchange));
}

function isAnsweredWith(row: LmsErrorRow, { status, message }: ReadExchange): boolean {
  return status === row.status && row.body !== 'empty' && new RegExp(row.pattern, row.flags).test(message);
}

function isCreate({ exchange, template }: Sent): boolean {
  return exchange.method === 'POST' && template === collection;
}

function isJsonObject(exchange: ReadExchange): boolean {
  return /^\s*\{/.test(exchange.request.body ?? '') && Object.keys(sentBody(exchange)).length > 0;
}

function isWhole(exchange: ReadExchange): boolean {
  return required.every((name) => !isLacking(sentBody(exchange)[name]));
}

function isLacking(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** By a day at least, so that no clock and no time zone explains it. */
function isDueInPast(exchange: ReadExchange): boolean {
  return Date.parse(dueDate(sentBody(exchange))) < exchange.request.sentAtMs - dayMs;
}

function dueDate({ due_date: date }: Members): string {
  return typeof date === 'string' ? date : '';
}

/** `2026-02-30`. */
function isImpossibleDay(value: unknown): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})T/.exec(typeof value === 'string' ? value : '') ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() !== Number(day);
}

/** The deletion of the assignment that is read, with no creation under the same id after it. */
function deletionOf(asked: ReadExchange, exchanges: readonly ReadExchange[]): ReadExchange | undefined {
  const latest = exchanges.findLast(
    (one) =>
      one.seq < asked.seq &&
      isSuccess(one) &&
      ((one.method === 'DELETE' && one.request.path === asked.request.path) ||
        (one.method === 'POST' && pathCreatedBy(one) === asked.request.path)),
  );
  if (latest?.method !== 'DELETE' || latest.token !== asked.token) return undefined;
  return unlessCreatedAgain(asked, exchanges) && latest;
}

/** What shows that a deleted assignment had been there, and its deletion. */
function lifeBefore(
  name: `${string} ${number}`,
  asked: ReadExchange,
  exchanges: readonly ReadExchange[],
): readonly LabelledExchange[] {
  const claim = 'lms-errors/deleted-assignment';
  const before = exchanges.findLast(
    (one) =>
      one.seq < asked.seq &&
      one.method !== 'DELETE' &&
      one.request.path === asked.request.path &&
      isServed(one),
  );
  const deletion = deletionOf(asked, exchanges);
  return [
    ...(before ? [{ claim, case: name, role: 'before', exchange: before } as const] : []),
    ...(deletion ? [{ claim, case: name, role: 'delete', exchange: deletion } as const] : []),
  ];
}
