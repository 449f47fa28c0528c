import type { ExitCode } from '../../errors.ts';
import { openPactComparer } from '../../pacts/compare.ts';
import { readPacts } from '../../pacts/pact-files.ts';
import type { PactResult } from '../../pacts/pact-result.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import type { Io } from '../io.ts';
import { outputOf, type PactApiFlags, type PactOutputFlags, readChosenApis } from './flags.ts';
import { buildPactReport, pactFiles, printPactReport, writePactReport } from './report.ts';
import { exitCodeOf } from './verify.ts';

/** As parsed by commander. */
export type PactCompareFlags = PactOutputFlags & PactApiFlags;

/** Compares the pacts, prints the report (and writes it with --out), and returns the exit code. */
export async function comparePacts(
  paths: readonly string[],
  flags: PactCompareFlags,
  io: Io,
): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const apis = readChosenApis(flags);
  const pacts = await readPacts(paths);
  const folder = flags.out === undefined ? undefined : await openFolder(flags.out, 'pact-compare', pactFiles);
  const comparer = await openPactComparer(apis);
  const results: PactResult[] = [];
  for (const pact of pacts) results.push(await comparer.compare(pact));
  const report = buildPactReport(results, {
    verb: 'compare',
    against: { kind: 'documents', name: 'OpenAPI documents' },
    startedAtMs,
  });
  if (folder !== undefined) await writePactReport(folder, report);
  printPactReport(report, outputOf(flags), io);
  return exitCodeOf(report, false);
}
