import type { Answer } from '../http/answer.ts';
import { jsonType } from '../http/answer.ts';
import { readBody, splitUrl } from '../http/bodies.ts';
import type { Caller } from '../http/tokens.ts';
import type { Lms, LmsCaller } from './lms.ts';

/** Reads the body, maps the caller, and passes a request under the prefix to LMS Connect. */
export async function answerLms(lms: Lms, request: Request, prefix: string, caller: Caller): Promise<Answer> {
  const { path, search } = splitUrl(request.url);
  const body = await readBody(request);
  if (body === undefined) {
    return {
      status: 413,
      headers: { 'Content-Type': jsonType },
      body: '{"message":"request body too large"}',
    };
  }
  const answer = lms.handle({
    method: request.method,
    path: path.slice(prefix.length),
    query: new URLSearchParams(search),
    body,
    caller: lmsCaller(caller),
  });
  const type = answer.contentType ?? (answer.body === '' ? undefined : jsonType);
  return {
    status: answer.status,
    headers: type === undefined ? {} : { 'Content-Type': type },
    body: answer.body,
  };
}

/** The agreement of a token of another district is for that one: the rosters here are not its own. */
function lmsCaller(caller: Caller): LmsCaller {
  if (caller.kind !== 'token') return caller.kind;
  return caller.token.agreement && caller.token.district === 0 ? 'granted' : 'no-agreement';
}
