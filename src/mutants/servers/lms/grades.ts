import type { ServerMutant } from '../../mutant.ts';
import { changingData, handling, withBody } from './support.ts';

type Data = Record<string, unknown>;

/** An update with this field alone is confirmed and not stored. */
function ignoring(field: string): ServerMutant['tamper'] {
  return handling(() => async ({ what, body }, forward) => {
    if (what !== 'PATCH submission' || Object.keys(body).join() !== field) return await forward();
    const response = await forward({ body: {} });
    if (response.status !== 200) return response;
    const { data } = (await response.json()) as { data: Data };
    return withBody(response, { data: { ...data, ...body } });
  });
}

/** Grades that are passed back wrong. */
export const grades: readonly ServerMutant[] = [
  {
    name: 'lms/points-are-rounded-on-reading',
    breaks: 'lms/grade-passback',
    tamper: changingData(['GET submission'], (data: Data) =>
      data.grade_points === 87.1 ? { ...data, grade_points: 88 } : data,
    ),
  },
  {
    name: 'lms/a-grade-is-confirmed-for-another-student',
    breaks: 'lms/grade-passback',
    alsoFails: ['lms/regrade-overwrites'],
    tamper: changingData(['PATCH submission'], (data: Data) => ({
      ...data,
      user_id: [...String(data.user_id)].reverse().join(''),
    })),
  },
  {
    name: 'lms/points-are-kept-in-single-precision',
    breaks: 'lms/grade-passback',
    alsoFails: ['lms/regrade-overwrites'],
    tamper: changingData(['GET submission'], (data: Data) =>
      typeof data.grade_points === 'number'
        ? { ...data, grade_points: Math.fround(data.grade_points) }
        : data,
    ),
  },
  {
    name: 'lms/comments-lose-what-is-not-ascii',
    breaks: 'lms/grade-passback',
    tamper: changingData(['GET submission'], (data: Data) =>
      typeof data.grade_comment === 'string'
        ? { ...data, grade_comment: data.grade_comment.replace(/[^\u0000-\u007f]/g, '?') }
        : data,
    ),
  },
  {
    name: 'lms/the-list-shows-no-grades',
    breaks: 'lms/grade-passback',
    tamper: changingData(['GET submissions'], (data: Data[]) => data.map(({ grade: _, ...rest }) => rest)),
  },
  {
    name: 'lms/grades-go-to-every-assignment',
    breaks: 'lms/grade-passback',
    tamper: handling((sandbox) => {
      const known = new Set<string>();
      return async ({ what, path, text, url, caller }, forward) => {
        const response = await forward();
        const assignment = path.replace(/\/submissions.*$/, '');
        if (what === 'GET assignment' && response.status === 200) known.add(assignment);
        if (what !== 'PATCH submission' || response.status !== 200) return response;
        for (const other of known)
          await sandbox.fetch(
            new Request(url.origin + path.replace(assignment, other), {
              method: 'PATCH',
              body: text,
              headers: { authorization: caller },
            }),
          );
        return response;
      };
    }),
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
    // A second grade may be zero, too.
    alsoFails: ['lms/regrade-overwrites'],
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
    name: 'lms/the-best-grade-stays',
    breaks: 'lms/regrade-overwrites',
    tamper: handling(() => {
      const best = new Map<string, number>();
      return async ({ what, path, body }, forward) => {
        const points = body.grade_points;
        if (what !== 'PATCH submission' || typeof points !== 'number') return await forward();
        const isLower = points < (best.get(path) ?? 0);
        if (!isLower) best.set(path, points);
        // An invalid body is refused in any case.
        return await (isLower && body.grader_id === undefined ? forward({ body: {} }) : forward());
      };
    }),
  },
  {
    name: 'lms/a-grade-cannot-be-taken-back-to-zero',
    breaks: 'lms/regrade-overwrites',
    tamper: handling(() => {
      const graded = new Set<string>();
      return async ({ what, path, body }, forward) => {
        if (what !== 'PATCH submission') return await forward();
        const isZero = graded.has(path) && body.grade_points === 0;
        if (typeof body.grade_points === 'number') graded.add(path);
        return await (isZero ? forward({ body: { grade_comment: body.grade_comment } }) : forward());
      };
    }),
  },
  {
    name: 'lms/a-comment-alone-is-ignored',
    breaks: 'lms/regrade-overwrites',
    tamper: ignoring('grade_comment'),
  },
  {
    name: 'lms/points-alone-are-ignored',
    breaks: 'lms/regrade-overwrites',
    tamper: ignoring('grade_points'),
  },
  {
    name: 'lms/a-comment-alone-wipes-the-grade',
    breaks: 'lms/regrade-overwrites',
    tamper: handling(() => {
      const wiped = new Set<string>();
      return async ({ what, path, body }, forward) => {
        const response = await forward();
        if (!what.endsWith(' submission') || response.status !== 200) return response;
        if (what === 'PATCH submission') {
          if (Object.keys(body).join() === 'grade_comment') wiped.add(path);
          else wiped.delete(path);
        }
        if (!wiped.has(path)) return response;
        const { data } = (await response.json()) as { data: Data };
        const { grade: _, grade_points: __, ...rest } = data;
        return withBody(response, { data: rest });
      };
    }),
  },
  {
    name: 'lms/points-of-two-grades-are-averaged',
    breaks: 'lms/regrade-overwrites',
    tamper: changingData(['GET submission', 'PATCH submission'], (data: Data) =>
      data.grade_points === 93.35 ? { ...data, grade_points: 90.375 } : data,
    ),
  },
  {
    name: 'lms/the-comment-of-the-first-grade-stays',
    breaks: 'lms/regrade-overwrites',
    // The list shows another comment than the submission alone.
    alsoFails: ['lms/grade-passback'],
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
