import type { Exchange, HeaderMap } from '../../exchange.ts';
import { unusable } from './file.ts';
import { readEntry, urlOf } from './har-entry.ts';
import { kindOfPath, shareTokens } from './relevance.ts';
import { undescribedIn, unknownPathsIn } from './undescribed.ts';

/** A capture's traffic with Clever's APIs, before redaction. */
export interface Traffic {
  /** By the start of the request, numbered. */
  readonly exchanges: readonly Exchange[];
  /** Requests that sent an API token to an unrelated origin, which is anonymised. */
  readonly strays: readonly Stray[];
  /** Every token that was sent to an API, in the order of first use. */
  readonly tokens: readonly string[];
  /** The tool records whole seconds only. */
  readonly isCoarse: boolean;
  /** The tool records no times of requests, so only their order is known. */
  readonly isUntimed: boolean;
  /** The most that the tool's times may be late, in milliseconds, where it knows. */
  readonly lagMs?: number;
  readonly tally: Tally;
}

/** A request that sent a token to an unrelated origin. */
export interface Stray {
  readonly exchange: Exchange;
  /** Origin and Authorization header of the API that the token is for. */
  readonly home: Pick<Exchange['request'], 'origin' | 'headers'>;
}

/** Counts of entries read and ignored, for the console. */
export interface Tally {
  readonly files: number;
  readonly entries: number;
  readonly origins: readonly string[];
  /** Ignored: other hosts, other paths of an API's host, browser preflights. */
  readonly otherHosts: number;
  readonly otherPaths: number;
  readonly preflights: number;
  /** Responses that cannot be judged: their body was not kept, or they came from a cache. */
  readonly notKept: number;
  readonly cached: number;
  /** What was requested that no requirement is about: `/me`, `?count= of /students`. Only its status and headers are judged. */
  readonly undescribed: readonly string[];
  /** Paths below a version at hosts that are no API. */
  readonly unknownPaths: readonly string[];
}

type Unnumbered = Omit<Exchange, 'seq'>;

/** Collects entries file by file. */
export interface TrafficCollector {
  /** Throws `UsageError` for an entry of an API that cannot be read. `name` and `place` are for its message. */
  add(entry: unknown, name: string, place: number): void;
  /** As `add`, of an entry made from another format. Not `isTimed`: nothing is known of its time but the order. */
  addStored(
    entry: unknown,
    where: { readonly name: string; readonly place: number; readonly isTimed: boolean },
  ): void;
  /** An exchange from another format, which is always API traffic. */
  addExchange(exchange: Exchange): void;
  /** A request from another format to an origin that is no API. */
  addStray(exchange: Exchange): void;
  finish(files: number): Traffic;
}

/** Total characters of different bodies; each takes several times as much memory. */
const maxCharacters = 48 * 1024 * 1024;
/** Entries of an API. A client that sends all that the documented limit allows takes an hour and a half for as many. */
const maxJudged = 100_000;
/** Characters of a request to another origin that are searched for tokens. */
const searched = 64 * 1024;

