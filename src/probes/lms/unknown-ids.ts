import { malformedId, unknownAssignment, unknownId, unknownSection } from '../../../contracts/made-up-ids.ts';
import type { LmsOperationCase } from '../../../contracts/steps/lms-errors.ts';
import type { Actor, Probe } from '../probe.ts';
import {
  assignmentsOf,
  type Classroom,
  findClassrooms,
  openAssignment,
  readAll,
  sendRefused,
} from './classroom.ts';
import { type Ids, type LmsOperation, reads, writes } from './operations.ts';

const claim = 'lms/unknown-id-refused';

const unknown: Ids = { section: unknownSection, assignment: unknownAssignment, user: unknownId };

/** Requests each operation with one wrong id at a time. */
async function requestUnknown(
  actor: Actor,
  operations: readonly LmsOperation[],
  room: Classroom,
  known: Ids,
): Promise<void> {
  for (const { case: name, method, ids, path, body } of operations) {
    const wrong = ids.flatMap(
      (which) =>
        [
          [`${name}, unknown ${which}`, { ...known, [which]: unknown[which] }],
          [`${name}, malformed ${which}`, { ...known, [which]: malformedId }],
        ] as const,
    );
    for (const [title, at] of actor.pick(wrong, 2))
      await sendRefused(actor, {
        method,
        path: path(at),
        ...(body ? { body: body(room) } : {}),
        step: { claim, case: title, role: 'asked' },
      });
  }
}

/** Reads of an assignment that does not exist, in a section that does. */
const readingProbe: Probe = {
  name: 'lms/unknown-ids-reading',
  api: 'lms',
  provokes: [claim],
  needs: [],
  run: async (actor) => {
    // The next probe does the same with an assignment that the suite created.
    if (actor.allows('writes')) return;
    const [room] = await findClassrooms(actor);
    if (!room) return;
    const user = room.assigned[0] ?? unknownId;
    await requestUnknown(actor, reads, room, {
      section: room.sectionId,
      assignment: unknownAssignment,
      user,
    });
  },
};

/** The same around an assignment of the suite, with writes. */
const writingProbe: Probe = {
  name: 'lms/unknown-ids-writing',
  api: 'lms',
  provokes: [claim, 'lms/failed-write-changes-nothing'],
  needs: ['writes'],
  run: (actor) => requestAroundUnknownIds(actor),
};

/** The operations that are requested with wrong ids. */
export const unknownIdCases: readonly LmsOperationCase[] = [...reads, ...writes].map((one) => one.case);

/** Grades and reads an assignment of the suite before and after requests with wrong ids around it. */
export async function requestAroundUnknownIds(
  actor: Actor,
  isChosen: (operation: LmsOperationCase) => boolean = () => true,
): Promise<void> {
  const opened = await openAssignment(actor, 'among unknown ids');
  if (!opened) return;
  const { room, path } = opened;
  const [user = unknownId] = room.assigned;
  const assignment = path.slice(assignmentsOf(room).length + 1);
  const grade = { grade: '77', grade_points: 77, grade_comment: 'Before all that.' };
  await actor.send({ method: 'PATCH', path: `${path}/submissions/${user}`, body: grade });
  await actor.send({ path: `${path}/submissions/${user}` });
  await readAll(actor, path);
  const operations = [...reads, ...writes].filter((one) => isChosen(one.case));
  await requestUnknown(actor, operations, room, { section: room.sectionId, assignment, user });
  await readAll(actor, path);
  await actor.send({ method: 'DELETE', path });
}

/** In execution order. */
export const unknownIdProbes: readonly Probe[] = [readingProbe, writingProbe];
