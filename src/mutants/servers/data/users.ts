import type { ApiName } from '../../../../contracts/profiles.ts';
import { answering, rewriting, type ServerMutant } from '../../mutant.ts';
import { type Changeable, recordsOf } from './records.ts';

/** Of what only v3.0 and v3.1 promise. */

const apis: readonly ApiName[] = ['data-v3.1'];

/** Changes the JSON of 200 responses at matching paths of v3.1 with a query parameter. */
export function asked(
  pattern: RegExp,
  parameter: string,
  change: (body: Changeable, url: URL) => Changeable,
): ServerMutant['tamper'] {
  return rewriting(
    (_, url, response) =>
      response.status === 200 && pattern.test(url.pathname) && url.searchParams.has(parameter),
    (body, _, url) => change(body, url),
  );
}

/** Sends a request without a parameter, which is then ignored. */
export function ignoring(pattern: RegExp, parameter: string): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const url = new URL(request.url);
    if (!pattern.test(url.pathname)) return await sandbox.fetch(request);
    url.searchParams.delete(parameter);
    return await sandbox.fetch(new Request(url, request));
  };
}

/** Takes a documented filter for one that it does not know. */
function refusing(pattern: RegExp, parameter: string): ServerMutant['tamper'] {
  return answering(
    (_, url) => pattern.test(url.pathname) && url.searchParams.has(parameter),
    () => Response.json({ message: 'Invalid query' }, { status: 400 }),
  );
}

const ofSchool = /^\/v3\.1\/schools\/[^/]+\/users$/;

