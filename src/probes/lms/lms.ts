import { malformedId, unknownSection } from '../../../contracts/made-up-ids.ts';
import { withoutLms } from '../../../contracts/versions.ts';
import type { Actor, Probe } from '../probe.ts';
import { anotherDistrictProbe } from './another-district.ts';
import {
  arrangedAssignment,
  assignmentsOf,
  classroomOf,
  clockOf,
  findClassrooms,
  goodAssignment,
  openAssignment,
  removeCreated,
} from './classroom.ts';
import { lifeProbe } from './life.ts';
import { otherParentsProbe } from './other-parents.ts';
import { unknownIdProbes } from './unknown-ids.ts';

/** Without writes, an error about the id still shows whether another version is served. */
const versionsProbe: Probe = {
  name: 'lms/other-versions',
  api: 'lms',
  provokes: ['lms/served-on-v3.1-only'],
  needs: [],
  run: async (actor) => {
    const claim = 'lms/served-on-v3.1-only';
    const made = actor.allows('writes') ? await openAssignment(actor, 'under other versions') : undefined;
    const path = made?.path ?? (await malformedPath(actor));
    for (const [what, below] of [
      ['assignment', path],
      ['submissions', `${path}/submissions`],
    ] as const) {
      await actor.send({ path: below, step: { claim, case: what, role: 'control' } });
      for (const version of actor.pick(withoutLms, 2))
        await actor.send({
          path: `/${version}${below}`,
          step: { claim, case: `${what} under ${version}`, role: 'asked' },
        });
    }
    if (made) await actor.send({ method: 'DELETE', path });
  },
};

/** In a section that exists, so that the id of the assignment is looked at. */
async function malformedPath(actor: Actor): Promise<string> {
  const [room] = await findClassrooms(actor);
  return `/sections/${room?.sectionId ?? unknownSection}/assignments/${malformedId}`;
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
      const room = classroomOf(values, [], clockOf(read, actor));
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
export const lmsProbes: readonly Probe[] = [
  lifeProbe,
  ...unknownIdProbes,
  otherParentsProbe,
  versionsProbe,
  agreementProbe,
  anotherDistrictProbe,
];
