import type { Clock } from '../../clock.ts';
import { deleted, failure, type LmsAnswer, success } from './answers.ts';
import type { Cursors } from './cursor.ts';
import { idFault, isAssignmentId, limitFault, readLimit } from './params.ts';
import { assignmentRecord, submissionRecord } from './records.ts';
import {
  type AssignmentRequest,
  readAssignmentRequest,
  readSubmissionRequest,
  validateRequest,
} from './requests.ts';
import type { LmsRoster } from './roster.ts';
import type { LmsStore, StoredAssignment } from './store.ts';

export interface LmsContext {
  readonly store: LmsStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly roster: LmsRoster;
  readonly cursors: Cursors;
  /** Fields that the connected LMS requires for an assignment. */
  readonly demanded: ReadonlySet<string>;
}

/** An authorized request with its path parsed; `''` for an id that the path does not have. */
export interface LmsCall {
  readonly sectionId: string;
  readonly assignmentId: string;
  readonly userId: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

export type LmsOperation = (context: LmsContext, call: LmsCall) => LmsAnswer;

/** The LMS that the sandbox simulates; the document writes `[LMS]`. */
const lmsName = 'Canvas';
const defaultLimit = 100n;

type Found = { readonly assignment: StoredAssignment; readonly assigned: readonly string[] } | LmsAnswer;

/** Assigned students of the section, ascending; `all` follows the current roster. */
function assigneesOf(request: AssignmentRequest, students: readonly string[]): string[] {
  if (request.assignee_mode === 'all') return students.toSorted();
  if (request.assignee_mode !== 'individuals') return [];
  const named = new Set(request.assignee_ids);
  return students.filter((id) => named.has(id)).sort();
}

function findAssignment({ store, roster }: LmsContext, call: LmsCall): Found {
  if (!isAssignmentId(call.assignmentId)) return failure(400, 'INVALID_ID');
  const sectionId = call.sectionId.toLowerCase();
  const section = roster.section(sectionId);
  if (section === undefined) return failure(404, 'Section does not exist');
  const assignment = store.assignment(sectionId, call.assignmentId.toLowerCase());
  if (assignment === undefined) return failure(404, 'Assignment does not exist');
  return { assignment, assigned: assigneesOf(assignment.request, section.students) };
}

/** As `findAssignment`, for one student; not enrolled and not assigned give the same error. */
function findSubmission(context: LmsContext, call: LmsCall): Found {
  const found = findAssignment(context, call);
  if ('status' in found || found.assigned.includes(call.userId.toLowerCase())) return found;
  return failure(404, 'User not found');
}

function pathFault(call: LmsCall): LmsAnswer | undefined {
  const fault = idFault('section_id', call.sectionId) ?? (call.userId && idFault('user_id', call.userId));
  return fault ? failure(400, fault) : undefined;
}

/** Validation after decoding treats absent and empty alike. */
const isMissing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function missingFields(request: AssignmentRequest): string[] {
  const required = ['title', 'description', 'due_date'] as const;
  return required.filter((name) => isMissing(request[name]));
}

const create: LmsOperation = (context, call) => {
  const body = readAssignmentRequest(call.body);
  if ('error' in body) return failure(400, body.error);
  const request = body.value;
  const invalid = idFault('section_id', call.sectionId) ?? validateRequest(request);
  if (invalid !== undefined) return failure(400, invalid);

  const sectionId = call.sectionId.toLowerCase();
  const section = context.roster.section(sectionId);
  if (section === undefined) return failure(404, 'Section does not exist');
  const missing = missingFields(request);
  if (missing.length > 0) return failure(400, `missing required field(s): ${missing.join(', ')}`);
  const nowMs = context.clock.now();
  if ((request.due_date ?? 0) <= nowMs) return failure(400, 'due_date must be in the future');

  const members = new Map<string, unknown>(Object.entries(request));
  for (const field of context.demanded)
    if (isMissing(members.get(field))) return failure(400, 'MISSING_REQUIRED_FIELD');
  if (assigneesOf(request, section.students).length === 0)
    return failure(400, `no valid users found in ${lmsName}`);
  return success({ data: assignmentRecord(context.store.create(sectionId, request, nowMs), nowMs) });
};

const get: LmsOperation = (context, call) => {
  const invalid = pathFault(call);
  if (invalid !== undefined) return invalid;
  const found = findAssignment(context, call);
  if ('status' in found) return found;
  return success({ data: assignmentRecord(found.assignment, context.clock.now()) });
};

const update: LmsOperation = (context, call) => {
  const body = readAssignmentRequest(call.body);
  if ('error' in body) return failure(400, body.error);
  const change = body.value;
  const invalid = idFault('section_id', call.sectionId) ?? validateRequest(change);
  if (invalid !== undefined) return failure(400, invalid);

  const found = findAssignment(context, call);
  if ('status' in found) return found;
  const nowMs = context.clock.now();
  if (change.due_date !== undefined && change.due_date <= nowMs)
    return failure(400, 'due_date must be in the future');
  const request: AssignmentRequest = { ...found.assignment.request, ...change };
  const reassigns = change.assignee_mode !== undefined || change.assignee_ids !== undefined;
  const students = context.roster.section(found.assignment.sectionId)?.students ?? [];
  if (reassigns && assigneesOf(request, students).length === 0)
    return failure(400, `no valid users found in ${lmsName}`);
  const changed: StoredAssignment = { ...found.assignment, request, modifiedMs: nowMs };
  context.store.update(changed);
  return success({ data: assignmentRecord(changed, nowMs) });
};

const remove: LmsOperation = (context, call) => {
  const invalid = pathFault(call);
  if (invalid !== undefined) return invalid;
  const found = findAssignment(context, call);
  if ('status' in found) return found;
  context.store.remove(found.assignment.id);
  return deleted;
};

const listSubmissions: LmsOperation = (context, call) => {
  const limitText = call.query.get('limit');
  const read = limitText === null ? { limit: defaultLimit } : readLimit(limitText);
  if ('error' in read) return failure(400, read.error);
  const invalid = idFault('section_id', call.sectionId) ?? limitFault(read.limit);
  if (invalid !== undefined) return failure(400, invalid);
  const found = findAssignment(context, call);
  if ('status' in found) return found;

  const { assignment, assigned } = found;
  const nowMs = context.clock.now();
  const cursor = call.query.get('cursor');
  const place = cursor ? context.cursors.read(cursor, assignment.id, nowMs) : { after: '' };
  if ('error' in place) return failure(400, place.error);
  const following = assigned.filter((id) => id > place.after);
  const page = following.slice(0, Number(read.limit));
  const data = page.map((id) =>
    submissionRecord(assignment, id, context.store.submission(assignment.id, id)),
  );
  const last = page.at(-1);
  if (last === undefined || page.length === following.length) return success({ data });
  const query = new URLSearchParams(limitText === null ? {} : { limit: String(read.limit) });
  query.set('cursor', context.cursors.make(assignment.id, last, nowMs));
  const uri = `/v3.1/sections/${assignment.sectionId}/assignments/${assignment.id}/submissions?${query}`;
  return success({ data, links: [{ rel: 'next', uri }] });
};

const getSubmission: LmsOperation = (context, call) => {
  const invalid = pathFault(call);
  if (invalid !== undefined) return invalid;
  const found = findSubmission(context, call);
  if ('status' in found) return found;
  const userId = call.userId.toLowerCase();
  const stored = context.store.submission(found.assignment.id, userId);
  return success({ data: submissionRecord(found.assignment, userId, stored) });
};

const updateSubmission: LmsOperation = (context, call) => {
  const body = readSubmissionRequest(call.body);
  if ('error' in body) return failure(400, body.error);
  const wrongPath = pathFault(call);
  if (wrongPath !== undefined) return wrongPath;
  const invalid = validateRequest(body.value);
  if (invalid !== undefined) return failure(400, invalid);
  const found = findSubmission(context, call);
  if ('status' in found) return found;

  const { grader_id } = body.value;
  if (grader_id && !context.roster.isPerson(grader_id))
    return failure(400, `NOT_FOUND: Person with id clever:${grader_id} not found for this integration.`);
  const userId = call.userId.toLowerCase();
  const earlier = context.store.submission(found.assignment.id, userId);
  const stored = { request: { ...earlier?.request, ...body.value }, modifiedMs: context.clock.now() };
  context.store.putSubmission(found.assignment.id, userId, stored);
  return success({ data: submissionRecord(found.assignment, userId, stored) });
};

/** The seven operations of LMS Connect. */
export const operations = {
  create,
  get,
  update,
  remove,
  listSubmissions,
  getSubmission,
  updateSubmission,
} satisfies Record<string, LmsOperation>;
