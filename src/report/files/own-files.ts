import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, constants as zlib } from 'node:zlib';
import { UsageError } from '../../errors.ts';
import { isGzip } from '../../evidence/gzip.ts';
import { evidenceFile } from '../../evidence/store.ts';
import { defaultFiles, type ReporterChoice, type ReporterName } from '../formats/reporters.ts';
import { sumsFile } from './write.ts';

/** A file that is about to be written, and how an earlier one of the suite at its place is recognized. */
export interface OwnFile {
  /** Below the directory of the run, unless `isElsewhere`. */
  readonly path: string;
  readonly sign: RegExp;
  /** The path was given by the user. */
  readonly isElsewhere?: true;
}

/** Stands in every file that has room for it. */
const mark = /clever-conformance/;
const verdict = /\b(?:conforming|inconclusive|judged)\b/;

const signs: Readonly<Partial<Record<ReporterName, RegExp>>> = {
  console: verdict,
  text: verdict,
  markdown: verdict,
  github: /^::(?:error|warning|notice) /,
  tap: /^TAP version 14\n/,
  shields: /"label": "Clever API"/,
};

/** What a run writes: its directory's own files, and those of `--reporter`. */
export function filesOfRun(reporters: readonly ReporterChoice[]): readonly OwnFile[] {
  return [
    { path: evidenceFile, sign: mark },
    { path: sumsFile, sign: /^[0-9a-f]{64} {2}(?:report\.json|evidence\.json(?:\.gz)?)$/m },
    ...[...standard, ...reporters].flatMap(({ name, path }): readonly OwnFile[] => {
      const sign = signs[name] ?? mark;
      if (path === undefined) return [{ path: defaultFiles[name], sign }];
      return path === '-' ? [] : [{ path, sign, isElsewhere: true }];
    }),
  ];
}

const standard: readonly ReporterChoice[] = (['json', 'junit', 'html'] as const).map((name) => ({ name }));

/** Files of the directory that all have the suite's name in them. */
export function filesNamed(...names: readonly string[]): readonly OwnFile[] {
  return names.map((path) => ({ path, sign: mark }));
}

/**
 * Throws `UsageError` if a file would replace one that is not the suite's: whatever has its name, and is neither empty nor recognized.
 * Links are followed, so a linked directory and a linked file are judged by what they lead to.
 */
export function refuseForeign(files: readonly OwnFile[], folder = ''): void {
  for (const { path, sign, isElsewhere } of files) {
    const file = isElsewhere ? path : join(folder, path);
    if (isForeign(file, sign))
      throw new UsageError(
        `${file} already exists and was not written by this program, so it is not replaced.`,
        'Give another path, or move the file away.',
      );
  }
}

/** Enough of a file to recognize it. */
const headBytes = 64 * 1024;

function isForeign(file: string, sign: RegExp): boolean {
  // What is no regular file is never replaced: see `stageFile`.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    const head = headOf(file);
    return head !== '' && !sign.test(head);
  } catch {
    return true;
  }
}

function headOf(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(file).isFile()) return '';
    const bytes = Buffer.alloc(headBytes);
    const head = bytes.subarray(0, readSync(file, bytes));
    const text = isGzip(head) ? gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH }) : head;
    return text.toString('utf8');
  } finally {
    closeSync(file);
  }
}
