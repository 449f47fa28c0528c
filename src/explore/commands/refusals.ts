import fc from 'fast-check';
import type { LmsErrorId } from '../../../contracts/lms-errors.ts';
import { unknownId } from '../../../contracts/made-up-ids.ts';
import type { LmsOperationCase } from '../../../contracts/steps/lms-errors.ts';
import { goodAssignment, openAssignment, readAll, sendRefused } from '../../probes/lms/classroom.ts';
import { refusals } from '../../probes/lms/refusals.ts';
import { createWithout, deleteAndRead, workWith } from '../../probes/lms/surroundings.ts';
import { all, yes } from '../choices.ts';
import { type CommandKind, kindOf } from '../command.ts';

const onCreate: readonly LmsErrorId[] = [
  'lms-errors/missing-required-fields',
  'lms-errors/empty-body',
  'lms-errors/due-date-in-past',
  'lms-errors/invalid-escape',
  'lms-errors/empty-submission-type',
  'lms-errors/missing-value',
  'lms-errors/malformed-json',
  'lms-errors/no-valid-assignees',
];
const onOthers: readonly LmsErrorId[] = [
  'lms-errors/unknown-grader',
  'lms-errors/update-due-date-out-of-range',
  'lms-errors/user-not-found',
  'lms-errors/unsupported-method',
];

/** Invalid writes of some kinds; the assignment is read before the first and after the last. */
function refusedKind(name: string, some: readonly LmsErrorId[], isDeleted: boolean) {
  return kindOf<{ errors: LmsErrorId[]; deletes: boolean }>({
    name,
    api: 'lms',
    needs: ['writes'],
    share: 1,
    choices: () => fc.record({ errors: all(some), deletes: isDeleted ? yes : fc.constant(false) }),
    run: async ({ lms, isFirst }, { errors, deletes }) => {
      const opened = await openAssignment(lms, 'explored refusals');
      if (!opened) return;
      const { room, list, path } = opened;
      await workWith(lms, opened);
      await readAll(lms, path);
      const invalid = refusals({ room, list, path, isTestServer: lms.allows('states') });
      for (const claim of errors.filter(isFirst)) {
        for (const { step, isFurther, ...request } of invalid.filter((one) => one.step.claim === claim))
          if (!isFurther) await sendRefused(lms, { ...request, step: { ...step, role: 'asked' } });
      }
      await readAll(lms, path);
      if (!deletes) await lms.send({ method: 'DELETE', path });
      else await deleteAndRead(lms, path);
    },
    text: ({ errors, deletes }) =>
      `send writes to an assignment that must be refused: ${errors.map((one) => one.replace(/^.*\//, '')).join(', ')}${deletes ? '; delete it and read it' : ''}`,
  });
}

const names: readonly LmsOperationCase[] = [
  'read',
  'list',
  'read a submission',
  'update',
  'update a submission',
  'create',
  'delete',
];
const callers = ['no token', 'unknown token', 'an empty token'] as const;

/** Any operation without a token or with an unknown one; nothing may have changed afterwards. */
const strangers = kindOf<{ operations: LmsOperationCase[]; callers: (typeof callers)[number][] }>({
  name: 'lms-callers',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () =>
    fc.record({
      operations: all(names),
      callers: all(callers),
    }),
  run: async ({ lms, isFirst }, { operations, callers: chosen }) => {
    if (!isFirst('lms-callers')) return;
    const opened = await openAssignment(lms, 'explored callers');
    if (!opened) return;
    const { room, list, path } = opened;
    const submission = `${path}/submissions/${room.assigned[0] ?? unknownId}`;
    const good = goodAssignment(room, 'by an unknown caller');
    const requestOf: Partial<Record<LmsOperationCase, { method: string; path: string; body?: unknown }>> = {
      read: { method: 'GET', path },
      list: { method: 'GET', path: `${path}/submissions` },
      'read a submission': { method: 'GET', path: submission },
      update: { method: 'PATCH', path, body: { title: 'clever-conformance by an unknown caller' } },
      'update a submission': { method: 'PATCH', path: submission, body: { grade: '70' } },
      create: { method: 'POST', path: list, body: good },
      delete: { method: 'DELETE', path },
    };
    const requests = operations.flatMap((name) => {
      const request = requestOf[name];
      return request ? [{ name, request }] : [];
    });
    await readAll(lms, path);
    for (const { name, request } of requests)
      if (request.method === 'GET')
        await lms.send({ ...request, step: { claim: 'lms-errors/no-token', case: name, role: 'control' } });
    for (const caller of chosen) {
      for (const { name, request } of requests)
        await sendRefused(lms, { ...request, ...calledBy(caller, name) });
      await readAll(lms, path);
    }
    await lms.send({ method: 'DELETE', path });
  },
  text: ({ operations, callers: chosen }) => `${operations.join(', ')} with ${chosen.join(' and with ')}`,
});

/** How a caller asks, and what for. */
function calledBy(caller: (typeof callers)[number], name: LmsOperationCase) {
  const [missing, invalid] = ['lms-errors/no-token', 'lms-errors/invalid-token'] as const;
  const role = 'asked';
  if (caller === 'no token') return { token: null, step: { claim: missing, case: name, role } } as const;
  if (caller === 'unknown token')
    return {
      token: 'clever-conformance-made-up-token',
      step: { claim: invalid, case: name, role },
    } as const;
  return {
    token: null,
    headers: { authorization: 'Bearer ' },
    step: { claim: invalid, case: `${name}, an empty token`, role },
  } as const;
}

const malformed = [
  ['a word', 'not-an-id'],
  ['a number', '123'],
  ['almost a UUID', 'g0000000-0000-4000-8000-000000000000'],
] as const;

const malformedIds = kindOf<{ ids: (typeof malformed)[number][0][] }>({
  name: 'malformed-ids',
  api: 'lms',
  needs: ['writes'],
  share: 1,
  choices: () => fc.record({ ids: all(malformed.map(([name]) => name)) }),
  run: async ({ lms }, { ids }) => {
    const claim = 'lms-errors/invalid-assignment-id';
    const opened = await openAssignment(lms, 'explored ids');
    if (!opened) return;
    await lms.send({ path: opened.path });
    for (const [name, id] of malformed)
      if (ids.includes(name))
        await lms.send({ path: `${opened.list}/${id}`, step: { claim, case: name, role: 'asked' } });
    await lms.send({ method: 'DELETE', path: opened.path });
  },
  text: ({ ids }) => `read an assignment, and malformed ids: ${ids.join(', ')}`,
});

/** The LMS requires one more field; the same create with this field is accepted. */
const demand = kindOf<{ field: 'points_possible' }>({
  name: 'demand-of-the-lms',
  api: 'lms',
  needs: ['writes', 'states'],
  share: 1,
  choices: () => fc.record({ field: fc.constant('points_possible' as const) }),
  run: async ({ lms }, { field }) => {
    await createWithout(lms, field, 'explored demand');
    await lms.state('everything is as seeded');
  },
  text: ({ field }) => `create an assignment without and with ${field}, which the LMS requires`,
});

export const refusalKinds: readonly CommandKind[] = [
  refusedKind('refused-creates', onCreate, false),
  refusedKind('refused-updates', onOthers, true),
  strangers,
  malformedIds,
  demand,
];
