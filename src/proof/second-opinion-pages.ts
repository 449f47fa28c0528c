import { type Exchange, jsonOf, pathnameOf, queryOf } from '../exchange.ts';
import type { JudgeContext } from '../result.ts';

/** A link as it stands; `to` is where it leads, or `undefined` where it is no address at all. */
export interface LinkFact {
  readonly rel: unknown;
  readonly uri: unknown;
  readonly to: URL | undefined;
}

/** A request for a list of the Data API and its answer. */
export interface PageFact {
  readonly seq: number;
  readonly origin: string;
  readonly path: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly claim: string;
  readonly case: string;
  readonly role: string;
  readonly status: number;
  /** Entries of `data`; `undefined` where the answer is no list. */
  readonly size: number | undefined;
  readonly ids: readonly string[];
  /** `undefined` where `links` is no array. */
  readonly links: readonly LinkFact[] | undefined;
  /** The limit that applies: asked for, or the default; `undefined` for one that is out of range. */
  readonly limit: number | undefined;
  readonly after: string | undefined;
  readonly before: string | undefined;
  /** Same list: same path, same filters. */
  readonly list: string;
  /** `/students` is at level 1, `/schools/{id}/students` at level 2. */
  readonly level: 1 | 2;
  /** Asked while the list was being changed. */
  readonly unsettled: boolean;
}

/** Pages that one link leads through, in the order in which they were asked for. */
export interface WalkFact {
  readonly seq: number;
  readonly rel: 'next' | 'prev';
  readonly pages: readonly PageFact[];
  /**
   * `end`: the last page has no such link. `ring`: it leads to a page of the walk. `left`: nobody followed it. `broken`: it led
   * to no list. `unclear`: there are several, or it leads out of the list, where nobody should follow.
   */
  readonly ending: 'end' | 'ring' | 'left' | 'broken' | 'unclear';
}

export interface PageFacts {
  readonly defaultLimit: number;
  readonly maxLimit: number;
  readonly asked: readonly PageFact[];
  /** 200 with a list, and a limit in range. */
  readonly pages: readonly PageFact[];
  readonly walks: readonly WalkFact[];
  /** Ids of a list, ascending, as all its settled pages together show them. */
  truth(page: PageFact): readonly string[];
}

/** What else than a page a list can be asked for; whatever other parameters a server puts into its links, the list is the same. */
const filterNames = ['school', 'record_type'];

/** Everything that the log says about lists. */
export function pageFacts(exchanges: readonly Exchange[], { profiles }: JudgeContext): PageFacts {
  const profile = profiles.find((one) => one.kind === 'data');
  // Links may lead to another version of the same lists; LMS Connect has other ones.
  const others = profiles.filter((one) => one.kind !== 'data').map((one) => one.prefix.slice(1));
  const [defaultLimit, maxLimit] = [profile?.limit.default ?? 100, profile?.limit.max ?? 10_000];
  const asked = exchanges
    .filter(
      (one) => one.response && one.request.method === 'GET' && !others.includes(versionOf(pathnameOf(one))),
    )
    .map((one) => factOf(one, defaultLimit, maxLimit))
    .filter((page) => page !== undefined);
  const pages = asked.filter((page) => page.size !== undefined && page.limit !== undefined);
  const known = new Map<string, readonly string[]>();
  for (const [list, some] of Map.groupBy(
    pages.filter((page) => !page.unsettled),
    (page) => page.list,
  ))
    known.set(list, [...new Set(some.flatMap((page) => page.ids))].sort());
  return {
    defaultLimit,
    maxLimit,
    asked,
    pages,
    walks: [...walksBy('next', asked), ...walksBy('prev', asked)],
    truth: (page) => known.get(page.list) ?? [],
  };
}

