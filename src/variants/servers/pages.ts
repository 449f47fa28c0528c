import {
  isTopLevel,
  type ListBody,
  listAt,
  relinking,
  repaging,
} from '../../mutants/servers/pagination/support.ts';
import { chanceOf, type ServerVariant, type VariantTamper } from '../variant.ts';
import { inSuccesses, isOfData } from './support.ts';

/** The limit of a request that the sandbox serves, or `undefined`. */
function limitOf(url: URL): number | undefined {
  const text = url.searchParams.get('limit') ?? '100';
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= 10_000 ? limit : undefined;
}

const isAnyList = (url: URL) =>
  isOfData(url.pathname) && (isTopLevel(url) || /^\/[a-z_]+\/\*\/[a-z]+s$/.test(listAt(url)));

/** The same link with the limit of the client's own request, or without one. */
function withLimitOf(url: URL, uri: string): string {
  const [path = '', search = ''] = uri.split('?', 2);
  const requested = url.searchParams.get('limit');
  const parts = search.split('&').flatMap((part) => {
    if (!part.startsWith('limit=')) return part === '' ? [] : [part];
    return requested === null ? [] : [`limit=${requested}`];
  });
  return `${path}?${parts.join('&')}`;
}

/** Requests pages of another size from the sandbox; links keep the client's own limit. */
function sized(
  sizeFor: (limit: number, url: URL) => number,
  finish: (page: ListBody, limit: number, url: URL) => void = () => {},
): VariantTamper {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const limit = limitOf(url);
    const size = limit === undefined ? undefined : sizeFor(limit, url);
    if (request.method !== 'GET' || !isAnyList(url) || limit === undefined || size === limit)
      return await sandbox.fetch(request);
    const requested = new URL(url);
    requested.searchParams.set('limit', String(size));
    const response = await sandbox.fetch(new Request(requested, { headers: request.headers }));
    if (response.status !== 200) return response;
    const page = (await response.json()) as ListBody;
    // A count, or a list without resources, has no page.
    if (Array.isArray(page.data)) {
      for (const link of page.links) link.uri = withLimitOf(url, link.uri);
      finish(page, limit, url);
    }
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return new Response(JSON.stringify(page), { status: 200, headers });
  };
}

