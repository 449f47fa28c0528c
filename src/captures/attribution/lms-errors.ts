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

/** An exchange of LMS Connect with its path template. */
interface Sent {
  readonly exchange: ReadExchange;
  readonly template: string;
}

/**
 * How each error is visible in the request. The others are not visible after redaction, so they are recognised by their
 * response: captured traffic can confirm them but never refute them.
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
          : isRespondedWith(row, one.exchange),
      )
      .flatMap(({ exchange }, index) => {
        const name = `${exchange.method} ${index + 1}` as const;
        const before =
          row.id === 'lms-errors/deleted-assignment' ? lifeBefore(name, exchange, exchanges) : [];
        return [...before, { claim: row.id, case: name, role: 'asked', exchange } satisfies LabelledExchange];
      });
  });
}

/** A refusal for another reason, such as another fault of the same request, proves nothing about this error. */
function isAboutFault(row: LmsErrorRow, exchange: ReadExchange): boolean {
  const { status } = exchange;
  if (isSuccess(exchange)) return true;
  if (status === row.status && isRespondedWith(row, exchange)) return true;
  // The Data API uses another status for this error, so a server may confuse them.
  if (row.id === 'lms-errors/unsupported-method' && status === 501) return true;
  if (status !== 400 && status !== row.status) return false;
  return !lmsErrorTable.some((other) => other.id !== row.id && isRespondedWith(other, exchange));
}

function isRespondedWith(row: LmsErrorRow, { status, message }: ReadExchange): boolean {
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

/** By at least a day, so that neither clocks nor time zones explain it. */
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
function deletionOf(read: ReadExchange, exchanges: readonly ReadExchange[]): ReadExchange | undefined {
  const latest = exchanges.findLast(
    (one) =>
      one.seq < read.seq &&
      isSuccess(one) &&
      ((one.method === 'DELETE' && one.request.path === read.request.path) ||
        (one.method === 'POST' && pathCreatedBy(one) === read.request.path)),
  );
  if (latest?.method !== 'DELETE' || latest.token !== read.token) return undefined;
  return unlessCreatedAgain(read, exchanges) && latest;
}

/** The exchanges that show that a deleted assignment had existed, and its deletion. */
function lifeBefore(
  name: `${string} ${number}`,
  read: ReadExchange,
  exchanges: readonly ReadExchange[],
): readonly LabelledExchange[] {
  const claim = 'lms-errors/deleted-assignment';
  const before = exchanges.findLast(
    (one) =>
      one.seq < read.seq &&
      one.method !== 'DELETE' &&
      one.request.path === read.request.path &&
      isServed(one),
  );
  const deletion = deletionOf(read, exchanges);
  return [
    ...(before ? [{ claim, case: name, role: 'before', exchange: before } as const] : []),
    ...(deletion ? [{ claim, case: name, role: 'delete', exchange: deletion } as const] : []),
  ];
}
