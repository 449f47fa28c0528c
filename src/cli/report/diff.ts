import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { renderDiffHtml } from '../../report/compare/diff-html.ts';
import { renderDiffJson, renderDiffMarkdown, renderDiffText } from '../../report/compare/diff-text.ts';
import { readReport } from '../../report/files/read.ts';
import { diffReports, isWorse } from '../../report/model/diff.ts';
import type { Io } from '../io.ts';
import { readChoice } from '../selection.ts';

const renderers = {
  text: renderDiffText,
  markdown: renderDiffMarkdown,
  html: renderDiffHtml,
  json: renderDiffJson,
} as const;

/** Prints the differences between two runs. 1 if a required requirement newly fails, or fails in more cases; otherwise 0. */
export async function diffFolders(before: string, after: string, format: string, io: Io): Promise<ExitCode> {
  const name = readChoice('--format', format, Object.keys(renderers) as (keyof typeof renderers)[]);
  const [one, two] = [await readReport(before), await readReport(after)];
  if (one.side !== two.side)
    throw new UsageError(
      `${before} judges a ${one.side}, ${after} a ${two.side}.`,
      'Compare two runs of the same side.',
    );
  const diff = diffReports(one, two);
  io.stdout.write(renderers[name](diff));
  return isWorse(diff) ? exitCodes.nonConforming : exitCodes.conforming;
}
