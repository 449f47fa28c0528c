import type { Answer, Asked, Rule } from './scenario.ts';

/**
 * What several themes provoke with: rules that pick a request of the job, and answers that go out instead of the good one.
 * Pages are counted from 1 here, as people do; the labels read on after "where".
 */

/** A page of the job's list. */
export function isPage(number: number): Rule['when'] {
  return (asked) => asked.page === number - 1;
}

/** A create, or an update, of the write jobs. */
export function isWrite(asked: Asked): boolean {
  return asked.method === 'POST' || asked.method === 'PATCH' || asked.method === 'PUT';
}

/** Often enough that no client sees the end of it. */
export const always = 1000;

/** A rule for one page. */
export function onPage(number: number, does: string, answer: Rule['answer'], times = 1): Rule {
  return { label: `page ${number} ${does}`, when: isPage(number), times, answer };
}

/** A rule for the write of the job. */
export function onWrite(does: string, answer: Rule['answer'], times = 1): Rule {
  return { label: `the write ${does}`, when: isWrite, times, answer };
}

const jsonType = 'application/json; charset=utf-8';

/** An error with a JSON body as the real API words it. The sandbox is not asked. */
export function failing(status: number): Rule['answer'] {
  return () => ({ ...jsonAnswer(status, bodies[status] ?? { error: 'internal error' }), untouched: true });
}

/** What the APIs say under each status; the ones that come without a body are not here. */
const bodies: Readonly<Record<number, unknown>> = {
  400: { error: 'Bad request' },
  401: { code: 101, error: 'Unrecognized token string', data: {} },
  403: { message: 'Could not authorize token' },
  404: { error: 'Resource not found' },
  413: { error: 'Request entity too large' },
  501: { error: 'Not implemented' },
};

/** A JSON body under a status. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': jsonType }, body: JSON.stringify(body) };
}

/** A page of HTML, as proxies send it. */
export function htmlAnswer(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>Please come back later.</h1></body></html>\n',
  };
}

/** No body at all, and nothing that would announce one. */
export function emptyAnswer(status: number): Answer {
  return { status, headers: { 'content-type': null }, body: '' };
}

/** The refusal of the rate limit: an empty body, Remaining 0, and this text in Reset (`null`: no such header). */
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

/** Reset at least that many seconds ahead, on a whole second as the header has it. */
export function resetIn(secondsAhead: number, { nowMs }: Asked): string {
  return String(Math.ceil(nowMs / 1000) + secondsAhead);
}
