import type { OpenQuestionId } from './open-questions.ts';
import type { lmsErrorsRequirements } from './requirements/lms-errors.ts';

export type LmsErrorId = (typeof lmsErrorsRequirements)[number]['id'];

/** How to recognise a message: `new RegExp(pattern, flags)`, anchored at both ends, linear in the length of the text. */
export interface MessagePattern {
  readonly pattern: string;
  readonly flags: '' | 'i';
}

/** One row of the LMS Connect error table. */
export interface LmsErrorRow extends MessagePattern {
  readonly id: LmsErrorId;
  /** Which operation causes it, and how. */
  readonly on: string;
  readonly status: 400 | 401 | 403 | 404 | 405;
  /** The documented text as a server sends it, with real line breaks; `{name}` is a placeholder for a value. */
  readonly message: string;
  /** What the placeholders of `message` stand for. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** `json`: `{"message": …}`. `json-or-text`: that or bare text. `empty`: no body, or an empty message. */
  readonly body: 'json' | 'json-or-text' | 'empty';
  /** Other texts that pass with a note, each because of an open question. */
  readonly alternatives: readonly (MessagePattern & { readonly doubt: OpenQuestionId })[];
}

const missingFields =
  '^\\s*missing required field\\(s\\): (?:title(?:, description)?(?:, due_date)?|description(?:, due_date)?|due_date)\\s*$';
const requiredByLms = '^\\s*MISSING_REQUIRED_FIELD\\s*$';
const mustBeInFuture = '^\\s*due_date must be in the future\\s*$';

/**
 * The 17 rows in document order, used by sandbox, probes, judges and docs. A pattern tolerates only what the row's open
 * questions tolerate; a judge that knows the value of a placeholder compares that too.
 */
export const lmsErrorTable = [
  {
    id: 'lms-errors/missing-required-fields',
    on: 'create without one or more of title, description, due_date',
    status: 400,
    message: 'missing required field(s): {fields}',
    placeholders: {
      fields: 'the missing ones of title, description, due_date, in that order, separated by comma and space',
    },
    pattern: missingFields,
    flags: '',
    body: 'json',
    alternatives: [{ pattern: requiredByLms, flags: '', doubt: 'missing-fields-wording' }],
  },
  {
    id: 'lms-errors/empty-body',
    on: 'create or update with an empty body',
    status: 400,
    message: 'request body is required, but was empty',
    placeholders: {},
    pattern: '^\\s*request body is required, but was empty\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/due-date-in-past',
    on: 'create with a due_date in the past',
    status: 400,
    message: 'due_date must be in the future',
    placeholders: {},
    pattern: mustBeInFuture,
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/invalid-escape',
    on: 'create or update with a backslash before a space in a string',
    status: 400,
    message: "invalid character ' ' in string escape code",
    placeholders: {},
    pattern: "^\\s*invalid character ['\u2018\u2019] ['\u2018\u2019] in string escape code\\s*$",
    flags: 'i',
    body: 'json-or-text',
    alternatives: [],
  },
  {
    id: 'lms-errors/empty-submission-type',
    on: 'create or update with submission_types of one empty string',
    status: 400,
    message:
      'validation failure list:\nsubmission_types.0 in body should be one of [link file text discussion]',
    placeholders: {},
    pattern:
      '^\\s*validation failure list:(?:\\r?\\n|\\\\n)submission_types\\.0 in body should be one of \\[link file text discussion\\]\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/missing-value',
    on: 'create or update with a comma in place of a value',
    status: 400,
    message: "invalid character ',' looking for beginning of value",
    placeholders: {},
    pattern: "^\\s*[Ii]nvalid character ['\u2018\u2019],['\u2018\u2019] looking for beginning of value\\s*$",
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/malformed-json',
    on: 'create or update with a second colon after a complete member',
    status: 400,
    message: "invalid character ':' after object key:value pair",
    placeholders: {},
    pattern: "^\\s*[Ii]nvalid character ['\u2018\u2019]:['\u2018\u2019] after object key:value pair\\s*$",
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/invalid-assignment-id',
    on: 'read with a malformed assignment id',
    status: 400,
    message: 'INVALID_ID',
    placeholders: {},
    pattern: '^\\s*INVALID_ID\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/unknown-grader',
    on: 'update of a submission with an unknown grader_id',
    status: 400,
    message: 'NOT_FOUND: Person with id clever:{grader_id} not found for this integration.',
    placeholders: { grader_id: 'the grader_id of the request, unchanged' },
    pattern: '^\\s*NOT_FOUND: Person with id clever:\\S+ not found for this integration\\.\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/update-due-date-out-of-range',
    on: 'update with a due_date that does not exist in the calendar',
    status: 400,
    message: 'parsing time "{value}": day out of range',
    placeholders: { value: 'the due_date of the request, unchanged' },
    pattern: '^\\s*parsing time ["\u201c\u201d][^"\u201c\u201d]*["\u201c\u201d]: day out of range\\s*$',
    flags: '',
    body: 'json',
    alternatives: [{ pattern: mustBeInFuture, flags: '', doubt: 'past-date-message' }],
  },
  {
    id: 'lms-errors/lms-missing-required-field',
    on: 'create without a field that the LMS requires',
    status: 400,
    message: 'MISSING_REQUIRED_FIELD',
    placeholders: {},
    pattern: requiredByLms,
    flags: '',
    body: 'json',
    alternatives: [
      {
        pattern: '^\\s*missing required field\\(s\\): \\S[^\\r\\n]*$',
        flags: '',
        doubt: 'missing-fields-wording',
      },
    ],
  },
  {
    id: 'lms-errors/no-valid-assignees',
    on: 'create without assignee_mode for which the LMS finds no users',
    status: 400,
    message: 'no valid users found in {lms}',
    placeholders: { lms: 'the name of the LMS, such as Canvas, Schoology or Google Classroom' },
    pattern:
      '^[\\s"\u201c\u201d]*no valid users found in \\S[^"\u201c\u201d]*(?:["\u201c\u201d][\\s"\u201c\u201d]*)?$',
    flags: 'i',
    body: 'json-or-text',
    alternatives: [],
  },
  {
    id: 'lms-errors/no-token',
    on: 'any operation without Authorization',
    status: 401,
    message: 'No authorization provided',
    placeholders: {},
    pattern: '^\\s*No authorization provided\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/invalid-token',
    on: 'any operation with a token that was never issued',
    status: 403,
    message: 'Could not authorize token',
    placeholders: {},
    pattern: '^\\s*Could not authorize token\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/deleted-assignment',
    on: 'read after delete',
    status: 404,
    message: 'Assignment does not exist',
    placeholders: {},
    pattern: '^\\s*Assignment does not exist\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/user-not-found',
    on: 'read or update of a submission of a student who is not enrolled or not assigned',
    status: 404,
    message: 'User not found',
    placeholders: {},
    pattern: '^\\s*User not found\\s*$',
    flags: '',
    body: 'json',
    alternatives: [],
  },
  {
    id: 'lms-errors/unsupported-method',
    on: 'a documented path with a method that it does not support',
    status: 405,
    message: '',
    placeholders: {},
    pattern: '^\\s*$',
    flags: '',
    body: 'empty',
    alternatives: [],
  },
] as const satisfies readonly LmsErrorRow[];