function factOf(exchange: Exchange, defaultLimit: number, maxLimit: number): PageFact | undefined {
  const { seq, step, request, response } = exchange;
  const pathname = pathnameOf(exchange);
  const segments = belowVersion(pathname).split('/').slice(1);
  // `/students/{id}` is one record, and its second level a list only where the answer says so.
  if (segments.length !== 1 && segments.length !== 3) return undefined;
  const body = jsonOf(exchange) as { data?: unknown; links?: unknown } | null | undefined;
  const data = response?.status === 200 && Array.isArray(body?.data) ? (body.data as unknown[]) : undefined;
  const query = queryOf(exchange);
  const named = query.getAll('limit');
  const [text = ''] = named;
  const inRange = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= maxLimit;
  const filters = [...query].filter(([name]) => filterNames.includes(name));
  return {
    seq,
    origin: request.origin,
    path: request.path,
    pathname,
    query,
    claim: step?.claim ?? '',
    case: step?.case ?? '',
    role: step?.role ?? '',
    status: response?.status ?? 0,
    size: data?.length,
    ids: (data ?? []).flatMap((entry) => idIn(entry) ?? []),
    links: Array.isArray(body?.links) ? body.links.map((link) => linkFact(link, request.origin)) : undefined,
    limit: named.length === 0 ? defaultLimit : inRange ? Number(text) : undefined,
    after: query.get('starting_after') ?? undefined,
    before: query.get('ending_before') ?? undefined,
    list: `${belowVersion(pathname)}?${filters.map((pair) => pair.join('=')).sort()}`,
    level: segments.length === 1 ? 1 : 2,
    unsettled: /^pagination\/stable-under-/.test(step?.claim ?? ''),
  };
}

function idIn(entry: unknown): string | undefined {
  const id = (entry as { data?: { id?: unknown } } | null)?.data?.id;
  return typeof id === 'string' ? id : undefined;
}

function linkFact(link: unknown, origin: string): LinkFact {
  const { rel, uri } = (link ?? {}) as { rel?: unknown; uri?: unknown };
  const to = typeof uri === 'string' && URL.canParse(uri, origin) ? new URL(uri, origin) : undefined;
  return { rel, uri, to };
}

/** `v2.0` of `/v2.0/students`. */
export function versionOf(pathname: string): string {
  return pathname.split('/')[1] ?? '';
}

/** `/students` of `/v2.0/students`. */
export function belowVersion(pathname: string): string {
  return pathname.slice(versionOf(pathname).length + 1);
}

/** The links of a page with this `rel`. */
export function linksOf(page: PageFact, ...rels: readonly string[]): readonly LinkFact[] {
  return (page.links ?? []).filter(({ rel }) => rels.includes(String(rel)));
}

/** Where the links of a kind lead, as a request for it would name it: once each. */
function targets(page: PageFact, rel: 'next' | 'prev'): readonly (string | undefined)[] {
  const stays = ({ to }: LinkFact) =>
    to?.origin === page.origin && belowVersion(to.pathname) === belowVersion(page.pathname);
  return [
    ...new Set(
      linksOf(page, rel).map((link) =>
        link.to && stays(link) ? link.to.pathname + link.to.search : undefined,
      ),
    ),
  ];
}

/** Chains of requests of one case, each for what the link of the one before leads to. */
function walksBy(rel: 'next' | 'prev', asked: readonly PageFact[]): readonly WalkFact[] {
  const walks: WalkFact[] = [];
  for (const [at, start] of asked.entries()) {
    const isStart = rel === 'prev' || (start.after === undefined && start.before === undefined);
    if (!isStart || start.size === undefined || start.limit === undefined) continue;
    const pages = [start];
    let ending: WalkFact['ending'] | undefined;
    while (ending === undefined) {
      const [link, ...others] = targets(pages.at(-1) ?? start, rel);
      const next = asked[at + pages.length];
      const isOwn = next?.claim === start.claim && next.case === start.case && next.list === start.list;
      if (linksOf(pages.at(-1) ?? start, rel).length === 0) ending = 'end';
      else if (link === undefined || others.length > 0) ending = 'unclear';
      else if (pages.some((page) => page.path === link)) ending = 'ring';
      else if (next?.path !== link || !isOwn) ending = 'left';
      else if (next.size === undefined) ending = 'broken';
      else pages.push(next);
    }
    walks.push({ seq: (pages.at(-1) ?? start).seq, rel, pages, ending });
  }
  return walks;
}
