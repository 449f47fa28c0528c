import { encodeGoJson } from './go-quote.ts';

/** One answer of LMS Connect; without a content type where there is no body. */
export interface LmsAnswer {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
}

const plain = 'text/plain; charset=utf-8';

/** A success: JSON, labelled as such. */
export function success(value: unknown): LmsAnswer {
  return { status: 200, body: encodeGoJson(value), contentType: 'application/json' };
}

/** An error as Go's `http.Error` writes it: the JSON is labelled as plain text and ends with a line break. */
export function failure(status: number, message: string): LmsAnswer {
  return { status, body: `${encodeGoJson({ message })}\n`, contentType: plain };
}

/** What Go's router answers to a path that it does not know. */
export const unknownPath: LmsAnswer = { status: 404, body: '404 page not found\n', contentType: plain };

/** What Go's HTTP server answers to a path whose percent escapes are broken. */
export const brokenPath: LmsAnswer = { status: 400, body: '400 Bad Request', contentType: plain };

/** What Go's router answers to a method that the path does not know: nothing. */
export const unknownMethod: LmsAnswer = { status: 405, body: '' };

/** A successful DELETE has no body. */
export const deleted: LmsAnswer = { status: 200, body: '' };
