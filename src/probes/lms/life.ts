import type { Actor, Probe } from '../probe.ts';
import {
  assignmentsOf,
  awkwardText,
  type Classroom,
  createdId,
  dayMs,
  dueIn,
  goodAssignment,
  minuteMs,
  openAssignment,
} from './classroom.ts';
import { createFurther } from './further.ts';
import { passGrades } from './grading.ts';

/** The suite's assignment has a handful of pages; this bounds a server whose links never end. */
const maxPages = 8;
const claim = 'lms/create-read-update-delete';

/** One assignment from creation to deletion, with the submissions of its students in between. */
export const lifeProbe: Probe = {
  name: 'lms/life-of-an-assignment',
  api: 'lms',
  provokes: [
    claim,
    'lms/submissions-listed',
    'lms/grade-passback',
    'lms/regrade-overwrites',
    // It requests each of the seven operations of LMS Connect successfully.
    'data/operation-answers',
  ],
  needs: ['writes'],
  run: async (actor) => {
    const opened = await openAssignment(actor, 'life of an assignment', { claim, case: 'create' });
    if (!opened) return;
    const { room, path } = opened;
    await actor.send({ path, step: { claim, case: 'read' } });
    await listSubmissions(actor, path);
    await passGrades(actor, room, path);
    const body = { title: `clever-conformance life of an assignment, changed: ${awkwardText}` };
    await actor.send({ method: 'PATCH', path, body, step: { claim, case: 'change' } });
    await actor.send({ path, step: { claim, case: 'read after the change' } });
    const later = { due_date: dueIn(room, 330 * dayMs) };
    await actor.send({ method: 'PATCH', path, body: later, step: { claim, case: 'change the due date' } });
    await actor.send({ path, step: { claim, case: 'read the due date' } });
    if (actor.depth === 'full') await liveNextToIt(actor, room);
    await actor.send({ path, step: { claim, case: 'read again' } });
    await actor.send({
      path: `${path}/submissions?limit=100`,
      step: { claim: 'lms/grade-passback', case: 'the list of submissions', role: 'list' },
    });
    await changeFields(actor, room, path);
    await deleteIt(actor, path, `${path}/submissions/${room.assigned[0]}`);
    await createFurther(actor, room);
  },
};

async function listSubmissions(actor: Actor, path: string): Promise<void> {
  const listed = 'lms/submissions-listed';
  const list = `${path}/submissions`;
  await actor.send({ path: list, step: { claim: listed, case: 'no limit' } });
  for (const limit of [1, 2, 100]) {
    const step = { claim: listed, case: `limit=${limit}` } as const;
    const [, second] = await actor.walk(`${list}?limit=${limit}`, { maxPages, step });
    // A client that got no response follows the link again.
    if (second) await actor.send({ path: second.request.path, step: { ...step, role: 'again' } });
  }
  for (const limit of actor.pick([0, 101, -1, 1_000], 2))
    await actor.send({ path: `${list}?limit=${limit}`, step: { claim: listed, case: `limit=${limit}` } });
}

/** Another assignment of the section is created, graded and deleted, which leaves no trace in the first. */
async function liveNextToIt(actor: Actor, room: Classroom): Promise<void> {
  const list = assignmentsOf(room);
  const body = goodAssignment(room, 'next to it');
  const id = createdId(await actor.send({ method: 'POST', path: list, body }));
  if (id === undefined) return;
  for (const user of room.assigned) {
    const submission = `${list}/${id}/submissions/${user}`;
    const grade = { grade: '12', grade_points: 12, grade_comment: 'Of another assignment.' };
    await actor.send({ method: 'PATCH', path: submission, body: grade });
    await actor.send({ path: submission });
  }
  await actor.send({ method: 'PATCH', path: `${list}/${id}`, body: { points_possible: 20 } });
  await actor.send({ method: 'DELETE', path: `${list}/${id}` });
}

/** Single fields, and a due date that is minutes ahead: a day's change may be all that a server compares. */
async function changeFields(actor: Actor, room: Classroom, path: string): Promise<void> {
  const changes = [
    ['only the due date', { due_date: dueIn(room, 5 * minuteMs) }],
    ['only the points', { points_possible: 50 }],
    ['only the description', { description: `Made by a conformance check, and changed: ${awkwardText}` }],
    ['only the points, to zero', { points_possible: 0 }],
    ['only the types', { submission_types: ['text', 'link'] }],
    ['only the due date, again', { due_date: dueIn(room, 40 * dayMs) }],
  ] as const;
  for (const [name, body] of actor.pick(changes, 1)) {
    await actor.send({ method: 'PATCH', path, body, step: { claim, case: name, role: 'change' } });
    await actor.send({ path, step: { claim, case: name, role: 'read' } });
  }
}

/** Looks more than once, and around: a cache or a late write may bring a deleted assignment back. */
async function deleteIt(actor: Actor, path: string, submission: string): Promise<void> {
  await actor.send({ method: 'DELETE', path, step: { claim, case: 'delete' } });
  await actor.send({ path, step: { claim, case: 'look for it' } });
  await actor.send({ path: `${path}/submissions`, step: { claim, case: 'look for its submissions' } });
  await actor.send({ path: submission, step: { claim, case: 'look for a submission' } });
  await actor.send({ path, step: { claim, case: 'look for it again' } });
  const body = { title: 'clever-conformance too late' };
  await actor.send({ method: 'PATCH', path, body, step: { claim, case: 'change it after all' } });
  await actor.send({ path, step: { claim, case: 'look for it after that' } });
}
