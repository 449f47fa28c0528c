import type { LmsErrorId } from '../../contracts/lms-errors.ts';
import { type Classroom, dueDate, goodAssignment } from './lms-classroom.ts';
import { nobody, unknownSection } from './made-up.ts';

/** One request that a row of the error table refuses. */
export interface Refusal {
  readonly id: LmsErrorId;
  /** Unique within the row. */
  readonly case: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Every combination of the required fields but the empty one. */
const absences: readonly (readonly string[])[] = [
  ['title'],
  ['description'],
  ['due_date'],
  ['title', 'description'],
  ['title', 'due_date'],
  ['description', 'due_date'],
  ['title', 'description', 'due_date'],
];

/** What our assignment at `path` is asked for, or what its section is asked to create, to be refused. */
export interface RefusalSetting {
  readonly room: Classroom;
  /** Of the section's assignments. */
  readonly list: string;
  /** Of our assignment. */
  readonly path: string;
  /** A target that takes states is made for tests: there a method that takes away a whole section's work does no harm. */
  readonly isTestServer: boolean;
}

/** Every refused write, and the reads that belong to the same rows; those of one row stand together. */
export function refusals(setting: RefusalSetting): readonly Refusal[] {
  return [...onCreate(setting), ...onUpdate(setting), ...onUsers(setting), ...onMethods(setting)];
}

function onCreate({ room, list }: RefusalSetting): readonly Refusal[] {
  const good = goodAssignment(room, 'refused');
  const create = (id: Refusal['id'], name: string, body?: unknown): Refusal => ({
    id,
    case: name,
    method: 'POST',
    path: list,
    ...(body === undefined ? {} : { body }),
  });
  const without = (...names: readonly string[]) =>
    Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
  /** The good body as JSON with its title, or what stands behind it, replaced by text that no parser takes. */
  const broken = (member: string) => JSON.stringify(good).replace(/^\{/, `{${member},`);
  const { assignee_mode: _, assignee_ids: __, ...forNobody } = good;
  return [
    ...absences.map((names) =>
      create('lms-errors/missing-required-fields', `without ${names.join(', ')}`, without(...names)),
    ),
    create('lms-errors/empty-body', 'create without a body'),
    create('lms-errors/empty-body', 'create with a body of zero bytes', ''),
    create('lms-errors/due-date-in-past', 'yesterday', { ...good, due_date: dueDate(room, -1) }),
    create('lms-errors/due-date-in-past', 'years ago', { ...good, due_date: '2014-09-01T00:00:00.000Z' }),
    create('lms-errors/invalid-escape', 'in the middle', broken('"description_plaintext":"50\\ percent"')),
    create('lms-errors/invalid-escape', 'at the end', broken('"description_plaintext":"C:\\ "')),
    create('lms-errors/empty-submission-type', 'an empty string', { ...good, submission_types: [''] }),
    create('lms-errors/empty-submission-type', 'an unknown type', { ...good, submission_types: ['essay'] }),
    create('lms-errors/missing-value', 'assignee_mode', broken('"assignee_mode": ')),
    create('lms-errors/missing-value', 'points_possible', broken('"points_possible":\n')),
    create('lms-errors/malformed-json', 'after a string', broken('"term_id":"a":"b"')),
    create('lms-errors/malformed-json', 'after a number', broken('"max_attempts":1:2')),
    create('lms-errors/no-valid-assignees', 'no assignee_mode', forNobody),
    create('lms-errors/no-valid-assignees', 'the key assignee_mod', { ...forNobody, assignee_mod: 'all' }),
  ];
}

/** Each of these also names something that could be changed, so that half a change shows. */
function onUpdate({ room, path }: RefusalSetting): readonly Refusal[] {
  const update = (id: Refusal['id'], name: string, body?: object): Refusal => ({
    id,
    case: name,
    method: 'PATCH',
    path,
    ...(body === undefined ? {} : { body }),
  });
  const year = new Date(room.nowMs).getUTCFullYear() + 1;
  const change = { title: 'clever-conformance half a change', points_possible: 7 };
  const id = 'lms-errors/update-due-date-out-of-range';
  return [
    update(id, 'an impossible day', { ...change, due_date: `${year}-02-30` }),
    update(id, 'a past day', { ...change, due_date: dueDate(room, -1) }),
    {
      id: 'lms-errors/unknown-grader',
      case: 'nobody',
      method: 'PATCH',
      path: `${path}/submissions/${room.assigned[0]}`,
      body: { grade: '55', grade_points: 55, grader_id: nobody },
    },
  ];
}

function onUsers({ room, path }: RefusalSetting): readonly Refusal[] {
  const users = [
    ['not enrolled', room.outsider],
    ['not assigned', room.unassigned],
  ] as const;
  return users.flatMap(([who, user]) => {
    if (user === undefined) return [];
    const rest = { id: 'lms-errors/user-not-found', path: `${path}/submissions/${user}` } as const;
    return [
      { ...rest, case: `read, ${who}`, method: 'GET' },
      { ...rest, case: `update, ${who}`, method: 'PATCH', body: { grade: '55', grade_points: 55 } },
    ];
  });
}

function onMethods({ room, list, path, isTestServer }: RefusalSetting): readonly Refusal[] {
  const submissions = `${path}/submissions`;
  const safeList = isTestServer ? list : `/sections/${unknownSection}/assignments`;
  const offered: readonly (readonly [string, string, readonly string[]])[] = [
    ['assignments', list, ['GET']],
    ['assignments', safeList, ['PUT', 'PATCH', 'DELETE']],
    ['assignment', path, ['POST', 'PUT']],
    ['submissions', submissions, ['POST', 'PUT', 'PATCH', 'DELETE']],
    ['submission', `${submissions}/${room.assigned[0]}`, ['POST', 'PUT', 'DELETE']],
  ];
  return offered.flatMap(([name, at, methods]) =>
    methods.map((method) => ({
      id: 'lms-errors/unsupported-method' as const,
      case: `${method} ${name}`,
      method,
      path: at,
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    })),
  );
}
