import type { Theme } from '../../../../contracts/requirement.ts';
import { model } from '../../../../generated/model.ts';
import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { Answer, Asked } from './exchange.ts';
import type { Handler, ServerFault } from './fault.ts';

/** Every documented operation, and those that read. */
export const operations = model.operations;
export const reads = operations.filter((one) => one.method === 'GET');
export const lists = operations.filter((one) => one.answers === 'list');
export const withRecords = operations.filter((one) => one.answers !== 'none');

/** `GET /students/{id}`. */
export function nameOfOperation({ method, path }: OperationModel): string {
  return `${method} ${path}`;
}

/** The category of an operation's own faults: its API's, where that has only one. */
export function themeAt({ document, record }: OperationModel, theme: Theme): Theme {
  if (document !== 'data-v2.0') return theme === 'errors' ? 'lms-errors' : 'lms';
  return record === 'Event' && theme === 'data' ? 'events' : theme;
}

interface Change {
  readonly operator: string;
  readonly theme: Theme;
  /** Narrows the place: `last page`. */
  readonly detail?: string | undefined;
  readonly when?: (asked: Asked, answer: Answer) => boolean;
  readonly change: Handler;
}

/** A fault in the responses of one operation. */
export function at(
  operation: OperationModel,
  { operator, theme, detail, when, change }: Change,
): ServerFault {
  return {
    operator,
    place: nameOfOperation(operation) + (detail === undefined ? '' : `: ${detail}`),
    theme: theme === 'rate-limit' ? theme : themeAt(operation, theme),
    touches: (asked, answer) => asked.operation === operation && (when?.(asked, answer) ?? true),
    open: () => change,
  };
}

/** As `at`, with a handler that keeps state for one run. */
export function remembering(
  operation: OperationModel,
  { open, ...rest }: Omit<Change, 'change'> & { readonly open: () => Handler },
): ServerFault {
  return { ...at(operation, { ...rest, change: ({ answer }) => answer }), open };
}

export function isServed(_: Asked, { status }: Answer): boolean {
  return status >= 200 && status < 300;
}

export function isRefused(_: Asked, { status }: Answer): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

/** Where a page stands in its list. */
export const positions = [
  'only page',
  'first page',
  'middle page',
  'last page',
  'page on the way back',
] as const;
export type Position = (typeof positions)[number];

export function positionOf({ url }: Asked, answer: Answer): Position {
  const { searchParams } = url;
  if (searchParams.has('ending_before')) return 'page on the way back';
  const isLater = searchParams.has('starting_after') || searchParams.has('cursor');
  const hasNext = linksOf(answer).some((link) => link.rel === 'next');
  if (isLater) return hasNext ? 'middle page' : 'last page';
  return hasNext ? 'first page' : 'only page';
}

interface Link {
  rel: string;
  uri: string;
}

/** The links of a body. */
export function linksOf({ json }: Pick<Answer, 'json'>): readonly Link[] {
  return Array.isArray(json?.links) ? json.links : [];
}

/** A response of the Data API or of LMS Connect with this error. */
export function errorText(operation: OperationModel, message: string): string {
  return JSON.stringify(operation.document === 'data-v2.0' ? { error: message } : { message });
}

/** An id that no record has. */
export const strayId = 'fffffffffffffffffffffffe';

/** Every item of one list with every item of another. */
export function crossed<A, B, T>(
  some: readonly A[],
  others: readonly B[],
  make: (one: A, other: B) => T | readonly T[],
): readonly T[] {
  return some.flatMap((one) => others.flatMap((other) => make(one, other)));
}
