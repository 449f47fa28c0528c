import fc from 'fast-check';
import {
  assignmentsOf,
  dayMs,
  dueIn,
  goodAssignment,
  openAssignment,
  removeCreated,
} from '../../probes/lms/classroom.ts';
import type { ProbeStep } from '../../probes/probe.ts';
import { all, each, yes } from '../choices.ts';
import { type CommandKind, inTurn, kindOf, type Setting } from '../command.ts';

/** Grades that servers round, average, drop or overwrite: fractions, zero, and a later one that is lower. */
const points = [87.5, 0, 93.25, 100, 12.75, 66.6, 1, 99.9];
/** The whole list, one by one, in pairs, the maximum, and what lies outside. */
const submissionLimits = [2, 1, 100, 3, 50];
const badLimits = [101, 0, 1000];
const maxPages = 8;

interface Grade {
  readonly points: number;
  readonly student: number;
  readonly comment: boolean;
}

const grades = (turn: number) =>
  each(
    [0, 1, 0, 0].map((student, at) =>
      fc.record({
        points: fc.oneof(
          { weight: 3, arbitrary: fc.constant(inTurn(points, turn * 4 + at)) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => n / 4) },
        ),
        student: fc.constant(student),
        comment: yes,
      }),
    ),
  );

type Change = 'title' | 'due_date' | 'both';

/** An assignment from its creation to its deletion, with lists and grades in between. */
const life = kindOf<{
  changes: Change[];
  grades: Grade[];
  limits: number[];
  bad: number[];
  deletes: boolean;
}>({
  name: 'assignment',
  api: 'lms',
  needs: ['writes'],
  share: 2,
  choices: (turn) =>
    fc.record({
      changes: all<Change>(['title', 'due_date']),
      grades: grades(turn),
      limits: all([inTurn(submissionLimits, turn * 2), inTurn(submissionLimits, turn * 2 + 1)]),
      bad: all([inTurn(badLimits, turn)]),
      deletes: yes,
    }),
  run: async (setting, { changes, grades: passed, limits, bad, deletes }) => {
    const { lms, nextNumber, isFirst } = setting;
    const claim = 'lms/create-read-update-delete';
    const name = `assignment ${nextNumber()}` as const;
    const opened = await openAssignment(lms, `explored ${name}`, { claim, case: `${name}, create` });
    if (!opened) return;
    const { path, room } = opened;
    await lms.send({ path, step: { claim, case: `${name}, read` } });

    const list = `${path}/submissions`;
    // Two walks of one name would be taken for one.
    for (const limit of limits) {
      const step = { claim: 'lms/submissions-listed', case: `limit=${limit}` } as const;
      if (isFirst(step.case)) await lms.walk(`${list}?limit=${limit}`, { maxPages, step });
    }
    for (const limit of bad)
      await lms.send({
        path: `${list}?limit=${limit}`,
        step: { claim: 'lms/submissions-listed', case: `limit=${limit}` },
      });

    await passGrades(setting, path, passed, room.assigned);
    for (const change of changes) {
      const isTitle = change !== 'due_date';
      const body = {
        ...(isTitle ? { title: `clever-conformance ${name}, changed` } : {}),
        ...(change === 'title' ? {} : { due_date: dueIn(room, 330 * dayMs) }),
      };
      const [write, read] = isTitle
        ? (['change', 'read after the change'] as const)
        : (['change the due date', 'read the due date'] as const);
      await lms.send({ method: 'PATCH', path, body, step: { claim, case: `${name}, ${write}` } });
      await lms.send({ path, step: { claim, case: `${name}, ${read}` } });
    }
    const deletion: ProbeStep | undefined = deletes ? { claim, case: `${name}, delete` } : undefined;
    await lms.send({ method: 'DELETE', path, ...(deletion ? { step: deletion } : {}) });
    if (deletes) await lms.send({ path, step: { claim, case: `${name}, look for it` } });
  },
  text: ({ grades: passed, limits, bad, changes }) =>
    [
      'create an assignment and read it',
      `list its submissions with limit ${[...limits, ...bad].join(', ')}`,
      `pass back ${passed.map((one) => `${one.points} to student ${one.student + 1}`).join(', ')}`,
      `change ${changes.join(', ')}, read again, and delete it`,
    ].join('; '),
});

