import { unknownSection } from '../../../contracts/made-up-ids.ts';
import { dayMs, dueIn, goodAssignment } from './classroom.ts';
import { ago, brokenBody, onGrades, onUpdate, type Refusal, type RefusalSetting } from './refused-updates.ts';

/** Every non-empty combination of the required fields. */
const absences: readonly (readonly string[])[] = [
  ['title'],
  ['description'],
  ['due_date'],
  ['title', 'description'],
  ['title', 'due_date'],
  ['description', 'due_date'],
  ['title', 'description', 'due_date'],
];

/** Every refused write, and the reads that get the same errors, grouped by error. */
export function refusals(setting: RefusalSetting): readonly Refusal[] {
  return [
    ...onCreate(setting),
    ...onUpdate(setting),
    ...onGrades(setting),
    ...onUsers(setting),
    ...onMethods(setting),
  ];
}

function onCreate({ room, list }: RefusalSetting): readonly Refusal[] {
  const good = goodAssignment(room, 'refused');
  const create = (step: Refusal['step'], body?: unknown, isFurther = false): Refusal => ({
    step,
    method: 'POST',
    path: list,
    ...(body === undefined ? {} : { body }),
    isFurther,
  });
  const without = (...names: readonly string[]) =>
    Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
  /** The valid body as JSON that begins with a malformed member. */
  const broken = (member: string) => brokenBody(good, member);
  const { assignee_mode: _, assignee_ids: __, ...forNobody } = good;
  return [
    ...absences.map((names) =>
      create(
        { claim: 'lms-errors/missing-required-fields', case: `without ${names.join(', ')}` },
        without(...names),
        names.length === 2,
      ),
    ),
    create({ claim: 'lms-errors/empty-body', case: 'create without a body' }),
    create({ claim: 'lms-errors/empty-body', case: 'create with a body of zero bytes' }, ''),
    create(
      { claim: 'lms-errors/due-date-in-past', case: 'yesterday' },
      { ...good, due_date: dueIn(room, -dayMs) },
    ),
    create(
      { claim: 'lms-errors/due-date-in-past', case: 'years ago' },
      { ...good, due_date: '2014-09-01T00:00:00.000Z' },
    ),
    ...ago.map(([when, ms, isFurther]) =>
      create(
        { claim: 'lms-errors/due-date-in-past', case: when },
        { ...good, due_date: dueIn(room, -ms) },
        isFurther,
      ),
    ),
    create(
      { claim: 'lms-errors/invalid-escape', case: 'in the middle' },
      broken('"description_plaintext":"50\\ percent"'),
    ),
    create(
      { claim: 'lms-errors/invalid-escape', case: 'at the end' },
      broken('"description_plaintext":"C:\\ "'),
    ),
    create(
      { claim: 'lms-errors/empty-submission-type', case: 'an empty string' },
      { ...good, submission_types: [''] },
    ),
    create(
      { claim: 'lms-errors/empty-submission-type', case: 'an unknown type' },
      { ...good, submission_types: ['essay'] },
    ),
    create({ claim: 'lms-errors/missing-value', case: 'assignee_mode' }, broken('"assignee_mode": ')),
    create({ claim: 'lms-errors/missing-value', case: 'points_possible' }, broken('"points_possible":\n')),
    create({ claim: 'lms-errors/malformed-json', case: 'after a string' }, broken('"term_id":"a":"b"')),
    create({ claim: 'lms-errors/malformed-json', case: 'after a number' }, broken('"max_attempts":1:2')),
    create({ claim: 'lms-errors/no-valid-assignees', case: 'no assignee_mode' }, forNobody),
    create(
      { claim: 'lms-errors/no-valid-assignees', case: 'the key assignee_mod' },
      { ...forNobody, assignee_mod: 'all' },
    ),
  ];
}

function onUsers({ room, path }: RefusalSetting): readonly Refusal[] {
  const users = [
    ['not enrolled', room.outsider],
    ['not assigned', room.unassigned],
  ] as const;
  return users.flatMap(([who, user]) => {
    if (user === undefined) return [];
    const claim = 'lms-errors/user-not-found';
    const submission = `${path}/submissions/${user}`;
    const body = { grade: '55', grade_points: 55 };
    return [
      { step: { claim, case: `read, ${who}` }, method: 'GET', path: submission },
      { step: { claim, case: `update, ${who}` }, method: 'PATCH', path: submission, body },
    ];
  });
}

function onMethods({ room, list, path, isTestServer }: RefusalSetting): readonly Refusal[] {
  const submissions = `${path}/submissions`;
  const safeList = isTestServer ? list : `/sections/${unknownSection}/assignments`;
  const unsupported = [
    ['assignments', list, ['GET']],
    ['assignments', safeList, ['PUT', 'PATCH', 'DELETE']],
    ['assignment', path, ['POST', 'PUT']],
    ['submissions', submissions, ['POST', 'PUT', 'PATCH', 'DELETE']],
    ['submission', `${submissions}/${room.assigned[0]}`, ['POST', 'PUT', 'DELETE']],
  ] as const;
  return unsupported.flatMap(([name, at, methods]) =>
    methods.map((method) => ({
      step: { claim: 'lms-errors/unsupported-method' as const, case: `${method} ${name}` as const },
      method,
      path: at,
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    })),
  );
}
