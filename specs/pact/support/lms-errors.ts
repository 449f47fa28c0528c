import { expect } from 'chai';
import { type LmsErrorId, lmsErrorTable } from '../../../contracts/lms-errors.ts';
import type { ScriptedAnswer } from '../../../contracts/states.ts';
import { failureOf, messageOf } from '../../../src/client/index.ts';
import { regex, type Template } from '../../../src/pacts/export/matchers.ts';
import { type Conversation, type Interaction, isText, tokenPlaceholder, unknownToken } from './consumer.ts';
import {
  assignmentExists,
  errorHeaders,
  ids,
  messageBody,
  newAssignment,
  pathOf,
  paths,
  sentPath,
} from './lms-bodies.ts';

/** The request that causes an error of the table. */
interface Provocation {
  readonly method?: string;
  readonly path: string;
  readonly body?: Template | { readonly text: string };
  readonly authorization?: string | null;
  readonly given?: NonNullable<Interaction['given']>;
  /** Values of the message's placeholders. */
  readonly values?: Readonly<Record<string, string>>;
}

const create = (body: Template | { readonly text: string }): Provocation => ({
  method: 'POST',
  path: paths.list,
  body,
});
const without = (name: keyof typeof newAssignment): Template => {
  const { [name]: _, ...rest } = newAssignment;
  return rest;
};
/** The valid body, preceded by a malformed member. */
const broken = (member: string) => ({ text: JSON.stringify(newAssignment).replace(/^\{/, `{${member},`) });
const unknownId = 'f'.repeat(24);

/** All rows. */
const provocations: Readonly<Record<LmsErrorId, Provocation>> = {
  'lms-errors/missing-required-fields': { ...create(without('due_date')), values: { fields: 'due_date' } },
  'lms-errors/empty-body': { method: 'POST', path: paths.list },
  'lms-errors/due-date-in-past': create({ ...newAssignment, due_date: '2014-09-01T00:00:00.000Z' }),
  'lms-errors/invalid-escape': create(broken('"description_plaintext":"50\\ percent"')),
  'lms-errors/empty-submission-type': create({ ...newAssignment, submission_types: [''] }),
  'lms-errors/missing-value': create(broken('"assignee_mode": ')),
  'lms-errors/malformed-json': create(broken('"term_id":"a":"b"')),
  'lms-errors/invalid-assignment-id': { path: `${paths.list}/not-an-id` },
  'lms-errors/unknown-grader': {
    method: 'PATCH',
    path: paths.submission,
    body: { grade: '55', grader_id: unknownId },
    values: { grader_id: unknownId },
  },
  'lms-errors/update-due-date-out-of-range': {
    method: 'PATCH',
    path: paths.assignment,
    body: { due_date: '2099-02-30' },
    values: { value: '2099-02-30' },
  },
  'lms-errors/lms-missing-required-field': {
    ...create(without('points_possible')),
    given: [['the LMS requires {field}', { field: 'points_possible' }]],
  },
  'lms-errors/no-valid-assignees': { ...create(without('assignee_mode')), values: { lms: 'Canvas' } },
  'lms-errors/no-token': { path: paths.assignment, authorization: null },
  'lms-errors/invalid-token': { path: paths.assignment, authorization: `Bearer ${unknownToken}` },
  'lms-errors/deleted-assignment': { path: `${paths.list}/00000000-0000-0000-0000-000000000000` },
  'lms-errors/user-not-found': { path: paths.otherSubmission },
  'lms-errors/unsupported-method': { method: 'PUT', path: paths.assignment, body: {} },
};

/** The 17 rows of the error table, with their messages. */
export const errorRowConversations: readonly Conversation[] = lmsErrorTable.map((row) => {
  const { values = {}, given = [], path, ...request } = provocations[row.id];
  const text = row.message.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const pattern = row.flags === 'i' ? `(?i)${row.pattern}` : row.pattern;
  return {
    title: `${row.id}: ${row.on}`,
    interactions: [
      {
        description: row.on,
        given: [assignmentExists, ...given],
        request: { ...request, path: pathOf(path) },
        response: {
          status: row.status,
          ...(row.body === 'empty' ? {} : { headers: errorHeaders, body: messageBody(text, pattern) }),
        },
      },
    ],
    talk: async ({ send }) => {
      const { method = 'GET', body, authorization = `Bearer ${tokenPlaceholder}` } = request;
      const sent = body === undefined ? undefined : textOf(body);
      const answer = await send(sentPath(path), {
        method,
        headers: {
          ...(authorization === null ? {} : { authorization }),
          ...(sent === undefined ? {} : { 'content-type': isText(body) ? 'text/plain' : 'application/json' }),
        },
        ...(sent === undefined ? {} : { body: sent }),
      });
      expect(answer.status).to.equal(row.status);
      expect(messageOf(await answer.json().catch(() => ''))).to.equal(text);
    },
  };
});

/** Not in the table: rate limit and outages. */
export const lmsErrorConversations: readonly Conversation[] = [
  outage(429, [['the bucket has {remaining} left', { remaining: 0 }]]),
  ...[500, 502, 503].map((status) => {
    const script: readonly ScriptedAnswer[] = [
      { status, body: JSON.stringify({ message: 'Outage' }), times: 10 },
    ];
    return outage(status, [['the next answers are {script}', { script }]]);
  }),
];

function outage(status: number, then: NonNullable<Interaction['given']>): Conversation {
  return {
    title: `a ${status} is retried 5 times`,
    interactions: [
      {
        description: `an assignment while the API answers ${status}`,
        given: [assignmentExists, ...then],
        request: { path: pathOf(paths.assignment) },
        response:
          status === 429
            ? { status, headers: { 'X-RateLimit-Remaining': regex('^0(, ?\\d+)*$', '0') } }
            : { status, headers: errorHeaders, body: messageBody('Outage') },
      },
    ],
    talk: async ({ client }) => {
      const { section_id, assignment_id } = ids;
      const { response } = await client.lms.GET('/sections/{section_id}/assignments/{assignment_id}', {
        params: { path: { section_id, assignment_id } },
      });
      expect(response.status).to.equal(status);
      expect(failureOf(response)?.attempts).to.equal(6);
    },
  };
}

function textOf(body: Template | { readonly text: string }): string {
  return isText(body) ? body.text : JSON.stringify(body);
}
