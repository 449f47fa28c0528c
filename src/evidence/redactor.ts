import type { Profile } from '../../contracts/profiles.ts';
import {
  type Exchange,
  type RecordedRequest,
  type RecordedResponse,
  rememberJson,
  type Step,
} from '../exchange.ts';
import type { ApiModel, OperationModel } from '../model.ts';
import { type BodyShape, type BodyVisitor, shareItems, walkAnswer, walkRequest } from './body-walk.ts';
import { dateMover, shiftOf } from './dates.ts';
import { redactRequestHeaders, redactResponseHeaders } from './headers.ts';
import { createIdCollector, type IdCollector, isIdLike } from './ids.ts';
import { createKeyed } from './keyed.ts';
import { enumWords, knownNames } from './known-names.ts';
import { redactLeaf } from './leaves.ts';
import { redactMessage } from './messages.ts';
import { indexOperations } from './operations.ts';
import type { Scope } from './scope.ts';
import { redactOwnText, redactText } from './texts.ts';
import { createTokens } from './tokens.ts';
import { collectUrl, redactPath, redactUrl, segmentsOf } from './urls.ts';

export interface RedactionOptions {
  readonly model: ApiModel;
  /** The API versions of the run. Operations are told by their path, so a wrong version in a link is walked too. */
  readonly profiles: readonly Profile[];
  /** Every token that the run sent, in the order of first use: the first is `«token:1»`. */
  readonly tokens: readonly string[];
  /** Makes the pseudonyms. The same key and exchanges give the same result; without it nothing leads back. */
  readonly key: Uint8Array;
}

/**
 * The same exchanges without anything personal or secret. It is an allow-list along the description of the API: what is
 * documented keeps what a judge looks at (structure, types, emptiness, order and equality of ids, validity), and everything else
 * becomes filler of its own kind. Judges judge the result, so nothing else needs to be kept.
 */
export function redactExchanges(exchanges: readonly Exchange[], options: RedactionOptions): Exchange[] {
  const { scope, collector } = openScope(exchanges, options);
  const items = new Map<string, unknown>();
  const parsed = exchanges.map((exchange) => {
    const answered = parse(exchange.response?.body);
    if (answered.json) shareItems(answered.json.value, operationOf(exchange, scope)?.record ?? '', items);
    return { exchange, sent: parse(exchange.request.body), answered };
  });
  const visitors = {
    sent: collectingVisitor(scope, collector, collector.fromRequest),
    answered: collectingVisitor(scope, collector, collector.fromAnswer),
  };
  for (const one of parsed) collect(one, scope, collector, visitors);
  const full: Scope = { ...scope, ids: collector.finish(scope.keyed) };
  const visitor = redactingVisitor(full);
  return parsed.map((one) => redact(one, full, visitor));
}

/** A body as JSON, or not. A byte order mark and the blanks at the end are kept apart. */
interface Parsed {
  readonly json: { readonly value: unknown } | undefined;
  readonly mark: string;
  readonly end: string;
}

interface ParsedExchange {
  readonly exchange: Exchange;
  readonly sent: Parsed;
  readonly answered: Parsed;
}

function parse(body = ''): Parsed {
  const mark = body.startsWith('\ufeff') ? '\ufeff' : '';
  const text = mark === '' ? body : body.slice(1);
  try {
    return { json: { value: JSON.parse(text) }, mark, end: /[\s]{0,8}$/.exec(text.slice(-8))?.[0] ?? '' };
  } catch {
    return { json: undefined, mark, end: '' };
  }
}

function openScope(exchanges: readonly Exchange[], options: RedactionOptions) {
  const keyed = createKeyed(options.key);
  const sent = new Set(exchanges.map(({ request }) => bearerOf(request)));
  const hosts = new Map(exchanges.map(({ request }) => [hostOf(request.origin), request.origin]));
  const known = [...sent].filter((token) => options.tokens.includes(token));
  const strangers = [...sent].filter((token) => token !== '' && !options.tokens.includes(token));
  const startMs = exchanges.reduce(
    (least, { request }) => Math.min(least, request.sentAtMs),
    Number.MAX_SAFE_INTEGER,
  );
  const collector = createIdCollector();
  const scope: Scope = {
    schemas: options.model.schemas,
    operations: indexOperations(options.model),
    names: knownNames(options.model),
    words: enumWords(options.model),
    keyed,
    ids: { has: () => false, map: (id) => id },
    tokens: createTokens([...known, ...options.tokens], strangers),
    hosts,
    hostNames: new Set([...hosts.keys()].map((host) => host.replace(/:\d+$/, ''))),
    moveDate: dateMover(shiftOf(keyed.digest('dates', '')), startMs),
    numbers: { fillers: new Map(), taken: new Set() },
    buckets: new Map(),
  };
  return { scope, collector };
}

/** First pass: every id of the run, wherever it stands. */
function collect(
  { exchange, sent, answered }: ParsedExchange,
  scope: Scope,
  collector: IdCollector,
  visitors: { readonly sent: BodyVisitor; readonly answered: BodyVisitor },
): void {
  const { request, response } = exchange;
  collectUrl(request.path, 'request', scope, collector);
  const location = response?.headers.location;
  if (location !== undefined) collectUrl(location, 'answer', scope, collector);
  if (sent.json) walkRequest(sent.json.value, shapeOf(exchange, scope, visitors.sent));
  if (answered.json) walkAnswer(answered.json.value, shapeOf(exchange, scope, visitors.answered));
}

