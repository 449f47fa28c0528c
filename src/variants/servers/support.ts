import { rewriting } from '../../mutants/mutant.ts';
import { type Changeable, collectionAt, recordsOf } from '../../mutants/servers/data/records.ts';
import type { VariantTamper } from '../variant.ts';

/** Whether a response has a JSON content type. */
export const isJson = ({ headers }: Response) => /json/i.test(headers.get('content-type') ?? '');

/** Rewrites every JSON response with 200 of both APIs. */
export function inSuccesses(change: (body: Changeable, url: URL) => unknown): VariantTamper {
  return rewriting(
    (_, __, response) => response.status === 200 && isJson(response),
    (body, _, url) => change(body, url),
  );
}

/** Changes every record of the Data API except events, in lists and single responses. */
export function inEveryRecord(change: (record: Changeable, collection: string) => void): VariantTamper {
  return inSuccesses((body, url) => {
    const collection = collectionAt(url);
    if (collection !== '' && collection !== 'events')
      for (const record of recordsOf(body)) if (record) change(record, collection);
    return body;
  });
}

/** Whether a path is one of the Data API, in any version: LMS Connect has the assignments. */
export function isOfData(pathname: string): boolean {
  return /^\/v\d+\.\d+\//.test(pathname) && !/\/assignments(?:\/|$)/.test(pathname);
}

/** Rewrites the JSON of errors of the Data API (400 to 499 except 429). */
export function inDataErrors(
  change: (body: Changeable, response: Response, request: Request) => Response,
): VariantTamper {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    const { pathname } = new URL(request.url);
    const isError = response.status >= 400 && response.status < 500 && response.status !== 429;
    if (!isError || !isOfData(pathname) || !isJson(response)) return response;
    return change(await response.json(), response, request);
  };
}

/** Changes only the headers of the responses that `when` selects. */
export function inHeaders(
  change: (headers: Headers, response: Response, url: URL) => void,
  when: (response: Response, url: URL) => boolean = () => true,
): VariantTamper {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    const url = new URL(request.url);
    if (!when(response, url)) return response;
    const headers = new Headers(response.headers);
    change(headers, response, url);
    return new Response(response.body, { status: response.status, headers });
  };
}

/** The same response with another text and content type. */
export function withText(response: Response, text: string, type: string): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set('content-type', type);
  return new Response(text, { status: response.status, headers });
}

/** Rewrites the text of every response with a body; headers stay. */
export function inTexts(
  when: (response: Response, url: URL) => boolean,
  change: (text: string) => string,
): VariantTamper {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    if (!when(response, new URL(request.url))) return response;
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return new Response(text === '' ? null : change(text), { status: response.status, headers });
  };
}
