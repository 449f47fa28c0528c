import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSend, type NaiveResponse, type SendSteps, sendNaively } from './naive-send.ts';

/** A page as parsed, with nothing validated. */
export interface NaivePage {
  readonly data: readonly { readonly data: { readonly id: string } & Readonly<Record<string, unknown>> }[];
  readonly links: readonly { readonly rel: string; readonly uri: string }[];
}

/** The position of a walk. */
export interface Place {
  readonly origin: string;
  /** Path and filters of the list: `/v2.0/students`, `/v3.1/users?role=student`. */
  readonly list: string;
  /** `students`, or `users?role=student`: what the job names. */
  readonly collection: string;
  /** `v2.0`: the version that the client reads. */
  readonly version: string;
  /** Of the page that was just read. */
  readonly url: string;
  /** Pages read so far, including this one. */
  readonly pages: number;
  /** Requested URLs. */
  readonly visited: ReadonlySet<string>;
}

/** The steps of a sync client; a mutant replaces one of them. */
export interface NaiveSteps extends SendSteps {
  /** `list`: see `Place`. */
  readonly firstUrl: (origin: string, list: string) => string;
  /** `page` counts from 0. */
  readonly headers: (token: string, page: number) => Record<string, string>;
  /** The ids of a page; throws if it has none. */
  readonly idsIn: (page: NaivePage) => readonly string[];
  /** The next link, unchanged; `undefined` at the end. */
  readonly nextIn: (page: NaivePage, place: Place) => string | undefined;
  /** The URL of a link; `undefined` if it must not be followed. */
  readonly resolve: (uri: string, place: Place) => string | undefined;
  readonly mayGoOn: (url: string, place: Place) => boolean;
  /** Stops after this many pages, regardless of `mayGoOn`. */
  readonly mostPages: number;
  readonly hold: (held: readonly string[], ids: readonly string[]) => readonly string[];
  /** The result reported if the walk could not be finished. */
  readonly claimsUnfinished: 'incomplete' | 'complete';
}

/** The fields of a record, for a user also those of its roles. */
export function fieldsOf(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...record, ...Object.assign({}, ...Object.values(record.roles ?? {})) };
}

/** A path or URL with one more parameter: `/v3.1/users?role=student&limit=5`. */
export function withParameter(url: string, parameter: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${parameter}`;
}

/** The documented steps. */
export const documentedSteps: NaiveSteps = {
  ...documentedSend,
  firstUrl: (origin, list) => origin + list,
  headers: (token) => ({ Authorization: `Bearer ${token}`, Accept: 'application/json' }),
  idsIn: (page) => page.data.map((entry) => entry.data.id),
  nextIn: (page) => {
    const next = page.links.find((link) => link.rel === 'next');
    if (next && !next.uri) throw new Error('a next link has no uri');
    return next?.uri;
  },
  resolve: (uri, { origin }) => {
    const url = URL.canParse(uri, origin) ? new URL(uri, origin) : undefined;
    return url?.origin === origin && url.username === '' ? url.href : undefined;
  },
  mayGoOn: (url, { visited }) => !visited.has(url),
  // Real districts would need 10,000, but then a few endless lists would take most of the time of a proof.
  mostPages: 100,
  hold: (held, ids) => [...new Set([...held, ...ids])],
  claimsUnfinished: 'incomplete',
};

/** A sync client with the documented steps, some of them replaced. It reads one list and has no write jobs. */
export function naiveClient(changes: Partial<NaiveSteps> = {}): ClientModule {
  const steps: NaiveSteps = { ...documentedSteps, ...changes };
  return async ({ baseUrl: origin, token, dataVersion: version, job, fetch, clock }) => {
    const collection = job.replace('sync:', '');
    if (collection === job) return { complete: false, ids: [], said: 'it has no write jobs' };
    const visited = new Set<string>();
    let ids: readonly string[] = [];
    const unfinished = (said: string) => ({ complete: steps.claimsUnfinished === 'complete', ids, said });
    const list = `/${version}/${collection}`;
    let url = steps.firstUrl(origin, list);
    for (let pages = 1; ; pages++) {
      visited.add(url);
      const init = { headers: steps.headers(token, pages - 1) };
      const response = await sendNaively(url, init, { fetch, clock }, steps);
      const place: Place = { origin, list, collection, version, url, pages, visited };
      let next: string | undefined;
      try {
        if (response.status !== 200)
          return unfinished(`a page answered ${response.status}: ${messageIn(response)}`);
        const page = JSON.parse(response.text) as NaivePage;
        ids = steps.hold(ids, steps.idsIn(page));
        next = steps.nextIn(page, place);
      } catch (error) {
        return unfinished(`a page could not be read: ${String(error)}`);
      }
      if (next === undefined) return { complete: true, ids };
      const to = steps.resolve(next, place);
      if (to === undefined) return unfinished('a next link leads elsewhere');
      if (pages >= steps.mostPages || !steps.mayGoOn(to, place))
        return unfinished('the list does not come to an end');
      url = to;
    }
  };
}

/** The message of an error body, if it has one. */
function messageIn({ text }: NaiveResponse): string {
  return text.slice(0, 200);
}
