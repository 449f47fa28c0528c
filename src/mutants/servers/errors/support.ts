import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** The error of the Data API with another status; headers of the response stay. */
export function says(response: Response, status: number, error: string): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify({ error }), { status, headers });
}

/** The same request with another token. */
export function again(sandbox: Sandbox, request: Request, token: string, path?: string): Promise<Response> {
  const url = path === undefined ? request.url : new URL(path, request.url).href;
  return sandbox.fetch(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
}

/** Without the header, or with a scheme alone. */
export function hasNoToken(request: Request): boolean {
  return !/\S\s+\S/.test(request.headers.get('authorization') ?? '');
}

/** The token of a request, with any scheme; `''` for none. */
export function tokenIn(request: Request): string {
  return /\S+$/.exec(request.headers.get('authorization') ?? '')?.[0] ?? '';
}
