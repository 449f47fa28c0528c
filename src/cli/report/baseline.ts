import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { count } from '../../report/escape.ts';
import { readReport } from '../../report/files/read.ts';
import { openReason, updateBaseline } from '../../report/model/baseline-update.ts';
import { catalogueOf } from '../../report/model/catalogue.ts';
import type { Io } from '../io.ts';
import { readBaseline } from '../run/baseline-file.ts';

/** Prints the baseline that a report needs, or with `update` writes it. Comments of the file are not kept. */
export async function bringBaseline(
  dir: string,
  options: { readonly file: string; readonly update: boolean },
  io: Io,
): Promise<ExitCode> {
  const { file, update } = options;
  const report = await readReport(dir);
  const before = existsSync(file) ? readBaseline(file) : [];
  const { requirements } = catalogueOf(report.side);
  // Entries of the other side are not judged by this report.
  const own = before.filter(({ id }) => requirements.some((one) => one.id === id));
  const others = before.filter((one) => !own.includes(one));
  const after = updateBaseline(own, report, requirements, Date.now());
  const entries = [...others, ...after.entries];
  const text = entries.length === 0 ? '[]\n' : stringify(entries, { lineWidth: 0 });
  if (!update) io.stdout.write(text);
  else await writeFileAtomic(file, text);
  const open = entries.filter(({ reason }) => reason === openReason).length;
  io.stderr.write(
    `${update ? file : 'The baseline'}: ${count(after.kept + others.length, 'entry', 'entries')} kept, ${after.added} added, ${after.removed} removed.` +
      `${open > 0 ? ` ${count(open, 'reason has', 'reasons have')} to be written: search for TODO.` : ''}` +
      `${update ? '' : ` Add --update to write ${file}.`}\n`,
  );
  return exitCodes.conforming;
}
