import { closeSync, fstatSync, fsyncSync, readSync, writeSync } from 'node:fs';
import { SafetyStop, UsageError } from '../errors.ts';
import { readPlainFile } from '../plain-file.ts';
import { isObject } from '../text/json.ts';
import { openForAppending, unwritable } from './atomic.ts';

/** One step in the lifecycle of an assignment created by the suite. No token, and no content but the suite's own title. */
export interface JournalEntry {
  /** `https://api.clever.com`. */
  readonly origin: string;
  readonly section_id: string;
  /** Absent until the target has returned it. */
  readonly assignment_id?: string;
  /** The suite's title of it, by which it is found if its id is unknown; absent if it was sent without one. */
  readonly title?: string;
  /** Time of the intent, epoch milliseconds; the same in all entries of one assignment. */
  readonly createdAt: number;
  /** `intended`: a POST is about to be sent. `removed` without an id: the POST created nothing. */
  readonly state: 'intended' | 'created' | 'removed';
}

/** Records assignments that the run creates; each line is flushed to disk before the call resolves. */
export interface Journal {
  /** Appends an entry unchanged. */
  append(entry: JournalEntry): void;
  /** Call before a POST to `/v3.1/sections/{id}/assignments`. Throws `SafetyStop` for an id that is not safe in a path. */
  intend(
    path: string,
    title?: string,
  ): Promise<{
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

/**
 * An id that is one segment of a path, whatever it contains: `..`, `x/y` or `x?y` would lead to another resource. The
 * documents give the ids of sections 24 hex digits, and do not restrict those of assignments.
 */
export function isPathId(id: unknown): id is string {
  return typeof id === 'string' && /^(?!\.{1,2}$)[\w.:~-]{1,200}$/.test(id);
}

/** What every title of the suite begins with. */
export const ownTitle = 'clever-conformance ';

/** Opens or creates an append-only journal, one JSON object per line. Throws `SuiteFault` when it cannot be written. */
export function openJournal(file: string, options: JournalOptions): Journal {
  const now = options.now ?? Date.now;
  const handle = openForAppending(file);
  // A killed process may leave a partial line, so start with a new one.
  if (endsInHalfLine(handle)) guard(file, () => writeSync(handle, '\n'));
  const append = (entry: JournalEntry) =>
    guard(file, () => {
      writeSync(handle, `${JSON.stringify(entry)}\n`);
      fsyncSync(handle);
    });

  return {
    append,
    intend: async (path, title) => {
      const { section } = idsIn(path);
      if (!isPathId(section))
        throw new SafetyStop(
          'An assignment was not created: the id of its section is not safe in a path.',
          'Omit --allow-writes to judge this target.',
        );
      const entry = {
        origin: options.origin,
        section_id: section,
        ...(title === undefined ? {} : { title }),
        createdAt: now(),
      };
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
 * `assignment_id`). A missing file has none; lines cut off by a kill are ignored. Throws `UsageError` for any other line that
 * is not an entry, and for a file that cannot be read.
 */
export async function pending(file: string): Promise<readonly JournalEntry[]> {
  const open: JournalEntry[] = [];
  const take = (matches: (entry: JournalEntry) => boolean) => {
    const at = open.findIndex(matches);
    if (at >= 0) open.splice(at, 1);
  };
  for (const entry of await readEntries(file)) {
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

/** Larger than any journal: a run adds some twenty lines. */
const maxBytes = 16 * 1024 * 1024;

async function readEntries(file: string): Promise<JournalEntry[]> {
  const missing = new Error();
  const text = await readPlainFile(file, {
    maxBytes,
    refuse: ({ kind, why, cause }) =>
      kind === 'missing'
        ? missing
        : new UsageError(
            `The journal ${file} could not be read: ${why}.`,
            'Check the path and its permissions.',
            { cause },
          ),
  }).catch((error: unknown) => {
    if (error === missing) return '';
    throw error;
  });
  return text.split('\n').flatMap((line, at) => {
    const entry = parse(line);
    if (entry === undefined && isCutOff(line)) return [];
    const fault = entryFault(entry);
    if (fault === undefined) return [entry as JournalEntry];
    throw new UsageError(
      `The journal ${file} was changed: line ${at + 1} ${fault}.`,
      `Correct or remove the line; if it stands for an assignment, look in the LMS for one titled "${ownTitle}…" first.`,
    );
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a kill in the middle of a write leaves: the beginning of a line. */
function isCutOff(line: string): boolean {
  const start = '{"origin":"';
  return start.startsWith(line) || line.startsWith(start);
}

/** Why a value is not an entry, as a clause. */
function entryFault(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not an entry';
  const { origin, section_id, assignment_id, title, createdAt, state } = value;
  if (!isOrigin(origin)) return 'has no valid origin';
  if (!isPathId(section_id)) return 'has no valid section_id';
  if (assignment_id !== undefined && !isPathId(assignment_id)) return 'has an invalid assignment_id';
  if (title !== undefined && (typeof title !== 'string' || !title.startsWith(ownTitle)))
    return 'has a title that is not the suite’s';
  if (!Number.isSafeInteger(createdAt)) return 'has no valid createdAt';
  if (state !== 'intended' && state !== 'created' && state !== 'removed') return 'has no valid state';
  return state === 'created' && assignment_id === undefined
    ? 'is created without an assignment_id'
    : undefined;
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && /^https?:/.test(value) && URL.parse(value)?.origin === value;
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
