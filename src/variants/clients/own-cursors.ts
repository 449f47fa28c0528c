import type { ClientModule } from '../../drivers/driver.ts';
import { withTokenInUrl } from '../../mutants/clients/access.ts';
import { documentedSteps, withParameter } from '../../mutants/clients/naive-client.ts';
import { wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';
import { mainJobOf } from './support.ts';

const { firstUrl, nextIn } = documentedSteps;

/** The cursor that follows a page, with the same limit or none; `undefined` where the page has no entry. */
const afterLast =
  (limit?: number): typeof nextIn =>
  (page, { list }) => {
    const last = page.data.at(-1)?.data.id;
    const start = limit === undefined ? list : withParameter(list, `limit=${limit}`);
    return last === undefined ? undefined : withParameter(start, `starting_after=${last}`);
  };

/** Goes on while there is a next link, wherever that leads. */
const whileNext =
  (limit?: number): typeof nextIn =>
  (page, place) =>
    nextIn(page, place) === undefined ? undefined : afterLast(limit)(page, place);

const rebuilt: NonNullable<ClientVariant['but']> = {
  'pagination/client-uses-link-as-given': {
    outcomes: ['failed'],
    why: 'it makes cursors of its own, which this recommended requirement advises against',
  },
};

const stopsAtEmptyPages: NonNullable<ClientVariant['but']> = {
  'safety/client-bounded-pages': {
    outcomes: ['untested'],
    why: 'an endless chain of empty pages ends for it at the first one, which has no id to go on from',
  },
};

/** Gets a token where partners get theirs, and uses the one that it was given where none is served. */
const withTokenRequest: ClientModule = async (options) => {
  const basic = `Basic ${Buffer.from('id:secret').toString('base64')}`;
  await options
    .fetch(`${options.baseUrl}/oauth/tokens?owner_type=district`, { headers: { Authorization: basic } })
    .then((response) => response.text())
    .catch(() => {});
  return await wholeClient()(options);
};

/** Conforming clients that do not use links, or that do something else before the first page. */
export const ownCursorVariants: readonly ClientVariant[] = [
  {
    name: 'pagination/cursors-of-its-own-while-there-is-a-next-link',
    why: 'OV documents starting_after; that links are not rebuilt is only recommended',
    run: wholeClient({ nextIn: whileNext() }),
    but: { ...rebuilt, ...stopsAtEmptyPages },
  },
  {
    name: 'pagination/cursors-of-its-own-with-its-own-limit',
    why: 'OV documents starting_after; that links are not rebuilt is only recommended',
    run: wholeClient({
      firstUrl: (origin, list) => withParameter(firstUrl(origin, list), 'limit=1000'),
      nextIn: whileNext(1000),
    }),
    but: { ...rebuilt, ...stopsAtEmptyPages },
  },
  {
    name: 'pagination/cursors-of-its-own-until-a-page-is-empty',
    why: 'open question request-after-the-end: advised for client kits that drop the links',
    run: wholeClient({ nextIn: afterLast() }),
    but: {
      ...rebuilt,
      ...stopsAtEmptyPages,
      'pagination/client-stops-at-the-end': {
        outcomes: ['failed'],
        why: 'it asks until a page is empty, which this recommended requirement advises against',
      },
    },
  },
  {
    name: 'pagination/records-as-they-are-read',
    why: 'OV: ids ascend, so a record that comes twice is a fault of the server',
    run: wholeClient({ hold: (held, ids) => [...held, ...ids] }),
    but: {
      'pagination/client-holds-repeated-record-once': {
        outcomes: ['failed'],
        why: 'it reports what was read, which this recommended requirement advises against',
      },
    },
  },
  {
    name: 'pagination/no-links-are-the-end',
    why: 'open question page-without-links: the description does not require the member',
    run: wholeClient({ nextIn: (page, place) => (page.links ? nextIn(page, place) : undefined) }),
    but: {
      'pagination/client-distrusts-missing-links': {
        outcomes: ['failed'],
        why: 'it takes a page without links for the last one, which this recommended requirement advises against',
      },
    },
  },
  {
    name: 'access/the-token-in-the-url-as-well',
    why: 'the overview shows the header, and no document forbids the query; it is noted',
    run: async (options) => await wholeClient()({ ...options, fetch: withTokenInUrl(options) }),
    but: {
      'pagination/client-uses-link-as-given': {
        outcomes: ['failed'],
        why: 'it adds its token to links, which this recommended requirement advises against',
      },
    },
  },
  {
    name: 'access/a-token-request-first',
    why: 'partners get the tokens of their districts from another path, with another scheme',
    run: withTokenRequest,
  },
  {
    name: 'pagination/students-only',
    why: 'no document says that a client reads every list',
    run: async (options) =>
      options.job === mainJobOf(options) ? await wholeClient()(options) : { complete: false, ids: [] },
    but: Object.fromEntries(
      (
        [
          'lms/client-creates-once',
          'lms/client-writes-what-the-job-says',
          'lms/client-shows-message',
          'lms/client-final-grade-wins',
        ] as const
      ).map((id) => [id, { outcomes: ['untested'], why: 'it has no write jobs' }]),
    ),
  },
  {
    name: 'backoff/a-404-once-more',
    why: 'open question retry-of-refusals: only 400, 401 and 501 are named as final',
    run: wholeClient({
      retryMs: (response, retry, nowMs) =>
        [403, 404, 405].includes(response.status) && retry === 0
          ? 1000
          : documentedSteps.retryMs(response, retry, nowMs),
    }),
    but: Object.fromEntries(
      ([403, 404, 405] as const).map((status) => [
        `backoff/client-no-retry-${status}`,
        { outcomes: ['failed'], why: 'this recommended requirement advises against it' },
      ]),
    ),
  },
];
