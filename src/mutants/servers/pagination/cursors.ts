import type { ServerMutant } from '../../mutant.ts';
import {
  asking,
  comparingLengths,
  isTopLevel,
  type ListBody,
  listAt,
  lookUp,
  relinking,
  repaging,
} from './support.ts';

type Page = ListBody['data'];

const isDefaultPage = (url: URL) => listAt(url) === '/students' && !url.searchParams.has('limit');
const isCursorPage = (url: URL) => listAt(url) === '/teachers' && url.searchParams.get('limit') === '7';

/** Pages with a limit of 7 start, or end, one entry too far from the cursor. */
function skippingOne(param: 'starting_after' | 'ending_before'): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const response = await sandbox.fetch(request);
    if (!isCursorPage(url) || !url.searchParams.has(param) || response.status !== 200) return response;
    url.searchParams.set('limit', '8');
    const page = (await response.json()) as ListBody;
    const { data } = (await (await lookUp(sandbox, request, url.pathname + url.search)).json()) as ListBody;
    page.data = param === 'starting_after' ? data.slice(1) : data.slice(0, -1);
    for (const link of page.links) {
      if (link.rel === 'self') continue;
      const end = link.rel === 'next' ? page.data.at(-1) : page.data[0];
      if (end)
        link.uri = link.uri.replace(/(starting_after|ending_before)=\w+$/, `$1=${String(end.data.id)}`);
    }
    return new Response(JSON.stringify(page), { headers: response.headers });
  };
}

const withoutNext = (page: ListBody) => {
  page.links = page.links.filter((link) => link.rel !== 'next');
};

