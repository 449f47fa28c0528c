import type { Exchange, RecordedRequest, RecordedResponse } from '../exchange.ts';
import type { RecordedDefinition, RecordedState } from '../recording.ts';
import { type RehearsedPart, type RehearsedRequest, redactedRequestOf } from './rehearsal.ts';
import type { TranscriptPart } from './transcript.ts';

/** The nock definitions of one probe: requests as a replay sends them, responses as redacted. */
export function definitionsOf(part: TranscriptPart, rehearsed: RehearsedPart): RecordedDefinition[] {
  return part.exchanges.map((exchange, at) => definitionOf(exchange, rehearsed.requests[at]));
}

/** The states of one probe, with the parameters that a replay uses. */
export function statesOf(part: TranscriptPart, rehearsed: RehearsedPart): RecordedState[] {
  return part.states.map(({ before, name, params, values, refused }, at) => ({
    before,
    name,
    params: rehearsed.stateParams[at] ?? params,
    values,
    ...(refused ? { refused } : {}),
  }));
}

function definitionOf(exchange: Exchange, request: RehearsedRequest | undefined): RecordedDefinition {
  const { seq, step, response, failure } = exchange;
  const { method, origin, sentAtMs } = exchange.request;
  return {
    scope: origin,
    method,
    path: request?.path ?? exchange.request.path,
    ...(method === 'GET' ? {} : { body: bodyOf(request?.body ?? '') }),
    ...tokenOf(request?.authorization),
    ...answerOf(response),
    exchange: {
      seq,
      ...(step ? { step } : {}),
      ...gistWhereOther(exchange.request, request),
      sentAtMs,
      ...(response ? { receivedAtMs: response.receivedAtMs } : {}),
      ...(failure ? { failure } : {}),
    },
  };
}

function gistWhereOther(redacted: RecordedRequest, sent: RehearsedRequest | undefined) {
  const isSame = redacted.path === sent?.path && (redacted.body ?? '') === sent.body;
  return isSame ? {} : { request: redactedRequestOf(redacted) };
}

/** nock compares JSON by value and other text exactly. */
function bodyOf(body: string): unknown {
  const json = exactJson(body);
  return json === undefined ? body : json;
}

function tokenOf(authorization: string | undefined) {
  return authorization === undefined ? { badheaders: ['authorization'] } : { reqheaders: { authorization } };
}

function answerOf(response: RecordedResponse | undefined) {
  // nock cannot define a failure; a file loaded with plain nock behaves like a server that is down.
  if (!response) return { status: 503, response: '', rawHeaders: [] };
  const { status, headers, body } = response;
  const rawHeaders = Object.entries(headers).flat();
  if (body === '') return { status, response: '', rawHeaders };
  const json = exactJson(body);
  // nock adds a missing Content-Type to JSON.
  if (json !== undefined && headers['content-type'] !== undefined)
    return { status, response: json, rawHeaders };
  if (json === undefined && !isJson(body)) return { status, response: body, rawHeaders };
  return {
    status,
    response: Buffer.from(body).toString('hex'),
    responseIsBinary: true as const,
    rawHeaders,
  };
}

/** An object or list that nock serializes to the same text, or `undefined`. */
function exactJson(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && JSON.stringify(value) === body ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
