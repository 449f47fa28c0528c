import fc from 'fast-check';
import type { LifecycleStep } from '../../../contracts/steps/lms.ts';
import { ownTitle } from '../../evidence/journal.ts';
import {
  awkwardText,
  createdId,
  dayMs,
  dueIn,
  goodAssignment,
  hourMs,
  minuteMs,
  type Opened,
  openAssignment,
} from '../../probes/lms/classroom.ts';
import { optionalGrades } from '../../probes/lms/grading.ts';
import { all, each, yes } from '../choices.ts';
import { inTurn, kindOf, type Setting } from '../command.ts';

/** Grades that servers round, average, drop or overwrite: fractions, zero, and a later one that is lower. */
const points = [87.1, 0, 93.35, 100, 12.75, 66.6, 1, 99.9];
/** The whole list, one by one, in pairs, the maximum, and what lies outside. */
const submissionLimits = [2, 1, 100, 3, 50];
const badLimits = [101, 0, 1000];
const maxPages = 8;

interface Grade {
  readonly points: number;
  readonly student: number;
  readonly part: Part;
}

const parts = ['everything', 'comment', 'points', 'grade'] as const;
type Part = (typeof parts)[number];

const grades = (turn: number) =>
  each(
    [0, 1, 0, 0, 0].map((student, at) =>
      fc.record({
        points: fc.oneof(
          { weight: 3, arbitrary: fc.constant(inTurn(points, turn * 4 + at)) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => n / 4) },
        ),
        student: fc.constant(student),
        // The last one changes a part of the grade before.
        part: fc.constant(at < 4 ? 'everything' : inTurn(parts.slice(1), turn)),
      }),
    ),
  );

/** What is changed alone, and to what. */
const fields = ['title', 'due_date', 'points', 'description', 'soon'] as const;
type Field = (typeof fields)[number];

/** How far ahead a due date is: ahead is ahead, be it by minutes. */
const dues = { 'in 5 minutes': 5 * minuteMs, 'in 6 hours': 6 * hourMs, 'in a day': dayMs } as const;
type Due = keyof typeof dues;

/** An assignment from its creation to its deletion, with lists, grades and another one in between. */
export const life = kindOf<{
  changes: Field[];
  grades: Grade[];
  limits: number[];
  bad: number[];
  others: Due[];
  fields: number[];
  deletes: boolean;
}>({
  name: 'assignment',
  api: 'lms',
  needs: ['writes'],
  share: 2,
  choices: (turn) =>
    fc.record({
      changes: all(fields),
      grades: grades(turn),
      limits: all([inTurn(submissionLimits, turn * 2), inTurn(submissionLimits, turn * 2 + 1)]),
      bad: all([inTurn(badLimits, turn)]),
      others: all([inTurn(['in 5 minutes', 'in 6 hours', 'in 5 minutes', 'in a day'] as const, turn)]),
      // Places in the list of the fields of a grade that an LMS need not have.
      fields: all([0, 1, 2].map((at) => 3 * turn + at)),
      deletes: yes,
    }),
  run: async (setting, { changes, grades: passed, limits, bad, others, fields: further, deletes }) => {
    const { lms, nextNumber, isFirst } = setting;
    const claim = 'lms/create-read-update-delete';
    const name = `assignment ${nextNumber()}` as const;
    const opened = await openAssignment(lms, `explored ${name}`, { claim, case: `${name}, create` });
    if (!opened) return;
    const { path, room } = opened;
    const step = (what: LifecycleStep) => ({ claim, case: `${name}, ${what}` }) as const;
    await lms.send({ path, step: step('read') });
    const list = `${path}/submissions`;
    // Two walks of one name would be taken for one.
    for (const limit of limits) {
      const listed = { claim: 'lms/submissions-listed', case: `limit=${limit}` } as const;
      if (isFirst(listed.case)) await lms.walk(`${list}?limit=${limit}`, { maxPages, step: listed });
    }
    for (const limit of bad)
      await lms.send({
        path: `${list}?limit=${limit}`,
        step: { claim: 'lms/submissions-listed', case: `limit=${limit}` },
      });

    await passGrades(setting, path, passed, room.assigned);
    for (const due of others) await liveNextToIt(setting, opened, due);
    if (others.length > 0) await lms.send({ path, step: step('read again') });
    if (passed.length > 0 && isFirst('list'))
      await lms.send({
        path: `${list}?limit=100`,
        step: { claim: 'lms/grade-passback', case: 'the list of submissions', role: 'list' },
      });
    for (const at of further) await passField(setting, opened, at);
    for (const field of changes) await changeIt(setting, opened, field, name);
    await lms.send({ method: 'DELETE', path, ...(deletes ? { step: step('delete') } : {}) });
    if (!deletes) return;
    await lms.send({ path, step: step('look for it') });
    await lms.send({ path: list, step: step('look for its submissions') });
    const submission = `${list}/${room.assigned[0]}`;
    await lms.send({ path: submission, step: step('look for a submission') });
    await lms.send({ path, step: step('look for it again') });
    const body = { title: `${ownTitle}too late` };
    await lms.send({ method: 'PATCH', path, body, step: step('change it after all') });
    await lms.send({ path, step: step('look for it after that') });
  },
  text: ({ grades: passed, limits, bad, changes, others, fields: further }) =>
    [
      `create an assignment${others.map((due) => ` and another one that is due ${due}`).join('')}`,
      `list its submissions with limit ${[...limits, ...bad].join(', ')}`,
      `pass back ${passed.map((one) => `${one.points} to student ${one.student + 1} (${one.part})`).join(', ')}`,
      ...(further.length > 0 ? [`pass back ${further.length} further fields, one by one`] : []),
      `change ${changes.join(', ')}, read again, and delete it`,
    ].join('; '),
});

