import type { RegradeCase } from '../../../contracts/steps/lms.ts';
import type { Actor } from '../probe.ts';
import { attachment, awkwardText, type Classroom, dayMs, dueIn } from './classroom.ts';

type GradeStep =
  | {
      readonly claim: 'lms/grade-passback';
      readonly case: 'a first grade' | 'no points at all' | `only ${string}`;
    }
  | { readonly claim: 'lms/regrade-overwrites'; readonly case: RegradeCase };

/**
 * Grades that replace one, most telling first: a server may keep the first, the last sent, the best or the average. Grades are
 * numbers in strings: redaction may make other texts equal.
 */
const regrades: readonly (readonly [RegradeCase, object])[] = [
  ['a second grade', { grade: '93', grade_points: 93.35, grade_comment: 'Better now.' }],
  ['a lower grade', { grade: '71', grade_points: 71.6, grade_comment: 'On reflection.' }],
  ['only the comment', { grade_comment: 'Please see me.' }],
  ['down to zero', { grade: '0', grade_points: 0, grade_comment: 'Copied.' }],
  ['up from zero', { grade: '64', grade_points: 64.75, grade_comment: 'Not copied.' }],
  ['only the points', { grade_points: 66.5 }],
  ['only the grade', { grade: '58' }],
];

/** Fields, and values of them, that an LMS need not have. */
export const optionalGrades = (room: Classroom) =>
  [
    ['only the flags', { flags: ['late'] }],
    ['only the flag excused', { flags: ['excused'] }],
    ['only the flag missing', { flags: ['missing'] }],
    ['only the attempts', { extra_attempts: 2 }],
    ['only the due date', { override_due_date: dueIn(room, 310 * dayMs) }],
    ['only the attachments', { attachments: [attachment] }],
    ...(['submitted', 'returned', 'reclaimed', 'created'] as const).map(
      (state) => [`only the state ${state}`, { state }] as const,
    ),
  ] as const;

/** Passes grades, with points that single precision would change and a comment beyond ASCII, to the students of the suite's assignment, and reads each back. */
export async function passGrades(actor: Actor, room: Classroom, path: string): Promise<void> {
  const pass = async (to: string, step: GradeStep, grade: object) => {
    const submission = `${path}/submissions/${to}`;
    await actor.send({ method: 'PATCH', path: submission, body: grade, step: { ...step, role: 'update' } });
    await actor.send({ path: submission, step: { ...step, role: 'read' } });
  };
  const claim = 'lms/grade-passback';
  const [user = '', other] = room.assigned;
  const by = room.graderId === undefined ? {} : { grader_id: room.graderId };
  await pass(
    user,
    { claim, case: 'a first grade' },
    { grade: '87', grade_points: 87.1, grade_comment: `Well argued, Zoë – très bien: ${awkwardText}`, ...by },
  );
  await actor.send({
    path: `${path}/submissions?limit=100`,
    step: { claim, case: 'the list after a first grade', role: 'list' },
  });
  if (other !== undefined)
    await pass(
      other,
      { claim, case: 'no points at all' },
      { grade: '0', grade_points: 0, grade_comment: 'Empty.' },
    );
  for (const [name, grade] of actor.pick(regrades, 4))
    await pass(user, { claim: 'lms/regrade-overwrites', case: name }, grade);
  for (const [name, fields] of actor.pick(optionalGrades(room), 0))
    await pass(user, { claim, case: name }, fields);
}