/** A first grade of a student is a grade; each later one replaces it. */
async function passGrades(
  { lms, nextNumber }: Setting,
  path: string,
  passed: readonly Grade[],
  assigned: readonly string[],
): Promise<void> {
  const graded = new Set<string>();
  for (const { points: grade_points, student, comment } of passed) {
    const user = assigned[student % assigned.length];
    if (user === undefined) return;
    const claim = graded.has(user) ? 'lms/regrade-overwrites' : 'lms/grade-passback';
    graded.add(user);
    const name = `grade ${nextNumber()}` as const;
    const submission = `${path}/submissions/${user}`;
    const body = {
      grade: String(Math.round(grade_points)),
      grade_points,
      ...(comment ? { grade_comment: `Explored, ${name}.` } : {}),
    };
    await lms.send({ method: 'PATCH', path: submission, body, step: { claim, case: name, role: 'update' } });
    await lms.send({ path: submission, step: { claim, case: name, role: 'read' } });
  }
}

const otherVersions = ['v3.0', 'v2.1', 'v2.0', 'v1.2'];

const versions = kindOf<{ versions: string[] }>({
  name: 'other-versions',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () => fc.record({ versions: all(otherVersions) }),
  run: async ({ lms }, { versions: chosen }) => {
    const claim = 'lms/served-on-v3.1-only';
    const opened = await openAssignment(lms, 'explored under other versions');
    if (!opened) return;
    for (const [what, path] of [
      ['assignment', opened.path],
      ['submissions', `${opened.path}/submissions`],
    ] as const) {
      await lms.send({ path, step: { claim, case: what, role: 'control' } });
      for (const version of chosen)
        await lms.send({
          path: `/${version}${path}`,
          step: { claim, case: `${what} under ${version}`, role: 'asked' },
        });
    }
    await lms.send({ method: 'DELETE', path: opened.path });
  },
  text: ({ versions: chosen }) => `read an assignment and its submissions under ${chosen.join(', ')}`,
});

const operations = ['read', 'list', 'create'] as const;

/** Two tokens that differ only in the agreement. */
const agreement = kindOf<{ operations: (typeof operations)[number][] }>({
  name: 'agreement',
  api: 'lms',
  needs: ['writes', 'states'],
  share: 1,
  choices: () => fc.record({ operations: all(operations) }),
  run: async ({ lms }, { operations: chosen }) => {
    const claim = 'lms/requires-agreement';
    const opened = await openAssignment(lms, 'explored agreement');
    if (!opened) return;
    const { path, room } = opened;
    const scopes = ['read:sections', 'read:students', 'read:teachers'];
    for (const isGiven of [true, false]) {
      const { token } = await lms.state('a token with {scopes}', { scopes, agreement: isGiven });
      if (typeof token !== 'string') return;
      const role = isGiven ? 'with' : 'without';
      for (const name of chosen) {
        const step = { claim, case: name, role } as const;
        if (name !== 'create')
          await lms.send({ path: name === 'read' ? path : `${path}/submissions`, token, step });
        else {
          const body = goodAssignment(room, 'explored agreement');
          await removeCreated(
            lms,
            await lms.send({ method: 'POST', path: assignmentsOf(room), body, token, step }),
          );
        }
      }
    }
    await lms.send({ method: 'DELETE', path });
  },
  text: ({ operations: chosen }) => `${chosen.join(', ')} with and without the agreement`,
});

export const lmsKinds: readonly CommandKind[] = [life, versions, agreement];
