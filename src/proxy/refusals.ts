import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopbackHost, isOfForeignPage } from '../sandbox/http/neighbours.ts';
import { isSafeMethod } from '../targets/live.ts';

/** Why a request is not passed on, and what the client gets instead. */
export interface Refusal {
  readonly status: number;
  readonly why: string;
}

/** What the proxy does not pass on, from any client. */
export function refusalOf(
  { method = '', url = '', headers }: IncomingMessage,
  { allowWrites, hasToken }: { readonly allowWrites: boolean; readonly hasToken: boolean },
): Refusal | undefined {
  if (isOfForeignPage(String(headers['sec-fetch-site'] ?? 'none')))
    return { status: 403, why: 'it comes from a web page of another origin' };
  // Such a page can have its own name resolved to 127.0.0.1, and would then use a token that it does not have.
  if (hasToken && !isLoopbackHost(headers.host ?? ''))
    return { status: 421, why: 'its Host is not this machine' };
  if (!url.startsWith('/')) return { status: 421, why: 'it is meant for another server' };
  if (!isSafeMethod(method) && !allowWrites)
    return { status: 403, why: 'writes are not allowed (--allow-writes)' };
  return undefined;
}

export function refuse(request: IncomingMessage, response: ServerResponse, { status, why }: Refusal): void {
  request.resume();
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: `Not passed on by clever-conformance: ${why}.` }));
}
