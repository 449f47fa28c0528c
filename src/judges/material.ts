import type { Profile } from '../../contracts/profiles.ts';
import { otherPaths } from '../../contracts/versions.ts';
import { model } from '../../generated/model.ts';
import { type Exchange, jsonOf, type Members, pathnameOf } from '../exchange.ts';
import type { OperationModel } from '../model.ts';

/**
 * What judges find in exchanges. All of it is tolerant: a malformed answer gives less material, never an exception.
 */

/** The documented operation that a request addresses. */
export interface Addressed {
  readonly profile: Profile;
  readonly operation: OperationModel;
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
}

/** Paths that were looked up before: a run asks for most of them again and again, and so does every judge. */
const addresses = new WeakMap<Profile, Map<string, Addressed | undefined>>();

/** Finds the operation by method and path; `undefined` for anything that is not documented. */
export function addressOf(exchange: Exchange, profiles: readonly Profile[]): Addressed | undefined {
  const pathname = pathnameOf(exchange);
  // Two APIs may live below one version: the one that has the path is meant.
  for (const profile of profiles) {
    const addressed = pathname.startsWith(`${profile.prefix}/`)
      ? addressIn(profile, exchange.request.method, pathname)
      : undefined;
    if (addressed) return addressed;
  }
  return undefined;
}

/** The profile that an exchange belongs to by its path, whether what it asks for is documented or not. */
export function profileOf(exchange: Exchange, profiles: readonly Profile[]): Profile | undefined {
  const pathname = pathnameOf(exchange);
  const those = profiles.filter((one) => pathname.startsWith(`${one.prefix}/`));
  if (those.length < 2) return those[0];
  return those.find((one) => ['GET', 'POST'].some((method) => addressIn(one, method, pathname))) ?? those[0];
}

function addressIn(profile: Profile, method: string, pathname: string): Addressed | undefined {
  const known = addresses.get(profile) ?? new Map<string, Addressed | undefined>();
  addresses.set(profile, known);
  const key = `${method} ${pathname}`;
  if (!known.has(key)) known.set(key, findAddress(method, pathname, profile));
  return known.get(key);
}

function findAddress(method: string, pathname: string, profile: Profile): Addressed | undefined {
  const segments = pathname.slice(profile.prefix.length + 1).split('/');
  for (const operation of operationsOf(profile)) {
    if (operation.method !== method) continue;
    const params = matchPath(operation.path, segments);
    if (params) return { profile, operation, params };
  }
  return undefined;
}

/** The operations that a profile is judged by: of its document, and for versions without one what those are known to have. */
export function operationsOf(profile: Profile): readonly OperationModel[] {
  const own = model.operations.filter((one) => one.document === profile.document);
  return profile.judged === 'wire' ? [...own, ...undescribed(profile.document)] : own;
}

function undescribed(document: string): readonly OperationModel[] {
  return otherPaths.map((path) => ({
    id: `GET ${path}`,
    document,
    method: 'GET',
    path,
    queryParams: [],
    paginated: !path.endsWith('{id}') && !/^\/users\/\{id\}\/district$/.test(path),
    answers: path.endsWith('{id}') || path.endsWith('/district') ? 'single' : 'list',
    record: '',
    requestBody: '',
    statuses: {},
    bodies: {},
  }));
}

function matchPath(template: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = template.slice(1).split('/');
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) {
      if (segment === '') return undefined;
      params[part.slice(1, -1)] = segment;
    } else if (part !== segment) return undefined;
  }
  return params;
}

export interface Link {
  readonly rel: string;
  readonly uri: string;
}

/** A list answer: `{data:[{data:{…},uri?}],links:[{rel,uri}]}`. */
export interface ListPage {
  readonly exchange: Exchange;
  readonly items: readonly {
    readonly id: string;
    readonly record: Members;
    readonly uri?: string;
  }[];
  readonly links: readonly Link[];
}

const pages = new WeakMap<Exchange, ListPage | undefined>();

/** The list in a 200 answer, or `undefined` where the body is not the documented list envelope. Read once. */
export function listOf(exchange: Exchange): ListPage | undefined {
  if (!pages.has(exchange)) pages.set(exchange, readList(exchange));
  return pages.get(exchange);
}

