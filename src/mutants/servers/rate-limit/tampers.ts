import { answering, type ServerMutant } from '../../mutant.ts';

/** In lower case, since `Headers` ignores case. */
export const limitHeader = 'x-ratelimit-limit';
export const remainingHeader = 'x-ratelimit-remaining';
export const resetHeader = 'x-ratelimit-reset';
export const bucketHeader = 'x-ratelimit-bucket';
/** The four headers of the rate limit. */
export const allHeaders = [limitHeader, remainingHeader, resetHeader, bucketHeader];

interface Selected {
  readonly status: number;
  readonly ok: boolean;
  readonly url: URL;
}

/** Selects every response. */
export function always(): boolean {
  return true;
}

/** A student, section and so on, requested by id. */
export function isRecord({ ok, url }: Selected): boolean {
  return ok && /^\/v2\.0\/\w+\/[0-9a-f]{24}$/.test(url.pathname);
}

/** Changes the headers of the responses that `when` selects. */
export function telling(
  when: (selected: Selected) => boolean,
  change: (headers: Headers, url: URL) => void,
): ServerMutant['tamper'] {
  return answering(always, (response, _, url) => {
    const { status, ok } = response;
    return when({ status, ok, url }) ? withHeaders(response, (headers) => change(headers, url)) : response;
  });
}

/** The same response with other headers. */
export function withHeaders(response: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
}

/** An empty 429 with the headers of the response that it replaces. */
export function refusal(response: Response, change: (headers: Headers) => void = () => {}): Response {
  const headers = new Headers(response.headers);
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  headers.set(remainingHeader, '0');
  change(headers);
  return new Response(null, { status: 429, headers });
}

/** A header as a number; `NaN` if it is not a number. */
export function numberIn(headers: Headers, name: string): number {
  return Number(headers.get(name));
}

/** Adds to a numeric header. */
export function add(headers: Headers, name: string, amount: number): void {
  headers.set(name, `${numberIn(headers, name) + amount}`);
}

/** The response's Date in epoch seconds. */
export function dateS(headers: Headers): number {
  return Date.parse(headers.get('date') ?? '') / 1000;
}

/** Requests of one window reduce the quota of the next: a two-minute average presented as a counter. */
export function carryingOver(
  ...[sandbox]: Parameters<ServerMutant['tamper']>
): ReturnType<ServerMutant['tamper']> {
  let window = { resetS: Number.NaN, used: 0, carried: 0 };
  return async (request) => {
    const response = await sandbox.fetch(request);
    const { headers } = response;
    const [limit, left] = [numberIn(headers, limitHeader), numberIn(headers, remainingHeader)];
    const resetS = numberIn(headers, resetHeader);
    if (resetS !== window.resetS) window = { resetS, used: 0, carried: window.used };
    window.used = limit - left;
    const reported = Math.max(0, left - window.carried);
    return withHeaders(response, (changed) => changed.set(remainingHeader, `${reported}`));
  };
}

/** The first refusal of each window is replaced by the last served response. */
export function admittingOneMore(
  ...[sandbox]: Parameters<ServerMutant['tamper']>
): ReturnType<ServerMutant['tamper']> {
  let last: Response | undefined;
  return async (request) => {
    const response = await sandbox.fetch(request);
    if (response.ok) last = response.clone();
    if (response.status !== 429 || !last) return response;
    const again = last;
    last = undefined;
    return again;
  };
}

/** A refused client stays refused for some seconds after the advertised Reset. */
export function lockingFor(seconds: number): ServerMutant['tamper'] {
  return (sandbox) => {
    let resetS = Number.POSITIVE_INFINITY;
    return async (request) => {
      const response = await sandbox.fetch(request);
      if (response.status === 429) resetS = numberIn(response.headers, resetHeader);
      const nowS = dateS(response.headers);
      if (nowS < resetS || nowS >= resetS + seconds) return response;
      return refusal(response, (headers) => headers.set(resetHeader, `${resetS + seconds}`));
    };
  };
}

/** Requests with the second token count, and are served, as if they had come with the first. */
export function takingOneTokenForTheOther(
  ...[sandbox]: Parameters<ServerMutant['tamper']>
): ReturnType<ServerMutant['tamper']> {
  return async (request) => {
    if (request.headers.get('authorization') !== `Bearer ${sandbox.secondToken}`)
      return await sandbox.fetch(request);
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${sandbox.token}`);
    const { url, method } = request;
    const body = request.body === null ? undefined : await request.arrayBuffer();
    return await sandbox.fetch(new Request(url, { method, headers, ...(body ? { body } : {}) }));
  };
}
