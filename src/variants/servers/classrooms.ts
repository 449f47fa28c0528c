import {
  type Asked,
  answeredData,
  answers,
  handling,
  messageIn,
  saying,
  withBody,
} from '../../mutants/servers/lms-support.ts';
import type { ServerVariant, VariantTamper } from '../variant.ts';
import { withText } from './support.ts';

const records = [
  'POST assignments',
  'GET assignment',
  'PATCH assignment',
  'GET submission',
  'PATCH submission',
];

type Data = Record<string, unknown>;

/** Refusals of LMS Connect with a message that fits, in another wording or form. */
function rewording(
  documented: RegExp,
  change: (message: string, response: Response, asked: Asked) => Response,
): VariantTamper {
  return handling(() => async (asked, forward) => {
    const response = await forward();
    const text = response.status < 400 || asked.what === '' ? '' : await messageIn(response);
    return text !== '' && documented.test(text) ? change(text, response, asked) : response;
  });
}

const dueDateIn = ({ body }: Asked) => String(body.due_date ?? '');

/** LMS Connect as other servers may have it. */
export const classroomVariants: readonly ServerVariant[] = [
  {
    name: 'lms/optional-fields-left-out',
    why: 'doubt assignment-guarantees: only what both pages agree on is required',
    slot: 'lms-optional',
    tamper: answeredData(records, (data: Data) => {
      const { points_possible, assignee_mode, created, last_modified, grading_type, grader_id, ...rest } =
        data;
      return rest;
    }),
  },
  {
    name: 'lms/optional-fields-null',
    why: 'SPEC: they are marked nullable',
    slot: 'lms-optional',
    tamper: answeredData(records, (data: Data) => ({
      display_date: null,
      flags: [],
      ...data,
      points_possible: null,
    })),
  },
  {
    name: 'lms/more-fields-than-described',
    why: 'JSON objects may grow',
    tamper: answeredData(records, (data: Data) => ({ ...data, lms: 'Canvas', ext: { a: [1] }, url: null })),
  },
  {
    name: 'lms/dates-with-an-offset',
    why: 'RFC 3339: Z and +00:00 are one',
    slot: 'lms-dates',
    tamper: answeredData(records, (data: Data) =>
      typeof data.due_date === 'string' ? { ...data, due_date: data.due_date.replace('Z', '+00:00') } : data,
    ),
  },
  {
    name: 'lms/dates-with-microseconds',
    why: 'RFC 3339: any number of digits',
    slot: 'lms-dates',
    tamper: answeredData(records, (data: Data) =>
      typeof data.due_date === 'string'
        ? {
            ...data,
            due_date: data.due_date.replace(
              /(?:\.(\d+))?Z$/,
              (_, digits = '') => `.${digits.padEnd(6, '0')}Z`,
            ),
          }
        : data,
    ),
  },
  {
    name: 'lms/ids-in-another-order',
    why: 'SPEC: a set of people; no order is given',
    tamper: answeredData(records, (data: Data) =>
      Array.isArray(data.assignee_ids) ? { ...data, assignee_ids: data.assignee_ids.toReversed() } : data,
    ),
  },
  {
    name: 'lms/submissions-in-another-order',
    why: 'SPEC: only the Data API promises an order',
    tamper: answeredData(['GET submissions'], (data: Data[]) => data.toReversed()),
  },
  {
    name: 'lms/submissions-without-an-id-of-their-own',
    why: 'SPEC: a submission is found by its user',
    tamper: answeredData(['GET submission', 'PATCH submission'], (data: Data) => ({ ...data, id: '' })),
  },
  {
    name: 'lms/an-empty-list-of-links-at-the-end',
    why: 'SPEC: links holds next or nothing',
    tamper: handling(() => async ({ what }, forward) => {
      const response = await forward();
      if (what !== 'GET submissions' || response.status !== 200) return response;
      return withBody(response, { links: [], ...((await response.json()) as object) });
    }),
  },
  {
    name: 'lms/no-agreement-is-404',
    why: 'doubt agreement-refusal: any 4xx passes',
    tamper: handling(() => async ({ what, caller }, forward) => {
      const response = await forward();
      const isOurs = what !== '' && caller.startsWith('Bearer sandbox-token-') && response.status === 403;
      return isOurs ? withBody(response, { message: 'Not Found' }, 404) : response;
    }),
  },
  {
    name: 'lms-errors/a-405-with-an-empty-message',
    why: 'ERR row 17: an empty message',
    slot: '405',
    tamper: answers(
      (_, { status }) => status === 405,
      (response) => withBody(response, { message: '' }),
    ),
  },
  {
    name: 'lms-errors/labelled-as-plain-text',
    why: 'doubt error-content-type: a JSON body under a plain-text label passes with a note',
    slot: 'lms-label',
    tamper: rewording(/./, (message, response) =>
      withText(response, JSON.stringify({ message }), 'text/plain; charset=utf-8'),
    ),
  },
  {
    name: 'lms-errors/another-lms',
    why: 'doubt message-placeholders: a word in brackets stands for the LMS',
    slot: 'lms-name',
    tamper: rewording(/^no valid users found in /, (_, response) =>
      saying(response, 'no valid users found in Google Classroom'),
    ),
  },
  {
    name: 'lms-errors/an-lms-with-an-odd-name-in-curly-quotes',
    why: 'doubt error-table-bodies: the quotation marks of row 12 are tolerated',
    slot: 'lms-name',
    tamper: rewording(/^no valid users found in /, (_, response) =>
      saying(response, '“no valid users found in Schoology (D’Arcy’s)”\n'),
    ),
  },
  {
    name: 'lms-errors/bare-text-with-a-capital',
    why: 'doubt error-table-bodies: row 4 shows it so',
    slot: 'escape',
    tamper: rewording(/string escape code$/, (message, response) =>
      withText(response, message[0]?.toUpperCase() + message.slice(1), 'text/plain'),
    ),
  },
  {
    name: 'lms-errors/a-line-break-as-backslash-and-n',
    why: 'doubt error-table-bodies: row 5 doubles the backslash',
    slot: 'line-break',
    tamper: rewording(/^validation failure list:\n/, (message, response) =>
      saying(response, message.replace('\n', '\\n')),
    ),
  },
  {
    name: 'lms-errors/missing-fields-in-the-words-of-row-11',
    why: 'doubt missing-fields-wording: the wording of the other row passes with a note',
    slot: 'missing',
    tamper: rewording(/^missing required field/, (_, response) => saying(response, 'MISSING_REQUIRED_FIELD')),
  },
  {
    name: 'lms-errors/a-past-day-on-update-in-the-words-of-row-3',
    why: 'doubt past-date-message: a past day on update passes with either text',
    slot: 'past',
    tamper: rewording(/day out of range$/, (message, response, asked) =>
      asked.method === 'PATCH' && !/02-30/.test(dueDateIn(asked))
        ? saying(response, 'due_date must be in the future')
        : saying(response, message),
    ),
  },
  // Last, because the others look for 200.
  {
    name: 'lms/created-is-201-and-deleted-is-204',
    why: 'doubt created-status: both pass with a note',
    tamper: answers(
      ({ what }, { status }) => /^(?:POST assignments|DELETE assignment)$/.test(what) && status === 200,
      async (response, { method }) =>
        method === 'DELETE'
          ? new Response(null, { status: 204, headers: response.headers })
          : withBody(response, await response.text(), 201),
    ),
  },
];
