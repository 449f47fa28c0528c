import type { AssignmentRequest, AttachmentRequest } from './requests.ts';
import { type StoredAssignment, type StoredSubmission, uuidFrom } from './store.ts';

/** `YYYY-MM-DDThh:mm:ss.sssZ`, the only time format in responses. */
const timeText = (epochMs: number): string => new Date(epochMs).toISOString();

/**
 * The state follows from the dates: not visible yet, closed, or open. A missed due date does not close an assignment,
 * because late submissions are allowed.
 */
function stateOf({ display_date, start_date, end_date }: AssignmentRequest, nowMs: number): string {
  if (end_date !== undefined && end_date <= nowMs) return 'locked';
  return (display_date ?? start_date ?? nowMs) > nowMs ? 'scheduled' : 'open';
}

const attachmentsOf = (list: readonly (AttachmentRequest | undefined)[] | undefined) =>
  list?.filter((one) => one !== undefined && one !== null);

/** Drops absent, null and empty-list members and sorts keys alphabetically. */
function tidy(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const hasValue = ([, value]: [string, unknown]) =>
    value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(record)
      .filter(hasValue)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const timesOf = (dates: Readonly<Record<string, number | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(dates).flatMap(([name, ms]) => (ms === undefined ? [] : [[name, timeText(ms)]])),
  );

/** An assignment as LMS Connect returns it; `assignee_ids` only in mode `individuals`. */
export function assignmentRecord(stored: StoredAssignment, nowMs: number): Record<string, unknown> {
  const { request } = stored;
  const { display_date, due_date, end_date, start_date, attachments, assignee_ids, ...rest } = request;
  return tidy({
    ...rest,
    ...timesOf({ display_date, due_date, end_date, start_date }),
    ...timesOf({ created: stored.createdMs, last_modified: stored.modifiedMs }),
    assignee_ids: request.assignee_mode === 'individuals' ? assignee_ids : undefined,
    attachments: attachmentsOf(attachments),
    description: request.description ?? '',
    grading_type: request.grading_type ?? 'points',
    id: stored.id,
    state: stateOf(request, nowMs),
    title: request.title ?? '',
  });
}

/** A student's submission; before the first passback it has the assignment's timestamps. */
export function submissionRecord(
  assignment: StoredAssignment,
  userId: string,
  stored: StoredSubmission | undefined,
): Record<string, unknown> {
  const { override_due_date, attachments, ...rest } = stored?.request ?? {};
  return tidy({
    ...rest,
    ...timesOf({ override_due_date, created: assignment.createdMs }),
    ...timesOf({ last_modified: stored?.modifiedMs ?? assignment.createdMs }),
    assignment_id: assignment.id,
    attachments: attachmentsOf(attachments),
    id: uuidFrom(`${assignment.id} submission ${userId}`),
    state: rest.state ?? 'created',
    user_id: userId,
  });
}
