import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps, type NaivePage, withParameter } from './naive-client.ts';
import { wholeClient } from './whole-client.ts';

const { firstUrl, nextIn, resolve } = documentedSteps;

/** The link that a client selected by position, if it leads forward. */
const ifNext = (link: NaivePage['links'][number] | undefined) =>
  link?.rel === 'next' ? link.uri : undefined;

/** The id of the last entry; `undefined` for an empty page. */
export function lastIdOf(page: NaivePage): string | undefined {
  return page.data.at(-1)?.data.id;
}

function asking(limit: number): ClientModule {
  return wholeClient({
    firstUrl: (origin, list) => withParameter(firstUrl(origin, list), `limit=${limit}`),
  });
}

/** A correct walk that reports no records. */
const neverComplete: ClientModule = async (options) => ({
  ...(await wholeClient()(options)),
  complete: false,
});

/** Clients that mistake the end or the direction of a list, or which records they have. */
export const endMutants: readonly ClientMutant[] = [
  {
    name: 'pagination/takes-a-page-without-links-for-the-last',
    breaks: 'pagination/client-distrusts-missing-links',
    run: wholeClient({ nextIn: (page, place) => (page.links ? nextIn(page, place) : undefined) }),
  },
  {
    name: 'pagination/goes-on-to-an-empty-page',
    breaks: 'pagination/client-stops-at-the-end',
    run: wholeClient({
      nextIn: (page, place) => {
        const last = lastIdOf(page);
        const beyond = last === undefined ? undefined : withParameter(place.list, `starting_after=${last}`);
        return nextIn(page, place) ?? beyond;
      },
    }),
  },
  {
    name: 'pagination/asks-until-a-page-is-empty',
    breaks: 'pagination/client-stops-at-the-end',
    // It makes its own cursor.
    alsoFails: ['pagination/client-uses-link-as-given'],
    run: wholeClient({
      nextIn: (page, place) => {
        const last = lastIdOf(page);
        return last === undefined ? undefined : withParameter(place.list, `starting_after=${last}`);
      },
    }),
  },
  {
    name: 'pagination/looks-for-news-after-the-end',
    breaks: 'pagination/client-stops-at-the-end',
    run: async (options) => {
      const result = await wholeClient()(options);
      if (!options.job.startsWith('sync:') || !result.complete) return result;
      const list = `${options.baseUrl}/${options.dataVersion}/${options.job.slice(5)}`;
      const url = withParameter(list, `starting_after=${result.ids.at(-1)}`);
      await options.fetch(url, { headers: documentedSteps.headers(options.token, 0) }).catch(() => {});
      return result;
    },
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
    // It alternates between two pages and never reads the third.
    alsoFails: [
      'pagination/client-follows-next',
      'pagination/client-continues-past-short-page',
      'pagination/client-holds-each-record-once',
    ],
    run: wholeClient({ nextIn: ({ links }) => links[1]?.uri }),
  },
  {
    name: 'pagination/takes-the-last-link',
    breaks: 'pagination/client-accepts-any-link-order',
    // It takes the page where it finds no link for the last one.
    alsoFails: ['pagination/client-holds-each-record-once'],
    run: wholeClient({ nextIn: ({ links }) => ifNext(links.at(-1)) }),
  },
  {
    name: 'pagination/takes-the-third-link-or-the-second',
    breaks: 'pagination/client-accepts-any-link-order',
    // It takes the page where it finds no link for the last one.
    alsoFails: ['pagination/client-holds-each-record-once'],
    run: wholeClient({ nextIn: ({ links }) => ifNext(links[2] ?? links[1]) }),
  },
  {
    name: 'pagination/takes-the-first-link-that-is-not-self',
    breaks: 'pagination/client-accepts-any-link-order',
    // It alternates between two pages and never reads the third.
    alsoFails: [
      'pagination/client-holds-each-record-once',
      'pagination/client-follows-next',
      'pagination/client-continues-past-short-page',
    ],
    run: wholeClient({ nextIn: ({ links }) => links.find((link) => link.rel !== 'self')?.uri }),
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
    breaks: 'pagination/client-holds-repeated-record-once',
    run: wholeClient({ hold: (held, ids) => [...held, ...ids] }),
  },
  {
    name: 'pagination/drops-only-neighbours-that-are-equal',
    breaks: 'pagination/client-holds-repeated-record-once',
    run: wholeClient({
      hold: (held, ids) => [...held, ...ids].filter((id, at, all) => id !== all[at - 1]),
    }),
  },
  {
    name: 'pagination/asks-for-the-last-page-again-and-again',
    breaks: 'pagination/client-holds-each-record-once',
    // It never ends, so it never has the list, and goes round every loop.
    alsoFails: ['pagination/client-stops-at-the-end', 'pagination/client-stops-on-cycle'],
    run: wholeClient({
      nextIn: (page, place) => nextIn(page, place) ?? place.url,
      mayGoOn: () => true,
      mostPages: Number.POSITIVE_INFINITY,
    }),
  },
  {
    name: 'pagination/does-not-unwrap-entries',
    breaks: 'pagination/client-holds-each-record-once',
    run: wholeClient({
      idsIn: (page) => page.data.map((entry) => String((entry as unknown as { readonly id?: string }).id)),
    }),
  },
  {
    name: 'pagination/loses-the-last-record-of-a-page',
    breaks: 'pagination/client-holds-each-record-once',
    run: wholeClient({ idsIn: (page) => page.data.slice(0, -1).map((entry) => entry.data.id) }),
  },
  {
    name: 'pagination/keeps-the-last-page-only',
    breaks: 'pagination/client-holds-each-record-once',
    // As it is, with what the page has twice.
    alsoFails: ['pagination/client-holds-repeated-record-once'],
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
    run: wholeClient({ mayGoOn: () => true, mostPages: Number.POSITIVE_INFINITY }),
  },
  {
    name: 'pagination/goes-round-until-it-has-had-enough',
    breaks: 'pagination/client-stops-on-cycle',
    run: wholeClient({ mayGoOn: () => true }),
  },
  {
    name: 'pagination/takes-a-circle-for-the-end',
    breaks: 'pagination/client-stops-on-cycle',
    // It misses what comes after.
    alsoFails: ['pagination/client-holds-each-record-once'],
    run: wholeClient({
      nextIn: (page, place) => {
        const next = nextIn(page, place);
        const to = next === undefined ? undefined : resolve(next, place);
        return to !== undefined && place.visited.has(to) ? undefined : next;
      },
    }),
  },
];