export const userMutants: readonly ServerMutant[] = [
  {
    name: 'data/role-is-ignored-in-sections',
    breaks: 'data/role-filter',
    apis,
    tamper: ignoring(/^\/v3\.1\/sections\/[^/]+\/users$/, 'role'),
  },
  {
    name: 'data/users-of-two-roles-are-listed-with-one',
    breaks: 'data/role-filter',
    apis,
    tamper: asked(/^\/v3\.1\/users$/, 'role', (body, url) => {
      const first = (one: Changeable) => Object.keys(one.data.roles)[0];
      return {
        ...body,
        data: body.data.filter((one: Changeable) => first(one) === url.searchParams.get('role')),
      };
    }),
  },
  {
    name: 'data/a-role-hides-the-others',
    breaks: 'data/role-filter',
    // The record by its id has both.
    alsoFails: ['data/list-and-single-agree'],
    apis,
    tamper: asked(/^\/v3\.1\/users$/, 'role', (body, url) => {
      const role = url.searchParams.get('role') ?? '';
      for (const { data } of body.data) data.roles = { [role]: data.roles[role] };
      return body;
    }),
  },
  {
    name: 'data/pages-of-a-role-skip-a-student',
    breaks: 'data/role-filter',
    apis,
    tamper: asked(/^\/v3\.1\/sections\/[^/]+\/users$/, 'role', (body, url) => {
      if (url.searchParams.has('starting_after')) body.data.shift();
      return body;
    }),
  },
  {
    name: 'data/a-role-of-a-section-is-refused',
    breaks: 'data/role-filter',
    apis,
    tamper: refusing(/^\/v3\.1\/sections\/[^/]+\/users$/, 'role'),
  },
  {
    name: 'data/staff-who-also-teach-are-no-staff-of-a-school',
    breaks: 'data/role-filter',
    apis,
    tamper: asked(ofSchool, 'role', (body, url) => {
      const isOther = ({ data }: Changeable) =>
        url.searchParams.get('role') === 'staff' && data.roles.teacher;
      return { ...body, data: body.data.filter((one: Changeable) => !isOther(one)) };
    }),
  },
  {
    name: 'data/teachers-of-a-section-are-its-first',
    breaks: 'data/role-filter',
    apis,
    tamper: asked(/^\/v3\.1\/sections\/[^/]+\/users$/, 'role', (body, url) => {
      if (url.searchParams.get('role') !== 'teacher') return body;
      const isCut = url.searchParams.has('starting_after');
      return {
        data: isCut ? [] : body.data.slice(0, 1),
        links: body.links.filter((one: Changeable) => one.rel !== 'next'),
      };
    }),
  },
  {
    name: 'data/a-user-by-id-has-one-role',
    breaks: 'data/list-and-single-agree',
    apis,
    tamper: rewriting(
      (_, url, response) => response.status === 200 && /^\/v3\.1\/users\/[^/]+$/.test(url.pathname),
      (body) => {
        const [first = ''] = Object.keys(body.data.roles);
        return { ...body, data: { ...body.data, roles: { [first]: body.data.roles[first] } } };
      },
    ),
  },
  {
    name: 'data/primary-schools-of-a-user-are-all',
    breaks: 'data/primary-filter',
    apis,
    tamper: ignoring(/^\/v3\.1\/users\/[^/]+\/schools$/, 'primary'),
  },
  {
    name: 'data/next-pages-forget-primary',
    breaks: 'data/primary-filter',
    apis,
    tamper: asked(ofSchool, 'primary', (body) => {
      for (const link of body.links) link.uri = link.uri.replace(/&?primary=true&?/, '');
      return body;
    }),
  },
  {
    name: 'data/primary-is-refused',
    breaks: 'data/primary-filter',
    apis,
    tamper: refusing(ofSchool, 'primary'),
  },
  {
    name: 'data/primary-gives-nothing',
    breaks: 'data/primary-filter',
    apis,
    tamper: asked(ofSchool, 'primary', (body) => ({ ...body, data: [] })),
  },
  {
    name: 'data/primary-is-ignored',
    breaks: 'data/primary-filter',
    apis,
    tamper: ignoring(ofSchool, 'primary'),
  },
  {
    name: 'data/sections-of-a-teacher-are-those-where-she-comes-first',
    breaks: 'data/no-record-missing',
    apis,
    tamper: rewriting(
      (_, { pathname }, response) =>
        response.status === 200 && /^\/v3\.1\/users\/[^/]+\/sections$/.test(pathname),
      (body, _, url) => {
        const [, , , id] = url.pathname.split('/');
        const isLater = ({ data }: Changeable) => data.teachers.includes(id) && data.teachers[0] !== id;
        return { ...body, data: body.data.filter((one: Changeable) => !isLater(one)) };
      },
    ),
  },
  {
    name: 'data/links-in-camel-case-are-not-served',
    breaks: 'data/user-links',
    apis,
    tamper: answering(
      (_, url) => /\/my[CTS]\w+$/.test(url.pathname),
      () => Response.json({ message: 'Resource not found' }, { status: 404 }),
    ),
  },
  {
    name: 'data/links-in-camel-case-lead-nowhere',
    breaks: 'data/user-links',
    // It is a list of users as well.
    alsoFails: ['data/no-record-missing'],
    apis,
    tamper: rewriting(
      (_, url, response) => response.status === 200 && /\/my[CTS]\w+$/.test(url.pathname),
      (body) => ({ ...body, data: [] }),
    ),
  },
  {
    name: 'data/a-count-lacks-one',
    breaks: 'data/count',
    apis,
    tamper: asked(/^\/v3\.1\/\w+$/, 'count', (body) =>
      'count' in body ? { ...body, count: body.count - 1 } : body,
    ),
  },
  {
    name: 'data/counts-end-at-a-hundred',
    breaks: 'data/count',
    apis,
    tamper: asked(/^\/v3\.1\/\w+$/, 'count', (body) =>
      'count' in body ? { ...body, count: Math.min(body.count, 100) } : body,
    ),
  },
  {
    name: 'data/a-count-is-an-empty-list',
    breaks: 'data/count',
    apis,
    tamper: asked(/^\/v3\.1\/\w+$/, 'count', ({ count, links }) => ({ data: [], links, total: count })),
  },
  {
    name: 'data/roles-that-students-do-not-have-are-null',
    breaks: 'data/user-roles',
    // The description has no null there.
    alsoFails: ['data/operation-answers'],
    apis,
    tamper: rewriting(
      (_, url, response) => response.status === 200 && /^\/v3\.1\/.*users/.test(url.pathname),
      (body) => {
        for (const record of recordsOf(body)) if (record?.roles?.student) record.roles.contact = null;
        return body;
      },
    ),
  },
];
