import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps, fieldsOf, type Place, withParameter } from './naive-client.ts';
import { endMutants, lastIdOf } from './pagination-ends.ts';
import { wholeClient } from './whole-client.ts';

const { firstUrl, nextIn, resolve } = documentedSteps;

/** Changes the URL that a link resolves to. */
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
  const known = [...searchParams].filter(([name]) => ['limit', 'starting_after', 'role'].includes(name));
  return `${origin}${pathname}?${new URLSearchParams(known)}`;
}

/** A client that stops early and reports complete misses records. */
const missing = ['pagination/client-holds-each-record-once'] as const;

/** Clients with pagination mistakes that were seen in real clients, or similar ones. */
export const paginationClientMutants: readonly ClientMutant[] = [
  {
    name: 'pagination/reads-the-first-page-only',
    breaks: 'pagination/client-follows-next',
    alsoFails: missing,
    run: wholeClient({ nextIn: () => undefined }),
  },
  {
    name: 'pagination/takes-the-links-for-an-object',
    breaks: 'pagination/client-follows-next',
    alsoFails: missing,
    run: wholeClient({ nextIn: ({ links }) => (links as unknown as { next?: string }).next }),
  },
  {
    name: 'pagination/reads-two-pages-at-the-most',
    breaks: 'pagination/client-follows-next',
    // A client that stops early misses records, including those on short pages.
    alsoFails: [
      'pagination/client-holds-each-record-once',
      'pagination/client-continues-past-short-page',
      'pagination/client-accepts-any-link-order',
    ],
    run: wholeClient({ mostPages: 2 }),
  },
  {
    name: 'pagination/asks-for-10000-and-no-more',
    breaks: 'pagination/client-follows-next',
    alsoFails: missing,
    run: wholeClient({
      firstUrl: (origin, list) => withParameter(firstUrl(origin, list), 'limit=10000'),
      nextIn: () => undefined,
    }),
  },
  {
    name: 'pagination/makes-its-cursor-of-a-sis-id',
    breaks: 'pagination/client-follows-next',
    run: wholeClient({
      nextIn: (page, place) => {
        const next = nextIn(page, place);
        const last = fieldsOf(page.data.at(-1)?.data ?? {}).sis_id;
        return next === undefined || last === undefined
          ? next
          : withParameter(place.list, `starting_after=${last}`);
      },
    }),
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
          : withParameter(place.list, `starting_after=${last}`);
      },
    }),
  },
  {
    name: 'pagination/doubles-the-version',
    breaks: 'pagination/client-resolves-relative-links',
    run: wholeClient({
      resolve: resolving(
        ({ origin, pathname, search }, { version }) => `${origin}/${version}${pathname}${search}`,
      ),
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
    run: wholeClient({
      resolve: resolving(({ href }, { version }) => href.replace(/\/v[\d.]+\//, `/${version}/`)),
    }),
  },
  {
    name: 'pagination/stops-at-a-short-page',
    breaks: 'pagination/client-continues-past-short-page',
    // Where every page is short it follows no link, and it misses what comes after.
    alsoFails: ['pagination/client-follows-next', 'pagination/client-holds-each-record-once'],
    run: wholeClient({
      nextIn: (page, place) => (page.data.length < 100 ? undefined : nextIn(page, place)),
    }),
  },
  {
    name: 'pagination/stops-at-an-empty-page',
    breaks: 'pagination/client-continues-past-short-page',
    alsoFails: missing,
    run: wholeClient({ nextIn: (page, place) => (page.data.length === 0 ? undefined : nextIn(page, place)) }),
  },
  {
    name: 'pagination/follows-no-link-of-sections',
    breaks: 'pagination/client-follows-next',
    alsoFails: missing,
    run: wholeClient({
      nextIn: (page, place) => (place.collection === 'sections' ? undefined : nextIn(page, place)),
    }),
  },
  {
    name: 'pagination/resolves-links-of-contacts-only-once',
    breaks: 'pagination/client-follows-next',
    alsoFails: missing,
    run: wholeClient({
      nextIn: (page, place) =>
        /contact/.test(place.collection) && place.pages === 2 ? undefined : nextIn(page, place),
    }),
  },
  ...endMutants,
];
