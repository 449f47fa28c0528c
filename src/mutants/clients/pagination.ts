import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps, type NaivePage, type Place } from './naive-client.ts';
import { wholeClient } from './whole-client.ts';

const { firstUrl, nextIn, resolve } = documentedSteps;

/** The link that a client took by its place, if it does lead on. */
const ifNext = (link: NaivePage['links'][number] | undefined) =>
  link?.rel === 'next' ? link.uri : undefined;

/** Changes what the documented step resolves to. */
const resolving =
  (change: (url: URL, place: Place) => string) =>
  (uri: string, place: Place): string | undefined => {
    const url = resolve(uri, place);
    return url === undefined ? undefined : change(new URL(url), place);
  };

function withParam(url: URL, name: string, value: string): string {
  url.searchParams.set(name, value);
  return url.href;
}

function onlyKnown({ origin, pathname, searchParams }: URL): string {
  const known = [...searchParams].filter(([name]) => ['limit', 'starting_after'].includes(name));
  return `${origin}${pathname}?${new URLSearchParams(known)}`;
}

const lastIdOf = (page: NaivePage) => page.data.at(-1)?.data.id;

function asking(limit: number): ClientModule {
  return wholeClient({
    firstUrl: (origin, collection) => `${firstUrl(origin, collection)}?limit=${limit}`,
  });
}

/** A good walk, and never a word of it. */
const neverComplete: ClientModule = async (options) => ({
  ...(await wholeClient()(options)),
  complete: false,
});

