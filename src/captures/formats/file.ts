import { UsageError } from '../../errors.ts';
import { type FileProblem, readPlainPieces } from '../../plain-file.ts';

/** Limit for a capture. A browser's archive of a whole working day is smaller. */
export const maxBytes = 200 * 1024 * 1024;

/** The bytes of a capture in pieces. Throws `UsageError` if it cannot be read. */
export function readPieces(path: string): AsyncGenerator<Buffer> {
  return readPlainPieces(path, {
    maxBytes,
    refuse: ({ kind, why, cause }) => unusable(path, why, remedies[kind], cause),
  });
}

const remedies: Readonly<Partial<Record<FileProblem['kind'], string>>> = {
  missing: 'Check the path.',
  unreadable: 'Check the path and its permissions.',
  'not-regular': 'Give the file itself: a HAR file, a recording or the evidence file of a run.',
  'too-large': "Filter by the API's host before exporting, or capture a shorter time.",
};

/** A capture that cannot be judged: what is wrong with which file, and how to fix it. */
export function unusable(
  path: string,
  why: string,
  remedy = 'Export the traffic again as HAR 1.2.',
  cause?: unknown,
): UsageError {
  return new UsageError(
    `${path} cannot be judged: ${why}.`,
    remedy,
    cause === undefined ? undefined : { cause },
  );
}