const cursorOf = (url: URL, cursor: string, id: string) => {
  const kept = [...url.searchParams]
    .filter(([name]) => name !== 'starting_after' && name !== 'ending_before')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${url.pathname}?${[...kept, `${cursor}=${id}`].join('&')}`;
};

/** A server that looks one entry ahead, so that no link leads to an empty page. */
function lookAhead(page: ListBody, limit: number, url: URL): void {
  const isBackward = url.searchParams.has('ending_before');
  const rel = isBackward ? 'prev' : 'next';
  page.links = page.links.filter((link) => link.rel !== rel);
  if (page.data.length <= limit) return;
  if (isBackward) page.data.shift();
  else page.data.pop();
  const id = String((isBackward ? page.data[0] : page.data.at(-1))?.data.id);
  page.links.push({ rel, uri: cursorOf(url, isBackward ? 'ending_before' : 'starting_after', id) });
}

const fullPagesOnly = {
  'pagination/full-pages': {
    outcomes: ['failed'],
    why: 'open question at-most-or-full: a short page in the middle of a walk violates this recommended requirement',
  },
} as const;

/** The parameters of every link in another order. */
function turned(uri: string): string {
  const [path = '', search = ''] = uri.split('?', 2);
  return search === '' ? uri : `${path}?${search.split('&').reverse().join('&')}`;
}

/** Conforming variants of pages and links. */
export const pageVariants: readonly ServerVariant[] = [
  {
    name: 'pagination/short-pages-in-the-middle',
    why: 'OV: the limit is an upper bound (open question at-most-or-full)',
    slot: 'page-size',
    but: {
      ...fullPagesOnly,
      'pagination/default-limit-100': {
        outcomes: ['inapplicable'],
        why: 'if even the largest page is short, a list of slightly more than 100 entries cannot be recognised',
      },
    },
    tamper: sized((limit, url) => (chanceOf(url.search) < 0.5 ? Math.max(1, Math.ceil(limit / 2)) : limit)),
  },
  {
    name: 'pagination/at-most-50-whatever-is-asked-for',
    why: 'OV: the limit is an upper bound (open question at-most-or-full)',
    slot: 'page-size',
    but: fullPagesOnly,
    tamper: sized((limit) => Math.min(limit, 50)),
  },
  {
    name: 'pagination/no-empty-page-at-the-end',
    why: 'OV: a next link means more results; a server may look ahead (open question links-without-more)',
    slot: 'page-size',
    // Looking ahead is impossible at the maximum limit.
    tamper: sized((limit) => Math.min(limit + 1, 10_000), lookAhead),
  },
  {
    name: 'pagination/next-on-the-last-page',
    why: 'open question links-without-more: a link to an empty page passes',
    slot: 'next',
    tamper: repaging(
      (url, page) =>
        !url.searchParams.has('ending_before') &&
        page.data.length > 0 &&
        !page.links.some((link) => link.rel === 'next'),
      (page, url) => {
        const id = String(page.data.at(-1)?.data.id);
        page.links.push({ rel: 'next', uri: cursorOf(url, 'starting_after', id) });
      },
    ),
  },
  {
    name: 'pagination/prev-on-the-first-page',
    why: 'open question links-without-more: a link to an empty page passes',
    slot: 'prev',
    tamper: repaging(
      (url, page) =>
        page.data.length > 0 && !page.links.some((link) => link.rel === 'prev') && url.pathname !== '',
      (page, url) => {
        const id = String(page.data[0]?.data.id);
        page.links.push({ rel: 'prev', uri: cursorOf(url, 'ending_before', id) });
      },
    ),
  },
  {
    name: 'pagination/prev-as-in-the-example',
    why: 'open question prev-cursor: the record at the cursor is forgiven',
    slot: 'prev',
    tamper: relinking(
      ['prev'],
      (url) => url.searchParams.has('starting_after'),
      (uri, _, url) =>
        uri.replace(/ending_before=[^&]+/, `ending_before=${url.searchParams.get('starting_after')}`),
    ),
  },
  {
    name: 'pagination/links-in-reverse-order',
    why: 'WIRE: the order of links varies',
    slot: 'link-order',
    tamper: inSuccesses((body) => {
      if (Array.isArray(body.links)) body.links.reverse();
      return body;
    }),
  },
  {
    name: 'pagination/links-in-any-order',
    why: 'WIRE: the order of links varies, also from page to page',
    slot: 'link-order',
    tamper: inSuccesses((body, url) => {
      if (Array.isArray(body.links))
        body.links.sort(
          (a: { rel: string }, b: { rel: string }) => chanceOf(url.href + a.rel) - chanceOf(url.href + b.rel),
        );
      return body;
    }),
  },
  {
    name: 'pagination/cursor-before-the-limit',
    why: 'OV: a link is followed unchanged; the order of its parameters is up to the server',
    slot: 'link-query',
    tamper: relinking(['next', 'prev', 'self'], () => true, turned),
  },
  {
    name: 'pagination/links-always-name-the-limit',
    why: 'OV: the default limit is 100, so a link may contain it',
    slot: 'link-query',
    tamper: relinking(
      ['next', 'prev'],
      (url) => !url.searchParams.has('limit'),
      (uri) => `${uri}&limit=100`,
    ),
  },
  {
    name: 'pagination/links-carry-a-parameter-of-their-own',
    why: 'OV: links are followed unchanged, with any content',
    slot: 'link-query',
    tamper: relinking(
      ['next', 'prev'],
      () => true,
      (uri) => (uri.includes('shard=') ? uri : `${uri}&shard=a%2Fb`),
    ),
  },
  {
    name: 'pagination/self-without-a-question-mark',
    why: 'WIRE has a bare question mark without a query; no document requires it',
    tamper: relinking(
      ['self'],
      () => true,
      (uri) => uri.replace(/\?$/, ''),
    ),
  },
  {
    name: 'pagination/links-with-more-members',
    why: 'JSON objects may grow; SPEC names rel and uri',
    tamper: inSuccesses((body) => {
      if (Array.isArray(body.links))
        body.links = body.links.map((link: object) => ({ method: 'GET', ...link, title: null }));
      return body;
    }),
  },
  {
    name: 'pagination/limit-below-1-is-the-default-page',
    why: 'open question limit-out-of-range: 400 or the default page',
    slot: 'bad-limit',
    tamper: lenientLimit(/^(?:-\d+|0+)$/),
  },
  {
    name: 'pagination/limit-that-is-no-number-is-the-default-page',
    why: 'open question limit-out-of-range: 400 or the default page',
    slot: 'bad-limit',
    but: {
      'errors/bad-request-is-400': {
        outcomes: ['cantTell'],
        why: 'it serves what the sandbox refuses, and without an error nothing can be judged',
      },
    },
    tamper: lenientLimit(/^(?!\d+$).*$/),
  },
];

function lenientLimit(bad: RegExp): VariantTamper {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const limit = url.searchParams.get('limit');
    if (request.method !== 'GET' || limit === null || !isAnyList(url) || !bad.test(limit))
      return await sandbox.fetch(request);
    url.searchParams.delete('limit');
    return await sandbox.fetch(new Request(url, { headers: request.headers }));
  };
}
