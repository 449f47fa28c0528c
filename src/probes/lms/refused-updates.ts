import { unknownId } from '../../../contracts/made-up-ids.ts';
import type { LmsErrorStep } from '../../../contracts/steps/lms-errors.ts';
import { type Classroom, dayMs, dueIn, hourMs, minuteMs } from './classroom.ts';

/** A request that must be refused with an error of the table. */
export interface Refusal {
  readonly step: RefusedStep<LmsErrorStep>;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** A further one of its kind, for full runs. */
  readonly isFurther?: boolean;
}

type RefusedStep<Step> = Step extends { readonly role: 'asked' } ? Omit<Step, 'role'> : never;

/** Where refused requests go: to the suite's assignment at `path`, or to its section. */
export interface RefusalSetting {
  readonly room: Classroom;
  /** Of the section's assignments. */
  readonly list: string;
  /** Of the suite's assignment. */
  readonly path: string;
  /** A target with provider states is a test server: deleting all assignments of a section does no harm there. */
  readonly isTestServer: boolean;
}

/** Past, though not by the day: a server may compare days only. */
export const ago = [
  ['5 minutes ago', 5 * minuteMs, false],
  ['an hour ago', hourMs, true],
  ['6 hours ago', 6 * hourMs, true],
] as const;

/** A valid body as JSON that begins with a malformed member. */
export function brokenBody(good: object, member: string): string {
  return JSON.stringify(good).replace(/^\{/, `{${member},`);
}

/** Each of these also names valid fields, so that a partial update is visible. */
export function onUpdate({ room, path }: RefusalSetting): readonly Refusal[] {
  const update = (step: Refusal['step'], body?: unknown, isFurther = false): Refusal => ({
    step,
    method: 'PATCH',
    path,
    ...(body === undefined ? {} : { body }),
    isFurther,
  });
  const year = new Date(room.now()).getUTCFullYear() + 1;
  const change = { title: 'clever-conformance half a change', points_possible: 7 };
  const broken = (member: string) => brokenBody(change, member);
  const claim = 'lms-errors/update-due-date-out-of-range';
  return [
    update({ claim, case: 'an impossible day' }, { ...change, due_date: `${year}-02-30` }),
    update({ claim, case: 'a past day' }, { ...change, due_date: dueIn(room, -dayMs) }),
    ...ago.map(([when, ms, isFurther]) =>
      update({ claim, case: when }, { ...change, due_date: dueIn(room, -ms) }, isFurther),
    ),
    update({ claim: 'lms-errors/empty-body', case: 'update without a body' }),
    update({ claim: 'lms-errors/empty-body', case: 'update with a body of zero bytes' }, '', true),
    update(
      { claim: 'lms-errors/invalid-escape', case: 'update, in the middle' },
      broken('"description_plaintext":"50\\ percent"'),
    ),
    update(
      { claim: 'lms-errors/empty-submission-type', case: 'update, an empty string' },
      { ...change, submission_types: [''] },
    ),
    update(
      { claim: 'lms-errors/empty-submission-type', case: 'update, an unknown type' },
      { ...change, submission_types: ['essay'] },
      true,
    ),
    update({ claim: 'lms-errors/missing-value', case: 'update, assignee_mode' }, broken('"assignee_mode": ')),
    update(
      { claim: 'lms-errors/missing-value', case: 'update, points_possible' },
      broken('"points_possible":\n'),
      true,
    ),
    update(
      { claim: 'lms-errors/malformed-json', case: 'update, after a string' },
      broken('"term_id":"a":"b"'),
    ),
    update(
      { claim: 'lms-errors/malformed-json', case: 'update, after a number' },
      broken('"max_attempts":1:2'),
      true,
    ),
  ];
}

/** The same errors where a grade is passed back. */
export function onGrades({ room, path }: RefusalSetting): readonly Refusal[] {
  const grade = { grade: '55', grade_points: 55 };
  const pass = (step: Refusal['step'], body?: unknown, isFurther = false): Refusal => ({
    step,
    method: 'PATCH',
    path: `${path}/submissions/${room.assigned[0]}`,
    ...(body === undefined ? {} : { body }),
    isFurther,
  });
  const broken = (member: string) => brokenBody(grade, member);
  return [
    pass({ claim: 'lms-errors/unknown-grader', case: 'an unknown id' }, { ...grade, grader_id: unknownId }),
    pass({ claim: 'lms-errors/empty-body', case: 'update a submission without a body' }),
    pass(
      { claim: 'lms-errors/invalid-escape', case: 'update a submission, in the middle' },
      broken('"grade_comment":"50\\ percent"'),
    ),
    pass(
      { claim: 'lms-errors/missing-value', case: 'update a submission, grade_points' },
      broken('"grade_points": '),
    ),
    pass(
      { claim: 'lms-errors/missing-value', case: 'update a submission, grade' },
      broken('"grade":\n'),
      true,
    ),
    pass(
      { claim: 'lms-errors/malformed-json', case: 'update a submission, after a string' },
      broken('"grade_comment":"a":"b"'),
    ),
    pass(
      { claim: 'lms-errors/malformed-json', case: 'update a submission, after a number' },
      broken('"extra_attempts":1:2'),
      true,
    ),
  ];
}