function collectingVisitor(scope: Scope, collector: IdCollector, take: (id: string) => void): BodyVisitor {
  return {
    copies: false,
    items: new Map(),
    leaf: (value, field) => {
      if (typeof value === 'string' && (field?.redact === 'id' || (!field && isIdLike(value)))) take(value);
      return value;
    },
    name: (name) => name,
    uri: (uri) => {
      collectUrl(uri, 'answer', scope, collector);
      return uri;
    },
    rel: (rel) => rel,
    message: (text) => {
      for (const id of text.match(idWithin) ?? []) collector.fromRequest(id);
      return text;
    },
  };
}

/** Second pass. */
function redact({ exchange, sent, answered }: ParsedExchange, scope: Scope, visitor: BodyVisitor): Exchange {
  const { seq, step, request, response, failure } = exchange;
  const answer = answered.json
    ? walkAnswer(answered.json.value, shapeOf(exchange, scope, visitor))
    : undefined;
  const redacted: Exchange = {
    seq,
    ...(step ? { step: redactStep(step, scope) } : {}),
    request: {
      method: request.method,
      origin: request.origin,
      path: redactPath(request.path, scope, step !== undefined),
      headers: redactRequestHeaders(request.headers, scope),
      ...(request.body === undefined
        ? {}
        : { body: requestBody(exchange, request.body, sent, scope, visitor) }),
      sentAtMs: request.sentAtMs,
    },
    ...(response ? { response: redactResponse(response, answered, answer, scope) } : {}),
    ...(failure ? { failure: { kind: failure.kind, message: failureMessage(failure.message, scope) } } : {}),
  };
  // With a byte order mark the body is no JSON, whatever follows.
  if (answered.json && answered.mark === '') rememberJson(redacted, answer);
  return redacted;
}

function redactResponse(
  response: RecordedResponse,
  { json, mark, end }: Parsed,
  answer: unknown,
  scope: Scope,
): RecordedResponse {
  const body = json
    ? mark + JSON.stringify(answer) + end
    : redactText(response.body, response.headers['content-type'] ?? '', scope);
  return {
    status: response.status,
    headers: redactResponseHeaders(response.headers, scope),
    body,
    receivedAtMs: response.receivedAtMs,
  };
}

function requestBody(
  exchange: Exchange,
  body: string,
  { json, mark, end }: Parsed,
  scope: Scope,
  visitor: BodyVisitor,
): string {
  if (json) return mark + JSON.stringify(walkRequest(json.value, shapeOf(exchange, scope, visitor))) + end;
  return exchange.step ? redactOwnText(body, scope) : redactText(body, '', scope);
}

function redactingVisitor(scope: Scope): BodyVisitor {
  return {
    copies: true,
    items: new Map(),
    leaf: (value, field) => redactLeaf(value, field, scope),
    name: (name) => {
      if (scope.names.has(name)) return name;
      const seen = scope.tokens.foundIn(name);
      if (seen !== '') return seen;
      // Go matches keys without regard to case, so another case of a known name is worth seeing.
      return scope.names.has(name.toLowerCase()) ? name : `x-${scope.keyed.tag('field', name)}`;
    },
    uri: (uri) => {
      const seen = scope.tokens.foundIn(uri);
      return seen === '' ? redactUrl(uri, scope) : seen;
    },
    rel: (rel) =>
      rel === '' || publicRels.test(rel) || scope.operations.isWord(rel)
        ? rel
        : `x-${scope.keyed.tag('rel', rel)}`,
    message: (text) => redactMessage(text, scope),
  };
}

/** Of the documents, and those that recordings show on single records. */
const publicRels =
  /^(?:self|next|prev|first|last|district|districts|school|schools|students?|teachers?|sections?|courses?|terms?|contacts?|users?|admins?)$/i;

function shapeOf(exchange: Exchange, scope: Scope, visitor: BodyVisitor): BodyShape {
  const operation = operationOf(exchange, scope);
  return { operation, schemas: scope.schemas, operations: scope.operations, visitor };
}

function operationOf(exchange: Exchange, scope: Scope): OperationModel | undefined {
  const { method, path } = exchange.request;
  return scope.operations.match(segmentsOf(path.split('?', 1)[0] ?? ''), method);
}

const idWithin = /\b(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi;

/** Cases are named by probes, after operations and fields; should one name an id, it is the pseudonym's turn. */
function redactStep(step: Step, scope: Scope): Step {
  const clean = (text: string) =>
    text.replace(idWithin, (id) => (scope.ids.has(id) ? scope.ids.map(id) : id));
  return {
    claim: step.claim,
    case: clean(step.case),
    ...(step.role === undefined ? {} : { role: clean(step.role) }),
  };
}

/** The recorder's own words stay; in captured traffic a message may come from anywhere. */
function failureMessage(message: string, scope: Scope): string {
  const isOurs = /^[A-Za-z0-9 ,./():_-]{0,160}$/.test(message) && scope.tokens.foundIn(message) === '';
  return isOurs && !message.match(idWithin) ? message : redactMessage(message, scope);
}

function bearerOf(request: RecordedRequest): string {
  const value = request.headers.authorization ?? '';
  const space = value.indexOf(' ');
  return (space < 0 ? value : value.slice(space + 1)).trim();
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : origin;
}
