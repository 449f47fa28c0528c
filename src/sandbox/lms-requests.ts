import { type GoStruct, type GoType, unmarshalGo } from './go-unmarshal.ts';

/** One attachment of a request body. */
export interface AttachmentRequest {
  readonly description?: string;
  readonly text?: string;
  readonly title?: string;
  readonly type?: string;
  readonly url?: string;
}

/** The body of a create or a partial update; members that are absent or null are left out, dates are epoch ms. */
export interface AssignmentRequest {
  readonly assignee_ids?: readonly string[];
  readonly assignee_mode?: string;
  readonly attachments?: readonly (AttachmentRequest | undefined)[];
  readonly description?: string;
  readonly description_plaintext?: string;
  readonly display_date?: number;
  readonly due_date?: number;
  readonly end_date?: number;
  readonly grading_type?: string;
  readonly max_attempts?: number;
  readonly points_possible?: number;
  readonly start_date?: number;
  readonly submission_types?: readonly string[];
  readonly term_id?: string;
  readonly title?: string;
}

/** The body of a grade passback; members that are absent or null are left out, dates are epoch ms. */
export interface SubmissionRequest {
  readonly attachments?: readonly (AttachmentRequest | undefined)[];
  readonly extra_attempts?: number;
  readonly flags?: readonly string[];
  readonly grade?: string;
  readonly grade_comment?: string;
  readonly grade_points?: number;
  readonly grader_id?: string;
  readonly override_due_date?: number;
  readonly state?: string;
}

/** What came out of a body: the request, or the message of a 400. */
export type ReadBody<Request> = { readonly value: Request } | { readonly error: string };

const text = { kind: 'string', name: 'string' } as const;
const date: GoType = { kind: 'datetime' };
const named = (name: string): GoType => ({ kind: 'string', name: `models.${name}` });
const slice = (of: GoType): GoType => ({ kind: 'slice', of });

const attachment: GoStruct = {
  kind: 'struct',
  name: 'AttachmentRequest',
  fields: { description: text, text, title: text, type: { ...text, plain: true }, url: text },
};

const assignment: GoStruct = {
  kind: 'struct',
  name: 'AssignmentRequest',
  fields: {
    assignee_ids: slice(text),
    assignee_mode: named('AssigneeMode'),
    attachments: slice(attachment),
    description: text,
    description_plaintext: text,
    display_date: date,
    due_date: date,
    end_date: date,
    grading_type: named('GradingType'),
    max_attempts: { kind: 'int64' },
    points_possible: { kind: 'float64' },
    start_date: date,
    submission_types: slice(named('SubmissionType')),
    term_id: text,
    title: text,
  },
};

const submission: GoStruct = {
  kind: 'struct',
  name: 'SubmissionRequest',
  fields: {
    attachments: slice(attachment),
    extra_attempts: { kind: 'int64' },
    flags: slice(named('SubmissionFlag')),
    grade: text,
    grade_comment: text,
    grade_points: { kind: 'float64', plain: true },
    grader_id: text,
    override_due_date: date,
    state: named('SubmissionState'),
  },
};

/** The closed lists of the description, by member. */
const enums: Readonly<Record<string, readonly string[]>> = {
  assignee_mode: ['all', 'individuals'],
  flags: ['excused', 'late', 'missing'],
  grading_type: ['points', 'percent', 'pass_fail', 'letter_grade'],
  state: ['created', 'submitted', 'returned', 'reclaimed'],
  submission_types: ['link', 'file', 'text', 'discussion'],
};
// The description lists `file` alone; the guides also send the other two, so all three are taken.
const attachmentTypes = ['file', 'link', 'text'];

function enumFault(name: string, value: unknown, allowed: readonly string[]): string[] {
  if (typeof value !== 'string' || allowed.includes(value)) return [];
  return [`${name} in body should be one of [${allowed.join(' ')}]`];
}

function attachmentFault(name: string, value: AttachmentRequest | undefined): string[] {
  if (value === undefined) return [];
  if (value.type === undefined || value.type === '') return [`${name}.type in body is required`];
  return enumFault(`${name}.type`, value.type, attachmentTypes);
}

/** One line per member that breaks its closed list, by member name; of an array only the first bad element is told. */
function validationFaults(request: AssignmentRequest & SubmissionRequest): string[] {
  const members = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  return members.flatMap(([name, value]: [string, unknown]) => {
    if (name === 'attachments')
      return (request.attachments ?? [])
        .flatMap((one, at) => attachmentFault(`attachments.${at}`, one))
        .slice(0, 1);
    const allowed = enums[name];
    if (allowed === undefined) return [];
    if (!Array.isArray(value)) return enumFault(name, value, allowed);
    return value.flatMap((item, at) => enumFault(`${name}.${at}`, item, allowed)).slice(0, 1);
  });
}

function readBody<Request>(body: string, type: GoStruct): ReadBody<Request> {
  // The literal stands in Clever's server generator; the decoder is not asked.
  if (body === '') return { error: 'request body is required, but was empty' };
  const decoded = unmarshalGo(body, type);
  return 'error' in decoded ? decoded : { value: decoded.value as Request };
}

/** Decodes the body of a create or update; the error is Go's own text. */
export const readAssignmentRequest = (body: string): ReadBody<AssignmentRequest> =>
  readBody(body, assignment);

/** Decodes the body of a grade passback; the error is Go's own text. */
export const readSubmissionRequest = (body: string): ReadBody<SubmissionRequest> =>
  readBody(body, submission);

/** The message for closed lists that a request breaks, in go-openapi's words, or `undefined`. */
export function validateRequest(request: AssignmentRequest & SubmissionRequest): string | undefined {
  const faults = validationFaults(request);
  return faults.length === 0 ? undefined : ['validation failure list:', ...faults].join('\n');
}
