import type { RoleOf } from '../../../contracts/steps/index.ts';
import type { LmsOperationCase } from '../../../contracts/steps/lms-errors.ts';
import type { Actor, ActorRequest, Probe } from '../probe.ts';
import { callerProbes } from './callers.ts';
import {
  assignmentsOf,
  findClassrooms,
  goodAssignment,
  openAssignment,
  readAll,
  sendRefused,
} from './classroom.ts';
import { refusals } from './refusals.ts';

/** Invalid writes, error by error; assignment and submissions are read after each error. */
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
    await readAll(actor, path);
    const errors = Map.groupBy(
      refusals({ room, list, path, isTestServer: actor.allows('states') }),
      ({ step }) => step.claim,
    );
    for (const requests of errors.values()) {
      for (const { step, isFurther, ...request } of requests)
        if (!isFurther || actor.depth === 'full')
          await sendRefused(actor, { ...request, step: { ...step, role: 'asked' } });
      await readAll(actor, path);
    }
    await deleteAssignment(actor, path);
  },
};

/** Valid requests of the kinds that are sent with errors afterwards. */
async function workWith(actor: Actor, submission: string): Promise<void> {
  const body = { grade: '81', grade_points: 81, grade_comment: 'Before the refusals.' };
  await actor.send({ method: 'PATCH', path: submission, body });
  await actor.send({ path: submission });
  const assignment = submission.replace(/\/submissions\/.*$/, '');
  await actor.send({ method: 'PATCH', path: assignment, body: { max_attempts: 2 } });
}

/** Only the read is in the error table; the other operations exercise their responses after the deletion. */
async function deleteAssignment(actor: Actor, path: string): Promise<void> {
  const claim = 'lms-errors/deleted-assignment';
  const send = (
    name: LmsOperationCase,
    role: RoleOf<'lms-errors/deleted-assignment'>,
    request: Omit<ActorRequest, 'step'>,
  ) => actor.send({ ...request, step: { claim, case: name, role } });
  await send('read', 'before', { path });
  await send('read', 'delete', { method: 'DELETE', path });
  await send('read', 'asked', { path });
  await send('update', 'after', { method: 'PATCH', path, body: { title: 'clever-conformance too late' } });
  await send('list', 'after', { path: `${path}/submissions` });
  await send('delete', 'after', { method: 'DELETE', path });
}

/** The LMS requires one more field; the same create with this field is accepted. */
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

/** In execution order. */
export const lmsErrorsProbes: readonly Probe[] = [...callerProbes, refusalProbe, demandProbe];
