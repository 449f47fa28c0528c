import type { DatabaseSync } from 'node:sqlite';

/** Does all of the work or, if it throws, none. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}
