import { says, tokenIn } from '../../mutants/servers/errors/support.ts';
import type { ServerVariant } from '../variant.ts';
import { inDataErrors, inHeaders, isOfData, withText } from './support.ts';

const isIssued = (request: Request) => /^sandbox-token-\d+$/.test(tokenIn(request));

/** Refuses requests outside the scopes of a token in another way. */
const outOfScope =
  (refuse: (response: Response, url: URL) => Response): ServerVariant['tamper'] =>
  (sandbox) =>
  async (request) => {
    const response = await sandbox.fetch(request);
    const isRefused = isIssued(request) && response.status === 404;
    if (!isRefused || !isOfData(new URL(request.url).pathname)) return response;
    const text = await response.clone().text();
    return /scope/.test(text) ? refuse(response, new URL(request.url)) : response;
  };

/** The response of a live server to an unsupported request. */
const unsupported =
  (status: number, error: string): ServerVariant['tamper'] =>
  (sandbox) =>
  async (request) => {
    const response = await sandbox.fetch(request);
    return response.status === 501 ? says(response, status, error) : response;
  };

const errorText = (body: { error?: unknown }) => String(body.error ?? 'refused');

/** Error responses in every tolerated form. */
export const refusalVariants: readonly ServerVariant[] = [
  {
    name: 'errors/message-under-message',
    why: 'open question error-body-key: SPEC has the text under message',
    slot: 'error-body',
    tamper: inDataErrors(({ error, ...rest }, response) =>
      withText(response, JSON.stringify({ message: error, ...rest }), 'application/json'),
    ),
  },
  {
    name: 'errors/code-and-empty-data-beside-the-message',
    why: 'open question error-body-key: sometimes with a code and an empty data',
    slot: 'error-body',
    tamper: inDataErrors((body, response) =>
      withText(
        response,
        JSON.stringify({ code: response.status, error: errorText(body), data: {}, request_id: 'r-1' }),
        'application/json; charset=utf-8',
      ),
    ),
  },
  {
    name: 'errors/message-as-bare-text',
    why: 'open question error-body-key: bare text counts as readable',
    slot: 'error-body',
    tamper: inDataErrors((body, response) => withText(response, `${errorText(body)}\n`, 'text/plain')),
  },
  {
    name: 'errors/message-in-another-language',
    why: 'no document specifies the error texts of the Data API',
    slot: 'error-body',
    tamper: inDataErrors((_, response) =>
      withText(response, JSON.stringify({ error: 'لم يتم العثور — nicht gefunden 🦉' }), 'application/json'),
    ),
  },
  {
    name: 'errors/413-is-a-web-page',
    why: 'open question error-body-key: proxies refuse with a page of their own',
    slot: 'error-body',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isPage = response.status === 413 && isOfData(new URL(request.url).pathname);
      return isPage ? withText(response, '<html><h1>413</h1></html>', 'text/html') : response;
    },
  },
  {
    name: 'errors/401-without-a-challenge',
    why: 'WIRE has the challenge; no document requires it',
    slot: 'challenge',
    tamper: inHeaders(
      (headers) => headers.delete('www-authenticate'),
      ({ status }) => status === 401,
    ),
  },
  {
    name: 'errors/401-with-two-challenges',
    why: 'RFC 9110, 11.6.1: one per authentication scheme',
    slot: 'challenge',
    tamper: inHeaders(
      (headers) =>
        headers.set('www-authenticate', 'Bearer realm="api", error="invalid_token", Basic realm="x"'),
      ({ status }) => status === 401,
    ),
  },
  {
    name: 'errors/text-that-is-no-id-is-400',
    why: 'open question malformed-record-id: 400 passes with a note',
    slot: 'unknown',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const { pathname } = new URL(request.url);
      const id = /^\/v[\d.]+\/(?:attendance\/)?\w+\/([^/]+)/.exec(pathname)?.[1] ?? '';
      const isMalformed =
        isOfData(pathname) && response.status === 404 && !/^[0-9a-f]{24}$/.test(id) && id !== '';
      return isMalformed ? says(response, 400, 'id must be 24 hexadecimal digits') : response;
    },
  },
  {
    name: 'errors/students-of-an-unknown-contact-are-an-empty-list',
    why: 'open question unknown-parent: the published description lists no 404 for this list',
    slot: 'unknown',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const { pathname, search } = new URL(request.url);
      const isUnknown = response.status === 404 && /^\/v2\.0\/contacts\/f{24}\/students$/.test(pathname);
      if (!isUnknown || request.method !== 'GET') return response;
      const links = [{ rel: 'self', uri: pathname + search }];
      // Another variant may have made the refusal plain text.
      const headers = new Headers(response.headers);
      headers.set('content-type', 'application/json');
      return new Response(JSON.stringify({ data: [], links }), { headers });
    },
  },
  {
    name: 'errors/unsupported-is-405',
    why: 'open question unsupported-405-or-501: against a live target 405 passes with a note',
    subject: 'live',
    slot: 'unsupported',
    tamper: unsupported(405, 'Method Not Allowed'),
  },
  {
    name: 'errors/unsupported-is-404',
    why: 'open question unsupported-405-or-501: against a live target 404 passes with a note',
    subject: 'live',
    slot: 'unsupported',
    tamper: unsupported(404, 'Cannot find that'),
  },
  {
    name: 'access/out-of-scope-is-403',
    why: 'open question scope-refusal: any 4xx without records passes',
    slot: 'scope',
    tamper: outOfScope((response) => says(response, 403, 'Forbidden')),
  },
  {
    name: 'access/out-of-scope-is-401',
    why: 'open question scope-refusal: any 4xx without records passes',
    slot: 'scope',
    tamper: outOfScope((response) => says(response, 401, 'This token may not see that scope')),
  },
  {
    name: 'access/out-of-scope-is-an-empty-list',
    why: 'open question scope-refusal: an empty list passes with a note',
    slot: 'scope',
    tamper: outOfScope((response, url) => {
      if (url.pathname.split('/').length !== 3) return response;
      const links = [{ rel: 'self', uri: url.pathname + url.search }];
      const { headers } = withText(response, '', 'application/json; charset=utf-8');
      return new Response(JSON.stringify({ data: [], links }), { headers });
    }),
  },
  {
    name: 'access/out-of-scope-is-an-html-404',
    why: 'open question wrong-token-type: 401, 403 and 404, HTML included',
    slot: 'scope',
    but: {
      'data/json-content-type': { outcomes: ['failed'], why: 'recommended only' },
    },
    tamper: outOfScope((response) =>
      withText(response, '<pre>Cannot GET that</pre>', 'text/html; charset=utf-8'),
    ),
  },
  {
    name: 'access/the-scheme-in-lower-case-is-refused',
    why: 'OV shows Bearer with a capital; a server may accept lower case',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      return request.headers.get('authorization')?.startsWith('bearer') === true
        ? says(response, 401, 'Unrecognized token string')
        : response;
    },
  },
];
