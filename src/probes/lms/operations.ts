import type { LmsOperationCase } from '../../../contracts/steps/lms-errors.ts';
import { type Classroom, goodAssignment } from './classroom.ts';

/** The ids in a path. */
export interface Ids {
  readonly section: string;
  readonly assignment: string;
  readonly user: string;
}

/** An operation as it is sent with wrong ids, or by the wrong caller. */
export interface LmsOperation {
  readonly case: LmsOperationCase;
  readonly method: string;
  readonly ids: readonly (keyof Ids)[];
  readonly path: (ids: Ids) => string;
  readonly body?: (room: Classroom) => object;
}

const assignmentPath = (ids: Ids) => `/sections/${ids.section}/assignments/${ids.assignment}`;
const submissionPath = (ids: Ids) => `${assignmentPath(ids)}/submissions/${ids.user}`;

/** The operations that read. */
export const reads: readonly LmsOperation[] = [
  {
    case: 'list',
    method: 'GET',
    ids: ['assignment', 'section'],
    path: (ids) => `${assignmentPath(ids)}/submissions`,
  },
  {
    case: 'read a submission',
    method: 'GET',
    ids: ['user', 'section', 'assignment'],
    path: submissionPath,
  },
  { case: 'read', method: 'GET', ids: ['section', 'assignment'], path: assignmentPath },
];

/** The operations that write, the most harmful last. */
export const writes: readonly LmsOperation[] = [
  {
    case: 'update a submission',
    method: 'PATCH',
    ids: ['user', 'section', 'assignment'],
    path: submissionPath,
    body: () => ({ grade: '44', grade_points: 44 }),
  },
  {
    case: 'update',
    method: 'PATCH',
    ids: ['assignment', 'section'],
    path: assignmentPath,
    body: () => ({ title: 'clever-conformance of no record' }),
  },
  {
    case: 'create',
    method: 'POST',
    ids: ['section'],
    path: (ids) => `/sections/${ids.section}/assignments`,
    body: (room) => goodAssignment(room, 'in no section'),
  },
  // A server that ignores an id deletes the assignment of the others.
  { case: 'delete', method: 'DELETE', ids: ['section', 'assignment'], path: assignmentPath },
];
