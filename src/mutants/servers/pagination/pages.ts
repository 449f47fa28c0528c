import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { answering, type ServerMutant } from '../../mutant.ts';
import { says } from '../errors/support.ts';
import { asking, isTopLevel, type ListBody, listAt, lookUp, relinking, repaging } from './support.ts';

const isDefaultPage = (url: URL) => listAt(url) === '/students' && !url.searchParams.has('limit');
/** The second page of students with the default page size. */
const isLaterDefaultPage = (url: URL) => isDefaultPage(url) && url.searchParams.has('starting_after');

/** Limits, order, completeness and cursors. */
export const pageMutants: readonly ServerMutant[] = [
  {
    name: 'pagination/default-page-holds-110',
    breaks: 'pagination/default-limit-100',
    tamper: asking(
      isDefaultPage,
      (url) => url.searchParams.set('limit', '110'),
      (uri) => uri.replace(/&limit=110|limit=110&?/, ''),
    ),
  },
  {
    name: 'pagination/first-page-is-short',
    breaks: 'pagination/full-pages',
    tamper: asking(
      (url) => isDefaultPage(url) && !url.searchParams.has('starting_after'),
      (url) => url.searchParams.set('limit', '90'),
      (uri) => uri.replace(/&limit=90|limit=90&?/, ''),
    ),
  },
  {
    name: 'pagination/limit-is-rounded-up',
    breaks: 'pagination/limit-honoured',
    tamper: asking(
      (url) => listAt(url) === '/students' && url.searchParams.get('limit') === '99',
      (url) => url.searchParams.set('limit', '100'),
      (uri) => uri.replace('limit=100', 'limit=99'),
    ),
  },
  {
    name: 'pagination/limit-of-30-is-refused',
    breaks: 'pagination/limit-honoured',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isRefused = new URL(request.url).searchParams.get('limit') === '30';
      return isRefused ? says(response, 400, 'limit must be a multiple of 50') : response;
    },
  },
  {
    name: 'pagination/greatest-limit-is-one-too-many',
    breaks: 'pagination/limit-10000-accepted',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isRefused = new URL(request.url).searchParams.get('limit') === '10000';
      return isRefused ? says(response, 413, 'limit may be at most 9999') : response;
    },
  },
  {
    name: 'pagination/large-pages-lack-next',
    breaks: 'pagination/next-while-more',
    tamper: repaging(
      (url) => isTopLevel(url) && url.searchParams.get('limit') === '101',
      (page) => page.links.splice(0, page.links.length, ...page.links.filter((link) => link.rel !== 'next')),
    ),
  },
  {
    name: 'pagination/two-next-links-that-differ',
    breaks: 'pagination/next-while-more',
    // Two next links are both an ambiguous next link and a repeated rel.
    alsoFails: ['pagination/link-rels-known'],
    tamper: repaging(
      (url, page) => isTopLevel(url) && url.searchParams.get('limit') === '30' && page.data.length === 30,
      (page, url) => {
        const id = String(page.data.at(-1)?.data.id);
        page.links.push({ rel: 'next', uri: `${url.pathname}?limit=30&page=2&starting_after=${id}` });
      },
    ),
  },
  {
    name: 'pagination/last-page-skips-an-entry',
    breaks: 'pagination/next-walk-complete',
    tamper: repaging(
      (url, page) => isLaterDefaultPage(url) && page.data.length > 2 && page.data.length < 100,
      (page) => page.data.splice(1, 1),
    ),
  },
  {
    name: 'pagination/contacts-in-thirties-lose-an-entry-on-page-two',
    breaks: 'pagination/next-walk-complete',
    // The page has 29 records.
    alsoFails: ['pagination/full-pages'],
    tamper: repaging(
      (url, page) =>
        listAt(url) === '/contacts' &&
        url.searchParams.get('limit') === '30' &&
        url.searchParams.has('starting_after') &&
        page.data.length === 30,
      (page) => page.data.splice(1, 1),
    ),
  },
  {
    name: 'pagination/last-page-repeats-an-entry',
    breaks: 'pagination/next-walk-complete',
    tamper: repaging(
      (url, page) => isLaterDefaultPage(url) && page.data.length > 2 && page.data.length < 100,
      (page) => page.data.splice(1, 0, page.data[1]!),
    ),
  },
  {
    name: 'pagination/empty-last-page-leads-to-itself',
    breaks: 'pagination/next-walk-complete',
    tamper: repaging(
      (url, page) => isTopLevel(url) && url.searchParams.has('starting_after') && page.data.length === 0,
      (page, url) => page.links.push({ rel: 'next', uri: url.pathname + url.search }),
    ),
  },
  {
    name: 'pagination/two-entries-change-places',
    breaks: 'pagination/ids-ascend',
    tamper: repaging(
      (url, page) => isTopLevel(url) && url.searchParams.has('ending_before') && page.data.length > 3,
      (page) => page.data.splice(1, 2, page.data[2]!, page.data[1]!),
    ),
  },
  {
    name: 'pagination/a-record-comes-a-page-too-late',
    breaks: 'pagination/ids-ascend',
    // It stands before the cursor of the page that it comes on, before the record that `prev` names, and out of its place in the walk
    // and on the way back.
    alsoFails: [
      'pagination/prev-walk-mirrors-next',
      'pagination/starting-after-excludes-cursor',
      'pagination/link-cursor-form',
      'pagination/next-walk-complete',
    ],
    tamper: deferringRecord,
  },
  {
    name: 'pagination/starting-after-includes-the-cursor',
    breaks: 'pagination/starting-after-excludes-cursor',
    tamper: includingCursor('starting_after'),
  },
  {
    name: 'pagination/ending-before-includes-the-cursor',
    breaks: 'pagination/ending-before-excludes-cursor',
    tamper: includingCursor('ending_before'),
  },
  {
    name: 'pagination/page-on-the-way-back-lacks-an-entry',
    breaks: 'pagination/prev-walk-mirrors-next',
    tamper: repaging(
      (url, page) => isTopLevel(url) && url.searchParams.has('ending_before') && page.data.length > 3,
      (page) => page.data.splice(1, 1),
    ),
  },
  {
    name: 'pagination/way-back-breaks-off',
    breaks: 'pagination/prev-walk-mirrors-next',
    tamper: repaging(
      (url) => isTopLevel(url) && url.searchParams.has('ending_before'),
      (page) => page.links.splice(0, page.links.length, ...page.links.filter((link) => link.rel !== 'prev')),
    ),
  },
  {
    name: 'pagination/way-back-is-refused',
    breaks: 'pagination/prev-walk-mirrors-next',
    tamper: answering(
      (_, url) => {
        const limit = url.searchParams.get('limit');
        return (
          listAt(url) === '/sections' &&
          url.searchParams.has('ending_before') &&
          limit !== '7' &&
          limit !== '2'
        );
      },
      (response) => says(response, 400, 'ending_before is not supported with this limit'),
    ),
  },
  {
    name: 'pagination/way-back-leads-in-a-circle',
    breaks: 'pagination/prev-walk-mirrors-next',
    // A link to the page itself has not the cursor of its first record.
    alsoFails: ['pagination/link-cursor-form'],
    tamper: relinking(
      ['prev'],
      (url) => isTopLevel(url) && url.searchParams.has('ending_before'),
      (_uri, _page, url) => url.pathname + url.search,
    ),
  },
];

