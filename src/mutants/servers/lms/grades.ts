import type { ServerMutant } from '../../mutant.ts';
import { changingData, handling, withBody } from './support.ts';

type Data = Record<string, unknown>;

/** Grades that are passed back wrong. */
export const grades: readonly ServerMutant[] = [
  {
    name: 'lms/points-are-rounded-on-reading',
    breaks: 'lms/grade-passback',
    tamper: changingData(['GET submission'], (data: Data) =>
      data.grade_points === 87.5 ? { ...data, grade_points: 88 } : data,
    ),
  },
  {
    name: 'lms/a-grade-is-accepted-with-202',
    breaks: 'lms/grade-passback',
    alsoFails: ['lms/regrade-overwrites'],
    tamper: handling(() => async ({ what }, forward) => {
      const response = await forward();
      if (what !== 'PATCH submission' || response.status !== 200) return response;
      return new Response(await response.text(), { status: 202, headers: response.headers });
    }),
  },
  {
    name: 'lms/a-grade-of-zero-is-taken-for-none',
    breaks: 'lms/grade-passback',
    tamper: changingData(['GET submission'], (data: Data) => {
      const { grade, ...rest } = data;
      return grade === '0' ? rest : data;
    }),
  },
  {
    name: 'lms/the-first-grade-stays',
    breaks: 'lms/regrade-overwrites',
    tamper: handling(() => {
      const graded = new Set<string>();
      return async ({ what, path, body }, forward) => {
        if (what !== 'PATCH submission' || body.grade_comment === undefined) return await forward();
        const isFirst = !graded.has(path);
        graded.add(path);
        if (isFirst) return await forward();
        const response = await forward({ body: {} });
        const { data } = (await response.json()) as { data: Data };
        return withBody(response, { data: { ...data, ...body } });
      };
    }),
  },
];

/** Grades that do not replace the one before. */
export const regrades: readonly ServerMutant[] = [
  {
    name: 'lms/points-of-two-grades-are-averaged',
    breaks: 'lms/regrade-overwrites',
    tamper: changingData(['GET submission', 'PATCH submission'], (data: Data) =>
      data.grade_points === 93.25 ? { ...data, grade_points: 90.375 } : data,
    ),
  },
  {
    name: 'lms/the-comment-of-the-first-grade-stays',
    breaks: 'lms/regrade-overwrites',
    tamper: handling(() => {
      const comments = new Map<string, unknown>();
      return async ({ what, path, body }, forward) => {
        const response = await forward();
        if (what === 'PATCH submission' && response.status === 200 && 'grade_comment' in body)
          comments.set(path, comments.get(path) ?? body.grade_comment);
        if (what !== 'GET submission' || !comments.has(path) || response.status !== 200) return response;
        const { data } = (await response.json()) as { data: Data };
        return withBody(response, { data: { ...data, grade_comment: comments.get(path) } });
      };
    }),
  },
];
