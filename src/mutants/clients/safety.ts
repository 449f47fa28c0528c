import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps, type Place } from './naive-client.ts';
import { wholeClient } from './whole-client.ts';

const { nextIn } = documentedSteps;

const elsewhere = 'safety/client-keeps-token-on-origin';

/** A client that follows links selected by a predicate. */
function trusting(likes: (uri: string, place: Place) => boolean): ClientModule {
  return wholeClient({
    resolve: (uri, place) =>
      likes(uri, place) && URL.canParse(uri, place.url) ? new URL(uri, place.url).href : undefined,
  });
}

/** Follows redirects itself and forwards its headers. */
const redirectedWithToken: ClientModule = (options) =>
  wholeClient()({
    ...options,
    fetch: async (input, init) => {
      const response = await options.fetch(input, init);
      const location = response.headers.get('location');
      return location === null ? response : await options.fetch(location, init);
    },
  });

/** Reads what it can of a page and ignores the rest. */
const contentWithLess: ClientModule = async (options) => {
  const result = await wholeClient()(options);
  return /could not be read|answered 404/.test(result.said ?? '') ? { ...result, complete: true } : result;
};

/** Clients that a faulty or hostile server can redirect elsewhere, or keep busy permanently. */
export const safetyClientMutants: readonly ClientMutant[] = [
  { name: 'safety/follows-any-link', breaks: elsewhere, run: trusting(() => true) },
  {
    name: 'safety/follows-what-begins-with-a-slash',
    breaks: elsewhere,
    run: trusting((uri) => uri.startsWith('/')),
  },
  {
    name: 'safety/follows-what-begins-with-one-slash',
    breaks: elsewhere,
    run: trusting((uri) => /^\/[^/]/.test(uri)),
  },
  {
    name: 'safety/follows-links-that-name-its-host',
    breaks: elsewhere,
    run: trusting((uri, { origin }) => uri.startsWith('/v') || uri.includes(`//${new URL(origin).host}`)),
  },
  {
    name: 'safety/compares-the-beginning-of-the-url',
    breaks: elsewhere,
    run: trusting((uri, { origin, url }) => new URL(uri, url).href.startsWith(origin)),
  },
  {
    name: 'safety/compares-the-end-of-the-host',
    breaks: elsewhere,
    run: trusting((uri, { origin, url }) => new URL(uri, url).hostname.endsWith(new URL(origin).hostname)),
  },
  {
    name: 'safety/compares-the-host-and-not-the-scheme',
    breaks: elsewhere,
    run: trusting((uri, { origin, url }) => new URL(uri, url).host === new URL(origin).host),
  },
  {
    name: 'safety/compares-the-name-and-not-the-port',
    breaks: elsewhere,
    run: trusting((uri, { origin, url }) => {
      const { hostname, protocol } = new URL(uri, url);
      return hostname === new URL(origin).hostname && protocol === new URL(origin).protocol;
    }),
  },
  {
    name: 'safety/appends-links-to-its-origin',
    breaks: elsewhere,
    run: wholeClient({
      resolve: (uri, { origin }) =>
        /^[^/]/.test(uri) && !/^\s*https?:/i.test(uri) && URL.canParse(origin + uri)
          ? origin + uri
          : undefined,
    }),
  },
  {
    name: 'safety/trusts-links-of-the-second-page',
    breaks: elsewhere,
    run: wholeClient({
      resolve: (uri, place) =>
        place.pages === 1 ? documentedSteps.resolve(uri, place) : new URL(uri, place.url).href,
    }),
  },
  {
    name: 'safety/follows-redirects-of-creates',
    breaks: elsewhere,
    run: async (options) =>
      options.job.startsWith('sync:')
        ? await wholeClient()(options)
        : await wholeClient({ redirect: 'follow' })(options),
  },
  { name: 'safety/follows-redirects', breaks: elsewhere, run: wholeClient({ redirect: 'follow' }) },
  { name: 'safety/follows-redirects-with-the-token', breaks: elsewhere, run: redirectedWithToken },
  {
    name: 'safety/walks-for-ever',
    breaks: 'safety/client-bounded-pages',
    run: wholeClient({ mostPages: Number.POSITIVE_INFINITY }),
  },
  {
    name: 'safety/takes-its-own-limit-for-the-end',
    breaks: 'safety/client-bounded-pages',
    run: wholeClient({
      nextIn: (page, place) => (place.pages < 50 ? nextIn(page, place) : undefined),
    }),
  },
  {
    name: 'safety/counts-pages-with-entries-only',
    breaks: 'safety/client-bounded-pages',
    run: wholeClient({
      nextIn: (page, place) => {
        if (page.data.length > 0 && place.pages > 50) throw new Error('too many entries');
        return nextIn(page, place);
      },
      mayGoOn: () => true,
      mostPages: Number.POSITIVE_INFINITY,
    }),
  },
  {
    name: 'safety/reads-a-body-to-its-end',
    breaks: 'safety/client-bounded-body',
    run: wholeClient({ maxBytes: Number.POSITIVE_INFINITY, timeoutMs: 24 * 3_600_000 }),
  },
  {
    name: 'safety/is-content-with-a-cut-body',
    breaks: 'safety/client-bounded-body',
    run: contentWithLess,
  },
];
