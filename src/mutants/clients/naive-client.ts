import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSend, type NaiveAnswer, type SendSteps, sendNaively } from './naive-send.ts';

/** A page as JSON gives it, with as little belief in it as can be. */
export interface NaivePage {
  readonly data: readonly { readonly data: { readonly id: string } & Readonly<Record<string, unknown>> }[];
  readonly links: readonly { readonly rel: string; readonly uri: string }[];
}

/** Where a walk is. */
export interface Place {
  readonly origin: string;
  readonly collection: string;
  /** Of the page that was just read. */
  readonly url: string;
  /** Pages that were read so far, this one included. */
  readonly pages: number;
  /** URLs that were asked for. */
  readonly visited: ReadonlySet<string>;
}

/** A sync client step by step; mutants put a worse step in the place of one. */
export interface NaiveSteps extends SendSteps {
  readonly firstUrl: (origin: string, collection: string) => string;
  /** `page` counts from 0. */
  readonly headers: (token: string, page: number) => Record<string, string>;
  /** The ids of a page; throws where it holds none. */
  readonly idsIn: (page: NaivePage) => readonly string[];
  /** The next link, as it is given; `undefined` at the end. */
  readonly nextIn: (page: NaivePage, place: Place) => string | undefined;
  /** Where a link leads to; `undefined` where it must not be followed. */
  readonly resolve: (uri: string, place: Place) => string | undefined;
  readonly mayGoOn: (url: string, place: Place) => boolean;
  /** Pages after which no list is believed to end, whatever `mayGoOn` says. */
  readonly mostPages: number;
  readonly hold: (held: readonly string[], ids: readonly string[]) => readonly string[];
  /** What is claimed where the walk could not be finished. */
  readonly claimsUnfinished: 'incomplete' | 'complete';
}

/** The steps as the documents have them. */
export const documentedSteps: NaiveSteps = {
  ...documentedSend,
  firstUrl: (origin, collection) => `${origin}/v2.0/${collection}`,
  headers: (token) => ({ Authorization: `Bearer ${token}`, Accept: 'application/json' }),
  idsIn: (page) => page.data.map((entry) => entry.data.id),
  nextIn: (page) => page.links.find((link) => link.rel === 'next')?.uri,
  resolve: (uri, { origin }) => {
    const url = URL.canParse(uri, origin) ? new URL(uri, origin) : undefined;
    return url?.origin === origin && url.username === '' ? url.href : undefined;
  },
  mayGoOn: (url, { visited }) => !visited.has(url),
  // For real districts it would be 10,000; with that a few endless lists would take most of the time of a proof.
  mostPages: 100,
  hold: (held, ids) => [...new Set([...held, ...ids])],
  claimsUnfinished: 'incomplete',
};

/** Makes a sync client of the documented steps and some others. It reads one list, and knows nothing of write jobs. */
export function naiveClient(changes: Partial<NaiveSteps> = {}): ClientModule {
  const steps: NaiveSteps = { ...documentedSteps, ...changes };
  return async ({ baseUrl: origin, token, job, fetch, clock }) => {
    const collection = job.replace('sync:', '');
    const visited = new Set<string>();
    let ids: readonly string[] = [];
    const unfinished = (said: string) => ({ complete: steps.claimsUnfinished === 'complete', ids, said });
    let url = steps.firstUrl(origin, collection);
    for (let pages = 1; ; pages++) {
      visited.add(url);
      const init = { headers: steps.headers(token, pages - 1) };
      const answer = await sendNaively(url, init, { fetch, clock }, steps);
      const place: Place = { origin, collection, url, pages, visited };
      let next: string | undefined;
      try {
        if (answer.status !== 200)
          return unfinished(`a page answered ${answer.status}: ${messageIn(answer)}`);
        const page = JSON.parse(answer.text) as NaivePage;
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

/** What an error body says, as far as it can be read. */
function messageIn({ text }: NaiveAnswer): string {
  return text.slice(0, 200);
}
