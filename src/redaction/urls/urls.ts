import { choicesOf } from '../../../contracts/choices.ts';
import { allProfiles } from '../../../contracts/profiles.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { isIdLike } from '../ids.ts';
import { versionSegment } from '../operations.ts';
import type { Collectors, Scope } from '../scope.ts';
import { cut, cutPath, webScheme } from './pieces.ts';

/** Origin of a URL: a request, a link of a response, or an item's uri. */
export type UrlPlace = 'request' | 'answer';

/** Handles the URL parts that may be personal. */
interface UrlVisitor {
  id(value: string): string;
  cursor(value: string): string;
  day(value: string): string;
  segment(value: string): string;
  param(name: string, value: string, operation: OperationModel | undefined): string;
  paramName(name: string): string;
}

/** Collects the ids of a URL: in its path, its cursors, and anything in the format of an id; and the days of its filters. */
export function collectUrl(text: string, place: UrlPlace, scope: Scope, collectors: Collectors): void {
  const { ids: into, instants } = collectors;
  const inPath = place === 'answer' ? into.fromAnswer : into.fromRequest;
  const { linkWords } = scope;
  const note = (word: string) => {
    if (linkWords?.has(word) === false) linkWords.set(word, place === 'answer' ? 'served' : 'sent');
    return word;
  };
  const { path, query } = place === 'request' ? cutPath(text) : cut(text);
  mapPath(path, scope, {
    ...keepAll,
    id: (id) => {
      inPath(id);
      return id;
    },
    segment: (segment) => {
      if (isIdLike(segment)) inPath(segment);
      return note(segment);
    },
  });
  mapQuery(query, operationOf(path, scope), {
    ...keepAll,
    cursor: (id) => {
      into.fromRequest(id);
      return id;
    },
    day: (value) => {
      instants.add(value);
      return value;
    },
    param: (_, value) => {
      if (isIdLike(value)) into.fromRequest(value);
      return note(value);
    },
    paramName: note,
  });
}

const keepAll: UrlVisitor = {
  id: (value) => value,
  cursor: (value) => value,
  day: (value) => value,
  segment: (value) => value,
  param: (_, value) => value,
  paramName: (name) => name,
};

/**
 * Redacts a URL: ids and cursors become pseudonyms, foreign hosts `foreign.invalid`. Defects are preserved: wrong scheme,
 * doubled slashes or backslashes, user names, foreign hosts, white space.
 */
export function redactUrl(text: string, scope: Scope): string {
  if (text === '') return '';
  const visitor = visitorOf(scope, false);
  const { blank, scheme, slashes, authority, path, query, fragment } = cut(text);
  if (scheme !== '' && !webScheme.test(scheme))
    return `${blank}${schemeOf(scheme)}«${text.length} characters»`;
  const start = blank + scheme + slashes + (slashes === '' ? '' : hostOf(authority, scheme, scope));
  const mapped = mapPath(path, scope, visitor) + mapQuery(query, operationOf(path, scope), visitor);
  return start + mapped + (fragment.length > 1 ? '#fragment' : fragment);
}

/**
 * Redacts path and query of a request. With `ownWords` (a request of the suite) plain words in undocumented paths are kept,
 * because only a probe can have sent them.
 */
export function redactPath(text: string, scope: Scope, ownWords = false): string {
  const visitor = visitorOf(scope, ownWords);
  const { path, query } = cutPath(text);
  return mapPath(path, scope, visitor) + mapQuery(query, operationOf(path, scope), visitor);
}

function visitorOf(scope: Scope, ownWords: boolean): UrlVisitor {
  const { ids, keyed } = scope;
  const isOwn = (word: string) => scope.linkWords?.get(word) === 'served';
  const filler = (value: string) => (value === '' || isOwn(value) ? value : `x-${keyed.tag('param', value)}`);
  return {
    id: ids.map,
    cursor: ids.map,
    day: (value) => scope.instants.map(value) ?? filler(value),
    segment: (segment) => {
      if (ids.has(segment) || isIdLike(segment)) return ids.map(segment);
      const stays = ownWords ? /^[A-Za-z][A-Za-z_.-]{0,40}$/ : publicWords;
      // Clients double or misplace the version.
      const isKnown = stays.test(segment) || versionSegment.test(segment) || isOwn(segment);
      return isKnown ? segment : `seg-${keyed.tag('segment', segment)}`;
    },
    param: (name, value, operation) => {
      const seen = scope.tokens.foundIn(value);
      if (seen !== '') return seen;
      if (ids.has(value) || isIdLike(value)) return ids.map(value);
      if (name === 'cursor' && value !== '') return `cursor-${keyed.tag('cursor', value)}`;
      const isDocumented = operation
        ? operation.queryParams.includes(name)
        : scope.operations.isQueryParam(name);
      if (isDocumented || name === 'limit' || name === 'count' || name === 'page')
        if (safeValue.test(value) || isCollection(value, scope) || isRole(name, value, scope)) return value;
      return filler(value);
    },
    paramName: (name) =>
      scope.operations.isQueryParam(name) ||
      scope.names.has(name) ||
      /^(?:limit|count|page|sort|where|q)$/.test(name)
        ? name
        : filler(name),
  };
}

