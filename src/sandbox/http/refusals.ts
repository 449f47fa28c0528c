import { type Answer, json, jsonType } from './answer.ts';
import { splitUrl } from './bodies.ts';
import type { Caller, Token } from './tokens.ts';
import { dataError } from './wire.ts';

const unauthorized: Answer = {
  ...json(401, { code: 101, error: 'Unrecognized token string', data: {} }),
  headers: { 'Content-Type': jsonType, 'Www-Authenticate': 'Bearer' },
};

/** The documented message. 404, because the status table has no 403 and uses 404 for a wrong token. */
export const outOfScope = dataError(404, "Resource not in token's scopes");

/** Rejects callers without a known token. */
export function guard(caller: Caller, answer: (token: Token) => Answer): Answer {
  return caller.kind === 'token' ? answer(caller.token) : unauthorized;
}

/** For methods that a known path does not support (the status table's "unsupported request"). */
export function notImplemented({ method, url }: Request): Answer {
  return dataError(501, `${method} ${splitUrl(url).path} is not implemented`);
}
