import { unknownId } from '../../../contracts/made-up-ids.ts';
import type { Actor } from '../probe.ts';
import { assignmentsOf, findClassrooms, goodAssignment, type Opened, sendRefused } from './classroom.ts';

/** What probes and generated commands send around the writes that are refused. */

/** Valid requests of the kinds that are sent with errors afterwards. */
export async function workWith(actor: Actor, { path, room }: Opened): Promise<void> {
  const submission = `${path}/submissions/${room.assigned[0] ?? unknownId}`;
  const body = { grade: '81', grade_points: 81, grade_comment: 'Before the refusals.' };
  await actor.send({ method: 'PATCH', path: submission, body });
  await actor.send({ path: submission });
  await actor.send({ method: 'PATCH', path, body: { max_attempts: 2 } });
}

/** Deletes an assignment between two reads of it. */
export async function deleteAndRead(actor: Actor, path: string): Promise<void> {
  const claim = 'lms-errors/deleted-assignment';
  await actor.send({ path, step: { claim, case: 'read', role: 'before' } });
  await actor.send({ method: 'DELETE', path, step: { claim, case: 'read', role: 'delete' } });
  await actor.send({ path, step: { claim, case: 'read', role: 'asked' } });
}

/** Creates an assignment without and with a field, in an LMS that requires it. */
export async function createWithout(actor: Actor, field: 'points_possible', title: string): Promise<void> {
  const [room] = await findClassrooms(actor);
  if (!room) return;
  const { [field]: _, ...rest } = goodAssignment(room, title);
  await actor.state('the LMS requires {field}', { field });
  for (const [role, body] of [
    ['asked', rest],
    ['control', { ...rest, [field]: 10 }],
  ] as const)
    await sendRefused(actor, {
      method: 'POST',
      path: assignmentsOf(room),
      body,
      step: { claim: 'lms-errors/lms-missing-required-field', case: field, role },
    });
}
