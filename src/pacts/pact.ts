import { isObject, type Members, textOf } from '../text/json.ts';

/** A provider state as an interaction names it. */
export interface PactState {
  readonly name: string;
  readonly params: Members;
}

/** The parts of an interaction that the suite reads itself. */
export interface PactInteraction {
  readonly description: string;
  readonly states: readonly PactState[];
  readonly method: string;
  readonly path: string;
  /** The example of the Authorization header. */
  readonly authorization?: string;
  /** The expected status. */
  readonly status: number;
  /** The response body is `null` or `""`, which means an empty one. */
  readonly expectsNoBody: boolean;
  /** Marked as pending by the consumer (V4): a failure does not count. */
  readonly pending: boolean;
  /** Location in the file: `interactions[3]`. */
  readonly place: string;
}

/** A pact that can be verified: HTTP interactions between one consumer and one provider. */
export interface Pact {
  /** File path, or URL at a broker. */
  readonly source: string;
  readonly consumer: string;
  readonly provider: string;
  readonly specification: 2 | 3 | 4;
  /** The HTTP ones. */
  readonly interactions: readonly PactInteraction[];
  /** Descriptions of the messages next to them, which are not judged. */
  readonly messages: readonly string[];
  /** The whole document, with the HTTP interactions only. */
  readonly json: Members;
}

/** Deeper than any real pact, and within the native core's limit. */
const maxDepth = 100;

/** Parses a pact. Returns the error as one clause: `it is a V1 pact`. */
export function readPact(source: string, text: string): Pact | string {
  if (text.trim() === '') return 'it is empty';
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return text.trimEnd().endsWith('}') ? 'it is not JSON' : 'it is not JSON, or is truncated';
  }
  return pactOf(source, json);
}

/** As `readPact`, for parsed JSON. */
export function pactOf(source: string, json: unknown): Pact | string {
  if (!isObject(json)) return 'it is not a pact: a pact is a JSON object';
  if (isTooDeep(json)) return `it is nested more than ${maxDepth} levels deep`;
  const consumer = nameIn(json.consumer);
  const provider = nameIn(json.provider);
  if (consumer === undefined || provider === undefined)
    return 'it is not a pact: it does not name a consumer and a provider';
  const specification = specificationOf(json);
  if (typeof specification === 'string') return specification;
  if (isObject(json.metadata) && Array.isArray(json.metadata.plugins) && json.metadata.plugins.length > 0)
    return 'it needs a Pact plugin, and plugins are not supported';
  const v3Messages = Array.isArray(json.messages) ? json.messages : [];
  if (!Array.isArray(json.interactions))
    return Array.isArray(json.messages) ? messagesOnly : 'it is not a pact: it has no list of interactions';
  const [messages, http] = [true, false].map((wanted) =>
    (json.interactions as readonly unknown[])
      .map((one, at) => ({ one, at }))
      .filter(({ one }) => isMessage(one) === wanted),
  ) as [Placed[], Placed[]];
  if (http.length === 0 && messages.length + v3Messages.length > 0) return messagesOnly;
  const interactions = http.map(({ one, at }) => interactionOf(one, at));
  const fault = interactions.find((one) => typeof one === 'string');
  if (fault !== undefined) return fault as string;
  return {
    source,
    consumer,
    provider,
    specification,
    interactions: interactions as PactInteraction[],
    messages: [...messages.map(({ one }) => one), ...v3Messages].map(descriptionOf),
    json: { ...json, interactions: http.map(({ one }) => one) },
  };
}

const messagesOnly =
  'it contains messages, and Clever has no message API: only HTTP interactions are supported';

/** An interaction, and its place in the list of the file. */
interface Placed {
  readonly one: unknown;
  readonly at: number;
}

function isMessage(value: unknown): boolean {
  return isObject(value) && typeof value.type === 'string' && /message/i.test(value.type);
}

function descriptionOf(value: unknown): string {
  return isObject(value) && typeof value.description === 'string' ? value.description : 'a message';
}

function specificationOf(json: Members): 2 | 3 | 4 | string {
  const metadata = isObject(json.metadata) ? json.metadata : {};
  const inObject = ['pactSpecification', 'pact-specification', 'pactSpecificationVersion']
    .map((name) => metadata[name])
    .map((value) => (isObject(value) ? value.version : value))
    .find((value) => typeof value === 'string');
  // Handwritten pacts often omit the version; Pact defaults to 3.
  const major = /^v?(\d+)(?:\.\d+){0,2}$/i.exec(inObject ?? '3')?.[1];
  if (major === '2' || major === '3' || major === '4') return Number(major) as 2 | 3 | 4;
  if (major === '1') return 'it is a V1 pact, which has no matchers; write it with specification 2, 3 or 4';
  return `its specification version "${inObject}" is not supported; 2, 3 and 4 are`;
}

function interactionOf(value: unknown, at: number): PactInteraction | string {
  const place = `interactions[${at}]`;
  if (!isObject(value)) return `${place} is not an object`;
  const { type = 'Synchronous/HTTP' } = value;
  if (type !== 'Synchronous/HTTP') return `${place} has the unknown type "${textOf(type)}"`;
  const { description, request, response } = value;
  if (typeof description !== 'string' || description === '') return `${place} has no description`;
  if (!isObject(request) || typeof request.method !== 'string' || typeof request.path !== 'string')
    return `${place}.request has no method or path`;
  const status = isObject(response) ? (response.status ?? 200) : undefined;
  if (!isObject(response) || !Number.isInteger(status)) return `${place}.response has no status`;
  const authorization = headerIn(request.headers, 'authorization');
  return {
    description,
    states: statesOf(value),
    method: request.method.toUpperCase(),
    path: request.path,
    ...(authorization === undefined ? {} : { authorization }),
    status: Number(status),
    expectsNoBody: response.body === null || response.body === '',
    pending: value.pending === true,
    place,
  };
}

/** V3 and V4 have a list of states with parameters; V2 has one name. */
function statesOf(interaction: Members): readonly PactState[] {
  const list = interaction.providerStates ?? interaction.providerState ?? interaction.provider_state ?? [];
  return [list].flat().flatMap((one: unknown) => {
    if (typeof one === 'string') return one === '' ? [] : [{ name: one, params: {} }];
    if (!isObject(one) || typeof one.name !== 'string') return [];
    return [{ name: one.name, params: isObject(one.params) ? one.params : {} }];
  });
}

/** A header's example; V4 has a list of values, and V3 may have a matcher instead of the value. */
export function headerIn(headers: unknown, name: string): string | undefined {
  if (!isObject(headers)) return undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const first: unknown = Array.isArray(found) ? found[0] : found;
  if (isObject(first)) return typeof first.value === 'string' ? first.value : undefined;
  return typeof first === 'string' ? first : undefined;
}

function nameIn(value: unknown): string | undefined {
  return isObject(value) && typeof value.name === 'string' && value.name !== '' ? value.name : undefined;
}

/** Iterative, because a hostile document could overflow the stack. */
function isTooDeep(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; depth <= maxDepth; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
