import { profiles } from '../../../contracts/profiles.ts';
import type { Probe } from '../probe.ts';
import { arrangedAssignment, classroomOf, clockOf, readAll, sendRefused } from './classroom.ts';
import { reads, writes } from './operations.ts';

const claim = 'access/sharing-limits-data';
const dataPrefix = profiles.find((one) => one.kind === 'data')?.prefix ?? '/v2.0';

/** Every operation on an assignment of one district with the token of another, which has the agreement as well. */
export const anotherDistrictProbe: Probe = {
  name: 'lms/another-district',
  api: 'lms',
  provokes: [claim, 'lms/failed-write-changes-nothing'],
  needs: ['states'],
  run: async (actor) => {
    const values = await arrangedAssignment(actor);
    const { token } = await actor.state('a token of another district');
    if (!values || typeof token !== 'string') return;
    const ids = {
      section: String(values.section_id),
      assignment: String(values.assignment_id),
      user: String(values.user_id),
    };
    const path = `/sections/${ids.section}/assignments/${ids.assignment}`;
    const shown = await actor.send({ path: `${path}/submissions/${ids.user}` });
    await readAll(actor, path);
    // The token works: it opens its own district.
    const name = 'another district: /districts, for LMS Connect';
    await actor.send({ path: `${dataPrefix}/districts`, token, step: { claim, case: name, role: 'list' } });
    const room = classroomOf(values, [], clockOf(shown, actor));
    if (!room) return;
    for (const one of actor.allows('writes') ? [...reads, ...writes] : reads)
      await sendRefused(actor, {
        method: one.method,
        path: one.path(ids),
        ...(one.body ? { body: one.body(room) } : {}),
        token,
        step: { claim, case: `another district: /sections, ${one.case}`, role: 'asked' },
      });
    await readAll(actor, path);
  },
};
