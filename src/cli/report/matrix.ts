import { basename, resolve } from 'node:path';
import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { readReport } from '../../report/files/read.ts';
import { renderComparison, type Subject } from '../../report/html/matrix.ts';
import type { Io } from '../io.ts';
import { filesNamed, refuseForeign } from '../paths/own-files.ts';

/** Writes a page that compares several runs; `-` is stdout. Each directory may be given as `name=dir`. */
export async function compareFolders(dirs: readonly string[], file: string, io: Io): Promise<ExitCode> {
  const subjects: Subject[] = [];
  for (const dir of dirs) subjects.push(await readSubject(dir));
  const [first] = subjects;
  const other = subjects.find(({ report }) => report.side !== first?.report.side);
  if (first && other)
    throw new UsageError(
      `${first.name} judges a ${first.report.side}, ${other.name} a ${other.report.side}.`,
      'Compare runs of the same side.',
    );
  if (file !== '-') refuseForeign(filesNamed(file));
  const page = renderComparison(subjects);
  if (file === '-') io.stdout.write(page);
  else await writeFileAtomic(file, page);
  return exitCodes.conforming;
}

async function readSubject(argument: string): Promise<Subject> {
  const at = argument.indexOf('=');
  const dir = at < 0 ? argument : argument.slice(at + 1);
  const report = await readReport(dir);
  const name = at > 0 ? argument.slice(0, at) : basename(resolve(dir));
  return { name, report };
}
