import type { Clock } from '../../clock.ts';
import type { Faults } from '../states/faults.ts';
import { type Answer, AnswerResponse } from './answer.ts';
import { type RateLimiter, rateHeaders } from './rate-limit.ts';
import type { Caller, Tokens } from './tokens.ts';

/** Applied to every request, before and after its handler. */
export interface Gate {
  /** For API paths: counts the request, serves scripted responses, rejects requests over the limit, adds headers. */
  pass(request: Request, answer: (caller: Caller) => Answer | Promise<Answer>): Response | Promise<Response>;
  /** For all other paths: adds only the date. */
  plain(answer: Answer | Promise<Answer>): Response | Promise<Response>;
}

/** A 429 has headers and no body (documented under rate limits). */
const tooMany: Answer = { status: 429, headers: {}, body: '' };

export function createGate(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly tokens: Tokens;
  readonly limiter: RateLimiter;
  readonly faults: Faults;
}): Gate {
  const { clock, tokens, limiter, faults } = parts;
  let requests = 0;
  let date = { second: Number.NaN, text: '' };
  const dateAt = (nowMs: number): string => {
    const second = Math.floor(nowMs / 1000);
    if (second !== date.second) date = { second, text: new Date(nowMs).toUTCString() };
    return date.text;
  };

  return {
    pass: (request, answerTo) => {
      const nowMs = clock.now();
      const caller = tokens.callerOf(request.headers.get('authorization'));
      const take = limiter.take(tokens.bucketOf(caller), nowMs);
      const gateHeaders = {
        'Cache-Control': 'no-store',
        Date: dateAt(nowMs),
        ...rateHeaders(take),
        'X-Request-Id': requestId(++requests),
      };
      const finish = (answer: Answer) =>
        new AnswerResponse({ ...answer, headers: { ...answer.headers, ...gateHeaders } });
      // Scripted responses take precedence over the rate limit.
      const scripted = faults.next();
      if (scripted)
        return new AnswerResponse({ ...scripted, headers: overridden(gateHeaders, scripted.headers) });
      if (!take.admitted) return finish(tooMany);
      const answer = answerTo(caller);
      return answer instanceof Promise ? answer.then(finish) : finish(answer);
    },
    plain: (answer) => {
      const finish = (one: Answer) =>
        new AnswerResponse({ ...one, headers: { ...one.headers, Date: dateAt(clock.now()) } });
      return answer instanceof Promise ? answer.then(finish) : finish(answer);
    },
  };
}

/** A sequential UUID, so that request ids are reproducible. */
function requestId(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Scripted headers override the gate's, compared case-insensitively. */
function overridden(ours: Answer['headers'], theirs: Answer['headers']): Record<string, string> {
  const names = new Set(Object.keys(theirs).map((name) => name.toLowerCase()));
  const left = Object.entries(ours).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(left), ...theirs };
}
