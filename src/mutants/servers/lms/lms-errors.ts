import type { LmsErrorId } from '../../../../contracts/lms-errors.ts';
import type { ServerMutant } from '../../mutant.ts';
import { changingResponses, handling, type LmsRequest, messageIn, saying, withBody } from './support.ts';
import { updateErrors } from './updates.ts';
import { instead, wordingMutants } from './wording.ts';

/** Accepts an invalid request: the body is fixed before the sandbox receives it. */
function lenient(
  name: string,
  breaks: LmsErrorId,
  what: string,
  fix: (incoming: LmsRequest) => string | undefined,
): ServerMutant {
  const tamper = handling(() => async (incoming, forward) => {
    const body = incoming.what === what ? fix(incoming) : undefined;
    return await (body === undefined ? forward() : forward({ body }));
  });
  return { name: `lms-errors/${name}`, breaks, tamper };
}

const farAway = '2099-01-01T00:00:00.000Z';

const onCreate: readonly ServerMutant[] = [
  instead(
    'all-three-fields-are-named-whichever-is-absent',
    'lms-errors/missing-required-fields',
    /^missing required field/,
    { message: () => 'missing required field(s): title, description, due_date' },
  ),
  instead(
    'absent-fields-come-in-alphabetical-order',
    'lms-errors/missing-required-fields',
    /: title, description, due_date$/,
    { message: () => 'missing required field(s): description, due_date, title' },
  ),
  instead('an-empty-body-is-malformed-json', 'lms-errors/empty-body', /^request body is required/, {
    message: () => 'unexpected end of JSON input',
  }),
  {
    name: 'lms-errors/yesterday-is-taken',
    breaks: 'lms-errors/due-date-in-past',
    tamper: handling(() => async ({ what, body }, forward) => {
      const response = await forward();
      const isLongAgo = String(body.due_date) < '2020';
      if (
        what !== 'POST assignments' ||
        isLongAgo ||
        !/must be in the future/.test(await messageIn(response))
      )
        return response;
      return await forward({ body: { ...body, due_date: farAway } });
    }),
  },
  instead(
    'a-bad-escape-is-reported-in-another-language',
    'lms-errors/invalid-escape',
    /in string escape code$/,
    {
      message: () => 'Bad escaped character in JSON at position 27',
    },
  ),
  instead(
    'the-place-of-the-bad-type-is-not-reported',
    'lms-errors/empty-submission-type',
    /submission_types\.0/,
    { message: (text) => text.replace('.0', '') },
    ({ text }) => text.includes('[""]'),
  ),
  lenient('a-gap-is-taken-for-null', 'lms-errors/missing-value', 'POST assignments', ({ text }) =>
    text.includes('"assignee_mode": ,') ? text.replace('"assignee_mode": ,', '') : undefined,
  ),
  instead('malformed-json-is-422', 'lms-errors/malformed-json', /key:value pair$/, { status: 422 }),
  instead(
    'the-refusal-of-the-lms-is-a-500',
    'lms-errors/lms-missing-required-field',
    /^MISSING_REQUIRED_FIELD$/,
    { status: 500 },
  ),
  lenient('assignee_mod-is-understood', 'lms-errors/no-valid-assignees', 'POST assignments', ({ body }) =>
    'assignee_mod' in body ? JSON.stringify({ ...body, assignee_mode: body.assignee_mod }) : undefined,
  ),
];

const onUpdate: readonly ServerMutant[] = [
  instead('the-unknown-grader-is-a-template', 'lms-errors/unknown-grader', /^NOT_FOUND: Person/, {
    message: (text) => text.replace(/clever:\S+/, 'clever:{{grader_id}}'),
  }),
  instead('another-grader-is-named', 'lms-errors/unknown-grader', /^NOT_FOUND: Person/, {
    message: (text) => text.replace(/clever:\S+/, `clever:${'a'.repeat(24)}`),
  }),
  lenient(
    'february-30-is-march-2',
    'lms-errors/update-due-date-out-of-range',
    'PATCH assignment',
    ({ body }) =>
      String(body.due_date).endsWith('-02-30')
        ? JSON.stringify({ ...body, due_date: String(body.due_date).replace('-02-30', '-03-02') })
        : undefined,
  ),
  instead('february-30-is-in-the-past', 'lms-errors/update-due-date-out-of-range', /out of range$/, {
    message: () => 'due_date must be in the future',
  }),
];

const onIdsAndCallers: readonly ServerMutant[] = [
  instead('a-malformed-id-is-not-found', 'lms-errors/invalid-assignment-id', /^INVALID_ID$/, {
    message: () => 'Assignment does not exist',
    status: 404,
  }),
  instead(
    'a-read-without-a-token-is-403',
    'lms-errors/no-token',
    /^No authorization provided$/,
    { status: 403 },
    ({ what }) => what === 'GET submissions',
  ),
  instead('a-wrong-token-is-401', 'lms-errors/invalid-token', /^Could not authorize token$/, {
    status: 401,
  }),
  instead('a-deleted-assignment-is-410', 'lms-errors/deleted-assignment', /^Assignment does not exist$/, {
    status: 410,
  }),
  instead(
    'a-student-without-the-assignment-is-403-on-updates',
    'lms-errors/user-not-found',
    /^User not found$/,
    { status: 403 },
    ({ what }) => what === 'PATCH submission',
  ),
  {
    name: 'lms-errors/a-student-without-the-assignment-has-an-empty-submission',
    breaks: 'lms-errors/user-not-found',
    tamper: changingResponses(
      ({ what }, { status }) => what === 'GET submission' && status === 404,
      async (response, { path }) => {
        if ((await messageIn(response)) !== 'User not found') return response;
        const [, , , , assignment_id, , user_id] = path.split('/');
        const data = { id: assignment_id, assignment_id, user_id, state: 'created' };
        return withBody(response, { data }, 200);
      },
    ),
  },
];

const onMethods: readonly ServerMutant[] = [
  {
    name: 'lms-errors/a-put-gets-an-error-message',
    breaks: 'lms-errors/unsupported-method',
    tamper: changingResponses(
      ({ what }, { status }) => what === 'PUT assignment' && status === 405,
      (response) => saying(response, 'Method Not Allowed'),
    ),
  },
  {
    name: 'lms-errors/an-unsupported-method-is-501',
    breaks: 'lms-errors/unsupported-method',
    tamper: changingResponses(
      ({ what }, { status }) => what === 'DELETE submission' && status === 405,
      (response) => withBody(response, '', 501),
    ),
  },
  {
    name: 'lms-errors/assignments-can-be-listed',
    breaks: 'lms-errors/unsupported-method',
    tamper: changingResponses(
      ({ what }, { status }) => what === 'GET assignments' && status === 405,
      (response) => withBody(response, { data: [] }, 200),
    ),
  },
];

/** Sandboxes that each violate one row of the error table. */
export const lmsErrorsMutants: readonly ServerMutant[] = [
  ...onCreate,
  ...onUpdate,
  ...onIdsAndCallers,
  ...onMethods,
  ...wordingMutants,
  ...updateErrors,
];
