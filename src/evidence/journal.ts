import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { isObject } from '../json.ts';
import { unwritable } from './atomic.ts';

/** One step in the life of an assignment of ours at a target. Ids only: no token, no content. */
export interface JournalEntry {
  /** `https://api.clever.com`. */
  readonly origin: string;
  readonly section_id: string;
  /** Absent until the target has told it. */
  readonly assignment_id?: string;
  /** When it was intended, milliseconds since the Unix epoch; the same in all entries of one assignment. */
  readonly createdAt: number;
  /** `intended`: a POST is about to leave. `removed` without an id: the POST created nothing. */
  readonly state: 'intended' | 'created' | 'removed';
}

/** What the run writes down about assignments that it creates, each line on the disk before the call resolves. */
export interface Journal {
  /** Appends an entry as it is. */
  append(entry: JournalEntry): void;
  /** Call before a POST to `/v3.1/sections/{id}/assignments`. */
  intend(path: string): Promise<{
    created(assignmentId: string): Promise<void>;
    /** The target refused: nothing was created. */
    refused(): Promise<void>;
  }>;
  /** Call after a DELETE of `/v3.1/sections/{id}/assignments/{id}` that succeeded. */
  removed(path: string): Promise<void>;
  close(): void;
}

export interface JournalOptions {
  /** The target's origin. */
  readonly origin: string;
  /** Milliseconds since the Unix epoch. @default Date.now */
  readonly now?: () => number;
}

/** Opens or creates an append-only journal, one JSON object per line. Throws `SuiteFault` when it cannot be written. */
export function openJournal(file: string, options: JournalOptions): Journal {
  const now = options.now ?? Date.now;
  const handle = guard(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const opened = openSync(file, 'a+', 0o600);
    // A process that was killed in the middle of a line leaves half of it; ours begin on a line of their own.
    if (endsInHalfLine(opened)) writeSync(opened, '\n');
    return opened;
  });
  const append = (entry: JournalEntry) =>
    guard(file, () => {
      writeSync(handle, `${JSON.stringify(entry)}\n`);
      fsyncSync(handle);
    });

  return {
    append,
    intend: async (path) => {
      const entry = { origin: options.origin, section_id: idsIn(path).section, createdAt: now() };
      append({ ...entry, state: 'intended' });
      return {
        created: async (id) => append({ ...entry, assignment_id: id, state: 'created' }),
        refused: async () => append({ ...entry, state: 'removed' }),
      };
    },
    removed: async (path) => {
      const { section, assignment } = idsIn(path);
      const entry = { origin: options.origin, section_id: section, createdAt: now() };
      append({ ...entry, assignment_id: assignment, state: 'removed' });
    },
    close: () => closeSync(handle),
  };
}

/**
 * What may still be at the target: assignments that were created and not removed, and intended ones of which nothing
 * more is known (those have no `assignment_id`). A file that does not exist holds none; half lines are passed over.
 */
export function pending(file: string): readonly JournalEntry[] {
  const open: JournalEntry[] = [];
  const take = (matches: (entry: JournalEntry) => boolean) => {
    const at = open.findIndex(matches);
    if (at >= 0) open.splice(at, 1);
  };
  for (const entry of readEntries(file)) {
    const samePlace = (one: JournalEntry) =>
      one.origin === entry.origin && one.section_id === entry.section_id;
    const isIntent = (one: JournalEntry) =>
      samePlace(one) && one.state === 'intended' && one.createdAt === entry.createdAt;
    if (entry.state === 'removed' && entry.assignment_id !== undefined)
      take((one) => samePlace(one) && one.assignment_id === entry.assignment_id);
    else if (entry.state !== 'intended') take(isIntent);
    if (entry.state !== 'removed') open.push(entry);
  }
  return open;
}

function readEntries(file: string): JournalEntry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`The journal ${file} could not be read: ${why}.`, 'Check the path and its rights.', {
      cause,
    });
  }
  return text.split('\n').flatMap((line) => {
    try {
      const entry: unknown = JSON.parse(line);
      return isEntry(entry) ? [entry] : [];
    } catch {
      return [];
    }
  });
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    isObject(value) &&
    typeof value.origin === 'string' &&
    typeof value.section_id === 'string' &&
    typeof value.createdAt === 'number' &&
    (value.assignment_id === undefined || typeof value.assignment_id === 'string') &&
    (value.state === 'intended' || value.state === 'created' || value.state === 'removed')
  );
}

function idsIn(path: string): { section: string; assignment: string } {
  const [, section = '', assignment = ''] =
    /\/sections\/([^/?]+)\/assignments(?:\/([^/?]+))?/.exec(path) ?? [];
  return { section, assignment };
}

function endsInHalfLine(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}

function guard<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw unwritable(file, cause);
  }
}