export function createTrafficCollector(): TrafficCollector {
  const kept: Unnumbered[] = [];
  const others: Unnumbered[] = [];
  const apis = new Set<string>();
  let entries = 0;
  let preflights = 0;
  let notKept = 0;
  let cached = 0;
  let coarse = 0;
  let characters = 0;
  let isStored = false;
  let isUntimed = false;

  const refuse = (name: string, amount: string) => {
    throw unusable(
      name,
      `it contains more than ${amount} of API traffic`,
      'Capture a shorter time, or one list at a time.',
    );
  };
  const texts = new Map<string, string>();
  /** Most texts of a capture repeat, bodies as well as headers. */
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  const bodyOnce = (text: string, name: string): string => {
    if (!texts.has(text)) characters += text.length;
    if (characters > maxCharacters)
      refuse(name, `${maxCharacters / 1024 / 1024} million characters of different bodies`);
    return once(text);
  };
  const headersOnce = (headers: HeaderMap): HeaderMap =>
    Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, once(value)]));

  const keep = ({ request, response, ...rest }: Unnumbered, name: string) => {
    if (kept.length >= maxJudged) refuse(name, `${maxJudged} entries`);
    kept.push({
      ...rest,
      request: {
        ...request,
        headers: headersOnce(request.headers),
        ...(request.body === undefined ? {} : { body: bodyOnce(request.body, name) }),
      },
      ...(response
        ? {
            response: {
              ...response,
              headers: headersOnce(response.headers),
              body: bodyOnce(response.body, name),
            },
          }
        : {}),
    });
  };

  const add = (entry: unknown, name: string, place: number) => {
    entries++;
    const url = urlOf(entry);
    if (!url) return;
    const kind = kindOfPath(url.pathname);
    const read = readEntry(entry, url);
    if ('fault' in read) {
      if (kind === 'api') throw unusable(name, `entry ${place} ${read.fault}`);
      return;
    }
    if (kind === 'other') {
      others.push(slim(read.exchange));
      return;
    }
    if (read.kind === 'preflight') {
      preflights++;
      return;
    }
    if (kind === 'api') apis.add(url.origin);
    if (read.kind === 'bodiless') notKept++;
    if (read.kind === 'cached') cached++;
    if (read.isCoarse) coarse++;
    keep(read.exchange, name);
  };

  return {
    add,
    addStored: (entry, { name, place, isTimed }) => {
      isStored = true;
      isUntimed ||= !isTimed;
      add(entry, name, place);
    },
    addExchange: (exchange) => {
      entries++;
      apis.add(exchange.request.origin);
      keep(exchange, 'the capture');
    },
    addStray: (exchange) => {
      entries++;
      others.push(slim(exchange));
    },
    finish: (files) => {
      const judged = kept
        .filter((one) => apis.has(one.request.origin))
        .sort((a, b) => a.request.sentAtMs - b.request.sentAtMs);
      const strangers = [...others, ...kept.filter((one) => !apis.has(one.request.origin)).map(slim)];
      const exchanges = judged.map((one, seq): Exchange => ({ seq, ...one }));
      return {
        exchanges,
        strays: findStrays(exchanges, strangers),
        tokens: tokensIn(exchanges),
        isCoarse: isStored || (coarse > 2 && coarse === kept.length),
        isUntimed,
        tally: {
          files,
          entries,
          origins: [...apis],
          otherHosts: strangers.filter((one) => !apis.has(one.request.origin)).length,
          otherPaths: others.filter((one) => apis.has(one.request.origin)).length,
          preflights,
          notKept,
          cached,
          undescribed: undescribedIn(exchanges),
          unknownPaths: unknownPathsIn(kept.filter((one) => !apis.has(one.request.origin))),
        },
      };
    },
  };
}

/** The parts of a request to another origin that may contain a token. */
function slim({ request }: Unnumbered): Unnumbered {
  const { body } = request;
  return {
    request: body === undefined ? request : { ...request, body: body.slice(0, searched) },
    failure: { kind: 'refused', message: 'not judged' },
  };
}

/** The token of an Authorization header, without its scheme; `''` for none. */
export function bearerOf({ request }: Pick<Exchange, 'request'>): string {
  const value = request.headers.authorization ?? '';
  return value.slice(value.indexOf(' ') + 1).trim();
}

function tokensIn(exchanges: readonly Exchange[]): readonly string[] {
  return [...new Set(exchanges.map(bearerOf))].filter((token) => token !== '');
}

/** Shorter tokens match by chance. */
const minTokenLength = 8;

function findStrays(exchanges: readonly Exchange[], strangers: readonly Unnumbered[]): readonly Stray[] {
  const homes = new Map(exchanges.map((one) => [bearerOf(one), one.request]));
  const names = new Map<string, string>();
  return strangers.flatMap((stranger, at): readonly Stray[] => {
    const { origin, path, body = '', headers } = stranger.request;
    const places = [path, body, ...Object.values(headers)];
    const found = [...homes].find(
      ([token, home]) =>
        token.length >= minTokenLength &&
        !shareTokens(home.origin, origin) &&
        places.some((text) => text.includes(token) || text.includes(encodeURIComponent(token))),
    );
    if (!found) return [];
    if (!names.has(origin)) names.set(origin, `https://stranger-${names.size + 1}.invalid`);
    const request = { ...stranger.request, origin: names.get(origin) ?? '' };
    return [{ exchange: { ...stranger, seq: exchanges.length + at, request }, home: found[1] }];
  });
}
