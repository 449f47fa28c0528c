/**
 * The reference client for every documented version of the Clever Data API, and LMS Connect v3.1: openapi-fetch, typed by the OpenAPI documents, over
 * a fetch that follows the documented rules about tokens, paging, rate limits and backoff.
 *
 * ```ts
 * import { createCleverClient, failureOf, IncompleteWalk, messageOf } from 'clever-conformance/client';
 *
 * const clever = createCleverClient({ token: process.env.CLEVER_TOKEN ?? '' });
 *
 * // One record: API errors are data, never thrown.
 * const { data, error, response } = await clever.data.GET('/students/{id}', { params: { path: { id } } });
 * if (error) console.error(response.status, messageOf(error), failureOf(response)?.kind);
 *
 * // A whole list. The loop ends only at the end of the list; otherwise it throws, with a token to resume from.
 * const known = new Map<string, unknown>();
 * try {
 *   for await (const page of clever.pages('/students', { query: { limit: 1000 } }))
 *     for (const student of page.records) known.set(String(student.id), student);
 * } catch (fault) {
 *   if (!(fault instanceof IncompleteWalk)) throw fault;
 *   await saveForLater(fault.resumeToken); // later: clever.pages('/students', { resume: token })
 * }
 *
 * // At most one POST.
 * const made = await clever.createAssignment(sectionId, { title, description, due_date });
 * if (made.outcome === 'unknown') console.error('check before creating again:', made.message);
 *
 * // Of v3.1: people are users, and what a person is stands in `roles`.
 * const today = createCleverClient({ api: 'data-v3.1', token: process.env.CLEVER_TOKEN ?? '' });
 * for await (const user of today.records('/users', { query: { role: 'student' } }))
 *   console.log(user.id, user.name.last, user.roles.student?.grade);
 * ```
 */
import createOpenapiClient, { type Client } from 'openapi-fetch';
import type { Paths } from '../../generated/paths.ts';
import { type Created, createAssignment } from './assignments.ts';
import { ClientOptionError, type IncompleteReason, IncompleteWalk } from './errors.ts';
import { responseOf } from './http/answer.ts';
import { createSend } from './http/sender.ts';
import type { Outgoing } from './http/wire.ts';
import type { CleverRecord } from './page.ts';
import { type Page, walk } from './pages.ts';
import { dataPrefixOf, emptyListAt, lmsPrefix, type Query, urlOf } from './paths.ts';
import { type ClientOptions, settingsOf } from './settings.ts';

export type { Created } from './assignments.ts';
export {
  CleverClientError,
  ClientOptionError,
  type IncompleteReason,
  IncompleteWalk,
  ResumeTokenError,
} from './errors.ts';
export { type ClientFailure, type FailureKind, failureOf, messageOf } from './http/answer.ts';
export { parseRateLimit } from './http/rate-limit-headers.ts';
export { retryPolicy } from './http/retry-policy.ts';
export { findLink, resolveLink } from './links.ts';
export type { CleverRecord } from './page.ts';
export type { Page } from './pages.ts';
export type { Query } from './paths.ts';
export type { Caps, ClientOptions } from './settings.ts';

/** The paths of each version of the Data API, by the name of the version. */
export type DataPaths = Pick<Paths, Extract<keyof Paths, `data-${string}`>>;

type LmsPaths = Paths['lms-connect-v3.1'];

/** A version of the Data API. */
export type DataApi = keyof DataPaths;

/** The record type of a Data API list path; unknown members for every other path. */
export type RecordAt<P extends string, A extends DataApi = 'data-v2.0'> = P extends keyof DataPaths[A]
  ? DataPaths[A][P] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } }
    ? [RecordIn<Body>] extends [never]
      ? CleverRecord
      : RecordIn<Body>
    : CleverRecord
  : CleverRecord;

/** The record of a page; a response may also be a number of records (`count`). */
type RecordIn<Body> = Body extends { data: readonly { data: infer R }[] } ? NonNullable<R> : never;

export interface WalkOptions {
  /** Query of the first page; later pages use their links. */
  readonly query?: Query;
  /** `resumeToken` of an `IncompleteWalk` of the same path: continues at the failed page. */
  readonly resume?: string;
}

/** The result of `collect`: everything, or a part and the reason. */
export type Collected<T> =
  | { readonly complete: true; readonly records: readonly T[] }
  | {
      readonly complete: false;
      readonly records: readonly T[];
      readonly reason: IncompleteReason;
      readonly message: string;
      readonly resumeToken: string;
      /** Status of the failed page; 0 without a complete response. */
      readonly status?: number;
    };

