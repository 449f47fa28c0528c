import { encodeGoJson } from '../go-json/quote.ts';

/** An LMS Connect response; no content type without a body. */
export interface LmsAnswer {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
}

const plain = 'text/plain; charset=utf-8';

export function success(value: unknown): LmsAnswer {
  return { status: 200, body: encodeGoJson(value), contentType: 'application/json' };
}

/** An error as Go's `http.Error` writes it: the JSON is labelled as plain text and ends with a line break. */
export function failure(status: number, message: string): LmsAnswer {
  return { status, body: `${encodeGoJson({ message })}\n`, contentType: plain };
}

/** Response of Go's router to an unknown path. */
export const unknownPath: LmsAnswer = { status: 404, body: '404 page not found\n', contentType: plain };

/** Response of Go's HTTP server to invalid percent escapes. */
export const brokenPath: LmsAnswer = { status: 400, body: '400 Bad Request', contentType: plain };

/** Response of Go's router to an unsupported method: an empty body. */
export const unknownMethod: LmsAnswer = { status: 405, body: '' };

/** A successful DELETE has no body. */
export const deleted: LmsAnswer = { status: 200, body: '' };