/** Clients that lose their way in a list: each makes one mistake that real clients were seen to make, or a near relative. */
export const paginationClientMutants: readonly ClientMutant[] = [
  {
    name: 'pagination/reads-the-first-page-only',
    breaks: 'pagination/client-follows-next',
    run: wholeClient({ nextIn: () => undefined }),
  },
  {
    name: 'pagination/takes-the-links-for-an-object',
    breaks: 'pagination/client-follows-next',
    run: wholeClient({ nextIn: ({ links }) => (links as unknown as { next?: string }).next }),
  },
  {
    name: 'pagination/reads-two-pages-at-the-most',
    breaks: 'pagination/client-follows-next',
    run: wholeClient({ mayGoOn: (_, { pages }) => pages < 2 }),
  },
  {
    name: 'pagination/drops-unknown-parameters',
    breaks: 'pagination/client-uses-link-as-given',
    run: wholeClient({ resolve: resolving(onlyKnown) }),
  },
  {
    name: 'pagination/adds-a-limit-to-every-link',
    breaks: 'pagination/client-uses-link-as-given',
    run: wholeClient({ resolve: resolving((url) => withParam(url, 'limit', '100')) }),
  },
  {
    name: 'pagination/decodes-the-query-once-too-often',
    breaks: 'pagination/client-uses-link-as-given',
    run: wholeClient({ resolve: resolving((url) => url.href.replace('%2F', '%252F')) }),
  },
  {
    name: 'pagination/makes-its-own-cursor',
    breaks: 'pagination/client-uses-link-as-given',
    run: wholeClient({
      nextIn: (page, place) => {
        const next = nextIn(page, place);
        const last = lastIdOf(page);
        return next === undefined || last === undefined
          ? next
          : `/v2.0/${place.collection}?starting_after=${last}`;
      },
    }),
  },
  {
    name: 'pagination/doubles-the-version',
    breaks: 'pagination/client-resolves-relative-links',
    run: wholeClient({
      resolve: resolving(({ origin, pathname, search }) => `${origin}/v2.0${pathname}${search}`),
    }),
  },
  {
    name: 'pagination/loses-the-version',
    breaks: 'pagination/client-resolves-relative-links',
    run: wholeClient({ resolve: resolving(({ href }) => href.replace(/\/v[\d.]+\//, '/')) }),
  },
  {
    name: 'pagination/keeps-to-its-own-version',
    breaks: 'pagination/client-resolves-relative-links',
    run: wholeClient({ resolve: resolving(({ href }) => href.replace(/\/v[\d.]+\//, '/v2.0/')) }),
  },
  {
    name: 'pagination/stops-at-a-short-page',
    breaks: 'pagination/client-continues-past-short-page',
    run: wholeClient({
      nextIn: (page, place) => (page.data.length < 100 ? undefined : nextIn(page, place)),
    }),
  },
  {
    name: 'pagination/stops-at-an-empty-page',
    breaks: 'pagination/client-continues-past-short-page',
    run: wholeClient({ nextIn: (page, place) => (page.data.length === 0 ? undefined : nextIn(page, place)) }),
  },
  {
    name: 'pagination/goes-on-to-an-empty-page',
    breaks: 'pagination/client-stops-at-the-end',
    run: wholeClient({
      nextIn: (page, place) => {
        const last = lastIdOf(page);
        const beyond = last === undefined ? undefined : `/v2.0/${place.collection}?starting_after=${last}`;
        return nextIn(page, place) ?? beyond;
      },
    }),
  },
  {
    name: 'pagination/starts-over-at-the-end',
    breaks: 'pagination/client-stops-at-the-end',
    run: async (options) => {
      const result = await wholeClient()(options);
      return result.complete ? await wholeClient()(options) : result;
    },
  },
  {
    name: 'pagination/takes-the-second-link',
    breaks: 'pagination/client-accepts-any-link-order',
    run: wholeClient({ nextIn: ({ links }) => links[1]?.uri }),
  },
  {
    name: 'pagination/takes-the-last-link',
    breaks: 'pagination/client-accepts-any-link-order',
    run: wholeClient({ nextIn: ({ links }) => ifNext(links.at(-1)) }),
  },
  {
    name: 'pagination/takes-the-third-link-or-the-second',
    breaks: 'pagination/client-accepts-any-link-order',
    run: wholeClient({ nextIn: ({ links }) => ifNext(links[2] ?? links[1]) }),
  },
  {
    name: 'pagination/asks-for-20000',
    breaks: 'pagination/client-limit-within-10000',
    run: asking(20_000),
  },
  {
    name: 'pagination/asks-for-10001',
    breaks: 'pagination/client-limit-within-10000',
    run: asking(10_001),
  },
  {
    name: 'pagination/keeps-repeated-records',
    breaks: 'pagination/client-holds-each-record-once',
    run: wholeClient({ hold: (held, ids) => [...held, ...ids] }),
  },
  {
    name: 'pagination/loses-the-last-record-of-a-page',
    breaks: 'pagination/client-holds-each-record-once',
    run: wholeClient({ idsIn: (page) => page.data.slice(0, -1).map((entry) => entry.data.id) }),
  },
  {
    name: 'pagination/keeps-the-last-page-only',
    breaks: 'pagination/client-holds-each-record-once',
    run: wholeClient({ hold: (held, ids) => (ids.length > 0 ? ids : held) }),
  },
  {
    name: 'pagination/never-claims-to-be-complete',
    breaks: 'pagination/client-holds-each-record-once',
    run: neverComplete,
  },
  {
    name: 'pagination/walks-in-circles',
    breaks: 'pagination/client-stops-on-cycle',
    run: wholeClient({ mayGoOn: () => true }),
  },
  {
    name: 'pagination/goes-round-until-it-has-had-enough',
    breaks: 'pagination/client-stops-on-cycle',
    run: wholeClient({ mayGoOn: (_, { pages }) => pages < 100 }),
  },
  {
    name: 'pagination/takes-a-circle-for-the-end',
    breaks: 'pagination/client-stops-on-cycle',
    run: wholeClient({
      nextIn: (page, place) => {
        const next = nextIn(page, place);
        const to = next === undefined ? undefined : resolve(next, place);
        return to !== undefined && place.visited.has(to) ? undefined : next;
      },
    }),
  },
];
