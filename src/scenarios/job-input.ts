import type { Job } from '../observation.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Ids for a write job; empty for reading jobs. */
export type JobPlace = Readonly<
  Partial<Record<'section_id' | 'assignment_id' | 'user_id' | 'grader_id', string>>
>;

const dayMs = 86_400_000;

/** Finds a section with an assignment and an assigned student for a write job. */
export async function placeOf(sandbox: Sandbox, job: Job): Promise<JobPlace> {
  if (job.startsWith('sync:')) return {};
  const { section_id, assignment_id, user_id, grader_id } = await sandbox.setState('an assignment exists');
  const ids = { section_id, assignment_id, user_id, grader_id };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => typeof id === 'string')) as JobPlace;
}

/** The grade of the second start of a grading job, distinguishable from the first. */
const grades = [
  { grade: '70', grade_points: 70 },
  { grade: '90', grade_points: 90 },
] as const;

/**
 * The value of `CLEVER_JOB_INPUT`: section_id, assignment_id, user_id and body for the write jobs, `{}` for the others. A
 * second start of `update-submission` has a newer grade than the first; one of `create-assignment` has the same input.
 */
export function inputOf(
  job: Job,
  place: JobPlace,
  start: number,
  firstStartMs: number,
): Readonly<Record<string, unknown>> {
  const { section_id, assignment_id, user_id } = place;
  if (job === 'create-assignment')
    return {
      section_id,
      user_id,
      body: {
        title: 'An essay on rivers',
        description: 'One page, by hand.',
        due_date: new Date(firstStartMs + 30 * dayMs).toISOString(),
        assignee_mode: 'all',
        points_possible: 100,
        submission_types: ['text'],
      },
    };
  if (job === 'update-submission')
    return { section_id, assignment_id, user_id, body: grades[Math.min(start, grades.length - 1)] };
  return {};
}
