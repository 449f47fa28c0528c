import type { LmsOperationCase } from '../../../contracts/steps/lms-errors.ts';
import type { Actor, ActorRequest, Probe } from '../probe.ts';
import { callerProbes } from './callers.ts';
import { openAssignment, readAll, sendRefused } from './classroom.ts';
import { refusals } from './refusals.ts';
import { createWithout, deleteAndRead, workWith } from './surroundings.ts';

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
    await workWith(actor, opened);
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

/** Only the read is in the error table; the other operations exercise their responses after the deletion. */
async function deleteAssignment(actor: Actor, path: string): Promise<void> {
  const claim = 'lms-errors/deleted-assignment';
  const send = (name: LmsOperationCase, request: Omit<ActorRequest, 'step'>) =>
    actor.send({ ...request, step: { claim, case: name, role: 'after' } });
  await deleteAndRead(actor, path);
  await send('update', { method: 'PATCH', path, body: { title: 'clever-conformance too late' } });
  await send('list', { path: `${path}/submissions` });
  await send('delete', { method: 'DELETE', path });
}

/** The LMS requires one more field; the same create with this field is accepted. */
const demandProbe: Probe = {
  name: 'lms-errors/demand-of-the-lms',
  api: 'lms',
  provokes: ['lms-errors/lms-missing-required-field'],
  needs: ['writes', 'states'],
  run: async (actor) => {
    await createWithout(actor, 'points_possible', 'with a demand');
  },
};

/** In execution order. */
export const lmsErrorsProbes: readonly Probe[] = [...callerProbes, refusalProbe, demandProbe];