/** Further non-personal segments: other Clever resources, and what probes request. */
const publicWords =
  /^(?:oauth|tokens|tokeninfo|me|users|resources|status|properties|_states|docs|no-such-\w+|unknown|\.{1,2})$/;
/** Numbers in every notation that probes use as a limit, booleans, and nonsense words of probes. */
const safeValue =
  /^(?:|[+-]?\d{1,12}(?:\.\d{1,3})?|[+-]?\d{1,3}e\d{1,3}|0x[0-9a-f]{1,4}|NaN|Infinity|true|false|undefined|null|abc|ten|all)$/i;

function isCollection(value: string, scope: Scope): boolean {
  return (
    scope.operations.recordOfEvent(value) !== '' && /^[a-z_]+(?:\.(?:created|updated|deleted))?$/.test(value)
  );
}

/** The roles of a person are fields of the documents. */
function isRole(name: string, value: string, scope: Scope): boolean {
  return name === 'role' && scope.names.has(value);
}

const cursors: ReadonlySet<string> = new Set(['starting_after', 'ending_before', 'school']);
/** Compared with days of records, so they are ranked along with them. */
const days: ReadonlySet<string> = new Set(
  allProfiles
    .flatMap(({ document }) => Object.entries(choicesOf(document).entryFilters))
    .filter(([, { keeps }]) => keeps !== 'equal')
    .map(([name]) => name),
);

function operationOf(path: string, scope: Scope): OperationModel | undefined {
  return scope.operations.match(path);
}

function mapPath(path: string, scope: Scope, visitor: UrlVisitor): string {
  if (path === '' || path === '/') return path;
  const operation = operationOf(path, scope);
  const params = operation && scope.operations.paramsOf(operation);
  let at = -1;
  let isFirst = true;
  return path
    .split('/')
    .map((segment) => {
      if (segment === '') return '';
      const isVersion = isFirst && versionSegment.test(segment);
      isFirst = false;
      if (isVersion) return segment;
      at++;
      if (params) return params[at] ? visitor.id(decode(segment)) : segment;
      return scope.operations.isWord(segment) ? segment : visitor.segment(decode(segment));
    })
    .join('/');
}

function mapQuery(query: string, operation: OperationModel | undefined, visitor: UrlVisitor): string {
  if (query.length < 2) return query;
  const pairs = query.slice(1).split('&');
  return `?${pairs
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = decode(equals < 0 ? pair : pair.slice(0, equals));
      const mappedName = name === '' ? '' : visitor.paramName(name);
      if (equals < 0) return mappedName;
      const raw = pair.slice(equals + 1);
      const value = decode(raw);
      const mapped = cursors.has(name)
        ? visitor.cursor(value)
        : days.has(name)
          ? visitor.day(value)
          : visitor.param(name, value, operation);
      return `${mappedName}=${mapped === value ? raw : mapped}`;
    })
    .join('&')}`;
}

function hostOf(authority: string, scheme: string, scope: Scope): string {
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : 'user@';
  const host = authority.slice(at + 1);
  if (authority === '') return '';
  const own = scope.hosts.get(host.toLowerCase());
  if (own !== undefined) return user + (own === host.toLowerCase() ? host : own);
  const name = scope.hostNames.get(host.replace(/:\d*$/, '').toLowerCase());
  // The right host with another port is another origin, and must stay recognizable as such.
  if (name !== undefined) return `${user}${name}${/:\d+$/.test(host) ? ':1' : ''}`;
  if (!URL.canParse(`${scheme === '' ? 'http:' : scheme}//${host}`)) return `${user}[«not a host»`;
  return `${user}foreign.invalid`;
}

function schemeOf(scheme: string): string {
  return /^(?:javascript|data|file|ftp|blob|mailto|ws|wss):$/i.test(scheme)
    ? scheme.toLowerCase()
    : 'x-scheme:';
}

/** As `URLSearchParams` decodes it; text with an invalid escape is kept unchanged. */
function decode(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
