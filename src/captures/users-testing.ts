import type { Members } from '../text/json.ts';
import type { Caught } from './formats/har-testing.ts';
import type { Body } from './testing.ts';

/** The members of a student of v2.0 that a user of v3.x has itself; the others stand in the role. */
const ofUser: ReadonlySet<string> = new Set(['id', 'district', 'name', 'email', 'created', 'last_modified']);

/** A student of v2.0 as a user of v3.x. */
export function asUser(student: Members): Members {
  const members = Object.entries(student);
  const own = Object.fromEntries(members.filter(([name]) => ofUser.has(name)));
  const role = Object.fromEntries(members.filter(([name]) => !ofUser.has(name)));
  return { ...own, roles: { student: { ...role, enrollments: [] } } };
}

/** A list of students of v2.0 as one of users of another version. */
export function asUsers(one: Caught, version: string): Caught {
  const moved = (text: string) => text.replaceAll('/v2.0/students', `/${version}/users`);
  const { data, links } = JSON.parse(one.answer) as Body;
  const users = data.map((item) => ({ ...item, data: asUser(item.data) }));
  return withBody({ ...one, url: moved(one.url) }, moved(JSON.stringify({ data: users, links })));
}

/** With another body, and no length of the one before. */
export function withBody(one: Caught, answer: string): Caught {
  const answerHeaders = one.answerHeaders.filter(([name]) => name.toLowerCase() !== 'content-length');
  return { ...one, answer, answerHeaders };
}

const id = '5f0000000000000000000001';
const link = (rel: string, uri: string) => ({ rel, uri });

/** Responses of v3.1 at paths that v2.0 does not have. */
export const ofV31: Readonly<Record<string, unknown>> = {
  '/v3.1/me': {
    type: 'user',
    data: { id, district: id, type: 'teacher', authorized_by: 'district' },
    links: [
      link('self', '/me'),
      link('canonical', `/v3.1/users/${id}`),
      link('district', `/v3.1/districts/${id}`),
    ],
  },
  [`/v3.1/users/${id}/myTeachers`]: { data: [], links: [link('self', `/v3.1/users/${id}/myteachers`)] },
  [`/v3.1/attendance/schools/${id}`]: {
    data: [
      {
        attendance_date: '2026-01-05',
        attendance_status: 'present',
        attendance_type: 'daily',
        created: '2026-01-05T12:00:00.000Z',
        last_modified: '2026-01-05T12:00:00.000Z',
        district_id: id,
        school_id: id,
        student_id: id,
      },
    ],
  },
  [`/v3.1/schools/${id}/courses`]: {
    data: [{ data: { id, district: id, name: 'Mathematics', number: '1' }, uri: `/v3.1/courses/${id}` }],
    links: [link('self', `/v3.1/schools/${id}/courses`)],
  },
  '/v3.1/resources': { resources: [] },
  '/v3.1/users?count=true': { count: 379, links: [link('self', '/v3.1/users?count=true')] },
};