/** A field of a grade by itself. */
async function passField({ lms, isFirst }: Setting, { room, path }: Opened, at: number): Promise<void> {
  const [name, body] = inTurn(optionalGrades(room), at);
  if (!isFirst(name)) return;
  const submission = `${path}/submissions/${room.assigned[0]}`;
  const step = { claim: 'lms/grade-passback', case: name } as const;
  await lms.send({ method: 'PATCH', path: submission, body, step: { ...step, role: 'update' } });
  await lms.send({ path: submission, step: { ...step, role: 'read' } });
}

/** Another assignment of the section is created, read, graded and deleted. */
async function liveNextToIt({ lms, nextNumber }: Setting, { room, list }: Opened, due: Due): Promise<void> {
  const step = { claim: 'lms/create-read-update-delete', case: `due ${due}, ${nextNumber()}` } as const;
  const body = { ...goodAssignment(room, 'explored next to it'), due_date: dueIn(room, dues[due]) };
  const made = await lms.send({ method: 'POST', path: list, body, step: { ...step, role: 'create' } });
  const id = createdId(made);
  if (id === undefined) return;
  await lms.send({ path: `${list}/${id}`, step: { ...step, role: 'read' } });
  const grade = { grade: '12', grade_points: 12, grade_comment: 'Of another assignment.' };
  for (const user of room.assigned)
    await lms.send({ method: 'PATCH', path: `${list}/${id}/submissions/${user}`, body: grade });
  await lms.send({ method: 'DELETE', path: `${list}/${id}` });
}

/** Changes one field, and reads the assignment. */
async function changeIt({ lms, nextNumber }: Setting, { room, path }: Opened, field: Field, name: string) {
  const bodies: Readonly<Record<Field, object>> = {
    title: { title: `${ownTitle}${name}, changed: ${awkwardText}` },
    due_date: { due_date: dueIn(room, 330 * dayMs) },
    points: { points_possible: 0 },
    description: { description: 'Made by a conformance check, and changed.' },
    soon: { due_date: dueIn(room, 5 * minuteMs) },
  };
  const step = {
    claim: 'lms/create-read-update-delete',
    case: `only ${field}, ${nextNumber()}`,
  } as const;
  await lms.send({ method: 'PATCH', path, body: bodies[field], step: { ...step, role: 'change' } });
  await lms.send({ path, step: { ...step, role: 'read' } });
}

/** A first grade of a student is a grade; each later one replaces it, or a part of it. */
async function passGrades(
  { lms, nextNumber }: Setting,
  path: string,
  passed: readonly Grade[],
  assigned: readonly string[],
): Promise<void> {
  const graded = new Set<string>();
  for (const { points: grade_points, student, part } of passed) {
    const user = assigned[student % assigned.length];
    if (user === undefined) return;
    const isFirst = !graded.has(user);
    const claim = isFirst ? 'lms/grade-passback' : 'lms/regrade-overwrites';
    graded.add(user);
    const name = `grade ${nextNumber()}` as const;
    const submission = `${path}/submissions/${user}`;
    const grade = String(Math.round(grade_points));
    const grade_comment = `Explored, ${name} – à point: ${awkwardText}`;
    const body = {
      everything: { grade, grade_points, grade_comment },
      comment: { grade_comment },
      points: { grade_points },
      grade: { grade },
    }[isFirst ? 'everything' : part];
    await lms.send({ method: 'PATCH', path: submission, body, step: { claim, case: name, role: 'update' } });
    await lms.send({ path: submission, step: { claim, case: name, role: 'read' } });
  }
}
