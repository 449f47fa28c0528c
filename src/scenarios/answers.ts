import type { Answer, Asked, Rule } from './scenario.ts';

/**
 * Shared building blocks of scenarios: rules that match a request of the job, and responses that replace the normal one.
 * Pages are counted from 1; labels continue a sentence after "where".
 */

/** Matches a page of the job's list. */
export function isPage(number: number): Rule['when'] {
  return (asked) => asked.page === number - 1;
}

/** Matches a create or update of the write jobs. */
export function isWrite(asked: Asked): boolean {
  return asked.method === 'POST' || asked.method === 'PATCH' || asked.method === 'PUT';
}

/** More than any client requests. */
export const always = 1000;

/** A rule for one page. */
export function onPage(number: number, does: string, answer: Rule['answer'], times = 1): Rule {
  return { label: `page ${number} ${does}`, when: isPage(number), times, answer };
}

/** A rule for the job's write. */
export function onWrite(does: string, answer: Rule['answer'], times = 1): Rule {
  return { label: `the write ${does}`, when: isWrite, times, answer };
}

const jsonType = 'application/json; charset=utf-8';

/** An error with the real API's JSON body. The sandbox is not called. */
export function failing(status: number): Rule['answer'] {
  return () => ({ ...jsonAnswer(status, bodies[status] ?? { error: 'internal error' }), untouched: true });
}

/** Error bodies by status; statuses without a body are omitted. */
const bodies: Readonly<Record<number, unknown>> = {
  400: { error: 'Bad request' },
  401: { code: 101, error: 'Unrecognized token string', data: {} },
  403: { message: 'Could not authorize token' },
  404: { error: 'Resource not found' },
  413: { error: 'Request entity too large' },
  501: { error: 'Not implemented' },
};

/** A response with a JSON body. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': jsonType }, body: JSON.stringify(body) };
}

/** An HTML page, as proxies send it. */
export function htmlAnswer(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>Please come back later.</h1></body></html>\n',
  };
}

/** No body, and no header for one. */
export function emptyAnswer(status: number): Answer {
  return { status, headers: { 'content-type': null }, body: '' };
}

/** A 429: an empty body, Remaining 0, and this Reset (`null`: no such header). */
export function tooMany(reset: string | readonly string[] | null, more: Answer = {}): Answer {
  return {
    status: 429,
    body: '',
    untouched: true,
    ...more,
    headers: {
      'content-type': null,
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset,
      ...more.headers,
    },
  };
}

/** Reset at least that many seconds ahead, rounded up to a whole second. */
export function resetIn(secondsAhead: number, { nowMs }: Asked): string {
  return String(Math.ceil(nowMs / 1000) + secondsAhead);
}
