import { profiles as defaultProfiles, type Profile } from '../../../contracts/profiles.ts';
import { trimmed } from '../../arrays.ts';
import { type AskedList, asksFor, asksForMore, listOf } from '../../job-list.ts';
import type { ScenarioObservation } from '../../observation.ts';
import type { ReadExchange } from '../read-exchange.ts';
import {
  type Attempts,
  type FailedRequest,
  failedRequestOf,
  type Retry,
  requestKeyOf,
  retriesIn,
  retryRuleOf,
} from './attempts.ts';
import { ObservedScenario } from './observed-scenario.ts';
import { idsServedTwiceIn, type NextLink, nextLinksOf, type ServedPage, servedPagesIn } from './pages.ts';
import { type Pause, pausesOf } from './waits.ts';

const listPath = /^\/v\d+(?:\.\d+)?\/([a-z_]+)$/;
/** In captured traffic the list may be one of second level, and the version may be missing. */
const anyPath = /^(?:\/v\d+(?:\.\d+)?)*\/(.+)$/;

/** What was read from the exchanges, each when it was first asked for. */
interface Derived {
  keys?: Map<ReadExchange, string>;
  own?: readonly ReadExchange[];
  listRequests?: readonly ReadExchange[];
  pages?: readonly ServedPage[];
  nextLinks?: readonly NextLink[];
  byRun?: readonly (readonly ReadExchange[])[];
  attempts?: readonly Attempts[];
  retries?: readonly Retry[];
  failedRequests?: readonly FailedRequest[];
  pauses?: readonly Pause[];
  servedTwice?: ReadonlySet<string>;
}

/**
 * What was seen of a client in one scenario (or in one part of a capture), read once. The exchanges are the server's own record,
 * so what the client sent is certain; what it made of the responses shows only in what it sent next and in what it reported.
 */
export class ScenarioTraffic extends ObservedScenario {
  readonly exchanges: readonly ReadExchange[];
  /** The APIs that the scenario serves. */
  readonly profiles: readonly Profile[];
  /** Set where the scenario does not exercise the requirement: then it is listed only where it fails. */
  readonly listedOnFailure: boolean;
  readonly #list: AskedList | undefined;
  #derived: Derived = {};

  constructor(
    observation: Omit<ScenarioObservation, 'exchanges'>,
    exchanges: readonly ReadExchange[],
    {
      profiles = defaultProfiles,
      listedOnFailure = false,
    }: { readonly profiles?: readonly Profile[]; readonly listedOnFailure?: boolean } = {},
  ) {
    super(observation);
    this.exchanges = exchanges;
    this.profiles = profiles;
    this.listedOnFailure = listedOnFailure;
    this.#list = listOf(observation.job);
  }

  /** Lets go of what was derived from the exchanges; it is derived again when it is next asked for. */
  forget(): void {
    this.#derived = {};
    for (const exchange of this.exchanges) exchange.forget();
  }

  /** Ids that the server sent more than once in a walk, without a page having been requested twice. */
  get idsServedTwice(): ReadonlySet<string> {
    this.#derived.servedTwice ??= idsServedTwiceIn(this.pages, (exchange) => this.requestKey(exchange));
    return this.#derived.servedTwice;
  }

  /** Requests to the origin that the client was given, in the order of their arrival, but for those that get it a token. */
  get ownRequests(): readonly ReadExchange[] {
    this.#derived.own ??= this.exchanges
      .filter((one) => one.request.origin === this.origin && !one.pathname.startsWith('/oauth/'))
      .toSorted((a, b) => a.seq - b.seq);
    return this.#derived.own;
  }

  /** Requests to any other origin. */
  get foreignRequests(): readonly ReadExchange[] {
    return this.exchanges.filter((one) => one.request.origin !== this.origin);
  }

  /** `students` of the job `sync:students`, `users?role=student` of that of later versions; `undefined` for the write jobs. */
  get collection(): string | undefined {
    return this.#list?.path;
  }

  /** The Data API that the scenario serves. */
  get dataProfile(): Profile {
    return this.profiles.find(({ kind }) => kind === 'data') ?? defaultProfiles[0];
  }

