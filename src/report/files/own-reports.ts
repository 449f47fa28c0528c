import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteFault, UsageError } from '../../errors.ts';
import type { OwnReport, OwnReporter } from '../formats/reporters.ts';
import type { Report } from '../model/report.ts';

/** What a reporter of the user makes of a report. Throws `UsageError`, in a line, for one that breaks or returns something else. */
export function ownReportsOf(reporter: OwnReporter, report: Report): readonly OwnReport[] {
  let made: unknown;
  try {
    // A copy: what it changes must not reach the reports after it.
    made = reporter(structuredClone(report));
  } catch (error) {
    throw brokenReporter(`broke: ${error instanceof Error ? error.message : String(error)}`);
  }
  const all: readonly unknown[] = Array.isArray(made) ? made : [made];
  for (const one of all) if (!isReport(one)) throw brokenReporter('returned no { name, text }');
  return all as readonly OwnReport[];
}

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
  const isTaken = written.includes(file) || name === sumsFile;
  if (!isTaken && (!existsSync(file) || namesIn(join(dir, sumsFile)).includes(name))) return;
  throw new UsageError(
    `${file} is ${isTaken ? 'a report of this run' : 'not of this program'}, so an own reporter does not replace it.`,
    'Give the report another name.',
  );
}

function namesIn(sums: string): readonly string[] {
  if (!existsSync(sums)) return [];
  return readFileSync(sums, 'utf8')
    .split('\n')
    .map((line) => line.slice(66));
}
