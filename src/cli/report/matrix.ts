import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type ExitCode, UsageError, worstExitCode } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { type Matrix, matrixOf, type Subject, subjectName } from '../../report/compare/matrix.ts';
import { renderMatrixJson, renderMatrixJunit } from '../../report/compare/matrix-files.ts';
import { renderComparison } from '../../report/compare/matrix-html.ts';
import { filesNamed, refuseForeign } from '../../report/files/own-files.ts';
import { readReport } from '../../report/files/read.ts';
import { exitCodeOf } from '../../report/model/report.ts';
import type { Io } from '../io.ts';
import { readChoice } from '../selection.ts';

const renderers: Readonly<Record<string, (subjects: readonly Subject[], matrix: Matrix) => string>> = {
  html: (subjects) => renderComparison(subjects),
  json: (_, matrix) => renderMatrixJson(matrix),
  junit: (_, matrix) => renderMatrixJunit(matrix),
};

/** Whether what was given as the file to write is the first of the runs: its place may be left out. */
export function isRun(argument: string): boolean {
  return existsSync(join(splitName(argument).dir, 'report.json'));
}

/** `ours=reports/latest`: a name is optional. */
function splitName(argument: string): { readonly name?: string; readonly dir: string } {
  const at = argument.indexOf('=');
  return at > 0
    ? { name: argument.slice(0, at), dir: argument.slice(at + 1) }
    : { dir: argument.slice(at + 1) };
}

/**
 * Writes a comparison of several runs; `-` is stdout. Each directory may be given as `name=dir`. Returns the exit code of the
 * worst run.
 */
export async function compareFolders(
  dirs: readonly string[],
  file: string,
  format: string,
  io: Io,
): Promise<ExitCode> {
  const render = renderers[readChoice('--format', format, Object.keys(renderers))];
  const subjects: Subject[] = [];
  for (const dir of dirs) subjects.push(await readSubject(dir, file));
  const [first] = subjects;
  if (!first)
    throw new UsageError(
      'No report directory given.',
      'Give those of the runs to compare, after the options.',
    );
  const other = subjects.find(({ report }) => report.side !== first.report.side);
  if (other)
    throw new UsageError(
      `${first.name} judges a ${first.report.side}, ${other.name} a ${other.report.side}.`,
      'Compare runs of the same side.',
    );
  const text = render?.(subjects, matrixOf(subjects)) ?? '';
  if (file === '-') io.stdout.write(text);
  else {
    refuseForeign(filesNamed(file));
    await writeFileAtomic(file, text);
  }
  return worstExitCode(subjects.map(({ report }) => exitCodeOf(report)));
}

/** A run in a comparison that is written to `file`. */
export async function readSubject(argument: string, file: string): Promise<Subject> {
  const { name: given, dir } = splitName(argument);
  const report = await readReport(dir);
  const name = given ?? subjectName(report, basename(resolve(dir)));
  const href = file === '-' ? undefined : linkFrom(file, join(dir, 'report.html'));
  return { name, report, ...(href === undefined ? {} : { href }) };
}

/** A relative link from one file to another; `undefined` if there is none, as on another drive. */
function linkFrom(file: string, to: string): string | undefined {
  if (!existsSync(to)) return undefined;
  const path = relative(dirname(resolve(file)), resolve(to));
  return resolve(path) === path ? undefined : `./${path.split(sep).map(encodeURIComponent).join('/')}`;
}
