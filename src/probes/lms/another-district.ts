import type { Actor, Probe } from '../probe.ts';
import {
  arrangedAssignment,
  assignmentsOf,
  classroomOf,
  type Opened,
  openAssignment,
  readAll,
  sendRefused,
} from './classroom.ts';
import { reads, writes } from './operations.ts';

const claim = 'access/sharing-limits-data';

/** Every operation on an assignment of one district with the token of another, which has the agreement as well. */
export const anotherDistrictProbe: Probe = {
  name: 'lms/another-district',
  api: 'lms',
  provokes: [claim, 'lms/failed-write-changes-nothing'],
  needs: ['states'],
  run: requestFromAnotherDistrict,
};

/** Sends each operation on an assignment with the token of another district. */
export async function requestFromAnotherDistrict(actor: Actor): Promise<void> {
  const opened = actor.allows('writes')
    ? await openAssignment(actor, 'of one district')
    : await arranged(actor);
  const { token } = await actor.state('a token of another district');
  if (!opened || typeof token !== 'string') return;
  const { room, list, path } = opened;
  const [user = ''] = room.assigned;
  const ids = { section: room.sectionId, assignment: path.slice(list.length + 1), user };
  await actor.send({ path: `${path}/submissions/${user}` });
  await readAll(actor, path);
  // The token works: it opens its own district.
  const shared = `/${actor.roster.choices.cheapest}` as const;
  const name = `another district: ${shared}, for LMS Connect` as const;
  await actor.send({
    path: actor.roster.profile.prefix + shared,
    token,
    step: { claim, case: name, role: 'list' },
  });
  for (const one of actor.allows('writes') ? [...reads, ...writes] : reads)
    await sendRefused(actor, {
      method: one.method,
      path: one.path(ids),
      ...(one.body ? { body: one.body(room) } : {}),
      token,
      step: { claim, case: `another district: /sections, ${one.case}`, role: 'asked' },
    });
  await readAll(actor, path);
  if (actor.allows('writes')) await actor.send({ method: 'DELETE', path });
}

async function arranged(actor: Actor): Promise<Opened | undefined> {
  const values = await arrangedAssignment(actor);
  const room = values && classroomOf(values, [], () => actor.clock.now());
  if (!room) return undefined;
  const list = assignmentsOf(room);
  return { room, list, path: `${list}/${values.assignment_id}` };
}
