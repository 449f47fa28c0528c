import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { AssignmentRequest, SubmissionRequest } from './requests.ts';

/** A stored assignment: the request and its times in epoch milliseconds. */
export interface StoredAssignment {
  readonly id: string;
  readonly sectionId: string;
  readonly request: AssignmentRequest;
  readonly createdMs: number;
  readonly modifiedMs: number;
}

/** A student's passback; stored from the first passback on. */
export interface StoredSubmission {
  readonly request: SubmissionRequest;
  readonly modifiedMs: number;
}

/** The tables of LMS Connect. Every change is one transaction. */
export interface LmsStore {
  assignment(sectionId: string, id: string): StoredAssignment | undefined;
  create(sectionId: string, request: AssignmentRequest, nowMs: number): StoredAssignment;
  update(assignment: StoredAssignment): void;
  /** Removes an assignment of any section and its submissions; `false` when there is none. */
  remove(id: string): boolean;
  submission(assignmentId: string, userId: string): StoredSubmission | undefined;
  putSubmission(assignmentId: string, userId: string, submission: StoredSubmission): void;
  /** Deletes everything and restarts the ids. */
  clear(): void;
}

/** A UUID derived from a name, with the version and variant bits of version 4. */
export function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}

const schema = `
  CREATE TABLE IF NOT EXISTS lms_assignments (
    id TEXT PRIMARY KEY, section_id TEXT NOT NULL, request TEXT NOT NULL,
    created_ms INTEGER NOT NULL, modified_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS lms_submissions (
    assignment_id TEXT NOT NULL, user_id TEXT NOT NULL, request TEXT NOT NULL, modified_ms INTEGER NOT NULL,
    PRIMARY KEY (assignment_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS lms_counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Opens the tables in a shared database; ids derive from the seed and a counter in the database. */
export function openLmsStore(db: DatabaseSync, seed: number): LmsStore {
  db.exec(schema);
  /** A savepoint, because the caller may have a transaction open already. */
  const atomically = <T>(work: () => T): T => {
    db.exec('SAVEPOINT lms');
    try {
      const result = work();
      db.exec('RELEASE lms');
      return result;
    } catch (error) {
      db.exec('ROLLBACK TO lms; RELEASE lms');
      throw error;
    }
  };
  const find = db.prepare('SELECT * FROM lms_assignments WHERE id = ? AND section_id = ?');
  const insert = db.prepare('INSERT INTO lms_assignments VALUES (?, ?, ?, ?, ?)');
  const change = db.prepare('UPDATE lms_assignments SET request = ?, modified_ms = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM lms_assignments WHERE id = ?');
  const removeWork = db.prepare('DELETE FROM lms_submissions WHERE assignment_id = ?');
  const findWork = db.prepare('SELECT * FROM lms_submissions WHERE assignment_id = ? AND user_id = ?');
  const putWork = db.prepare('INSERT OR REPLACE INTO lms_submissions VALUES (?, ?, ?, ?)');
  const count = db.prepare(
    `INSERT INTO lms_counter VALUES ('assignment', 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value`,
  );

  return {
    assignment(sectionId, id) {
      const row = find.get(id, sectionId);
      if (row === undefined) return undefined;
      const request: AssignmentRequest = JSON.parse(String(row.request));
      return {
        id,
        sectionId,
        request,
        createdMs: Number(row.created_ms),
        modifiedMs: Number(row.modified_ms),
      };
    },
    create: (sectionId, request, nowMs) =>
      atomically(() => {
        const id = uuidFrom(`${seed} assignment ${count.get()?.value}`);
        insert.run(id, sectionId, JSON.stringify(request), nowMs, nowMs);
        return { id, sectionId, request, createdMs: nowMs, modifiedMs: nowMs };
      }),
    update: ({ id, request, modifiedMs }) => {
      change.run(JSON.stringify(request), modifiedMs, id);
    },
    remove: (id) =>
      atomically(() => {
        removeWork.run(id);
        return remove.run(id).changes > 0;
      }),
    submission(assignmentId, userId) {
      const row = findWork.get(assignmentId, userId);
      if (row === undefined) return undefined;
      return { request: JSON.parse(String(row.request)), modifiedMs: Number(row.modified_ms) };
    },
    putSubmission: (assignmentId, userId, { request, modifiedMs }) => {
      putWork.run(assignmentId, userId, JSON.stringify(request), modifiedMs);
    },
    clear: () =>
      atomically(() => {
        db.exec('DELETE FROM lms_assignments; DELETE FROM lms_submissions; DELETE FROM lms_counter;');
      }),
  };
}
