import type { Profile } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Answer, json, jsonType } from '../http/answer.ts';
import type { UrlParts } from '../http/bodies.ts';
import { outOfScope } from '../http/refusals.ts';
import type { Token } from '../http/tokens.ts';
import { dataError, type Link, notFound, pageLinks, readQuery } from '../http/wire.ts';
import type { World } from '../world.ts';
import { describerOf } from './described.ts';
import {
  type Collection,
  collections,
  eventWord,
  type Nested,
  nested,
  type Resource,
  resources,
} from './schema.ts';
import type { Single, Source } from './store.ts';

export interface ApiContext {
  readonly world: () => World;
  /** Collections that versions without users no longer serve, with the status that requests for them get. */
  readonly ended: ReadonlyMap<Collection, number>;
}

/** Handles an operation for a token. `id` comes from the path, or is ''. */
export type Operation = (token: Token, url: UrlParts, id: string) => Answer;

/** The operations of a version of the Data API without users: eleven lists, eleven single records, and their nested paths. */
export interface DataApi {
  list(collection: Collection): Operation;
  single(collection: Collection): Operation;
  nested(collection: Collection, relation: Nested): Operation;
}

export function createDataApi(profile: Profile, { world, ended }: ApiContext): DataApi {
  const counted = new Set(
    apiFor(profile)
      .operations.filter(({ queryParams }) => queryParams.includes('count'))
      .map(({ path }) => profile.prefix + path),
  );
  /** The refusal of a collection; undefined where the token may read it. */
  const refusal = (token: Token, collection: Collection): Answer | undefined => {
    const status = ended.get(collection);
    if (status !== undefined) return dataError(status, `${collection} are no longer served`);
    return token.scopes.has(collection) ? undefined : outOfScope;
  };
  const viewer = (token: Token) => ({ district: token.district, view: token.view });
  const find = (token: Token, collection: Collection, id: string): Single | undefined => {
    const { store, seed } = world();
    const found = store.single(viewer(token), collection, id, describerOf(profile, seed));
    const isOpen = !found?.tag || token.scopes.has(found.tag as Resource);
    return isOpen ? found : undefined;
  };
  const listPage = (
    token: Token,
    target: Collection,
    url: UrlParts,
    source: (params: URLSearchParams) => Source,
  ): Answer => {
    const { store, seed } = world();
    const params = new URLSearchParams(url.search);
    if (params.get('count') === 'true' && counted.has(url.path)) {
      const links: Link[] = [{ rel: 'self', uri: `${url.path}?${url.search}` }];
      return json(200, { count: store.count(viewer(token), source(params)), links });
    }
    const query = readQuery(url.search, profile.limit);
    if ('status' in query) return query;
    const page = store.page(
      viewer(token),
      source(query.params),
      query.paging,
      `${profile.prefix}/${target}/`,
      describerOf(profile, seed),
    );
    const links = pageLinks(url.path, url.search, query, page);
    const body = Buffer.concat([listStart, page.items, Buffer.from(`],"links":${JSON.stringify(links)}}`)]);
    return { status: 200, headers: { 'Content-Type': jsonType }, body };
  };
  const singleAnswer = (
    token: Token,
    collection: Collection,
    id: string,
    found: Single | undefined,
  ): Answer => {
    if (!found) return notFound;
    const uri = `${profile.prefix}/${collection}/${id}`;
    const links: Link[] = [{ rel: 'self', uri }];
    for (const { rel, to } of nested[collection]) {
      if (!refusal(token, to)) links.push({ rel, uri: `${uri}/${rel}` });
    }
    const body = `{"data":${found.json},"links":${JSON.stringify(links)}}`;
    return { status: 200, headers: { 'Content-Type': jsonType }, body };
  };

  return {
    list: (collection) => (token, url) => {
      const refused = token.user === undefined ? refusal(token, collection) : outOfScope;
      if (refused) return refused;
      return listPage(token, collection, url, (params) =>
        collection === 'events' ? eventSource(token, params) : { collection },
      );
    },
    single: (collection) => (token, _url, id) => {
      const refused = refusal(token, collection);
      if (refused) return refused;
      return singleAnswer(token, collection, id, find(token, collection, id));
    },
    nested: (collection, relation) => (token, url, id) => {
      const refused = refusal(token, collection) ?? refusal(token, relation.to);
      if (refused) return refused;
      const parent = find(token, collection, id);
      if (!parent) return notFound;
      if ('via' in relation) {
        return listPage(token, relation.to, url, () => ({ via: relation.via, key: parent.key }));
      }
      const target = (JSON.parse(parent.json) as Record<string, unknown>)[relation.field];
      if (typeof target !== 'string') return notFound;
      return singleAnswer(token, relation.to, target, find(token, relation.to, target));
    },
  };
}

/** One id per collection of any version, plus a school, a section and a student in it, for the reference page. */
export function exampleIds({ store, shelf }: World): Readonly<Record<string, string | undefined>> {
  const everything = { district: 0, view: 0 };
  const ids = collections.map((collection) => [
    collection,
    store.page(everything, { collection }, { limit: 1 }, '').first,
  ]);
  const byName: Record<string, string | undefined> = Object.fromEntries(ids);
  const section = store.single(everything, 'sections', byName.sections ?? '');
  const { students = [] } = section ? (JSON.parse(section.json) as { students?: string[] }) : {};
  const { users, resources: content } = shelf.exampleIds();
  return {
    ...byName,
    users,
    resources: content,
    school_id: byName.schools,
    section_id: byName.sections,
    user_id: students[0],
  };
}

const listStart = Buffer.from('{"data":[');

/**
 * Events of the resources in scope, filtered. The values of `record_type` are undocumented, so both the path's name and
 * the event's name are accepted; an unknown value matches no event.
 */
function eventSource(token: Token, params: URLSearchParams): Source {
  const types = params.getAll('record_type').flatMap((one) => one.split(','));
  const open = resources.filter((one) => token.scopes.has(one));
  const tags =
    types.length === 0 ? open : open.filter((one) => types.includes(one) || types.includes(eventWord(one)));
  const school = params.get('school');
  return {
    collection: 'events',
    ...(tags.length === resources.length ? {} : { tags }),
    ...(school === null ? {} : { school }),
  };
}
