import { type LmsErrorId, lmsErrorTable } from '../../contracts/lms-errors.ts';
import { assignment, type LmsSent, list, path, student } from './lms-testing.ts';

/** Well-formed, and not the id of any user. */
export const unknownId = 'f'.repeat(24);
const submission = `${path}/submissions/${student}`;
const good = { title: 'a', description: 'b', due_date: '2027-01-01T00:00:00.000Z' };
export const record = { data: { id: assignment, title: 'a', description: 'b', state: 'open' } };
const work = { data: { id: 's', assignment_id: assignment, user_id: student, state: 'created' } };

/** Good requests of every kind. */
export const controls: readonly LmsSent[] = [
  { method: 'POST', path: list, sends: good, status: 200, body: record },
  { status: 200, body: record },
  { method: 'PATCH', sends: { title: 'c' }, status: 200, body: record },
  { path: `${path}/submissions`, status: 200, body: { data: [work.data] } },
  { path: submission, status: 200, body: work },
  { method: 'PATCH', path: submission, sends: { grade: '1' }, status: 200, body: work },
  { method: 'DELETE', status: 200 },
  {
    status: 200,
    body: record,
    step: { claim: 'lms-errors/deleted-assignment', case: 'a case', role: 'before' },
  },
  {
    method: 'DELETE',
    status: 200,
    step: { claim: 'lms-errors/deleted-assignment', case: 'a case', role: 'delete' },
  },
];

/** A request that each row refuses. */
export const asked: Readonly<Record<LmsErrorId, Omit<LmsSent, 'status'>>> = {
  'lms-errors/missing-required-fields': { method: 'POST', path: list, sends: { description: 'b' } },
  'lms-errors/empty-body': { method: 'POST', path: list },
  'lms-errors/due-date-in-past': {
    method: 'POST',
    path: list,
    sends: { ...good, due_date: '2001-01-01T00:00:00Z' },
  },
  'lms-errors/invalid-escape': { method: 'POST', path: list, sends: '{"title":"\\ "}' },
  'lms-errors/empty-submission-type': {
    method: 'POST',
    path: list,
    sends: { ...good, submission_types: [''] },
  },
  'lms-errors/missing-value': { method: 'POST', path: list, sends: '{"assignee_mode": ,}' },
  'lms-errors/malformed-json': { method: 'POST', path: list, sends: '{"title":"a":"b"}' },
  'lms-errors/invalid-assignment-id': { path: `${list}/not-an-id` },
  'lms-errors/unknown-grader': { method: 'PATCH', path: submission, sends: { grader_id: unknownId } },
  'lms-errors/update-due-date-out-of-range': { method: 'PATCH', sends: { due_date: '2027-02-30' } },
  'lms-errors/lms-missing-required-field': { method: 'POST', path: list, sends: good },
  'lms-errors/no-valid-assignees': { method: 'POST', path: list, sends: good },
  'lms-errors/no-token': { auth: null },
  'lms-errors/invalid-token': { auth: 'Bearer made-up' },
  'lms-errors/deleted-assignment': {},
  'lms-errors/user-not-found': { path: `${path}/submissions/${unknownId}` },
  'lms-errors/unsupported-method': { method: 'PUT', sends: {} },
};

const texts: Partial<Record<LmsErrorId, string>> = {
  'lms-errors/missing-required-fields': 'missing required field(s): title, due_date',
  'lms-errors/unknown-grader': `NOT_FOUND: Person with id clever:${unknownId} not found for this integration.`,
  'lms-errors/update-due-date-out-of-range': 'parsing time "2027-02-30": day out of range',
  'lms-errors/no-valid-assignees': 'no valid users found in Canvas',
};

/** Status and text of a row, with the values of its request in `asked`. */
export function documented(id: LmsErrorId) {
  const row = lmsErrorTable.find((one) => one.id === id);
  return { status: row?.status ?? 0, text: texts[id] ?? row?.message ?? '' };
}
