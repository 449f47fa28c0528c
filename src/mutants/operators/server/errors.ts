import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { Answer, Asked } from './exchange.ts';
import type { ServerFault } from './fault.ts';
import { at, crossed, errorText, operations } from './places.ts';

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

/** The LMS operations for whose 404 the documents have a row; elsewhere an unknown id may get a 400 as well (open question unknown-lms-ids). */
const with404Row = ['/assignments/{assignment_id}', '/submissions/{user_id}'];

/** Whether the documents allow either status. */
function isLeftOpen(operation: OperationModel, status: number, other: number): boolean {
  if (status !== 404 || other >= 500) return false;
  // A list that is not found is outside the scopes of the token (open question scope-refusal).
  if (operation.document === 'data-v2.0') return !operation.path.includes('{') && other >= 400;
  return other === 400 && !has404Row(operation);
}

function has404Row({ method, path }: OperationModel): boolean {
  return with404Row.some((end) => path.endsWith(end)) && (method === 'GET' || path.endsWith('{user_id}'));
}

/** Other statuses for every operation and error. */
export const statusFaults: readonly ServerFault[] = crossed(
  operations,
  [...statuses, ...outages],
  (operation, status) =>
    (insteadOf[status] ?? [])
      .filter((other) => !isLeftOpen(operation, status, other))
      .map((other) =>
        errorAt(operation, status, `answer-${other}`, (answer) => answer.with({ status: other })),
      ),
);

/** The Data API documents no texts, and LMS Connect none for some of the ids that it does not know. */
function hasText(operation: OperationModel, status: number): boolean {
  return operation.document !== 'data-v2.0' && (status !== 404 || has404Row(operation));
}

/** A 413 may come from a proxy (open question error-body-key), and a list that the token has no scope for may not be routed at all. */
function mayBeHtml({ document, path }: OperationModel, status: number): boolean {
  return status === 413 || (status === 404 && document === 'data-v2.0' && !path.includes('{'));
}

/** Error bodies altered, for every operation and error. */
export const errorFaults: readonly ServerFault[] = crossed(
  operations,
  [...statuses, ...outages],
  (operation, status) =>
    bodyOperators
      .filter(([operator]) => operator !== 'other-error-text' || hasText(operation, status))
      .filter(([operator]) => operator !== 'error-as-html' || !mayBeHtml(operation, status))
      .map(([operator, change]) =>
        errorAt(operation, status, operator, (answer, asked) => change(answer, asked, operation)),
      ),
);
