/**
 * The reference client for the Clever Data API v2.0 and LMS Connect v3.1: openapi-fetch, typed by the OpenAPI documents, over
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
 * ```
 */
import createOpenapiClient, { type Client } from 'openapi-fetch';
import type { paths as DataPaths } from '../../generated/data-v2.0.ts';
import type { paths as LmsPaths } from '../../generated/lms-connect-v3.1.ts';
import { type Created, createAssignment } from './assignments.ts';
import { ClientOptionError, type IncompleteReason, IncompleteWalk } from './errors.ts';
import { responseOf } from './http/answer.ts';
import { createSend } from './http/sender.ts';
import type { Outgoing } from './http/wire.ts';
import type { CleverRecord } from './page.ts';
import { type Page, walk } from './pages.ts';
import { dataPrefix, lmsPrefix, type Query, urlOf } from './paths.ts';
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

/** The record type of a Data API list path; unknown members for every other path. */
export type RecordAt<P extends string> = P extends keyof DataPaths
  ? DataPaths[P] extends {
      get: {
        responses: { 200: { content: { 'application/json': { data: readonly { data: infer R }[] } } } };
      };
    }
    ? NonNullable<R>
    : CleverRecord
  : CleverRecord;

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

export interface CleverClient {
  /** Typed by the Data API v2.0, paths under `/v2.0`. Does not throw for API errors: check `error`. */
  readonly data: Client<DataPaths>;
  /** Typed by LMS Connect v3.1, paths under `/v3.1`. */
  readonly lms: Client<LmsPaths>;
  /** Pages of a list, following next links. Throws `IncompleteWalk` unless the end was reached. */
  pages<P extends string>(path: P, options?: WalkOptions): AsyncGenerator<Page<RecordAt<P>>>;
  /** The records of those pages, one by one. */
  records<P extends string>(path: P, options?: WalkOptions): AsyncGenerator<RecordAt<P>>;
  /** The whole list in memory; an incomplete walk is returned as data. */
  collect<P extends string>(path: P, options?: WalkOptions): Promise<Collected<RecordAt<P>>>;
  /** Creates an assignment with at most one POST. */
  createAssignment(
    sectionId: string,
    assignment: LmsPaths['/sections/{section_id}/assignments']['post']['requestBody']['content']['application/json'],
  ): Promise<Created>;
}

/** A client for one token. Throws `ClientOptionError` for invalid options. */
export function createCleverClient(options: ClientOptions): CleverClient {
  const settings = settingsOf(options);
  const { origin } = settings;
  const send = createSend(settings);
  const wrapped = async (request: Request) =>
    responseOf(await send(await outgoingOf(request, settings.signal)));

  async function* pages<P extends string>(
    path: P,
    given: WalkOptions = {},
  ): AsyncGenerator<Page<RecordAt<P>>> {
    const url = urlOf(origin, path, given.query);
    const base = { origin, collectionPath: url.pathname };
    const ordered = !/\/assignments\/[^/]+\/submissions$/.test(url.pathname);
    // The type follows the document; the client tolerates deviations.
    yield* walk({ base, url: url.href, resume: given.resume, ordered }, send, settings) as AsyncGenerator<
      Page<RecordAt<P>>
    >;
  }
  async function* records<P extends string>(path: P, given?: WalkOptions): AsyncGenerator<RecordAt<P>> {
    for await (const page of pages(path, given)) yield* page.records;
  }
  return {
    data: createOpenapiClient<DataPaths>({ baseUrl: `${origin}${dataPrefix}`, fetch: wrapped }),
    lms: createOpenapiClient<LmsPaths>({ baseUrl: `${origin}${lmsPrefix}`, fetch: wrapped }),
    pages,
    records,
    collect: async (path, given) => {
      const held: RecordAt<typeof path>[] = [];
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
      return createAssignment(urlOf(origin, path).href, assignment, send, settings);
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