function readList(exchange: Exchange): ListPage | undefined {
  const body = jsonOf(exchange);
  if (exchange.response?.status !== 200 || !isObject(body) || !Array.isArray(body.data)) return undefined;
  const items = [];
  for (const item of body.data) {
    if (!isObject(item) || !isObject(item.data) || typeof item.data.id !== 'string') return undefined;
    items.push({
      id: item.data.id,
      record: item.data,
      ...(typeof item.uri === 'string' ? { uri: item.uri } : {}),
    });
  }
  return { exchange, items, links: linksIn(body) };
}

/** The well-formed links of a body, in their order. */
export function linksIn(body: unknown): readonly Link[] {
  if (!isObject(body) || !Array.isArray(body.links)) return [];
  return body.links.filter(
    (link): link is Link => isObject(link) && typeof link.rel === 'string' && typeof link.uri === 'string',
  );
}

/** The record in a 200 answer of the form `{data:{…}}`, or `undefined`. */
export function recordOf(exchange: Exchange): Members | undefined {
  const body = jsonOf(exchange);
  if (exchange.response?.status !== 200 || !isObject(body)) return undefined;
  return isObject(body.data) && !Array.isArray(body.data) ? body.data : undefined;
}

/** Records that a body carries, enveloped as a list or as a single one, whatever the status says. */
export function carriedRecords(exchange: Exchange): readonly Members[] {
  const body = jsonOf(exchange);
  if (!isObject(body)) return [];
  const known = carried.get(body) ?? recordsOf(body);
  carried.set(body, known);
  return known;
}

/** Records by the body that carries them: many judges ask, and equal answers of a run are one object. */
const carried = new WeakMap<Members, readonly Members[]>();

function recordsOf(body: Members): readonly Members[] {
  if (isObject(body.data)) return [body.data];
  if (!Array.isArray(body.data)) return [];
  return body.data.map((item) => (isObject(item) ? item.data : undefined)).filter(isObject);
}

/** What an error body says: `message`, else `error`, else the text itself. */
export function messageOf(exchange: Exchange): string {
  const body = jsonOf(exchange);
  if (isObject(body)) {
    if (typeof body.message === 'string') return body.message;
    if (typeof body.error === 'string') return body.error;
  }
  return typeof body === 'string' ? body : (exchange.response?.body ?? '');
}

/** What has a name, by its name, in order; what has none is left out. */
export function groupsOf<T>(
  list: readonly T[],
  nameOf: (one: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const name = nameOf(one);
    if (name === undefined) continue;
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

/** Exchanges that were sent for a claim, by case, in order. */
export function casesOf(
  exchanges: readonly Exchange[],
  claim: string,
): ReadonlyMap<string, readonly Exchange[]> {
  return groupsOf(exchanges, ({ step }) => (step?.claim === claim ? step.case : undefined));
}

/** The exchange of a case that plays a part, the last one if there are several. */
export function inRole(exchanges: readonly Exchange[], role: string): Exchange | undefined {
  return exchanges.findLast((exchange) => exchange.step?.role === role);
}

/** The Authorization header: equal for equal tokens, `''` for none. */
export function tokenOf(exchange: Exchange): string {
  return exchange.request.headers.authorization ?? '';
}

/** The server's own time of an answer in epoch milliseconds (whole seconds), or `undefined` without a readable Date. */
export function serverDateMs(exchange: Exchange): number | undefined {
  const ms = Date.parse(exchange.response?.headers.date ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}

/** What came back, in a few words: `200 with 3 records`, `404`, `no answer (timeout)`. */
export function describeAnswer(exchange: Exchange): string {
  if (!exchange.response) return `no answer (${exchange.failure?.kind ?? 'unknown'})`;
  const page = listOf(exchange);
  if (page) return `${exchange.response.status} with ${page.items.length} records`;
  return `${exchange.response.status} ${shorten(exchange.response.body) || 'with an empty body'}`;
}

/** At most 120 characters of a text, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** Narrows to a string. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Narrows to an object that is no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
