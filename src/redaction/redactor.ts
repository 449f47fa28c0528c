import type { Profile } from '../../contracts/profiles.ts';
import type { ApiModel } from '../../openapi/model-types.ts';
import type { Exchange, RecordedRequest } from '../exchange.ts';
import { storedBodyOf } from '../packed-text.ts';
import { answerParser } from './bodies.ts';
import { collectFrom } from './collecting.ts';
import { createIdCollector } from './ids.ts';
import { createKeyed } from './keyed.ts';
import { indexOperations } from './operations.ts';
import { exchangeRenderer } from './rendering.ts';
import type { Scope } from './scope.ts';
import { addressedBy, operationOf } from './shapes.ts';
import { enumWords, knownNames } from './texts/known-names.ts';
import { createTokens } from './tokens.ts';
import { hostsOf, withoutPort } from './urls/hosts.ts';
import { createDates } from './values/dates.ts';
import { createInstantCollector } from './values/instants.ts';
import type { Collectors } from './visitors.ts';

export interface RedactionOptions {
  readonly model: ApiModel;
  /** The API versions of the run. Operations are matched by path, so links with a wrong version are walked too. */
  readonly profiles: readonly Profile[];
  /** Every token of the run in order of first use: the first is `«token:1»`. */
  readonly tokens: readonly string[];
  /** Key of the pseudonyms: deterministic with it, irreversible without it. */
  readonly key: Uint8Array;
  /** Requests were sent by a client under test, so nothing in them comes from the suite. */
  readonly byClient?: boolean;
  /**
   * The responses are the suite's own. `links`: words that links were the first to have stay; `all`: error texts as well, for a client that has
   * nothing else to send. @default none: anything may be a stranger's
   */
  readonly ownData?: 'links' | 'all' | undefined;
  /** Ids from elsewhere (e.g. client output) that need pseudonyms too. */
  readonly ids?: readonly string[];
}

/** Redacted traffic and its pseudonyms. */
export interface Redacted {
  readonly exchanges: Exchange[];
  /** The pseudonym of any id. */
  idOf(id: string): string;
  /** What tells the instants of this traffic apart in other shards of the run: see `rerank`. */
  instants(): readonly string[];
}

/**
 * Removes personal and secret data from exchanges. An allow-list based on the API description: documented data keeps what
 * judges check (structure, types, emptiness, order and equality of ids, validity), and everything else is replaced by filler
 * of the same kind. Judges work on the result, so the raw data is not stored.
 */
export function redactExchanges(exchanges: readonly Exchange[], options: RedactionOptions): Exchange[] {
  return redactTraffic(exchanges, options).exchanges;
}

/** As `redactExchanges`, with the pseudonyms. */
export function redactTraffic(exchanges: readonly Exchange[], options: RedactionOptions): Redacted {
  const scope = openScope(exchanges, options);
  const collectors: Collectors = { ids: createIdCollector(), instants: createInstantCollector() };
  const parseAnswer = answerParser();
  const parsed = exchanges.map((exchange) => ({
    exchange,
    answered: parseAnswer(
      exchange.response && storedBodyOf(exchange.response),
      operationOf(exchange, scope),
      addressedBy(exchange, scope),
    ),
  }));
  collectFrom(parsed, scope, collectors);
  for (const id of options.ids ?? []) collectors.ids.fromRequest(id);
  const full: Scope = {
    ...scope,
    ids: collectors.ids.finish(scope.keyed),
    instants: collectors.instants.finish(scope.keyed),
  };
  const render = exchangeRenderer(full, options.byClient === true);
  return { exchanges: parsed.map(render), idOf: full.ids.map, instants: full.instants.tags };
}

function openScope(exchanges: readonly Exchange[], options: RedactionOptions): Scope {
  const keyed = createKeyed(options.key);
  const sent = new Set(exchanges.map(({ request }) => bearerOf(request)));
  const known = [...sent].filter((token) => options.tokens.includes(token));
  const strangers = [...sent].filter((token) => token !== '' && !options.tokens.includes(token));
  const hosts = hostsOf(exchanges, options.byClient === true);
  let [startMs, endMs] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { request } of exchanges) {
    startMs = Math.min(startMs, request.sentAtMs);
    endMs = Math.max(endMs, request.sentAtMs);
  }
  return {
    schemas: options.model.schemas,
    operations: indexOperations(options.model),
    names: knownNames(options.model),
    words: enumWords(options.model),
    keyed,
    ids: { has: () => false, map: (id) => id },
    instants: { map: () => undefined, tags: () => [] },
    tokens: createTokens([...known, ...options.tokens], strangers),
    hosts,
    hostNames: new Map([...hosts].map(([host, shown]) => [withoutPort(host), withoutPort(shown)])),
    dates: createDates(keyed, startMs, endMs),
    buckets: new Map(),
    linkWords: options.ownData === undefined ? undefined : new Map(),
    ownTexts: options.ownData === 'all',
  };
}

function bearerOf(request: RecordedRequest): string {
  const value = request.headers.authorization ?? '';
  const space = value.indexOf(' ');
  return (space < 0 ? value : value.slice(space + 1)).trim();
}
