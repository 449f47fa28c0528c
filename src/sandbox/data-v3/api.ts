import type { Profile } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Answer, json } from '../http/answer.ts';
import type { UrlParts } from '../http/bodies.ts';
import { outOfScope } from '../http/refusals.ts';
import type { Token } from '../http/tokens.ts';
import { htmlNotFound, notFound } from '../http/wire.ts';
import type { World } from '../world.ts';
import { createAnswers, isOpen, isRelationOpen, tagsOf } from './answers.ts';
import { attendanceAnswer, groups } from './attendance.ts';
import type { Source, Start } from './entries.ts';
import { type People, people, roleOf } from './ids.ts';
import { type Collection, type Hop, isCollection, type Nested, nested } from './paths.ts';

/** One version of the Data API since v3.0. */
export interface LaterApi {
  /** The operation of a path below the prefix; undefined if the version does not know it. */
  operationOf(path: string): ((token: Token, url: UrlParts) => Answer) | undefined;
}

export function createLaterApi(profile: Profile, world: () => World): LaterApi {
  const { prefix } = profile;
  const answers = createAnswers(profile, world);
  const served = new Set(apiFor(profile).operations.map((one) => one.path));

  const list =
    (collection: Collection) =>
    (token: Token, url: UrlParts): Answer => {
      if (token.user !== undefined)
        return collection === 'resources' ? htmlNotFound('GET', url.path) : outOfScope;
      if (collection === 'resources' && !token.scopes.has(collection)) return noContent;
      if (!isOpen(token, collection)) return outOfScope;
      return answers.list(token, url, (params): Source => {
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
      if (!isRelationOpen(token, relation)) return relation.to === 'resources' ? noContent : outOfScope;
      const parent = answers.find(token, collection, id);
      if (!parent || 'event' in parent) return notFound;
      const records = 'accounts' in parent ? parent.accounts.map((one) => one.record) : [parent.record];
      if ('field' in relation) {
        const target = records[0]?.[relation.field];
        if (typeof target !== 'string') return notFound;
        return answers.single(
          token,
          relation.to,
          answers.find(token, relation.to, target),
          relation.rel !== 'course',
        );
      }
      const start: readonly Start[] =
        'accounts' in parent
          ? parent.accounts.map(({ key, collection: of }) => ({ key, of }))
          : [{ key: parent.key }];
      return answers.list(token, url, (params): Source => {
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
      return answers.single(token, collection, answers.find(token, collection, id));
    };

  const attendance =
    (group: string, hop: Hop, id: string) =>
    (token: Token, url: UrlParts): Answer => {
      const collection = group === 'schools' ? 'schools' : 'sections';
      const isShared =
        token.scopes.has('attendance') && isOpen(token, collection) && token.user === undefined;
      if (!isShared) return outOfScope;
      const parent = answers.find(token, collection, id);
      if (!parent || !('record' in parent)) return notFound;
      const { record } = parent;
      const source = {
        collection: 'users',
        ways: [{ hops: [hop] }],
        start: [{ key: parent.key }],
        who: ['students'],
      } as const;
      const place =
        collection === 'schools'
          ? { district_id: record.district, school_id: id }
          : { district_id: record.district, school_id: record.school, section_id: id };
      return attendanceAnswer(url, world().seed, { students: answers.usersOf(token, source), place });
    };

  /** Whose token it is. A district's has no user. */
  const me = (token: Token): Answer => {
    const user = token.user === undefined ? undefined : answers.find(token, 'users', token.user);
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

/** What v2.0 calls the people of a role; none for an unknown role. */
function whoHas(role: string | null): readonly People[] {
  return role === null ? people : people.filter((one) => roleOf[one] === role);
}

/** As recorded for a token of an application without content. */
const noContent = json(200, { resources: [] });
