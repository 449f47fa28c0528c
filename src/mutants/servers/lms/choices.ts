import type { ServerMutant } from '../../mutant.ts';
import { changingData, handling, saying, withBody } from './support.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of any shape
type Data = Record<string, any>;

const assignments = ['POST assignments', 'GET assignment', 'PATCH assignment'];
const submissions = ['GET submission', 'PATCH submission'];

const escaped = (text: unknown) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Documented values, and characters, that only some requests have; and a link that is followed again. */
export const choices: readonly ServerMutant[] = [
  {
    name: 'lms/an-assignment-for-the-whole-class-is-refused',
    breaks: 'lms/create-read-update-delete',
    tamper: handling(() => async ({ what, body }, forward) => {
      const response = await forward();
      return what === 'POST assignments' && body.assignee_mode === 'all'
        ? saying(response, 'assignee_mode in body should be one of [individuals]', 400)
        : response;
    }),
  },
  {
    name: 'lms/an-assignment-for-the-whole-class-misses-its-last-student',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => {
      const forAll = new Set<string>();
      return async ({ what, body, path }, forward) => {
        const response = await forward();
        if (what === 'POST assignments' && body.assignee_mode === 'all' && response.status === 200) {
          const { data } = (await response.clone().json()) as { data: Data };
          forAll.add(`${path}/${data.id}/submissions`);
        }
        if (!forAll.has(path)) return response;
        const { data, ...rest } = (await response.json()) as { data: Data[] };
        return withBody(response, { ...rest, data: data.slice(0, -1) });
      };
    }),
  },
  {
    name: 'lms/percent-is-kept-as-points',
    breaks: 'lms/create-read-update-delete',
    tamper: changingData(assignments, (data: Data) =>
      data.grading_type === 'percent' ? { ...data, grading_type: 'points' } : data,
    ),
  },
  {
    name: 'lms/the-end-of-an-assignment-is-that-of-its-display',
    breaks: 'lms/create-read-update-delete',
    tamper: changingData(assignments, (data: Data) =>
      data.end_date === undefined ? data : { ...data, end_date: data.display_date },
    ),
  },
  {
    name: 'lms/an-attachment-is-there-twice',
    breaks: 'lms/create-read-update-delete',
    tamper: changingData(assignments, (data: Data) =>
      data.attachments === undefined
        ? data
        : { ...data, attachments: [...data.attachments, ...data.attachments] },
    ),
  },
  {
    name: 'lms/excused-is-late',
    breaks: 'lms/grade-passback',
    tamper: changingData(submissions, (data: Data) =>
      data.flags?.includes('excused') ? { ...data, flags: ['late'] } : data,
    ),
  },
  {
    name: 'lms/a-later-due-date-of-a-student-loses-its-time',
    breaks: 'lms/grade-passback',
    tamper: changingData(submissions, (data: Data) =>
      data.override_due_date === undefined
        ? data
        : { ...data, override_due_date: `${data.override_due_date.slice(0, 10)}T00:00:00.000Z` },
    ),
  },
  {
    name: 'lms/titles-come-back-escaped',
    breaks: 'lms/create-read-update-delete',
    tamper: changingData(assignments, (data: Data) => ({ ...data, title: escaped(data.title) })),
  },
  {
    name: 'lms/comments-come-back-escaped',
    breaks: 'lms/grade-passback',
    tamper: changingData(submissions, (data: Data) =>
      data.grade_comment === undefined ? data : { ...data, grade_comment: escaped(data.grade_comment) },
    ),
  },
  {
    name: 'lms/a-cursor-works-once',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => {
      const used = new Set<string>();
      return async ({ url }, forward) => {
        const response = await forward();
        const cursor = url.searchParams.get('cursor') ?? '';
        const isUsed = used.has(cursor);
        if (cursor !== '') used.add(cursor);
        return isUsed ? saying(response, 'invalid cursor', 400) : response;
      };
    }),
  },
  {
    name: 'lms/a-cursor-goes-on-where-it-was-used-last',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => {
      const used = new Set<string>();
      return async ({ what, url }, forward) => {
        const response = await forward();
        const cursor = url.searchParams.get('cursor') ?? '';
        const isUsed = what === 'GET submissions' && used.has(cursor);
        if (cursor !== '') used.add(cursor);
        return isUsed ? withBody(response, { data: [] }) : response;
      };
    }),
  },
];
