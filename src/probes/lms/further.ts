import type { FurtherAssignment } from '../../../contracts/steps/lms.ts';
import type { Actor } from '../probe.ts';
import {
  assignmentsOf,
  attachment,
  type Classroom,
  createdId,
  dayMs,
  dueIn,
  goodAssignment,
  hourMs,
  minuteMs,
} from './classroom.ts';

const claim = 'lms/create-read-update-delete';

/** Ahead is ahead, be it by minutes. */
const soon = [
  ['due in 5 minutes', 5 * minuteMs],
  ['due in an hour', hourMs],
  ['due in 6 hours', 6 * hourMs],
  ['due in a day', dayMs],
  ['due in years', 2_000 * dayMs],
] as const;

/** Further assignments, with what the documents allow: soon and late, for the whole class, in every type of grading. */
export async function createFurther(actor: Actor, room: Classroom): Promise<void> {
  for (const [name, ms] of actor.pick(soon, 1))
    await create(actor, room, name, { ...goodAssignment(room, 'due soon'), due_date: dueIn(room, ms) });

  const { assignee_ids: _, ...unassigned } = goodAssignment(room, 'for all');
  await create(
    actor,
    room,
    'for the whole class',
    { ...unassigned, assignee_mode: 'all', grading_type: 'points' },
    (path) =>
      actor.walk(`${path}/submissions`, {
        maxPages,
        step: { claim: 'lms/submissions-listed', case: 'the whole class' },
      }),
  );
  for (const [name, fields] of actor.pick(graded(room), 0))
    await create(actor, room, name, { ...goodAssignment(room, name), ...fields });
}

/** The most pages of the submissions of a class, a hundred on each. */
const maxPages = 8;

/** Each type of grading, with the other values and fields that the API description has and the first assignment has not. */
function graded(room: Classroom): readonly (readonly [FurtherAssignment, object])[] {
  // One LMS shows a start as the time of display, so they are the same. Terms are those of the LMS, and no response names one.
  const shown = dueIn(room, dayMs);
  return [
    ['graded in percent', { grading_type: 'percent', submission_types: ['link'], max_attempts: 3 }],
    [
      'graded by passing',
      {
        grading_type: 'pass_fail',
        submission_types: ['file', 'discussion'],
        display_date: shown,
        start_date: shown,
        end_date: dueIn(room, 301 * dayMs),
      },
    ],
    [
      'graded with letters',
      {
        grading_type: 'letter_grade',
        description_plaintext: 'Made by a conformance check, which deletes it again.',
        attachments: [attachment],
      },
    ],
  ];
}

/** Creates an assignment, reads it, and deletes it; `look` sees it in between. */
async function create(
  actor: Actor,
  room: Classroom,
  name: FurtherAssignment,
  body: object,
  look: (path: string) => Promise<unknown> = async () => {},
): Promise<void> {
  const list = assignmentsOf(room);
  const step = { claim, case: name } as const;
  const made = await actor.send({ method: 'POST', path: list, body, step: { ...step, role: 'create' } });
  const id = createdId(made);
  if (id === undefined) return;
  await actor.send({ path: `${list}/${id}`, step: { ...step, role: 'read' } });
  await look(`${list}/${id}`);
  await actor.send({ method: 'DELETE', path: `${list}/${id}` });
}
