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
