import type { ServerMutant } from '../../mutant.ts';
import { changingResponses, handling, saying, withBody } from './support.ts';

const breaks = 'lms/unknown-id-refused';
const nowhere = /\/sections\/0{24}\//;

/** Ids that no record has, served or crashed on. */
export const unknownIds: readonly ServerMutant[] = [
  {
    name: 'lms/a-section-that-does-not-exist-has-the-submissions-of-another',
    breaks,
    tamper: handling(() => {
      const sections = new Map<string, string>();
      return async ({ what, url, path }, forward) => {
        const [, section = '', assignment = ''] = /sections\/([^/]+)\/assignments\/([^/]+)/.exec(path) ?? [];
        if (section !== '' && !nowhere.test(path)) sections.set(assignment, section);
        const real = sections.get(assignment);
        return await (what === 'GET submissions' && nowhere.test(path) && real !== undefined
          ? forward({ url: url.href.replace(section, real) })
          : forward());
      };
    }),
  },
  ...['read', 'changed', 'deleted'].map((done): ServerMutant => {
    const method = { read: 'GET', changed: 'PATCH', deleted: 'DELETE' }[done] ?? '';
    return {
      name: `lms/an-assignment-is-${done}-through-any-section`,
      breaks,
      tamper: throughAnySection((what) => what === `${method} assignment`),
    };
  }),
  {
    name: 'lms/submissions-are-listed-through-any-section',
    breaks,
    tamper: throughAnySection((what) => what === 'GET submissions'),
  },
  {
    name: 'lms/grades-are-passed-through-any-section',
    breaks,
    tamper: throughAnySection((what) => what === 'PATCH submission'),
  },
  {
    name: 'lms/a-student-is-looked-up-in-all-assignments',
    breaks,
    tamper: handling(() => {
      const owners = new Map<string, string>();
      return async ({ what, body, path, url }, forward) => {
        const response = await forward();
        if (what === 'POST assignments' && response.status === 200 && Array.isArray(body.assignee_ids)) {
          const { data } = (await response.clone().json()) as { data: { id: string } };
          for (const user of body.assignee_ids) owners.set(String(user), `${path}/${data.id}`);
        }
        const [, assignment = '', user = ''] = /^(.*)\/submissions\/(\w+)$/.exec(path) ?? [];
        const owner = owners.get(user);
        if (what !== 'GET submission' || response.status !== 404 || owner === undefined) return response;
        return /\/0{8,}/.test(path) ? response : await forward({ url: url.href.replace(assignment, owner) });
      };
    }),
  },
  {
    name: 'lms/an-unknown-assignment-has-an-empty-list',
    breaks,
    tamper: changingResponses(
      ({ what, path }, { status }) => what === 'GET submissions' && status === 404 && /\/0{8}-/.test(path),
      (response) => withBody(response, { data: [] }, 200),
    ),
  },
  {
    name: 'lms/a-malformed-student-is-a-crash',
    breaks,
    tamper: changingResponses(
      ({ what }, { status }) => /^(?:GET|PATCH) submission$/.test(what) && status === 400,
      async (response, { path }) =>
        /\/not-an-id$/.test(path) ? saying(response, 'Internal Server Error', 500) : response,
    ),
  },
  {
    name: 'lms/an-unknown-student-is-graded',
    breaks,
    tamper: changingResponses(
      ({ what, path }, { status }) => what === 'PATCH submission' && status === 404 && /\/f{24}$/.test(path),
      (response, { path, body }) => {
        const [, , , , assignment_id, , user_id] = path.split('/');
        const data = { id: user_id, assignment_id, user_id, state: 'created', ...body };
        return withBody(response, { data }, 200);
      },
    ),
  },
  {
    name: 'lms/deleting-what-does-not-exist-succeeds',
    breaks,
    tamper: changingResponses(
      ({ what, path }, { status }) => what === 'DELETE assignment' && status === 404 && /\/0{8}-/.test(path),
      (response) => withBody(response, '', 200),
    ),
  },
];

/** Looks an assignment up by its own id where a section that exists does not have it. */
function throughAnySection(when: (what: string) => boolean): ServerMutant['tamper'] {
  return handling(() => {
    const sections = new Set<string>();
    const homes = new Map<string, string>();
    return async ({ what, path, url }, forward) => {
      const response = await forward();
      const [, section = '', assignment = ''] = /sections\/([^/]+)\/assignments\/?([^/]*)/.exec(path) ?? [];
      if (section !== '' && response.status === 200) sections.add(section);
      if (assignment !== '' && response.status === 200) homes.set(assignment, section);
      const home = homes.get(assignment);
      if (response.status !== 404 || !sections.has(section) || home === undefined || !when(what))
        return response;
      return await forward({ url: url.href.replace(section, home) });
    };
  });
}