/** The third student of the first page comes at the beginning of the second; every page is full. */
function deferringRecord(sandbox: Sandbox): ReturnType<ServerMutant['tamper']> {
  let held: { readonly after: string; readonly items: ListBody['data'] } = { after: '', items: [] };
  const isFirst = (url: URL) =>
    isDefaultPage(url) && !url.searchParams.has('starting_after') && !url.searchParams.has('ending_before');
  const isSecond = (url: URL) => isDefaultPage(url) && url.searchParams.get('starting_after') === held.after;
  const resized = asking(
    (url) => isFirst(url) || isSecond(url),
    (url) => url.searchParams.set('limit', isFirst(url) ? '101' : '99'),
    (uri) => uri.replace(/limit=\d+&?/, ''),
  )(sandbox);
  return async (request) => {
    const url = new URL(request.url);
    const response = await resized(request);
    if (!(isFirst(url) || isSecond(url)) || response.status !== 200) return response;
    const page = (await response.json()) as ListBody;
    const after = page.data.at(-1)?.data.id;
    if (isSecond(url)) page.data.unshift(...held.items);
    else if (page.data.length > 100) held = { after: String(after), items: page.data.splice(2, 1) };
    return new Response(JSON.stringify(page), { headers: response.headers });
  };
}

/** Small pages of one list include the entry of the cursor, and a full one has one less at the other end; the links match. */
function includingCursor(param: 'starting_after' | 'ending_before'): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    const cursor = url.searchParams.get(param);
    const response = await sandbox.fetch(request);
    if (listAt(url) !== '/teachers' || url.searchParams.get('limit') !== '7' || cursor === null)
      return response;
    const page = await response.clone().json();
    if (page.data.length < 2) return response;
    const { data } = await (await lookUp(sandbox, request, `/v2.0/teachers/${cursor}`)).json();
    const item = { data, uri: `/v2.0/teachers/${cursor}` };
    const isFull = page.data.length === 7;
    if (param === 'starting_after') page.data = [item, ...(isFull ? page.data.slice(0, -1) : page.data)];
    else page.data = [...(isFull ? page.data.slice(1) : page.data), item];
    for (const link of page.links) {
      if (link.rel === 'self') continue;
      const end = link.rel === 'next' ? page.data.at(-1) : page.data[0];
      link.uri = link.uri.replace(/(starting_after|ending_before)=\w+$/, `$1=${end.data.id}`);
    }
    return new Response(JSON.stringify(page), { headers: response.headers });
  };
}