/** A client that reads one version of the Data API. */
export interface CleverClient<A extends DataApi = 'data-v2.0'> {
  /** Typed by the Data API, paths under its version. Does not throw for API errors: check `error`. */
  readonly data: Client<DataPaths[A]>;
  /** Typed by LMS Connect v3.1, paths under `/v3.1`. */
  readonly lms: Client<LmsPaths>;
  /** Pages of a list, following next links. Throws `IncompleteWalk` unless the end was reached. */
  pages<P extends string>(path: P, options?: WalkOptions): AsyncGenerator<Page<RecordAt<P, A>>>;
  /** The records of those pages, one by one. */
  records<P extends string>(path: P, options?: WalkOptions): AsyncGenerator<RecordAt<P, A>>;
  /** The whole list in memory; an incomplete walk is returned as data. */
  collect<P extends string>(path: P, options?: WalkOptions): Promise<Collected<RecordAt<P, A>>>;
  /** Creates an assignment with at most one POST. */
  createAssignment(
    sectionId: string,
    assignment: LmsPaths['/sections/{section_id}/assignments']['post']['requestBody']['content']['application/json'],
  ): Promise<Created>;
}

/** A client for one token and one version of the Data API. Throws `ClientOptionError` for invalid options. */
export function createCleverClient<A extends DataApi = 'data-v2.0'>(
  options: ClientOptions & {
    /** The version that `data`, and paths without a version, are about. @default 'data-v2.0' */
    readonly api?: A;
  },
): CleverClient<A> {
  const settings = settingsOf(options);
  const dataPrefix = dataPrefixOf(options.api);
  const { origin } = settings;
  const send = createSend(settings);
  const wrapped = async (request: Request) =>
    responseOf(await send(await outgoingOf(request, settings.signal)));

  async function* pages<P extends string>(
    path: P,
    given: WalkOptions = {},
  ): AsyncGenerator<Page<RecordAt<P, A>>> {
    const url = urlOf({ origin, dataPrefix }, path, given.query);
    const base = { origin, collectionPath: url.pathname };
    const ordered = !/\/assignments\/[^/]+\/submissions$/.test(url.pathname);
    // The type follows the document; the client tolerates deviations.
    const emptyListAs = emptyListAt(url.pathname);
    yield* walk(
      { base, url: url.href, resume: given.resume, ordered, emptyListAs },
      send,
      settings,
    ) as AsyncGenerator<Page<RecordAt<P, A>>>;
  }
  async function* records<P extends string>(path: P, given?: WalkOptions): AsyncGenerator<RecordAt<P, A>> {
    for await (const page of pages(path, given)) yield* page.records;
  }
  return {
    data: createOpenapiClient<DataPaths[A]>({ baseUrl: `${origin}${dataPrefix}`, fetch: wrapped }),
    lms: createOpenapiClient<LmsPaths>({ baseUrl: `${origin}${lmsPrefix}`, fetch: wrapped }),
    pages,
    records,
    collect: async (path, given) => {
      const held: RecordAt<typeof path, A>[] = [];
      try {
        for await (const record of records(path, given)) held.push(record);
        return { complete: true, records: held };
      } catch (fault) {
        if (!(fault instanceof IncompleteWalk)) throw fault;
        const { reason, message, resumeToken, status } = fault;
        const base = { complete: false, records: held, reason, message, resumeToken } as const;
        return status === undefined ? base : { ...base, status };
      }
    },
    createAssignment: (sectionId, assignment) => {
      if (/^\.{0,2}$/.test(sectionId))
        return Promise.reject(new ClientOptionError('The section has no id.', 'Pass the id of a section.'));
      const path = `${lmsPrefix}/sections/${encodeURIComponent(sectionId)}/assignments`;
      return createAssignment(urlOf({ origin, dataPrefix }, path).href, assignment, send, settings);
    },
  };
}

/** A repeatable form of the request; its body is JSON from openapi-fetch, read once. */
async function outgoingOf(request: Request, signal: AbortSignal | undefined): Promise<Outgoing> {
  return {
    method: request.method,
    url: request.url,
    headers: { accept: 'application/json', ...Object.fromEntries(request.headers) },
    body: request.body === null ? undefined : await request.text(),
    signal: signal ? AbortSignal.any([signal, request.signal]) : request.signal,
  };
}
