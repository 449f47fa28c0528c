import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../../errors.ts';
import { irregularKind } from '../../plain-file.ts';
import type { Plan } from '../seed/plan.ts';
import { seedDatabase } from '../seed/seed.ts';
import { applicationId, schemaVersion } from './schema.ts';

/** As many take about 100 MB, and each more two kilobytes. */
const maxStudentsInMemory = 50_000;
const bulkLoading = 'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536';

/**
 * Opens the sandbox's database: freshly seeded, in memory unless it is large, or a file, which is seeded when new and reused when it exists.
 * @throws UsageError when the file cannot be opened, is not a sandbox database, or was seeded with other options.
 */
export function openDatabase(plan: Plan, file: string | undefined): DatabaseSync {
  if (file === undefined) {
    // Without a name: in a temporary file, which SQLite removes.
    const db = new DatabaseSync(plan.students > maxStudentsInMemory ? '' : ':memory:');
    db.exec(bulkLoading);
    seedDatabase(db, plan);
    db.exec('pragma journal_mode = memory');
    return db;
  }
  let db: DatabaseSync | undefined;
  try {
    const kind = irregularKind(file);
    if (kind !== undefined) throw new Error(`it is ${kind}`);
    db = new DatabaseSync(file);
    prepareFile(db, plan, file);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `The database ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      'Give the path of a new file in a writable directory, or of a database created by this sandbox.',
      { cause: error },
    );
  }
}

function prepareFile(db: DatabaseSync, plan: Plan, file: string): void {
  db.exec('pragma locking_mode = exclusive; pragma busy_timeout = 0');
  const isNew = Number(single(db, 'select count(*) as value from sqlite_schema')) === 0;
  const id = Number(single(db, 'select application_id as value from pragma_application_id'));
  if (isNew && id === 0) {
    // The file is locked until complete; a half-written one lacks the application id.
    db.exec(bulkLoading);
    seedDatabase(db, plan);
    db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}`);
    db.exec('pragma journal_mode = wal; pragma synchronous = normal');
    return;
  }
  if (id !== applicationId) {
    throw new UsageError(
      `${file} is not a complete sandbox database: another program created it, or seeding was interrupted.`,
      'Give another --db file, or delete this one if you do not need it.',
    );
  }
  const version = Number(single(db, 'select user_version as value from pragma_user_version'));
  if (version !== schemaVersion) {
    throw new UsageError(
      `${file} was created by another version of the sandbox (schema ${version}, expected ${schemaVersion}).`,
      'Delete the file to seed it again.',
    );
  }
  for (const [name, wanted] of [
    ['seed', plan.seed],
    ['students', plan.students],
  ] as const) {
    const found = single(db, `select value from meta where name = '${name}'`);
    if (found !== String(wanted)) {
      throw new UsageError(
        `${file} was created with --${name} ${String(found)}, not ${wanted}.`,
        `Start with --${name} ${String(found)}, or give another --db file.`,
      );
    }
  }
  db.exec('pragma journal_mode = wal; pragma synchronous = normal');
}

function single(db: DatabaseSync, sql: string): unknown {
  return db.prepare(sql).get()?.value;
}