/** Edge cases of pagination: page boundaries, cursors in the middle, and lists that change. */
export const cursorMutants: readonly ServerMutant[] = [
  {
    name: 'pagination/default-page-holds-101',
    breaks: 'pagination/default-limit-100',
    tamper: asking(
      isDefaultPage,
      (url) => url.searchParams.set('limit', '101'),
      (uri) => uri.replace(/&limit=101|limit=101&?/, ''),
    ),
  },
  {
    name: 'pagination/page-of-30-holds-29',
    breaks: 'pagination/full-pages',
    tamper: asking(
      (url) => listAt(url) === '/students' && url.searchParams.get('limit') === '30',
      (url) => url.searchParams.set('limit', '29'),
      (uri) => uri.replace('limit=29', 'limit=30'),
    ),
  },
  {
    name: 'pagination/limits-above-1000-are-ignored',
    breaks: 'pagination/full-pages',
    tamper: asking(
      (url) => listAt(url) === '/students' && Number(url.searchParams.get('limit')) > 1000,
      (url) => {
        // Error responses stay unchanged.
        if (Number(url.searchParams.get('limit')) <= 10_000) url.searchParams.set('limit', '100');
      },
      (uri) => uri.replace('limit=100&', 'limit=10000&').replace(/limit=100$/, 'limit=10000'),
    ),
  },
  {
    name: 'pagination/limit-of-1-gives-2',
    breaks: 'pagination/limit-honoured',
    tamper: asking(
      (url) => listAt(url) === '/students' && url.search === '?limit=1',
      (url) => url.searchParams.set('limit', '2'),
      (uri) => uri.replace('limit=2', 'limit=1'),
    ),
  },
  {
    name: 'pagination/greatest-limit-is-a-bad-request',
    breaks: 'pagination/limit-10000-accepted',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      if (new URL(request.url).searchParams.get('limit') !== '10000') return response;
      return new Response('{"error":"limit is out of range"}', { status: 400, headers: response.headers });
    },
  },
  {
    name: 'pagination/second-page-lacks-next',
    breaks: 'pagination/next-while-more',
    // Walks during which records come and go have this limit, too.
    alsoFails: ['pagination/stable-under-delete', 'pagination/stable-under-insert'],
    tamper: repaging(
      (url) => listAt(url) === '/students' && /limit=40&starting_after/.test(url.search),
      withoutNext,
    ),
  },
  {
    name: 'pagination/last-page-leads-to-the-first',
    breaks: 'pagination/next-walk-complete',
    // The link that closes the loop has no cursor.
    alsoFails: ['pagination/link-cursor-form'],
    tamper: repaging(
      (url, page) =>
        listAt(url) === '/schools' &&
        url.searchParams.has('starting_after') &&
        !page.links.some((link) => link.rel === 'next'),
      (page, url) =>
        page.links.push({ rel: 'next', uri: `${url.pathname}?limit=${url.searchParams.get('limit')}` }),
    ),
  },
  {
    name: 'pagination/second-page-repeats-one-id',
    breaks: 'pagination/next-walk-complete',
    // A repeated id is necessarily lower than the previous one, and the walk backward does not repeat it. Walks during which
    // records come and go have this limit, too.
    alsoFails: [
      'pagination/ids-ascend',
      'pagination/prev-walk-mirrors-next',
      'pagination/stable-under-delete',
      'pagination/stable-under-insert',
    ],
    tamper: (sandbox) => {
      let last: Page[number] | undefined;
      const repeat = repaging(
        (url) => listAt(url) === '/students' && url.searchParams.get('limit') === '40',
        (page, url) => {
          if (!url.searchParams.has('starting_after')) last = page.data.at(-2);
          else if (last && page.data.length > 1) page.data.splice(1, 1, last);
        },
      );
      return repeat(sandbox);
    },
  },
  {
    name: 'pagination/terms-come-newest-first',
    breaks: 'pagination/ids-ascend',
    tamper: repaging(
      (url) => listAt(url) === '/terms' && !url.searchParams.has('limit'),
      (page) => page.data.reverse(),
    ),
  },
  {
    name: 'pagination/starting-after-skips-an-entry',
    breaks: 'pagination/starting-after-excludes-cursor',
    tamper: skippingOne('starting_after'),
  },
  {
    name: 'pagination/ending-before-skips-an-entry',
    breaks: 'pagination/ending-before-excludes-cursor',
    tamper: skippingOne('ending_before'),
  },
  {
    name: 'pagination/page-after-the-end-repeats-the-last-entry',
    breaks: 'pagination/empty-page-after-the-end',
    tamper: (sandbox) => async (request) => {
      const url = new URL(request.url);
      const cursor = url.searchParams.get('starting_after');
      const response = await sandbox.fetch(request);
      if (!isCursorPage(url) || cursor === null || response.status !== 200) return response;
      const page = (await response.clone().json()) as ListBody;
      if (page.data.length > 0) return response;
      const uri = `${url.pathname}/${cursor}`;
      const { data } = (await (await lookUp(sandbox, request, uri)).json()) as Page[number];
      return new Response(JSON.stringify({ ...page, data: [{ data, uri }] }), { headers: response.headers });
    },
  },
  {
    name: 'pagination/next-has-its-cursor-twice',
    breaks: 'pagination/link-cursor-form',
    tamper: relinking(['next'], isDefaultPage, (uri) => uri.replace(/starting_after=\w+/, '$&&$&')),
  },
  {
    name: 'pagination/prev-uses-starting-after',
    breaks: 'pagination/link-cursor-form',
    // It leads forward.
    alsoFails: ['pagination/prev-walk-mirrors-next'],
    tamper: relinking(['prev'], isDefaultPage, (uri) => uri.replace('ending_before', 'starting_after')),
  },
  {
    name: 'pagination/prev-names-an-older-version',
    breaks: 'pagination/links-keep-version',
    tamper: asking(
      (url) => listAt(url) === '/students',
      (url) => {
        url.pathname = url.pathname.replace('/v1.2/', '/v2.0/');
      },
      (uri) => (uri.includes('ending_before') ? uri.replace('/v2.0/', '/v1.2/') : uri),
    ),
  },
  {
    name: 'pagination/self-on-the-first-page-only',
    breaks: 'pagination/self-link',
    tamper: repaging(
      (url) => isTopLevel(url) && url.searchParams.has('starting_after'),
      (page) => {
        page.links = page.links.filter((link) => link.rel !== 'self');
      },
    ),
  },
  {
    name: 'pagination/a-new-contact-is-not-in-the-list',
    breaks: 'pagination/stable-under-insert',
    tamper: (sandbox) => {
      let last: unknown;
      return repaging(
        (url) => listAt(url) === '/contacts',
        (page) => {
          last ??= page.data.at(-1)?.data.id;
          page.data = page.data.filter((item) => String(item.data.id) <= String(last));
        },
      )(sandbox);
    },
  },
  {
    name: 'pagination/a-list-that-grew-ends-at-once',
    breaks: 'pagination/stable-under-insert',
    tamper: comparingLengths(
      (now, then) => now > then,
      (page) => {
        page.data = [];
        withoutNext(page);
      },
    ),
  },
  {
    name: 'pagination/a-list-that-shrank-skips-an-entry',
    breaks: 'pagination/stable-under-delete',
    tamper: comparingLengths(
      (now, then) => now < then,
      (page) => {
        page.data.shift();
        const prev = page.links.find((link) => link.rel === 'prev');
        if (prev) prev.uri = prev.uri.replace(/\w+$/, String(page.data[0]?.data.id));
      },
    ),
  },
];
