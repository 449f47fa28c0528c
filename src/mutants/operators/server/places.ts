import { allProfiles, isByDefault, type Profile } from '../../../../contracts/profiles.ts';
import type { Theme } from '../../../../contracts/requirement.ts';
import type { OperationModel } from '../../../../openapi/model-types.ts';
import { type Api, apiFor } from '../../../api.ts';
import type { Answer, Asked } from './exchange.ts';
import type { Handler, ServerFault } from './fault.ts';

/** The documented operations of some APIs. */
export interface Places {
  readonly operations: readonly OperationModel[];
  readonly reads: readonly OperationModel[];
  readonly lists: readonly OperationModel[];
  readonly withRecords: readonly OperationModel[];
}

export function placesOf(profiles: readonly Profile[]): Places {
  const operations = profiles.flatMap((one) => apiFor(one).operations);
  return {
    operations,
    reads: operations.filter((one) => one.method === 'GET'),
    lists: operations.filter((one) => one.answers === 'list'),
    withRecords: operations.filter((one) => one.answers !== 'none'),
  };
}

const profileByDocument = new Map<string, Profile>(allProfiles.map((one) => [one.document, one]));

function profileOf({ document }: OperationModel): Profile | undefined {
  return profileByDocument.get(document);
}

/** The schemas of an operation's API, by name. */
export function schemasOf(operation: OperationModel): Api['schemas'] {
  const profile = profileOf(operation);
  return profile ? apiFor(profile).schemas : {};
}

export function isOfData(operation: OperationModel): boolean {
  return profileOf(operation)?.kind === 'data';
}

/** `GET /students/{id}`; `v3.1 GET /users/{id}` of a version that is not judged by default. */
export function nameOfOperation(operation: OperationModel): string {
  const { method, path } = operation;
  const profile = profileOf(operation);
  return profile && isByDefault(profile)
    ? `${method} ${path}`
    : `${profile?.prefix.slice(1)} ${method} ${path}`;
}

/** The category of an operation's own faults: its API's, where that has only one. */
export function themeAt(operation: OperationModel, theme: Theme): Theme {
  if (!isOfData(operation)) return theme === 'errors' ? 'lms-errors' : 'lms';
  return operation.record === 'Event' && theme === 'data' ? 'events' : theme;
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
  return JSON.stringify(isOfData(operation) ? { error: message } : { message });
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
