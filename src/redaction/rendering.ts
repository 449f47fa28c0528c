import type { Exchange, RecordedResponse, Step } from '../exchange.ts';
import { createTextStore, responseWith, type StoredText } from '../packed-text.ts';
import { bodyRenderer, type Parsed, parse } from './bodies.ts';
import { type BodyVisitor, walkAnswer, walkRequest } from './body-walk.ts';
import { redactRequestHeaders, redactResponseHeaders } from './headers.ts';
import { idWithin } from './ids.ts';
import type { Scope } from './scope.ts';
import { type ParsedExchange, shapeOf } from './shapes.ts';
import { redactMessage } from './texts/messages.ts';
import { redactOwnText, redactText } from './texts/texts.ts';
import { redactOrigin } from './urls/hosts.ts';
import { redactPath } from './urls/urls.ts';
import { redactingVisitor } from './visitors.ts';

/** Second pass: redacts. `byClient`: nothing in the requests comes from the suite. */
export function exchangeRenderer(scope: Scope, byClient: boolean): (one: ParsedExchange) => Exchange {
  const visitor = redactingVisitor(scope);
  const answerOf = answerRedactor(scope, visitor);
  return (one) =>
    redact(one.exchange, answerOf(one), scope, visitor, one.exchange.step !== undefined && !byClient);
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

function redact(
  exchange: Exchange,
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
