import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { Answer, Asked } from './exchange.ts';
import type { ServerFault } from './fault.ts';
import { at, crossed, errorText, isOfData, type Places } from './places.ts';

/** Errors of requests, as documented in either API; `method` is a request with an unsupported one. */
const statuses = [400, 401, 403, 404, 405, 413, 501] as const;
/** Errors of an outage, each with its own status. */
const outages = [500, 502, 503] as const;

/** Statuses that are easily sent in place of another one. */
const insteadOf: Readonly<Record<number, readonly number[]>> = {
  400: [200, 404, 422, 500],
  401: [200, 400, 403, 404],
  403: [200, 401, 404],
  404: [200, 400, 403, 410, 500],
  405: [200, 404, 501],
  413: [200, 400, 422],
  501: [200, 400, 404, 405, 500],
  500: [200, 400, 502],
  502: [200, 500, 503],
  503: [200, 429, 500],
};

type BodyOperator = readonly [
  operator: string,
  change: (answer: Answer, asked: Asked, operation: OperationModel) => Answer,
];

const bodyOperators: readonly BodyOperator[] = [
  ['empty-error', (answer) => answer.with({ text: '' })],
  ['error-without-message', (answer) => answer.with({ text: '{}' })],
  ['empty-message', (answer, _, operation) => answer.with({ text: errorText(operation, '') })],
  ['error-as-html', (answer) => answer.with({ text: '<h1>Error</h1>' })],
  ['error-as-object', (answer) => answer.edited((body) => ({ error: { nested: body } }))],
  [
    'other-error-text',
    (answer, _, operation) => answer.with({ text: errorText(operation, 'Something is wrong') }),
  ],
  [
    'echo-token',
    (answer, { authorization }, operation) =>
      authorization === ''
        ? answer
        : answer.with({ text: errorText(operation, `Something is wrong with ${authorization}`) }),
  ],
  [
    'echo-token-in-header',
    (answer, { authorization }) =>
      authorization === '' ? answer : answer.with({ headers: { 'x-debug': authorization } }),
  ],
];

/** By the operation that the path belongs to, so that requests with other methods count too. */
function errorAt(
  operation: OperationModel,
  status: number,
  operator: string,
  change: (answer: Answer, asked: Asked) => Answer,
): ServerFault {
  const fault = at(operation, {
    operator,
    theme: status === 401 || status === 403 ? 'access' : 'errors',
    detail: `${status}`,
    change: ({ answer, asked }) => change(answer, asked),
  });
  return {
    ...fault,
    touches: (asked, answer) =>
      answer.status === status &&
      (asked.operation === operation || (asked.operation === undefined && asked.path === operation)),
  };
}

/** Whether the documents allow either status. */
function isLeftOpen(operation: OperationModel, status: number, other: number): boolean {
  if (isOfData(operation)) return status === 404 && other >= 400 && other < 500 && isTopLevel(operation);
  return notFound.has(status) && notFound.has(other) && !hasRow(operation, status);
}

/** A list that is not found is outside the scopes of the token (open question scope-refusal). */
const isTopLevel = ({ path }: OperationModel) => !path.includes('{');
/** What LMS Connect may answer to an id that it does not know (open question unknown-lms-ids). */
const notFound: ReadonlySet<number> = new Set([400, 404]);

/** Whether the documented table of LMS Connect has a row for an error of an operation, so that its status and text are certain. */
function hasRow({ method, path }: OperationModel, status: number): boolean {
  const isRead = method === 'GET' && path.endsWith('/assignments/{assignment_id}');
  const isOfUser = path.endsWith('/submissions/{user_id}');
  if (status === 400) return isRead || method === 'POST' || method === 'PATCH';
  return status !== 404 || isRead || isOfUser;
}

/** Other statuses for every operation and error. */
export const statusFaults = ({ operations }: Places): readonly ServerFault[] =>
  crossed(operations, [...statuses, ...outages], (operation, status) =>
    (insteadOf[status] ?? [])
      .filter((other) => !isLeftOpen(operation, status, other))
      .map((other) =>
        errorAt(operation, status, `answer-${other}`, (answer) => answer.with({ status: other })),
      ),
  );

/** Whether the body of an error is certain enough for this change to be wrong. */
function isWrong(operator: string, operation: OperationModel, status: number): boolean {
  if (operator.startsWith('echo-token')) return true;
  if (!isOfData(operation)) return hasRow(operation, status);
  // The Data API documents no texts.
  if (operator === 'other-error-text') return false;
  // A 413 may come from a proxy (open question error-body-key), and what the token has no scope for may not be routed at all.
  return operator !== 'error-as-html' || !(status === 413 || (status === 404 && isTopLevel(operation)));
}

/** Error bodies altered, for every operation and error. */
export const errorFaults = ({ operations }: Places): readonly ServerFault[] =>
  crossed(operations, [...statuses, ...outages], (operation, status) =>
    bodyOperators
      .filter(([operator]) => isWrong(operator, operation, status))
      .map(([operator, change]) =>
        errorAt(operation, status, operator, (answer, asked) => change(answer, asked, operation)),
      ),
  );
