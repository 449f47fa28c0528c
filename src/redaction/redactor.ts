import type { Profile } from '../../contracts/profiles.ts';
import type { Exchange, RecordedRequest, RecordedResponse, Step } from '../exchange.ts';
import { entryOf } from '../maps.ts';
import { responseWith, type StoredText, storedBodyOf } from '../text/packed-text.ts';
import { type Answer, createAnswerCollector, createAnswerRedactor, createAnswers } from './bodies/answers.ts';
import { type Asked, askedBy, shapeOf } from './bodies/asked.ts';
import { parse } from './bodies/bodies.ts';
import { type BodyVisitor, walkRequest } from './bodies/body-walk.ts';
import { collectingVisitor, redactingVisitor } from './bodies/visitors.ts';
import { redactRequestHeaders, redactResponseHeaders } from './headers.ts';
import { createIdCollector, idWithin } from './ids.ts';
import { createKeyed } from './keyed.ts';
import { indexOperations } from './operations.ts';
import type { Collectors, Scope } from './scope.ts';
import { enumWords, knownNames } from './texts/known-names.ts';
import { redactMessage } from './texts/messages.ts';
import { redactOwnText, redactText } from './texts/texts.ts';
import { createTokens } from './tokens.ts';
import { hostsOf, redactOrigin, withoutPort } from './urls/hosts.ts';
import { collectUrl, redactPath } from './urls/urls.ts';
import { createDates } from './values/dates.ts';
import { createInstantCollector } from './values/instants.ts';

export interface RedactionOptions {
  /** The API versions of the run. What is found in none of them is looked for in all documents: links may have a wrong version. */
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
  const answers = createAnswers();
  const read = exchanges.map((exchange): ReadExchange => {
    const asked = askedBy(exchange, scope);
    const { response } = exchange;
    return { exchange, asked, answer: response && answers(storedBodyOf(response), asked) };
  });
  const collect = collector(scope, collectors);
  for (const one of read) collect(one);
  for (const id of options.ids ?? []) collectors.ids.fromRequest(id);
  const full: Scope = {
    ...scope,
    ids: collectors.ids.finish(scope.keyed),
    instants: collectors.instants.finish(scope.keyed),
  };
  const visitor = redactingVisitor(full);
  const redactAnswer = createAnswerRedactor(full, visitor);
  const isOurs = ({ step }: Exchange) => step !== undefined && options.byClient !== true;
  return {
    exchanges: read.map((one) =>
      redact(one, one.answer && redactAnswer(one.answer), full, visitor, isOurs(one.exchange)),
    ),
    idOf: full.ids.map,
    instants: full.instants.tags,
  };
}

interface ReadExchange {
  readonly exchange: Exchange;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
}

function openScope(exchanges: readonly Exchange[], options: RedactionOptions): Scope {
  const keyed = createKeyed(options.key);
  const sent = new Set(exchanges.map(({ request }) => bearerOf(request)));
  const known = [...sent].filter((token) => options.tokens.includes(token));
  const strangers = [...sent].filter((token) => token !== '' && !options.tokens.includes(token));
  const hosts = hostsOf(exchanges, options.byClient === true);
  const texts = new Map<string, string>();
  let [startMs, endMs] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { request } of exchanges) {
    startMs = Math.min(startMs, request.sentAtMs);
    endMs = Math.max(endMs, request.sentAtMs);
  }
  return {
    operations: indexOperations(options.profiles),
    names: knownNames,
    words: enumWords,
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
    once: (text) => entryOf(texts, text, () => text),
  };
}

/** First pass: collects every id and instant of the run. */
function collector(scope: Scope, collectors: Collectors): (one: ReadExchange) => void {
  const { ids, instants } = collectors;
  const sentVisitor = collectingVisitor(scope, collectors, ids.fromRequest);
  const collectAnswer = createAnswerCollector(scope, collectingVisitor(scope, collectors, ids.fromAnswer));
  return ({ exchange: { request, response }, asked, answer }) => {
    collectUrl(request.path, 'request', scope, collectors);
    const location = response?.headers.location;
    if (location !== undefined) collectUrl(location, 'answer', scope, collectors);
    const sent = parse(request.body).json;
    if (sent) walkRequest(sent.value, shapeOf(asked, scope, sentVisitor));
    if (answer) instants.addAscending(collectAnswer(answer));
  };
}

/** Second pass: redacts. */
function redact(
  { exchange, asked }: ReadExchange,
  answer: StoredText | undefined,
  scope: Scope,
  visitor: BodyVisitor,
  isOurs: boolean,
): Exchange {
  const { seq, step, request, response, failure } = exchange;
  return {
    seq,
    ...(step ? { step: redactStep(step, scope) } : {}),
    request: {
      method: request.method,
      origin: scope.once(redactOrigin(request.origin, scope)),
      path: scope.once(redactPath(request.path, scope, isOurs)),
      headers: redactRequestHeaders(request.headers, scope),
      sentAtMs: request.sentAtMs,
      ...(request.body === undefined
        ? {}
        : { body: requestBody(request.body, asked, scope, visitor, isOurs) }),
      ...(request.notKept === undefined ? {} : { notKept: request.notKept }),
    },
    ...(response ? { response: redactResponse(response, answer, scope) } : {}),
    ...(failure ? { failure: { kind: failure.kind, message: failureMessage(failure.message, scope) } } : {}),
  };
}

function redactResponse(
  response: RecordedResponse,
  body: StoredText | undefined,
  scope: Scope,
): RecordedResponse {
  const parts = {
    status: response.status,
    headers: redactResponseHeaders(response.headers, scope),
    ...(response.notKept === undefined ? {} : { notKept: response.notKept }),
    ...(response.isNotUtf8 ? { isNotUtf8: true as const } : {}),
    receivedAtMs: response.receivedAtMs,
  };
  return responseWith(
    parts,
    body ?? redactText(response.body, response.headers['content-type'] ?? '', scope),
  );
}

function requestBody(
  body: string,
  asked: Asked,
  scope: Scope,
  visitor: BodyVisitor,
  isOurs: boolean,
): string {
  const { json, mark, end } = parse(body);
  if (json) return mark + JSON.stringify(walkRequest(json.value, shapeOf(asked, scope, visitor))) + end;
  return isOurs ? redactOwnText(body, scope) : redactText(body, '', scope);
}

/** Probes name cases after operations and fields; an id in a name is replaced by its pseudonym. */
function redactStep(step: Step, scope: Scope): Step {
  const clean = (text: string) =>
    text.replace(idWithin, (id) => (scope.ids.has(id) ? scope.ids.map(id) : id));
  return {
    claim: step.claim,
    case: clean(step.case),
    ...(step.role === undefined ? {} : { role: clean(step.role) }),
  };
}

/** Keeps the recorder's messages; in captured traffic a message can have any origin. */
function failureMessage(message: string, scope: Scope): string {
  const isHarmless = /^[A-Za-z0-9 ,./():_-]{0,160}$/.test(message) && scope.tokens.foundIn(message) === '';
  return isHarmless && !message.match(idWithin) ? message : redactMessage(message, scope);
}

function bearerOf(request: RecordedRequest): string {
  const value = request.headers.authorization ?? '';
  const space = value.indexOf(' ');
  return (space < 0 ? value : value.slice(space + 1)).trim();
}
