import { mainList } from '../../../contracts/jobs.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSteps, fieldsOf, withParameter } from '../../mutants/clients/naive-client.ts';
import { wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';
import { ownCursorVariants } from './own-cursors.ts';
import {
  after,
  limited,
  mainJobOf,
  neverRefused,
  pathOf,
  read,
  slowly,
  startsOver,
  variant,
} from './support.ts';
import { alongside } from './waits.ts';

const { resolve, idsIn, headers, mayGoOn } = documentedSteps;
type Options = Parameters<ClientModule>[0];

/** A `fetch` that delays all requests until Reset once one was refused or used up the window. */
function gated({ fetch, clock }: Options): Options['fetch'] {
  let openMs = 0;
  let last: Promise<unknown> = Promise.resolve();
  const one = async (...[input, init]: Parameters<Options['fetch']>) => {
    if (clock.now() < openMs) await clock.sleep(openMs - clock.now());
    const response = await fetch(input, init);
    const isOver = response.status === 429 || response.headers.get('x-ratelimit-remaining') === '0';
    const resetMs = 1000 * Number(response.headers.get('x-ratelimit-reset'));
    if (isOver && resetMs - clock.now() < 120_000) openMs = Math.max(openMs, resetMs);
    return response;
  };
  // Sequential, so that no request is in flight when another one finds the window used up.
  return async (...sent) => {
    const mine = last.then(() => one(...sent));
    last = mine.catch(() => {});
    return await mine;
  };
}

const noLimits = 'OV: a limit from 1 to 10,000 is the client’s to choose';

/** Conforming clients that read lists in other ways. */
export const walkVariants: readonly ClientVariant[] = [
  variant('pagination/the-steps-of-the-documents', 'OV and ERR, step by step', {}),
  variant('pagination/a-limit-of-1', noLimits, limited(1), neverRefused),
  variant('pagination/a-limit-of-7', noLimits, limited(7), neverRefused),
  variant('pagination/a-limit-of-50', noLimits, limited(50), neverRefused),
  variant('pagination/a-limit-of-1000', noLimits, limited(1000)),
  variant('pagination/a-limit-of-10000', noLimits, limited(10_000)),
  variant(
    'pagination/the-first-page-once-more-at-the-start',
    'no document forbids other requests first',
    async (options) => {
      if (options.job.startsWith('sync:')) {
        const first = await wholeClient({ resumes: false, mostPages: 1 })(options);
        if (!first.complete && !first.said?.includes('does not come to an end')) return first;
      }
      return await wholeClient()(options);
    },
    startsOver,
  ),
  variant(
    'pagination/two-lists-side-by-side-that-share-their-waits',
    'a partner reads more than one list, and no document requires one after the other',
    async (options) => {
      if (!options.job.startsWith('sync:')) return await wholeClient()(options);
      const shared = { ...options, fetch: gated(options) };
      const [result] = await Promise.all([
        wholeClient()(shared),
        wholeClient({ resumes: false })({ ...shared, job: 'sync:schools' }),
      ]);
      return result;
    },
  ),
  variant(
    'pagination/the-district-first',
    'no document forbids other requests first',
    after((options) => read(options, pathOf(options, 'districts'))),
  ),
  variant(
    'pagination/head-before-get',
    'RFC 9110, 9.3.2: HEAD is as safe as GET',
    after((options) => read(options, pathOf(options, 'schools'), 'HEAD')),
  ),
  variant(
    'pagination/another-list-first-to-its-end',
    'a partner reads more than one list',
    after((options) => wholeClient({ resumes: false })({ ...options, job: 'sync:schools' })),
  ),
  variant(
    'pagination/other-lists-at-the-same-time',
    'a partner reads more than one list, and no document requires one after the other',
    async (options) => {
      const pathWith = (list: string, limit: number) =>
        withParameter(pathOf(options, list), `limit=${limit}`);
      const others = [pathWith('teachers', 2), pathWith('sections', 1)].map((path) =>
        read(options, path).catch(() => {}),
      );
      const [result] = await Promise.all([
        alongside(pathWith('schools', 1), wholeClient())(options),
        ...others,
      ]);
      return result;
    },
  ),
  variant(
    'pagination/one-record-read-by-id-now-and-then',
    'no document forbids reading a record by its id',
    async (options) => {
      const result = await wholeClient()(options);
      const [id] = result.complete && options.job === mainJobOf(options) ? result.ids : [];
      const [list] = pathOf(options, mainList).split('?', 1);
      if (id !== undefined) await read(options, `${list}/${id}`).catch(() => {});
      return result;
    },
  ),
  variant(
    'pagination/records-in-the-other-order',
    'the order in which a client reports its records is its choice',
    async (options) => {
      const result = await wholeClient()(options);
      return { ...result, ids: result.ids.toReversed() };
    },
  ),
  variant(
    'pagination/parameters-of-a-link-in-another-order',
    'RFC 3986: the same resource; not rebuilding URLs is only recommended',
    {
      resolve: (uri, place) => {
        const target = resolve(uri, place);
        if (target === undefined) return undefined;
        const url = new URL(target);
        url.search = String(new URLSearchParams([...url.searchParams].reverse()));
        return url.href;
      },
    },
  ),
  variant(
    'pagination/a-circle-seen-on-the-second-visit-only',
    'OWN requirement: ends the walk and does not report success',
    {
      mayGoOn: (url, { pages, visited }) => !visited.has(url) || pages <= 2,
    },
  ),
  variant('pagination/an-honest-end-where-ids-do-not-ascend', 'OV: entries ascend; a client may insist', {
    hold: (held, ids) => {
      const last = held.at(-1) ?? '';
      if (ids.some((id) => id <= last)) throw new Error('ids do not ascend');
      return [...held, ...new Set(ids)];
    },
  }),
  variant(
    'safety/every-link-asked-of-its-own-origin',
    'OWN requirement: neither request nor token goes elsewhere',
    {
      resolve: (uri, { origin }) => {
        const { pathname, search } = new URL(uri, origin);
        return origin + pathname + search;
      },
    },
  ),
  variant('safety/host-relative-links-only', 'OV: links are host-relative', {
    resolve: (uri, place) => (uri.startsWith('/') ? resolve(uri, place) : undefined),
  }),
  variant('safety/an-end-after-70-pages', 'OWN requirement: an endless chain is cut off and reported', {
    mostPages: 70,
  }),
  variant('safety/redirects-are-errors', 'no document mentions redirects', { redirect: 'error' }),
  variant('safety/bodies-of-a-megabyte-at-most', 'OWN requirement: a huge body is cut off', {
    maxBytes: 1024 * 1024,
  }),
  variant('access/the-scheme-in-lower-case', 'RFC 9110, 11.1: the scheme is compared without case', {
    headers: (token) => ({ authorization: `bearer ${token}` }),
  }),
  variant('access/a-strange-user-agent-and-more-headers', 'HTTP allows a client to send more headers', {
    headers: (token, page) => ({
      ...headers(token, page),
      'User-Agent': 'Ünïversum/0.0 (+https://example.org; "sync"; ~)'
        .normalize('NFD')
        .replace(/[^\x20-\x7e]/g, ''),
      Accept: '*/*;q=0.1, application/json',
      'Accept-Language': 'tlh',
      'Cache-Control': 'no-cache',
      'If-None-Match': '"x"',
      'X-Request-Id': `page-${page}`,
      Cookie: 'a=b',
    }),
  }),
  variant('access/no-accept-header', 'HTTP: no Accept means anything', {
    headers: (token) => ({ Authorization: `Bearer ${token}` }),
  }),
  variant('rate-limit/half-a-second-before-each-request', 'no document limits the speed', slowly(500)),
  variant(
    'rate-limit/seven-seconds-before-each-request',
    'no document limits the speed',
    slowly(7000, wholeClient({ mostPages: 100 })),
  ),
  variant(
    'data/null-is-refused',
    'WIRE: null never occurs; refusing it is only noted and does not count against a client',
    {
      idsIn: (page) => {
        if (page.data.some((entry) => fieldsOf(entry.data).grade === null))
          throw new Error('a grade is not a string');
        return idsIn(page);
      },
    },
  ),
  variant(
    'backoff/starts-over-at-a-second-start',
    'open question give-up-wording: taking up is recommended only',
    { resumes: false },
    startsOver,
  ),
  variant(
    'pagination/nothing-held-until-all-is-there',
    'a client that commits once has nothing before',
    async (options) => {
      const result = await wholeClient()(options);
      return result.complete ? result : { ...result, ids: [] };
    },
  ),
  variant(
    'errors/an-honest-end-after-a-minute',
    'no document says how long a client must go on',
    async (options) => {
      const startedMs = options.clock.now();
      return await wholeClient({
        mayGoOn: (...step) => mayGoOn(...step) && options.clock.now() - startedMs < 60_000,
      })(options);
    },
  ),
  variant(
    'errors/a-smaller-limit-after-a-413',
    'OV: the limit may be the cause of a 413',
    async (options) => {
      const walked = await wholeClient({ ...limited(200), resumes: false })(options);
      return walked.said?.includes('answered 413')
        ? await wholeClient({ ...limited(40), resumes: false })(options)
        : walked;
    },
    startsOver,
  ),
  ...ownCursorVariants,
];
