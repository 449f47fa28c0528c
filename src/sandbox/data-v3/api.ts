import type { Profile } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import type { Draft } from '../data/schema.ts';
import { type Answer, json } from '../http/answer.ts';
import type { UrlParts } from '../http/bodies.ts';
import { outOfScope } from '../http/refusals.ts';
import type { Token } from '../http/tokens.ts';
import { dataError, htmlNotFound, type Link, notFound, pageLinks, readQuery } from '../http/wire.ts';
import type { World } from '../world.ts';
import { attendanceAnswer, groups } from './attendance.ts';
import { eventOf, subjectOf } from './events.ts';
import { type People, people, roleOf } from './ids.ts';
import { type Collection, type Hop, isCollection, type Nested, nested } from './paths.ts';
import type { Source, Start, Stored, Viewer } from './store.ts';
import { describedIn } from './translate.ts';

/** One version of the Data API since v3.0. */
export interface LaterApi {
  /** The operation of a path below the prefix; undefined if the version does not know it. */
  operationOf(path: string): ((token: Token, url: UrlParts) => Answer) | undefined;
}

/** Paging parameters, which the token of a user may not send. */
const pagingParams = ['limit', 'starting_after', 'ending_before'];

export function createLaterApi(profile: Profile, world: () => World): LaterApi {
  const api = apiFor(profile);
  const { prefix } = profile;
  const counted = new Set(
    api.operations.filter((one) => one.queryParams.includes('count')).map((one) => one.path),
  );
  const typeOf = (collection: Collection) =>
    api.collections.find((one) => one.name === collection)?.type ?? '';
  const store = () => world().shelf.store();
  const viewerOf = (token: Token): Viewer => ({
    district: token.district,
    view: token.view,
    open: people.filter((one) => token.scopes.has(one)),
  });
  const isOpen = (token: Token, collection: Collection): boolean =>
    collection === 'users' ? people.some((one) => token.scopes.has(one)) : token.scopes.has(collection);

  const recordOf = (collection: Collection, stored: Stored): Draft => {
    const { translator } = world().shelf;
    if ('event' in stored) return eventOf(api, translator, stored);
    const record =
      'accounts' in stored
        ? translator.user(stored.accounts)
        : collection === 'users' || collection === 'events' || collection === 'resources'
          ? stored.record
          : translator.shared(collection, stored.record);
    return describedIn(api.schemas, typeOf(collection), record);
  };

  const listAnswer = (token: Token, url: UrlParts, sourceOf: (params: URLSearchParams) => Source): Answer => {
    const params = new URLSearchParams(url.search);
    const source = sourceOf(params);
    const { collection } = source;
    const asked = url.search === '' && collection !== 'events' ? url.path : `${url.path}?${url.search}`;
    const self = { rel: 'self', uri: asked };
    const viewer = viewerOf(token);
    if (params.get('count') === 'true' && counted.has(url.path.slice(prefix.length))) {
      const all = store().page(viewer, withoutFilter(source), { limit: Number.MAX_SAFE_INTEGER });
      return json(200, { count: all.length, links: [self] });
    }
    const ofUser = token.user !== undefined;
    if (ofUser && pagingParams.some((one) => params.has(one)))
      return dataError(400, 'The token of a user cannot page');
    const query = readQuery(
      url.search,
      ofUser ? { ...profile.limit, default: profile.limit.max } : profile.limit,
    );
    if ('status' in query) return query;
    const page = store().page(viewer, source, query.paging);
    if (collection === 'resources' && page.length === 0 && !hasContent(token))
      return json(200, { resources: [] });
    const data = page.map((one) => ({
      data: recordOf(collection, one),
      uri: `${prefix}/${collection}/${one.id}`,
    }));
    const [first, last] = [page[0]?.id, page.at(-1)?.id];
    const ends = first !== undefined && last !== undefined ? { first, last } : {};
    const links = pageLinks(url.path, url.search, query, { count: page.length, ...ends });
    return json(200, { data, links: links.map((one) => (one.rel === 'self' ? self : one)) });
  };

  /** Whether the district shares content with the application. */
  const hasContent = (token: Token): boolean =>
    token.scopes.has('resources') &&
    store().page(viewerOf(token), { collection: 'resources' }, { limit: 1 }).length > 0;

  const singleAnswer = (
    token: Token,
    collection: Collection,
    stored: Stored | undefined,
    links = true,
  ): Answer => {
    if (!stored) return notFound;
    const data = recordOf(collection, stored);
    if (token.user !== undefined) return json(200, { data });
    const uri = `${prefix}/${collection}/${stored.id}`;
    const relations = links ? nested[collection].filter((one) => isLinked(token, stored, one)) : [];
    return json(200, {
      data,
      links: [
        { rel: 'self', uri },
        ...relations.map((one): Link => ({ rel: one.link ?? '', uri: `${uri}/${one.link}` })),
      ],
    });
  };
  /** Whether a record has such a relation, which of users depends on their roles. */
  const isLinked = (token: Token, stored: Stored, relation: Nested): boolean => {
    if (relation.link === undefined || !isOpen(token, relation.to)) return false;
    if ('who' in relation && !relation.who.some((one) => token.scopes.has(one))) return false;
    if (!('ways' in relation) || !('accounts' in stored)) return true;
    return relation.ways.some(({ of }) => stored.accounts.some((one) => one.collection === of));
  };
  const find = (token: Token, collection: Collection, id: string): Stored | undefined => {
    const found = store().single(viewerOf(token), collection, id);
    const tag = found && 'tag' in found ? found.tag : undefined;
    return tag === undefined || tagsOf(token, new URLSearchParams()).includes(tag) ? found : undefined;
  };

  const list =
    (collection: Collection) =>
    (token: Token, url: UrlParts): Answer => {
      if (token.user !== undefined)
        return collection === 'resources' ? htmlNotFound('GET', url.path) : outOfScope;
      if (collection === 'resources' && !token.scopes.has(collection)) return json(200, { resources: [] });
      if (!isOpen(token, collection)) return outOfScope;
      return listAnswer(token, url, (params): Source => {
        if (collection === 'events') {
          const school = params.get('school');
          return { collection, tags: tagsOf(token, params), ...(school === null ? {} : { school }) };
        }
        return collection === 'users' ? { collection, who: whoHas(params.get('role')) } : { collection };
      });
    };

  const relatedTo =
    (collection: Collection, id: string, relation: Nested) =>
    (token: Token, url: UrlParts): Answer => {
      if (!isOpen(token, collection)) return outOfScope;
      if (relation.to === 'resources' ? false : !isOpen(token, relation.to)) return outOfScope;
      if ('who' in relation && !relation.who.some((one) => token.scopes.has(one))) return outOfScope;
      const parent = find(token, collection, id);
      if (!parent || 'event' in parent) return notFound;
      const records = 'accounts' in parent ? parent.accounts.map((one) => one.record) : [parent.record];
      if ('field' in relation) {
        const target = records[0]?.[relation.field];
        if (typeof target !== 'string') return notFound;
        return singleAnswer(token, relation.to, find(token, relation.to, target), relation.rel !== 'course');
      }
      if (relation.to === 'resources' && !token.scopes.has('resources')) return json(200, { resources: [] });
      const start: readonly Start[] =
        'accounts' in parent
          ? parent.accounts.map(({ key, collection: of }) => ({ key, of }))
          : [{ key: parent.key }];
      return listAnswer(token, url, (params): Source => {
        const { ways } = relation;
        const isPrimary = params.get('primary') === 'true';
        if (relation.to === 'users') {
          const who = whoHas(params.get('role')).filter((one) => relation.who.includes(one));
          const own = isPrimary && collection === 'schools' ? { primary: id } : {};
          return { collection: relation.to, ways, start, who, ...own };
        }
        if (!isPrimary || collection !== 'users' || relation.to !== 'schools')
          return { collection: relation.to, ways, start };
        return { collection: relation.to, ways, start, among: records.map((one) => String(one.school)) };
      });
    };

  const single =
    (collection: Collection, id: string) =>
    (token: Token): Answer => {
      if (!isOpen(token, collection)) return collection === 'resources' ? notFound : outOfScope;
      return singleAnswer(token, collection, find(token, collection, id));
    };

  const attendance =
    (group: string, hop: Hop, id: string) =>
    (token: Token, url: UrlParts): Answer => {
      const collection = group === 'schools' ? 'schools' : 'sections';
      const isShared =
        token.scopes.has('attendance') && isOpen(token, collection) && token.user === undefined;
      if (!isShared) return outOfScope;
      const parent = find(token, collection, id);
      if (!parent || !('record' in parent)) return notFound;
      const { record } = parent;
      const source = {
        collection: 'users',
        ways: [{ hops: [hop] }],
        start: [{ key: parent.key }],
        who: ['students'],
      } as const;
      const users = store().page(viewerOf(token), source, { limit: Number.MAX_SAFE_INTEGER });
      const place =
        collection === 'schools'
          ? { district_id: record.district, school_id: id }
          : { district_id: record.district, school_id: record.school, section_id: id };
      return attendanceAnswer(url, world().seed, { students: users.map((one) => one.id), place });
    };

  /** Whose token it is. A district's has no user. */
  const me = (token: Token): Answer => {
    const user = token.user === undefined ? undefined : find(token, 'users', token.user);
    const [account] = user && 'accounts' in user ? user.accounts : [];
    if (!user || !account) return notFound;
    const { district } = account.record;
    return json(200, {
      type: 'user',
      data: { authorized_by: 'district', district, id: user.id, type: roleOf[account.collection] },
      links: [
        { rel: 'self', uri: '/me' },
        { rel: 'canonical', uri: `${prefix}/users/${user.id}` },
        { rel: 'district', uri: `${prefix}/districts/${String(district)}` },
      ],
    });
  };

  const served = new Set(api.operations.map((one) => one.path));
  return {
    operationOf: (path) => {
      if (path === '/me') return me;
      const [, group = '', member] = /^\/attendance\/(\w+)\/([^/]+)$/.exec(path) ?? [];
      const hop = groups[group];
      if (hop && member !== undefined && served.has(`/attendance/${group}/{${group.slice(0, -1)}_id}`))
        return attendance(group, hop, member);
      const [collection = '', id, rel, ...rest] = path.slice(1).split('/');
      if (!isCollection(collection) || rest.length > 0) return undefined;
      if (id === undefined) return list(collection);
      if (rel === undefined) return single(collection, id);
      // Links write `myContacts`, the description `mycontacts`: both are served.
      const relation = nested[collection].find((one) => one.rel === rel || one.link === rel);
      return relation && relatedTo(collection, id, relation);
    },
  };
}

/** What v2.0 calls the people of a role; nobody has an unknown one. */
function whoHas(role: string | null): readonly People[] {
  return role === null ? people : people.filter((one) => roleOf[one] === role);
}

/** Without the filters of its parameters: a count is of the whole collection. */
function withoutFilter(source: Source): Source {
  return source.collection === 'users' && !('ways' in source) ? { ...source, who: people } : source;
}

const taggable = [...people, 'districts', 'schools', 'courses', 'terms', 'sections', 'resources'] as const;

/** Events that a token sees, narrowed by `record_type`. */
function tagsOf(token: Token, params: URLSearchParams): readonly string[] {
  const types = params.getAll('record_type').flatMap((one) => one.split(','));
  return taggable.filter(
    (one) => token.scopes.has(one) && (types.length === 0 || types.includes(subjectOf(one))),
  );
}
