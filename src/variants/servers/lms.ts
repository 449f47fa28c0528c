import {
  changingData,
  changingResponses,
  handling,
  type LmsRequest,
  messageIn,
  saying,
  withBody,
} from '../../mutants/servers/lms/support.ts';
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

/** Errors of LMS Connect with a matching message, in another wording or form. */
function rewording(
  documented: RegExp,
  change: (message: string, response: Response, incoming: LmsRequest) => Response,
): VariantTamper {
  return handling(() => async (incoming, forward) => {
    const response = await forward();
    const text = response.status < 400 || incoming.what === '' ? '' : await messageIn(response);
    return text !== '' && documented.test(text) ? change(text, response, incoming) : response;
  });
}

const dueDateIn = ({ body }: LmsRequest) => String(body.due_date ?? '');

/** Conforming variants of LMS Connect. */
export const lmsVariants: readonly ServerVariant[] = [
  {
    name: 'lms/optional-fields-left-out',
    why: 'open question assignment-guarantees: only what both pages guarantee is required',
    slot: 'lms-optional',
    tamper: changingData(records, (data: Data) => {
      const { points_possible, assignee_mode, created, last_modified, grading_type, grader_id, ...rest } =
        data;
      return rest;
    }),
  },
  {
    name: 'lms/optional-fields-null',
    why: 'SPEC: they are marked nullable',
    slot: 'lms-optional',
    tamper: changingData(records, (data: Data) => ({
      display_date: null,
      flags: [],
      ...data,
      points_possible: null,
    })),
  },
  {
    name: 'lms/more-fields-than-described',
    why: 'JSON objects may grow',
    tamper: changingData(records, (data: Data) => ({ ...data, lms: 'Canvas', ext: { a: [1] }, url: null })),
  },
  {
    name: 'lms/dates-with-an-offset',
    why: 'RFC 3339: Z and +00:00 are equivalent',
    slot: 'lms-dates',
    tamper: changingData(records, (data: Data) =>
      typeof data.due_date === 'string' ? { ...data, due_date: data.due_date.replace('Z', '+00:00') } : data,
    ),
  },
  {
    name: 'lms/dates-with-microseconds',
    why: 'RFC 3339: any number of digits',
    slot: 'lms-dates',
    tamper: changingData(records, (data: Data) =>
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
    tamper: changingData(records, (data: Data) =>
      Array.isArray(data.assignee_ids) ? { ...data, assignee_ids: data.assignee_ids.toReversed() } : data,
    ),
  },
  {
    name: 'lms/descriptions-as-html',
    why: 'open question description-as-html: compared without markup',
    tamper: changingData(records.slice(0, 3), (data: Data) => ({
      ...data,
      description: `<p>${String(data.description).replaceAll(' ', '&nbsp;')}</p>\n`,
    })),
  },
  {
    name: 'lms/unknown-ids-are-400-or-404-as-it-comes',
    why: 'open question unknown-lms-ids: either passes with any message',
    slot: 'lms-ids',
    tamper: changingResponses(
      ({ what, path }, { status }) =>
        what !== 'GET assignment' &&
        (status === 400 || status === 404) &&
        /^\/v3\.1\/.*(?:not-an-id|\/0{8})/.test(path),
      (response) => saying(response, 'Not Found', response.status === 400 ? 404 : 400),
    ),
  },
  {
    name: 'lms-errors/an-update-without-a-body-in-other-words',
    why: 'open question errors-on-updates: only the status is strict',
    slot: 'empty-update',
    tamper: rewording(/^request body is required/, (message, response, { method }) =>
      saying(response, method === 'PATCH' ? 'unexpected end of JSON input' : message),
    ),
  },
  {
    name: 'lms-errors/an-odd-authorization-counts-as-none',
    why: 'open question bad-token-401-or-403: an empty token and another scheme are either',
    slot: 'odd-token',
    tamper: rewording(/^Could not authorize token$/, (message, response, { caller }) =>
      /^bearer \S/i.test(caller)
        ? saying(response, message)
        : saying(response, 'No authorization provided', 401),
    ),
  },
  {
    name: 'lms/submissions-in-another-order',
    why: 'SPEC: only the Data API promises an order',
    tamper: changingData(['GET submissions'], (data: Data[]) => data.toReversed()),
  },
  {
    name: 'lms/submissions-without-an-id-of-their-own',
    why: 'SPEC: a submission is identified by its user',
    tamper: changingData(['GET submission', 'PATCH submission'], (data: Data) => ({ ...data, id: '' })),
  },
  {
    name: 'lms/an-empty-list-of-links-at-the-end',
    why: 'SPEC: links contains next or nothing',
    tamper: handling(() => async ({ what }, forward) => {
      const response = await forward();
      if (what !== 'GET submissions' || response.status !== 200) return response;
      return withBody(response, { links: [], ...((await response.json()) as object) });
    }),
  },
  {
    name: 'lms/no-agreement-is-404',
    why: 'open question agreement-refusal: any 4xx passes',
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
    tamper: changingResponses(
      (_, { status }) => status === 405,
      (response) => withBody(response, { message: '' }),
    ),
  },
  {
    name: 'lms-errors/labelled-as-plain-text',
    why: 'open question error-content-type: a JSON body with the type text/plain passes with a note',
    slot: 'lms-label',
    tamper: rewording(/./, (message, response) =>
      withText(response, JSON.stringify({ message }), 'text/plain; charset=utf-8'),
    ),
  },
  {
    name: 'lms-errors/another-lms',
    why: 'open question message-placeholders: a word in brackets stands for the LMS',
    slot: 'lms-name',
    tamper: rewording(/^no valid users found in /, (_, response) =>
      saying(response, 'no valid users found in Google Classroom'),
    ),
  },
  {
    name: 'lms-errors/an-lms-with-an-odd-name-in-curly-quotes',
    why: 'open question error-table-bodies: the quotation marks of row 12 are tolerated',
    slot: 'lms-name',
    tamper: rewording(/^no valid users found in /, (_, response) =>
      saying(response, '“no valid users found in Schoology (D’Arcy’s)”\n'),
    ),
  },
  {
    name: 'lms-errors/bare-text-with-a-capital',
    why: 'open question error-table-bodies: row 4 shows it this way',
    slot: 'escape',
    tamper: rewording(/string escape code$/, (message, response) =>
      withText(response, message[0]?.toUpperCase() + message.slice(1), 'text/plain'),
    ),
  },
  {
    name: 'lms-errors/a-line-break-as-backslash-and-n',
    why: 'open question error-table-bodies: row 5 doubles the backslash',
    slot: 'line-break',
    tamper: rewording(/^validation failure list:\n/, (message, response) =>
      saying(response, message.replace('\n', '\\n')),
    ),
  },
  {
    name: 'lms-errors/missing-fields-in-the-words-of-row-11',
    why: 'open question missing-fields-wording: the wording of the other table row passes with a note',
    slot: 'missing',
    tamper: rewording(/^missing required field/, (_, response) => saying(response, 'MISSING_REQUIRED_FIELD')),
  },
  {
    name: 'lms-errors/a-past-day-on-update-in-the-words-of-row-3',
    why: 'open question past-date-message: a past day on update passes with either text',
    slot: 'past',
    tamper: rewording(/day out of range$/, (message, response, incoming) =>
      incoming.method === 'PATCH' && !/02-30/.test(dueDateIn(incoming))
        ? saying(response, 'due_date must be in the future')
        : saying(response, message),
    ),
  },
  // Last, because the others expect 200.
  {
    name: 'lms/created-is-201-and-deleted-is-204',
    why: 'open question created-status: both pass with a note',
    tamper: changingResponses(
      ({ what }, { status }) => /^(?:POST assignments|DELETE assignment)$/.test(what) && status === 200,
      async (response, { method }) =>
        method === 'DELETE'
          ? new Response(null, { status: 204, headers: response.headers })
          : withBody(response, await response.text(), 201),
    ),
  },
];
