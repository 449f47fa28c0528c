import { rewriting, type ServerMutant } from '../../mutant.ts';
import { type Changeable, recordsOf, strayId } from './records.ts';

const apis = ['data-v3.1'] as const;

/** Serves lists at some paths of v3.1 without anything in them. */
function empty(pattern: RegExp): ServerMutant['tamper'] {
  return rewriting(
    (_, { pathname }, response) => response.status === 200 && pattern.test(pathname),
    ({ links }) => ({ data: [], links: links.filter((one: Changeable) => one.rel === 'self') }),
  );
}

/** Serves a list below users of v3.1 without anything in it, for people with certain roles. */
function emptyForSome(relation: RegExp, isMeant: (roles: Changeable) => boolean): ServerMutant['tamper'] {
  return (sandbox) => {
    const people = new Set<string>();
    return async (request) => {
      const response = await sandbox.fetch(request);
      const { pathname } = new URL(request.url);
      if (response.status !== 200 || !/^\/v3\.1\/.*users/.test(pathname)) return response;
      const body: Changeable = await response.clone().json();
      for (const record of recordsOf(body)) if (record?.roles && isMeant(record.roles)) people.add(record.id);
      const [, , , id = '', below = ''] = pathname.split('/');
      if (!relation.test(below) || !people.has(id)) return response;
      return await empty(/./)({ ...sandbox, fetch: async () => response })(request);
    };
  };
}

/** Changes the records of a type wherever v3.1 serves them, but in events. */
function inAll(type: 'users' | 'sections', change: (record: Changeable) => void): ServerMutant['tamper'] {
  const member = type === 'users' ? 'roles' : 'teachers';
  return rewriting(
    (_, { pathname }, response) =>
      response.status === 200 && pathname.startsWith('/v3.1/') && !pathname.startsWith('/v3.1/events'),
    (body) => {
      for (const record of recordsOf(body)) if (record?.[member] && record.district) change(record);
      return body;
    },
  );
}

/** Relations of v3.1 that no path of v2.0 has, or that stand in no field. */
export const laterRelationMutants: readonly ServerMutant[] = [
  {
    name: 'data/no-resource-has-users',
    breaks: 'data/no-record-missing',
    apis,
    tamper: empty(/^\/v3\.1\/resources\/[^/]+\/users$/),
  },
  {
    name: 'data/no-section-has-resources',
    breaks: 'data/no-record-missing',
    apis,
    tamper: empty(/^\/v3\.1\/sections\/[^/]+\/resources$/),
  },
  {
    name: 'data/no-school-has-terms',
    breaks: 'data/no-record-missing',
    apis,
    tamper: empty(/^\/v3\.1\/schools\/[^/]+\/terms$/),
  },
  {
    name: 'data/no-contact-has-students',
    breaks: 'data/no-record-missing',
    apis,
    tamper: emptyForSome(/^mystudents$/i, ({ contact }) => contact !== undefined),
  },
  {
    name: 'data/staff-who-teach-have-no-students',
    breaks: 'data/no-record-missing',
    apis,
    tamper: emptyForSome(
      /^mystudents$/i,
      ({ staff, teacher }) => staff !== undefined && teacher !== undefined,
    ),
  },
  {
    name: 'data/staff-who-teach-have-no-sections',
    breaks: 'data/no-record-missing',
    apis,
    tamper: emptyForSome(/^sections$/, ({ staff, teacher }) => staff !== undefined && teacher !== undefined),
  },
  {
    name: 'data/staff-have-no-schools',
    breaks: 'data/no-record-missing',
    apis,
    tamper: emptyForSome(/^schools$/, ({ staff }) => staff !== undefined),
  },
  {
    name: 'data/users-do-not-link-to-their-contacts',
    breaks: 'data/user-links',
    apis,
    tamper: rewriting(
      (_, { pathname }, response) => response.status === 200 && /^\/v3\.1\/users\/[^/]+$/.test(pathname),
      (body) => ({ ...body, links: body.links?.filter((one: Changeable) => one.rel !== 'myContacts') }),
    ),
  },
  {
    name: 'data/enrollments-name-no-school',
    breaks: 'data/relations-resolve',
    apis,
    tamper: inAll('users', ({ roles: { student } }) => {
      for (const one of student?.enrollments ?? []) one.school = strayId;
    }),
  },
  {
    name: 'data/the-teacher-of-a-section-is-no-user',
    breaks: 'data/relations-resolve',
    apis,
    tamper: inAll('sections', (section) => {
      if (section.teacher) section.teacher = strayId;
    }),
  },
];
