import type { LmsSteps } from '../../../contracts/steps/lms.ts';
import type { Actor, Probe } from '../probe.ts';
import { findClassrooms, type Opened, openAssignmentIn, readAll, sendRefused } from './classroom.ts';
import { type Ids, type LmsOperation, reads, writes } from './operations.ts';

const claim = 'lms/unknown-id-refused';
type Other = 'section' | 'assignment' | 'user';

/** Ids that exist, below parents that exist and are not theirs: an assignment of one section and one of another. */
export const otherParentsProbe: Probe = {
  name: 'lms/other-parents',
  api: 'lms',
  provokes: [claim, 'lms/failed-write-changes-nothing'],
  needs: ['writes'],
  run: requestBelowOtherParents,
};

/** Sends each operation with an id of another parent. Nothing is sent where the district has one section only. */
export async function requestBelowOtherParents(actor: Actor): Promise<void> {
  const rooms = await findClassrooms(actor);
  const one = await openAssignmentIn(actor, rooms, 'of one section');
  if (!one) return;
  const others = rooms.filter(({ sectionId }) => sectionId !== one.room.sectionId);
  // An LMS may join the sections of one teacher.
  const isUnrelated = ({ graderId }: Opened['room']) => graderId !== one.room.graderId;
  const other = await openAssignmentIn(
    actor,
    others.toSorted((a, b) => Number(isUnrelated(b)) - Number(isUnrelated(a))),
    'of another section',
  );
  if (other) await requestAcross(actor, one, other);
  for (const opened of [one, other]) if (opened) await actor.send({ method: 'DELETE', path: opened.path });
}

async function requestAcross(actor: Actor, one: Opened, other: Opened): Promise<void> {
  const [own, theirs] = [idsOf(one), idsOf(other)];
  const body = { grade: '77', grade_points: 77, grade_comment: 'Of one section.' };
  const graded = `${one.path}/submissions/${own.user}`;
  await actor.send({ method: 'PATCH', path: graded, body });
  await actor.send({ path: graded });
  await readAll(actor, one.path);
  const send = async (operations: readonly LmsOperation[], which: Other, ids: Ids) => {
    for (const { case: name, method, path, body: made } of operations) {
      const title: LmsSteps[typeof claim]['case'] = `${name}, another ${which}`;
      await sendRefused(actor, {
        method,
        path: path(ids),
        ...(made ? { body: made(one.room) } : {}),
        step: { claim, case: title, role: 'asked' },
      });
    }
  };
  const operations = [...reads, ...writes];
  if (!one.room.assigned.includes(theirs.user))
    await send(
      operations.filter(({ ids }) => ids.includes('user')),
      'user',
      { ...own, user: theirs.user },
    );
  await send(actor.pick(reads, 1), 'assignment', { ...theirs, section: own.section });
  // Assignments are created in any section.
  await send(
    actor.pick(
      operations.filter((operation) => operation.case !== 'create'),
      4,
    ),
    'section',
    { ...own, section: theirs.section },
  );
  await readAll(actor, one.path);
}

function idsOf({ room, list, path }: Opened): Ids {
  return { section: room.sectionId, assignment: path.slice(list.length + 1), user: room.assigned[0] ?? '' };
}
