import { callerProbes } from './lms-callers.ts';
import {
  assignmentsOf,
  findClassrooms,
  goodAssignment,
  look,
  openAssignment,
  sendRefused,
} from './lms-classroom.ts';
import { refusals } from './lms-refusals.ts';
import type { Actor, Probe } from './probe.ts';

/** Refused writes, row by row; assignment and submissions are looked at after each row. */
const refusalProbe: Probe = {
  name: 'lms-errors/refused-writes',
  api: 'lms',
  provokes: [
    'lms/failed-write-changes-nothing',
    'lms-errors/missing-required-fields',
    'lms-errors/empty-body',
    'lms-errors/due-date-in-past',
    'lms-errors/invalid-escape',
    'lms-errors/empty-submission-type',
    'lms-errors/missing-value',
    'lms-errors/malformed-json',
    'lms-errors/unknown-grader',
    'lms-errors/update-due-date-out-of-range',
    'lms-errors/no-valid-assignees',
    'lms-errors/deleted-assignment',
    'lms-errors/user-not-found',
    'lms-errors/unsupported-method',
  ],
  needs: ['writes'],
  run: async (actor) => {
    const opened = await openAssignment(actor, 'with refusals');
    if (!opened) return;
    const { room, list, path } = opened;
    await workWith(actor, `${path}/submissions/${room.assigned[0]}`);
    await look(actor, path);
    const rows = Map.groupBy(
      refusals({ room, list, path, isTestServer: actor.allows('states') }),
      (one) => one.id,
    );
    for (const [claim, requests] of rows) {
      for (const { id: _, case: name, ...request } of requests)
        await sendRefused(actor, { ...request, step: { claim, case: name, role: 'asked' } });
      await look(actor, path);
    }
    await endOf(actor, path);
  },
};

/** Good requests of the kinds that are refused afterwards; the update leaves everything as it is. */
async function workWith(actor: Actor, submission: string): Promise<void> {
  const body = { grade: '81', grade_points: 81, grade_comment: 'Before the refusals.' };
  await actor.send({ method: 'PATCH', path: submission, body });
  await actor.send({ path: submission });
  const assignment = submission.replace(/\/submissions\/.*$/, '');
  await actor.send({ method: 'PATCH', path: assignment, body: { max_attempts: 2 } });
}

/** Only the read is a row of the table; the other operations show that they know of the deletion as well. */
async function endOf(actor: Actor, path: string): Promise<void> {
  const claim = 'lms-errors/deleted-assignment';
  const send = (name: string, role: string, request: { method?: string; path: string; body?: unknown }) =>
    actor.send({ ...request, step: { claim, case: name, role } });
  await send('read', 'before', { path });
  await send('read', 'delete', { method: 'DELETE', path });
  await send('read', 'asked', { path });
  await send('update', 'beside', { method: 'PATCH', path, body: { title: 'clever-conformance too late' } });
  await send('list', 'beside', { path: `${path}/submissions` });
  await send('delete', 'beside', { method: 'DELETE', path });
}

/** The LMS behind wants one more field, with which the same create is taken. */
const demandProbe: Probe = {
  name: 'lms-errors/demand-of-the-lms',
  api: 'lms',
  provokes: ['lms-errors/lms-missing-required-field'],
  needs: ['writes', 'states'],
  run: async (actor) => {
    const claim = 'lms-errors/lms-missing-required-field';
    const [room] = await findClassrooms(actor);
    if (!room) return;
    const { points_possible: _, ...rest } = goodAssignment(room, 'with a demand');
    await actor.state('the LMS requires {field}', { field: 'points_possible' });
    for (const [role, body] of [
      ['asked', rest],
      ['control', { ...rest, points_possible: 10 }],
    ] as const)
      await sendRefused(actor, {
        method: 'POST',
        path: assignmentsOf(room),
        body,
        step: { claim, case: 'points_possible', role },
      });
  },
};

/** In the order in which they run. */
export const lmsErrorsProbes: readonly Probe[] = [...callerProbes, refusalProbe, demandProbe];
