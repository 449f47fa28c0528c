import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { rewriting, type ServerMutant } from '../../mutant.ts';

/** A list response of the sandbox. */
export interface ListBody {
  data: { data: Record<string, unknown>; uri: string }[];
  links: { rel: string; uri: string }[];
}

/** Path below the version, with ids as `*`: `/schools/{id}/students` is `/schools/*\/students`. */
export function listAt(url: URL): string {
  return url.pathname.replace(/^\/v\d+\.\d+/, '').replace(/[0-9a-f]{24}/g, '*');
}

const topLevel =
  /^\/(?:students|teachers|schools|sections|courses|terms|contacts|school_admins|district_admins|users|resources|events)$/;

export function isTopLevel(url: URL): boolean {
  return topLevel.test(listAt(url));
}

/** Changes the list pages of the sandbox that `when` selects. */
export function repaging(
  when: (url: URL, page: ListBody) => boolean,
  change: (page: ListBody, url: URL) => void,
): ServerMutant['tamper'] {
  return rewriting(
    (request, url, response) => request.method === 'GET' && response.status === 200 && isList(url),
    (body, _, url) => {
      const page = body as ListBody;
      if (Array.isArray(page.data) && Array.isArray(page.links) && when(url, page)) change(page, url);
      return page;
    },
  );
}

function isList(url: URL): boolean {
  return isTopLevel(url) || /^\/[a-z_]+\/\*\/[a-z]+s$/.test(listAt(url));
}

/** Changes the uri of the links with one of these rels. */
export function relinking(
  rels: readonly string[],
  when: (url: URL, page: ListBody) => boolean,
  change: (uri: string, page: ListBody, url: URL) => string,
): ServerMutant['tamper'] {
  return repaging(when, (page, url) => {
    for (const link of page.links) if (rels.includes(link.rel)) link.uri = change(link.uri, page, url);
  });
}

/** Sends a changed request to the sandbox; `backwards` rewrites the links of the response to what the client expects. */
export function asking(
  when: (url: URL) => boolean,
  change: (url: URL, sandbox: Sandbox, request: Request) => void | Promise<void>,
  backwards: (uri: string) => string = (uri) => uri,
): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || !when(url)) return await sandbox.fetch(request);
    await change(url, sandbox, request);
    const response = await sandbox.fetch(new Request(url, { headers: request.headers }));
    if (response.status !== 200) return response;
    const page = (await response.json()) as ListBody;
    for (const link of page.links ?? []) link.uri = backwards(link.uri);
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return new Response(JSON.stringify(page), { status: 200, headers });
  };
}

/** A request that the mutant sends itself, with the second token in place of the first, so that no counter shows it. */
export async function lookUp(sandbox: Sandbox, request: Request, path: string): Promise<Response> {
  const sent = request.headers.get('authorization') ?? '';
  const authorization = sent === `Bearer ${sandbox.token}` ? `Bearer ${sandbox.secondToken}` : sent;
  return await sandbox.fetch(new Request(new URL(path, request.url), { headers: { authorization } }));
}

/** A server that remembers the length of a list when a walk starts. */
export function comparingLengths(
  when: (now: number, then: number) => boolean,
  change: (page: ListBody) => void,
): ServerMutant['tamper'] {
  return (sandbox) => {
    let then: number | undefined;
    return async (request) => {
      const url = new URL(request.url);
      const response = await sandbox.fetch(request);
      if (listAt(url) !== '/teachers' || request.method !== 'GET' || response.status !== 200) return response;
      const whole = await lookUp(sandbox, request, `${url.pathname}?limit=10000`);
      const now = ((await whole.json()) as { data?: ListBody['data'] }).data?.length ?? 0;
      if (!url.searchParams.has('starting_after')) then = now;
      if (then === undefined || now === 0 || !when(now, then)) return response;
      const page = (await response.json()) as ListBody;
      change(page);
      return new Response(JSON.stringify(page), { headers: response.headers });
    };
  };
}
