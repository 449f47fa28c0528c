import type { Profile } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import type { Draft } from '../data/schema.ts';
import { type Answer, json } from '../http/answer.ts';
import type { UrlParts } from '../http/bodies.ts';
import type { Token } from '../http/tokens.ts';
import { dataError, type Link, notFound, pageLinks, readQuery } from '../http/wire.ts';
import type { World } from '../world.ts';
import type { Source, Viewer } from './entries.ts';
import { eventOf, subjectOf } from './events.ts';
import { people } from './ids.ts';
import { type Collection, type Nested, nested } from './paths.ts';
import type { Stored } from './store.ts';
import { describedIn } from './translate.ts';

/** Answers of one version: records as it describes them, with links of its own. */
export interface Answers {
  find(token: Token, collection: Collection, id: string): Stored | undefined;
  list(token: Token, url: UrlParts, sourceOf: (params: URLSearchParams) => Source): Answer;
  /** `links`: with those to relations. @default true */
  single(token: Token, collection: Collection, stored: Stored | undefined, links?: boolean): Answer;
  /** Ids of all users of a list, for one who may see them. */
  usersOf(token: Token, source: Source): readonly string[];
}

/** Paging parameters, which the token of a user may not send. */
const pagingParams = ['limit', 'starting_after', 'ending_before'];

export function createAnswers(profile: Profile, world: () => World): Answers {
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

  const listAnswer: Answers['list'] = (token, url, sourceOf) => {
    const params = new URLSearchParams(url.search);
    const source = sourceOf(params);
    const { collection } = source;
    const asked = url.search === '' && collection !== 'events' ? url.path : `${url.path}?${url.search}`;
    const self = { rel: 'self', uri: asked };
    const viewer = viewerOf(token);
    if (params.get('count') === 'true' && counted.has(url.path.slice(prefix.length))) {
      return json(200, { count: store().count(viewer, withoutFilter(source)), links: [self] });
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

  const singleAnswer: Answers['single'] = (token, collection, stored, links = true) => {
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
  const find: Answers['find'] = (token, collection, id) => {
    const found = store().single(viewerOf(token), collection, id);
    const tag = found && 'tag' in found ? found.tag : undefined;
    return tag === undefined || tagsOf(token, new URLSearchParams()).includes(tag) ? found : undefined;
  };

  return {
    find,
    list: listAnswer,
    single: singleAnswer,
    usersOf: (token, source) =>
      store()
        .page(viewerOf(token), source, { limit: Number.MAX_SAFE_INTEGER })
        .map((one) => one.id),
  };
}

/** Whether a token sees anything of a collection. */
export function isOpen(token: Token, collection: Collection): boolean {
  return collection === 'users' ? people.some((one) => token.scopes.has(one)) : token.scopes.has(collection);
}

/** Whether a token sees anyone whom a relation may have. */
export function isRelationOpen(token: Token, relation: Nested): boolean {
  if ('who' in relation) return relation.who.some((one) => token.scopes.has(one));
  return isOpen(token, relation.to);
}

/** Whether a record links to a relation, which of users depends on their roles. */
function isLinked(token: Token, stored: Stored, relation: Nested): boolean {
  if (relation.link === undefined || !isRelationOpen(token, relation)) return false;
  if (!('ways' in relation) || !('accounts' in stored)) return true;
  return relation.ways.some(({ of }) => stored.accounts.some((one) => one.collection === of));
}

/** Without the filters of its parameters: a count is of the whole collection. */
function withoutFilter(source: Source): Source {
  return source.collection === 'users' && !('ways' in source) ? { ...source, who: people } : source;
}

const taggable = [...people, 'districts', 'schools', 'courses', 'terms', 'sections', 'resources'] as const;

/** Events that a token sees, narrowed by `record_type`. */
export function tagsOf(token: Token, params: URLSearchParams): readonly string[] {
  const types = params.getAll('record_type').flatMap((one) => one.split(','));
  return taggable.filter(
    (one) => token.scopes.has(one) && (types.length === 0 || types.includes(subjectOf(one))),
  );
}
