import type { Profile } from '../../contracts/profiles.ts';
import type { ApiModel, OperationModel } from '../../openapi/model-types.ts';
import type { Exchange, RecordedRequest, RecordedResponse, Step } from '../exchange.ts';
import { createTextStore, responseWith, type StoredText, storedBodyOf } from '../packed-text.ts';
import { answerParser, bodyRenderer, createdIn, largeLength, type Parsed, parse } from './bodies.ts';
import { type BodyShape, type BodyVisitor, walkAnswer, walkRequest } from './body-walk.ts';
import { redactRequestHeaders, redactResponseHeaders } from './headers.ts';
import { createIdCollector, idWithin } from './ids.ts';
import { createKeyed } from './keyed.ts';
import { indexOperations } from './operations.ts';
import type { Scope } from './scope.ts';
import { enumWords, knownNames } from './texts/known-names.ts';
import { redactMessage } from './texts/messages.ts';
import { redactOwnText, redactText } from './texts/texts.ts';
import { createTokens } from './tokens.ts';
import { hostsOf, redactOrigin, withoutPort } from './urls/hosts.ts';
import { collectUrl, redactPath, segmentsOf } from './urls/urls.ts';
import { createDates } from './values/dates.ts';
import { createInstantCollector } from './values/instants.ts';
import { type Collectors, collectingVisitor, redactingVisitor } from './visitors.ts';

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
  const visitors = {
    sent: collectingVisitor(scope, collectors, collectors.ids.fromRequest),
    answered: collectingVisitor(scope, collectors, collectors.ids.fromAnswer),
  };
  const collected = new Set<Parsed>();
  for (const one of parsed) {
    collect(one, scope, collectors, visitors, collected.has(one.answered));
    if (!one.answered.isKept) collected.add(one.answered);
  }
  for (const id of options.ids ?? []) collectors.ids.fromRequest(id);
  const full: Scope = {
    ...scope,
    ids: collectors.ids.finish(scope.keyed),
    instants: collectors.instants.finish(scope.keyed),
  };
  const visitor = redactingVisitor(full);
  const isOurs = ({ exchange }: ParsedExchange) => exchange.step !== undefined && options.byClient !== true;
  const answerOf = answerRedactor(full, visitor);
  return {
    exchanges: parsed.map((one) => redact({ ...one, answer: answerOf(one) }, full, visitor, isOurs(one))),
    idOf: full.ids.map,
    instants: full.instants.tags,
  };
}

interface ParsedExchange {
  readonly exchange: Exchange;
  readonly answered: Parsed;
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

/** First pass: collects every id and instant of the run. */
function collect(
  { exchange, answered }: ParsedExchange,
  scope: Scope,
  { ids, instants }: Collectors,
  visitors: { readonly sent: BodyVisitor; readonly answered: BodyVisitor },
  isKnown: boolean,
): void {
  const { request, response } = exchange;
  collectUrl(request.path, 'request', scope, ids);
  const location = response?.headers.location;
  if (location !== undefined) collectUrl(location, 'answer', scope, ids);
  const sent = parse(request.body).json;
  if (sent) walkRequest(sent.value, shapeOf(exchange, scope, visitors.sent));
  const json = isKnown ? undefined : answered.json;
  if (!json) return;
  const shape = shapeOf(exchange, scope, visitors.answered, answered.isKept);
  walkAnswer(json.value, shape);
  if (shape.operation?.record === 'Event') instants.addAscending(createdIn(json.value));
}

/** The text of a redacted JSON response, memoised per body; `undefined` if it is not JSON. */
function answerRedactor(scope: Scope, visitor: BodyVisitor) {
  const known = new Map<Parsed, StoredText>();
  const store = createTextStore();
  const render = bodyRenderer();
  return ({ exchange, answered }: ParsedExchange): StoredText | undefined => {
    const found = known.get(answered);
    if (found !== undefined) return found;
    const { json, isKept, mark, end } = answered;
    if (!json) return undefined;
    const shape = shapeOf(exchange, scope, visitor, isKept);
    const text = store(mark + render(walkAnswer(json.value, shape), isKept) + end);
    known.set(answered, text);
    return text;
  };
}

/** Second pass: redacts. */
function redact(
  { exchange, answer }: ParsedExchange & { readonly answer: StoredText | undefined },
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
      origin: redactOrigin(request.origin, scope),
      path: redactPath(request.path, scope, isOurs),
      headers: redactRequestHeaders(request.headers, scope),
      ...(request.body === undefined
        ? {}
        : { body: requestBody(exchange, request.body, scope, visitor, isOurs) }),
      ...(request.notKept === undefined ? {} : { notKept: request.notKept }),
      sentAtMs: request.sentAtMs,
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
  exchange: Exchange,
  body: string,
  scope: Scope,
  visitor: BodyVisitor,
  isOurs: boolean,
): string {
  const { json, mark, end } = parse(body);
  if (json) return mark + JSON.stringify(walkRequest(json.value, shapeOf(exchange, scope, visitor))) + end;
  return isOurs ? redactOwnText(body, scope) : redactText(body, '', scope);
}

function shapeOf(exchange: Exchange, scope: Scope, visitor: BodyVisitor, isKept = true): BodyShape {
  const operation = operationOf(exchange, scope);
  const addressed = addressedBy(exchange, scope);
  return {
    operation,
    schemas: scope.schemas,
    operations: scope.operations,
    visitor,
    addressed,
    isKept,
  };
}

/** More than one record has. */
function isLarge({ response }: Exchange): boolean {
  return response !== undefined && storedBodyOf(response).length > largeLength;
}

/**
 * The id that ends the path of a request: of one record, not of a list. None if the response is large: the same one to every id would
 * be walked, and kept, for every id.
 */
function addressedBy(exchange: Exchange, scope: Scope): string {
  if (isLarge(exchange)) return '';
  const operation = operationOf(exchange, scope);
  if (!operation || scope.operations.paramsOf(operation).at(-1) !== true) return '';
  return segmentsOf(exchange.request.path.split('?', 1)[0] ?? '').at(-1) ?? '';
}

function operationOf(exchange: Exchange, scope: Scope): OperationModel | undefined {
  const { method, path } = exchange.request;
  return scope.operations.match(segmentsOf(path.split('?', 1)[0] ?? ''), method);
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