  /** Requests for pages of the job's own list, under any version, in the order of their arrival. */
  get listRequests(): readonly ReadExchange[] {
    const pattern = this.certainty.ownSteps ? listPath : anyPath;
    this.#derived.listRequests ??= trimmed(
      this.ownRequests.filter(
        ({ method, pathname, query }) =>
          method === 'GET' && this.#list && asksFor(this.#list, pattern.exec(pathname)?.[1] ?? '', query),
      ),
    );
    return this.#derived.listRequests;
  }

  /** Whether the client filters a list itself: it requested `users` where `users?role=student` is asked for. */
  get filtersItself(): boolean {
    const list = this.#list;
    if (!list || !this.certainty.ownSteps || this.listRequests.length > 0) return false;
    return this.ownRequests.some(({ pathname, query }) =>
      asksForMore(list, listPath.exec(pathname)?.[1] ?? '', query),
    );
  }

  /** The pages of the job's list that were served (200 and a list), in the order of their requests. */
  get pages(): readonly ServedPage[] {
    this.#derived.pages ??= trimmed(servedPagesIn(this.listRequests));
    return this.#derived.pages;
  }

  /** The next links on the own origin, in the order of their pages. */
  get nextLinks(): readonly NextLink[] {
    this.#derived.nextLinks ??= nextLinksOf(this);
    return this.#derived.nextLinks;
  }

  /** Whether the last page of the list was served. */
  get reachedTheEnd(): boolean {
    return this.pages.some((page) => page.next === undefined);
  }

  /**
   * Whether a client can ask for the page after this one. Where it makes its cursors of ids, an empty page has none; it may do so
   * unless a request can only have come from a link.
   */
  mayGoOn({ page }: NextLink): boolean {
    if (page.items.length > 0) return true;
    return this.nextLinks.some((link) => link.asGiven.length > 0 && !link.isBuildable);
  }

  /** Equal for attempts of the same request; see `requestKeyOf`. */
  requestKey(exchange: ReadExchange): string {
    this.#derived.keys ??= new Map();
    const known = this.#derived.keys.get(exchange) ?? requestKeyOf(exchange);
    this.#derived.keys.set(exchange, known);
    return known;
  }

  /** Own requests by the run of the client that they belong to. */
  get requestsByRun(): readonly (readonly ReadExchange[])[] {
    if (!this.#derived.byRun) {
      const groups: ReadExchange[][] = this.runs.map(() => []);
      for (const exchange of this.ownRequests) {
        groups[this.runIndexOf(exchange)]?.push(exchange);
      }
      this.#derived.byRun = groups;
    }
    return this.#derived.byRun;
  }

  /** Every request with its attempts, run by run. */
  get attempts(): readonly Attempts[] {
    this.#derived.attempts ??= this.requestsByRun.flatMap((exchanges) => [
      ...Map.groupBy(exchanges, (one) => this.requestKey(one)).values(),
    ]);
    return this.#derived.attempts;
  }

  /** The retries of outages. */
  get retries(): readonly Retry[] {
    this.#derived.retries ??= this.attempts.flatMap((attempts) => retriesIn(attempts, this.observation));
    return this.#derived.retries;
  }

  /** The requests that met an outage, or whose response was lost. */
  get failedRequests(): readonly FailedRequest[] {
    this.#derived.failedRequests ??= this.attempts.flatMap((attempts) => failedRequestOf(attempts) ?? []);
    return this.#derived.failedRequests;
  }

  /** The own requests that were answered with 429, in the order of their arrival. */
  get rateLimited(): readonly ReadExchange[] {
    return this.ownRequests.filter((one) => retryRuleOf(one) === 'after-reset');
  }

  /** The waits after each 429, and after each success that used up the window. */
  get pauses(): readonly Pause[] {
    this.#derived.pauses ??= pausesOf(this);
    return this.#derived.pauses;
  }

  /** Whether a request was sent again later, in any run. */
  isSentAgain(exchange: ReadExchange): boolean {
    const key = this.requestKey(exchange);
    return this.ownRequests.some((one) => one.seq > exchange.seq && this.requestKey(one) === key);
  }

  /**
   * Whether requests that are alike overlap: then the client works on several things at once, or several clients share the
   * token.
   */
  hasOverlap(isAlike: (a: ReadExchange, b: ReadExchange) => boolean): boolean {
    return this.ownRequests.some((one, at) => {
      for (const other of this.ownRequests.slice(at + 1)) {
        if (other.request.sentAtMs >= one.answeredAtMs) return false;
        if (isAlike(one, other)) return true;
      }
      return false;
    });
  }
}
