import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { isObject } from '../json.ts';
import { readPlainFileSync } from '../plain-file.ts';
import { unwritable } from './atomic.ts';

/** One step in the lifecycle of an assignment created by the suite. Ids only: no token, no content. */
export interface JournalEntry {
  /** `https://api.clever.com`. */
  readonly origin: string;
  readonly section_id: string;
  /** Absent until the target has returned it. */
  readonly assignment_id?: string;
  /** Time of the intent, epoch milliseconds; the same in all entries of one assignment. */
  readonly createdAt: number;
  /** `intended`: a POST is about to be sent. `removed` without an id: the POST created nothing. */
  readonly state: 'intended' | 'created' | 'removed';
}

/** Records assignments that the run creates; each line is flushed to disk before the call resolves. */
export interface Journal {
  /** Appends an entry unchanged. */
  append(entry: JournalEntry): void;
  /** Call before a POST to `/v3.1/sections/{id}/assignments`. */
  intend(path: string): Promise<{
    created(assignmentId: string): Promise<void>;
    /** The target rejected the request: nothing was created. */
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
    // A killed process may leave a partial line, so start with a new one.
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
 * Assignments that may still exist at the target: created and not removed, or intended with unknown result (without
 * `assignment_id`). A missing file has none; partial lines are ignored.
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

/** More than a thousand runs write. */
const maxBytes = 100 * 1024 * 1024;

function readEntries(file: string): JournalEntry[] {
  // Nothing was created where no journal was written.
  if (!existsSync(file)) return [];
  const text = readPlainFileSync(file, {
    maxBytes,
    refuse: ({ why, cause }) =>
      new UsageError(
        `The journal ${file} could not be read: ${why}.`,
        'Check the path and its permissions.',
        { cause },
      ),
  });
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
