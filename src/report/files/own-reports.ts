import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteFault, UsageError } from '../../errors.ts';
import { evidenceFile } from '../../evidence/store.ts';
import { defaultFiles, type OwnReport, type OwnReporter } from '../formats/reporters.ts';
import type { Report } from '../model/report.ts';

/** What a reporter of the user makes of a report. Throws `UsageError`, in a line, for one that breaks or returns something else. */
export function ownReportsOf(
  reporter: OwnReporter,
  report: Report,
  screenText: ScreenText = (text) => text,
): readonly OwnReport[] {
  let made: unknown;
  try {
    // A copy: what it changes must not reach the reports after it.
    made = reporter(structuredClone(report));
  } catch (error) {
    throw brokenReporter(
      screenText(`broke: ${error instanceof Error ? error.message : String(error)}`, field),
    );
  }
  const all: readonly unknown[] = Array.isArray(made) ? made : [made];
  for (const one of all) if (!isReport(one)) throw brokenReporter('returned no { name, text }');
  const reports = all as readonly OwnReport[];
  for (const one of reports)
    if ([one.name, one.text].some((text) => screenText(text, field) !== text))
      throw new SuiteFault(
        'A reporter of your own would have written a captured value, so its file is not written.',
        'Write only what the report value has.',
      );
  return reports;
}

/** The text, unless it has what must not be written. */
export type ScreenText = (text: string, field: string) => string;

const field = 'report of an own reporter';

function isReport(value: unknown): value is OwnReport {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('text' in value)) return false;
  return (
    typeof value.text === 'string' &&
    typeof value.name === 'string' &&
    /^[\w-][\w. -]{0,99}$/.test(value.name)
  );
}

function brokenReporter(what: string): SuiteFault {
  return new SuiteFault(
    `A reporter of your own ${what.split('\n', 1)[0]}.`,
    'Return one or more { name, text }; a name has no directory.',
  );
}

/**
 * Throws `UsageError` where an own report would replace a file of this run, or one that no earlier run has written: those are in the sums
 * of the directory.
 */
export function refuseOwn(dir: string, name: string, sumsFile: string, written: readonly string[]): void {
  const file = join(dir, name);
  // The default files of all reporters: `verify` renders them again. Some file systems have one file for two spellings.
  const isTaken =
    written.includes(file) ||
    [sumsFile, evidenceFile, ...Object.values(defaultFiles)].some((one) => alike(one, name));
  if (!isTaken && (!existsSync(file) || namesIn(join(dir, sumsFile)).includes(name))) return;
  throw new UsageError(
    `${file} is ${isTaken ? 'a report of this program' : 'not of this program'}, so an own reporter does not replace it.`,
    'Give the report another name.',
  );
}

function alike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function namesIn(sums: string): readonly string[] {
  if (!existsSync(sums)) return [];
  return readFileSync(sums, 'utf8')
    .split('\n')
    .map((line) => line.slice(66));
}
