import type { DatabaseSync } from 'node:sqlite';
import type { StateName, StateParams } from '../../../contracts/states.ts';
import type { Clock } from '../../clock.ts';
import { brokenPath, failure, type LmsAnswer, unknownMethod, unknownPath } from './answers.ts';
import { createCursors } from './cursor.ts';
import { type LmsContext, type LmsOperation, operations } from './operations.ts';
import type { LmsRoster } from './roster.ts';
import { openLmsStore } from './store.ts';

export type { LmsAnswer } from './answers.ts';
export type { LmsRoster } from './roster.ts';

/** The caller's token: none, unknown, without the LMS Connect agreement, or with it. */
export type LmsCaller = 'absent' | 'unknown' | 'no-agreement' | 'granted';

/** A request under `/v3.1`; `path` is `/sections/…`, percent-encoded and without the query. */
export interface LmsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly caller: LmsCaller;
}

/** LMS Connect v3.1 as a function of requests; never throws because of a request's content. */
export interface Lms {
  handle(request: LmsRequest): LmsAnswer;
  /** The values of the state, or `undefined` when it is not an LMS Connect state. */
  setState(name: StateName, params: StateParams): Record<string, unknown> | undefined;
  /** Deletes every assignment, submission and field requirement. */
  reset(): void;
}

/** Path patterns and their operations by method. */
const paths: readonly {
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, LmsOperation>>;
}[] = [
  { pattern: /^\/sections\/([^/]+)\/assignments$/, methods: { POST: operations.create } },
  {
    pattern: /^\/sections\/([^/]+)\/assignments\/([^/]+)$/,
    methods: { GET: operations.get, PATCH: operations.update, DELETE: operations.remove },
  },
  {
    pattern: /^\/sections\/([^/]+)\/assignments\/([^/]+)\/submissions$/,
    methods: { GET: operations.listSubmissions },
  },
  {
    pattern: /^\/sections\/([^/]+)\/assignments\/([^/]+)\/submissions\/([^/]+)$/,
    methods: { GET: operations.getSubmission, PATCH: operations.updateSubmission },
  },
];

function decodeSegments(segments: readonly (string | undefined)[]): string[] | undefined {
  try {
    return segments.map((segment) => decodeURIComponent(segment ?? ''));
  } catch {
    return undefined;
  }
}

const refusals: Readonly<Record<Exclude<LmsCaller, 'granted'>, LmsAnswer>> = {
  absent: failure(401, 'No authorization provided'),
  unknown: failure(403, 'Could not authorize token'),
  'no-agreement': failure(403, 'Could not authorize token'),
};

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;
/** Used where the roster has no student outside the section. */
const unknownStudentId = 'f'.repeat(24);

/**
 * LMS Connect over the seeded rosters, connected to Canvas. Checks run in the order of Clever's Go servers: route and
 * method, token, query, body, formats and enums, Clever's own rules, the LMS. The first failure is returned.
 */
export function createLms(options: {
  readonly db: DatabaseSync;
  readonly clock: Pick<Clock, 'now'>;
  readonly roster: LmsRoster;
  readonly seed: number;
}): Lms {
  const { clock, roster } = options;
  const store = openLmsStore(options.db, options.seed);
  const demanded = new Set<string>();
  const context: LmsContext = { store, clock, roster, demanded, cursors: createCursors(options.seed) };

  const arrangeAssignment = (): Record<string, unknown> | undefined => {
    const sectionId = roster.firstSection();
    const { students = [], teachers = [] } = roster.section(sectionId) ?? {};
    if (students.length === 0) return undefined;
    const outside = roster.someoneOutside?.(sectionId) ?? unknownStudentId;
    // All but the last, so that one student is enrolled but not assigned.
    const assigned = students.slice(0, Math.max(1, students.length - 1));
    const request = {
      title: 'A sample assignment',
      description: 'Made for a check.',
      due_date: clock.now() + thirtyDaysMs,
      assignee_mode: 'individuals',
      assignee_ids: assigned,
      points_possible: 100,
      submission_types: ['text'],
    };
    const assignmentId = store.create(sectionId, request, clock.now()).id;
    return {
      section_id: sectionId,
      assignment_id: assignmentId,
      user_id: assigned[0],
      unassigned_user_id: students[assigned.length] ?? outside,
      unenrolled_user_id: outside,
      grader_id: teachers[0],
      cursor: context.cursors.make(assignmentId, assigned[0] ?? '', clock.now()),
    };
  };

  return {
    handle({ method, path, query, body, caller }) {
      const route = paths.find(({ pattern }) => pattern.test(path));
      if (route === undefined) return unknownPath;
      const ids = decodeSegments(route.pattern.exec(path)?.slice(1) ?? []);
      if (ids === undefined) return brokenPath;
      const operation = Object.hasOwn(route.methods, method) ? route.methods[method] : undefined;
      if (operation === undefined) return unknownMethod;
      if (caller !== 'granted') return refusals[caller];
      const [sectionId = '', assignmentId = '', userId = ''] = ids;
      return operation(context, { sectionId, assignmentId, userId, query, body });
    },
    setState(name, params) {
      if (name === 'an assignment exists') return arrangeAssignment();
      if (name === 'the LMS requires {field}') {
        demanded.add(String(params.field));
        return {};
      }
      if (name === 'the record {id} is deleted') return store.remove(String(params.id)) ? {} : undefined;
      return undefined;
    },
    reset() {
      demanded.clear();
      store.clear();
    },
  };
}
