import { answering, type ServerMutant } from '../../mutant.ts';
import { attendancePageMutants } from './attendance.ts';
import { cursorMutants } from './cursors.ts';
import { pageMutants } from './pages.ts';
import { asking, isTopLevel, type ListBody, listAt, lookUp, relinking, repaging } from './support.ts';

const emptyOnly = async (response: Response) => {
  const page = (await response.clone().json()) as ListBody;
  if (response.status !== 200 || page.data.length > 0) return response;
  return new Response('{"error":"Resource not found"}', { status: 404, headers: response.headers });
};

/** Links, ends, nested lists and lists that change. */
const linkMutants: readonly ServerMutant[] = [
  {
    name: 'pagination/page-after-the-end-is-404',
    breaks: 'pagination/empty-page-after-the-end',
    tamper: answering((_, url) => isTopLevel(url) && url.searchParams.has('starting_after'), emptyOnly),
  },
  {
    name: 'pagination/page-before-the-start-is-404',
    breaks: 'pagination/empty-page-before-the-start',
    tamper: answering((_, url) => isTopLevel(url) && url.searchParams.has('ending_before'), emptyOnly),
  },
  {
    name: 'pagination/page-before-the-start-is-the-first-page',
    breaks: 'pagination/empty-page-before-the-start',
    // With the `self` link of the first page.
    alsoFails: ['pagination/self-link'],
    tamper: (sandbox) => async (request) => {
      const url = new URL(request.url);
      const response = await sandbox.fetch(request);
      if (!isTopLevel(url) || !url.searchParams.has('ending_before') || response.status !== 200)
        return response;
      const page = (await response.clone().json()) as ListBody;
      if (page.data.length > 0) return response;
      url.searchParams.delete('ending_before');
      return await lookUp(sandbox, request, url.pathname + url.search);
    },
  },
  {
    name: 'pagination/prev-links-name-the-host',
    breaks: 'pagination/links-host-relative',
    tamper: relinking(['prev'], isTopLevel, (uri, _, url) => url.origin + uri),
  },
  {
    name: 'pagination/next-of-one-list-has-two-slashes',
    breaks: 'pagination/links-host-relative',
    tamper: relinking(
      ['next'],
      (url) => listAt(url) === '/courses',
      (uri) => `/${uri}`,
    ),
  },
  {
    name: 'pagination/self-stands-twice-on-empty-pages',
    breaks: 'pagination/link-rels-known',
    tamper: repaging(
      (url, page) => isTopLevel(url) && page.data.length === 0,
      (page) => page.links.unshift({ ...page.links[0]! }),
    ),
  },
  {
    name: 'pagination/first-link-beside-prev',
    breaks: 'pagination/link-rels-known',
    tamper: repaging(
      (url, page) => isTopLevel(url) && page.links.some((link) => link.rel === 'prev'),
      (page, url) => page.links.push({ rel: 'first', uri: url.pathname }),
    ),
  },
  {
    name: 'pagination/prev-carries-the-last-id',
    breaks: 'pagination/link-cursor-form',
    // It leads to a page that overlaps its own.
    alsoFails: ['pagination/prev-walk-mirrors-next'],
    tamper: relinking(
      ['prev'],
      (url, page) => listAt(url) === '/students' && !url.searchParams.has('limit') && page.data.length > 1,
      (uri, page) => uri.replace(/ending_before=\w+/, `ending_before=${String(page.data.at(-1)?.data.id)}`),
    ),
  },
  {
    name: 'pagination/next-of-terms-leads-to-courses',
    breaks: 'pagination/next-stays-in-collection',
    tamper: relinking(
      ['next'],
      (url) => listAt(url) === '/terms',
      (uri) => uri.replace('/terms', '/courses'),
    ),
  },
  {
    name: 'pagination/prev-of-default-pages-leads-to-contacts',
    breaks: 'pagination/next-stays-in-collection',
    tamper: relinking(
      ['prev'],
      (url) => listAt(url) === '/students' && !url.searchParams.has('limit'),
      (uri) => uri.replace('/students', '/contacts'),
    ),
  },
  {
    name: 'pagination/next-drops-the-limit',
    breaks: 'pagination/links-keep-query',
    tamper: relinking(
      ['next'],
      (url) => listAt(url) === '/teachers',
      (uri) => uri.replace(/limit=\d+&/, ''),
    ),
  },
  {
    name: 'pagination/next-drops-the-record-type',
    breaks: 'pagination/links-keep-query',
    tamper: relinking(
      ['next'],
      (url) => listAt(url) === '/events',
      (uri) => uri.replace(/record_type=\w+&/, ''),
    ),
  },
  {
    name: 'pagination/links-move-on-to-v2.1',
    breaks: 'pagination/links-keep-version',
    tamper: asking(
      isTopLevel,
      (url) => {
        url.pathname = url.pathname.replace('/v2.1/', '/v2.0/');
      },
      (uri) => uri.replace('/v2.0/', '/v2.1/'),
    ),
  },
  {
    name: 'pagination/self-leads-to-the-next-page',
    breaks: 'pagination/self-link',
    tamper: repaging(isTopLevel, (page) => {
      const next = page.links.find((link) => link.rel === 'next');
      for (const link of page.links) if (next && link.rel === 'self') link.uri = next.uri;
    }),
  },
  {
    name: 'pagination/last-page-has-no-self',
    breaks: 'pagination/self-link',
    tamper: repaging(
      (url, page) => isTopLevel(url) && !page.links.some((link) => link.rel === 'next'),
      (page) => page.links.splice(0, page.links.length, ...page.links.filter((link) => link.rel !== 'self')),
    ),
  },
  {
    name: 'pagination/students-of-a-section-ignore-the-limit',
    breaks: 'pagination/nested-lists-paginate',
    alsoFails: ['pagination/links-keep-query'],
    tamper: asking(
      (url) => listAt(url) === '/sections/*/students',
      (url) => url.searchParams.delete('limit'),
    ),
  },
  {
    name: 'pagination/students-of-a-teacher-lack-next',
    breaks: 'pagination/nested-lists-paginate',
    tamper: repaging(
      (url) => listAt(url) === '/teachers/*/students',
      (page) => page.links.splice(0, page.links.length, ...page.links.filter((link) => link.rel !== 'next')),
    ),
  },
  {
    name: 'pagination/sections-of-a-term-lose-an-entry-on-page-two',
    breaks: 'pagination/nested-lists-paginate',
    alsoFails: ['pagination/full-pages'],
    tamper: repaging(
      (url, page) =>
        listAt(url) === '/terms/*/sections' && url.searchParams.has('starting_after') && page.data.length > 1,
      (page) => page.data.splice(1, 1),
    ),
  },
  {
    name: 'pagination/cursor-counts-from-the-end',
    breaks: 'pagination/stable-under-insert',
    tamper: (sandbox) => {
      /** Number of entries after a cursor when its link was served. */
      const left = new Map<string, number>();
      const behind = async (request: Request, id: string): Promise<string[]> => {
        const response = await lookUp(sandbox, request, `/v2.0/teachers?limit=10000&starting_after=${id}`);
        return ((await response.json()) as ListBody).data.map((item) => String(item.data.id));
      };
      return async (request) => {
        const url = new URL(request.url);
        if (listAt(url) !== '/teachers') return await sandbox.fetch(request);
        const after = url.searchParams.get('starting_after');
        const then = after === null ? undefined : left.get(after);
        if (after !== null && then !== undefined) {
          const ids = await behind(request, after);
          const skipped = ids[ids.length - then - 1];
          if (skipped !== undefined) url.searchParams.set('starting_after', skipped);
        }
        const response = await lookUp(sandbox, request, url.pathname + url.search);
        const next = ((await response.clone().json()) as ListBody).links?.find((link) => link.rel === 'next');
        const cursor = next && new URL(next.uri, url).searchParams.get('starting_after');
        if (cursor) left.set(cursor, (await behind(request, cursor)).length);
        return response;
      };
    },
  },
  {
    name: 'pagination/cursor-is-looked-up',
    breaks: 'pagination/stable-under-delete',
    tamper: (sandbox) => async (request) => {
      const url = new URL(request.url);
      const cursor = url.searchParams.get('starting_after');
      if (!/^[0-9a-f]{24}$/.test(cursor ?? '') || !isTopLevel(url)) return await sandbox.fetch(request);
      const single = await lookUp(sandbox, request, `${url.pathname}/${cursor}`);
      return single.status === 404 ? single : await sandbox.fetch(request);
    },
  },
  {
    name: 'pagination/limit-that-is-no-number-is-500',
    breaks: 'pagination/bad-limit',
    tamper: answering(
      (_, url) => url.searchParams.get('limit') === 'abc',
      (response) =>
        new Response('{"error":"Internal Server Error"}', { status: 500, headers: response.headers }),
    ),
  },
  {
    name: 'pagination/limit-below-zero-lifts-the-limit',
    breaks: 'pagination/bad-limit',
    tamper: asking(
      (url) => url.searchParams.get('limit') === '-1',
      (url) => url.searchParams.set('limit', '10000'),
    ),
  },
];

/** At least one for each server requirement of the category. */
export const paginationMutants: readonly ServerMutant[] = [
  ...pageMutants,
  ...cursorMutants,
  ...linkMutants,
  ...attendancePageMutants,
];
