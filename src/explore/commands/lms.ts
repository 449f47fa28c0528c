import fc from 'fast-check';
import { withoutLms } from '../../../contracts/versions.ts';
import { requestFromAnotherDistrict } from '../../probes/lms/another-district.ts';
import { assignmentsOf, goodAssignment, openAssignment, removeCreated } from '../../probes/lms/classroom.ts';
import { createFurther } from '../../probes/lms/further.ts';
import { requestBelowOtherParents } from '../../probes/lms/other-parents.ts';
import { requestAroundUnknownIds, unknownIdCases } from '../../probes/lms/unknown-ids.ts';
import { all } from '../choices.ts';
import { type CommandKind, kindOf } from '../command.ts';
import { life } from './life.ts';

const versions = kindOf<{ versions: string[] }>({
  name: 'other-versions',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () => fc.record({ versions: all(withoutLms) }),
  run: async ({ lms }, { versions: chosen }) => {
    const claim = 'lms/served-on-v3.1-only';
    const opened = await openAssignment(lms, 'explored under other versions');
    if (!opened) return;
    for (const [what, path] of [
      ['assignment', opened.path],
      ['submissions', `${opened.path}/submissions`],
    ] as const) {
      await lms.send({ path, step: { claim, case: what, role: 'control' } });
      for (const version of chosen)
        await lms.send({
          path: `/${version}${path}`,
          step: { claim, case: `${what} under ${version}`, role: 'asked' },
        });
    }
    await lms.send({ method: 'DELETE', path: opened.path });
  },
  text: ({ versions: chosen }) => `read an assignment and its submissions under ${chosen.join(', ')}`,
});

const operations = ['read', 'list', 'create'] as const;

/** Two tokens that differ only in the agreement. */
const agreement = kindOf<{ operations: (typeof operations)[number][] }>({
  name: 'agreement',
  api: 'lms',
  needs: ['writes', 'states'],
  share: 1,
  choices: () => fc.record({ operations: all(operations) }),
  run: async ({ lms }, { operations: chosen }) => {
    const claim = 'lms/requires-agreement';
    const opened = await openAssignment(lms, 'explored agreement');
    if (!opened) return;
    const { path, room } = opened;
    const scopes = ['read:sections', 'read:students', 'read:teachers'];
    for (const isGiven of [true, false]) {
      const { token } = await lms.state('a token with {scopes}', { scopes, agreement: isGiven });
      if (typeof token !== 'string') return;
      const role = isGiven ? 'with' : 'without';
      for (const name of chosen) {
        const step = { claim, case: name, role } as const;
        if (name !== 'create')
          await lms.send({ path: name === 'read' ? path : `${path}/submissions`, token, step });
        else {
          const body = goodAssignment(room, 'explored agreement');
          await removeCreated(
            lms,
            await lms.send({ method: 'POST', path: assignmentsOf(room), body, token, step }),
          );
        }
      }
    }
    await lms.send({ method: 'DELETE', path });
  },
  text: ({ operations: chosen }) => `${chosen.join(', ')} with and without the agreement`,
});

/** Each operation with one wrong id at a time. */
const unknownIds = kindOf<{ operations: string[] }>({
  name: 'unknown-ids',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () => fc.record({ operations: all(unknownIdCases) }),
  run: async ({ lms, isFirst }, { operations: chosen }) => {
    if (isFirst('unknown-ids')) await requestAroundUnknownIds(lms, (name) => chosen.includes(name));
  },
  text: ({ operations: chosen }) => `${chosen.join(', ')} with ids that no record has`,
});

const otherParents = kindOf<Record<never, never>>({
  name: 'other-parents',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () => fc.record({}),
  run: async ({ lms, isFirst }) => {
    if (isFirst('other-parents')) await requestBelowOtherParents(lms);
  },
  text: () => 'request an assignment and its submissions below another section, assignment or student',
});

const anotherDistrict = kindOf<Record<never, never>>({
  name: 'assignments-of-another-district',
  api: 'lms',
  needs: ['writes', 'states'],
  share: 1,
  choices: () => fc.record({}),
  run: async ({ lms, isFirst }) => {
    if (isFirst('another-district')) await requestFromAnotherDistrict(lms);
  },
  text: () => 'request an assignment and its submissions with the token of another district',
});

/** Assignments of every kind: each is created, read and deleted. */
const further = kindOf<Record<never, never>>({
  name: 'further-assignments',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () => fc.record({}),
  run: async ({ lms, isFirst }) => {
    if (!isFirst('further-assignments')) return;
    const opened = await openAssignment(lms, 'explored further');
    if (!opened) return;
    await createFurther(lms, opened.room);
    await lms.send({ method: 'DELETE', path: opened.path });
  },
  text: () => 'create an assignment of each kind, for some students and for the whole class, and read it',
});

export const lmsKinds: readonly CommandKind[] = [
  life,
  versions,
  agreement,
  unknownIds,
  otherParents,
  anotherDistrict,
  further,
];
