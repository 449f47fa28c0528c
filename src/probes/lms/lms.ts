import { unknownAssignment, unknownSection } from '../../../contracts/made-up-ids.ts';
import type { Actor, Probe } from '../probe.ts';
import {
  arrangedAssignment,
  assignmentsOf,
  classroomOf,
  dueDate,
  findClassrooms,
  goodAssignment,
  openAssignment,
  removeCreated,
  serverNowMs,
} from './classroom.ts';

/** The suite's assignment has a handful of pages; this bounds a server whose links never end. */
const maxPages = 8;
/** Versions that public documents or clients mention. */
const otherVersions = ['v1.2', 'v2.0', 'v2.1', 'v3.0'];

/** One assignment from creation to deletion, with the submissions of its students in between. */
const lifeProbe: Probe = {
  name: 'lms/life-of-an-assignment',
  api: 'lms',
  provokes: [
    'lms/create-read-update-delete',
    'lms/submissions-listed',
    'lms/grade-passback',
    'lms/regrade-overwrites',
    // It requests each of the seven operations of LMS Connect successfully.
    'data/operation-answers',
  ],
  needs: ['writes'],
  run: async (actor) => {
    const claim = 'lms/create-read-update-delete';
    const opened = await openAssignment(actor, 'life of an assignment', { claim, case: 'create' });
    if (!opened) return;
    const { room, path } = opened;
    await actor.send({ path, step: { claim, case: 'read' } });
    await listSubmissions(actor, path);
    const [first = '', second] = room.assigned;
    await passGrades(actor, { path, user: first, other: second, grader: room.graderId });
    const body = { title: 'clever-conformance life of an assignment, changed' };
    await actor.send({ method: 'PATCH', path, body, step: { claim, case: 'change' } });
    await actor.send({ path, step: { claim, case: 'read after the change' } });
    const later = { due_date: dueDate(room, 330) };
    await actor.send({ method: 'PATCH', path, body: later, step: { claim, case: 'change the due date' } });
    await actor.send({ path, step: { claim, case: 'read the due date' } });
    await actor.send({ method: 'DELETE', path, step: { claim, case: 'delete' } });
    await actor.send({ path, step: { claim, case: 'look for it' } });
  },
};

async function listSubmissions(actor: Actor, path: string): Promise<void> {
  const claim = 'lms/submissions-listed';
  const list = `${path}/submissions`;
  await actor.send({ path: list, step: { claim, case: 'no limit' } });
  for (const limit of [1, 2, 100])
    await actor.walk(`${list}?limit=${limit}`, {
      maxPages,
      step: { claim, case: `limit=${limit}` },
    });
  for (const limit of [0, 101])
    await actor.send({ path: `${list}?limit=${limit}`, step: { claim, case: `limit=${limit}` } });
}

interface Grading {
  readonly path: string;
  readonly user: string;
  readonly other: string | undefined;
  readonly grader: string | undefined;
}

/** Grades are numbers in strings: redaction may make other texts equal. */
async function passGrades(actor: Actor, { path, user, other, grader }: Grading): Promise<void> {
  const pass = async (to: string, step: GradeStep, grade: object) => {
    const submission = `${path}/submissions/${to}`;
    await actor.send({ method: 'PATCH', path: submission, body: grade, step: { ...step, role: 'update' } });
    await actor.send({ path: submission, step: { ...step, role: 'read' } });
  };
  const claim = 'lms/grade-passback';
  const by = grader === undefined ? {} : { grader_id: grader };
  await pass(
    user,
    { claim, case: 'a first grade' },
    { grade: '87', grade_points: 87.5, grade_comment: 'Well argued.', ...by },
  );
  if (other !== undefined)
    await pass(
      other,
      { claim, case: 'no points at all' },
      { grade: '0', grade_points: 0, grade_comment: 'Empty.' },
    );
  await pass(
    user,
    { claim: 'lms/regrade-overwrites', case: 'a second grade' },
    { grade: '93', grade_points: 93.25, grade_comment: 'Better now.' },
  );
}

type GradeStep =
  | { readonly claim: 'lms/grade-passback'; readonly case: 'a first grade' | 'no points at all' }
  | { readonly claim: 'lms/regrade-overwrites'; readonly case: 'a second grade' };

/** Without writes, an unknown assignment still shows whether another version is served. */
const versionsProbe: Probe = {
  name: 'lms/other-versions',
  api: 'lms',
  provokes: ['lms/served-on-v3.1-only'],
  needs: [],
  run: async (actor) => {
    const claim = 'lms/served-on-v3.1-only';
    const made = actor.allows('writes') ? await openAssignment(actor, 'under other versions') : undefined;
    const path = made?.path ?? (await unknownAssignmentPath(actor));
    for (const [what, below] of [
      ['assignment', path],
      ['submissions', `${path}/submissions`],
    ] as const) {
      await actor.send({ path: below, step: { claim, case: what, role: 'control' } });
      for (const version of otherVersions)
        await actor.send({
          path: `/${version}${below}`,
          step: { claim, case: `${what} under ${version}`, role: 'asked' },
        });
    }
    if (made) await actor.send({ method: 'DELETE', path });
  },
};

/** In a section that exists, so that the assignment is looked up. */
async function unknownAssignmentPath(actor: Actor): Promise<string> {
  const [room] = await findClassrooms(actor);
  return `/sections/${room?.sectionId ?? unknownSection}/assignments/${unknownAssignment}`;
}

/** Two tokens that differ only in the agreement. */
const agreementProbe: Probe = {
  name: 'lms/agreement',
  api: 'lms',
  provokes: ['lms/requires-agreement'],
  needs: ['states'],
  run: async (actor) => {
    const claim = 'lms/requires-agreement';
    const values = await arrangedAssignment(actor);
    if (!values) return;
    const path = `/sections/${values.section_id}/assignments/${values.assignment_id}`;
    const scopes = ['read:sections', 'read:students', 'read:teachers'];
    for (const agreement of [true, false]) {
      const { token } = await actor.state('a token with {scopes}', { scopes, agreement });
      if (typeof token !== 'string') return;
      const role = agreement ? 'with' : 'without';
      const read = await actor.send({ path, token, step: { claim, case: 'read', role } });
      await actor.send({ path: `${path}/submissions`, token, step: { claim, case: 'list', role } });
      const room = classroomOf(values, [], serverNowMs(read, actor));
      if (!room || !actor.allows('writes')) continue;
      const made = await actor.send({
        method: 'POST',
        path: assignmentsOf(room),
        body: goodAssignment(room, 'agreement'),
        token,
        step: { claim, case: 'create', role },
      });
      await removeCreated(actor, made);
    }
  },
};

/** In execution order. */
export const lmsProbes: readonly Probe[] = [lifeProbe, versionsProbe, agreementProbe];
