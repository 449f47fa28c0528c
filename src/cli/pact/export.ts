import { existsSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { createTrafficCollector } from '../../captures/formats/captured.ts';
import { readHar } from '../../captures/formats/har.ts';
import { kindOfFile } from '../../captures/formats/kind.ts';
import { isOfClient, judgeRecordings } from '../../captures/recordings.ts';
import { judgeTraffic } from '../../captures/session.ts';
import { type ExitCode, exitCodes, NothingJudgedError, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { evidenceFile, evidenceFileIn, readEvidence } from '../../evidence/store.ts';
import type { Exchange } from '../../exchange.ts';
import { exportedPact } from '../../pacts/export/export.ts';
import type { ProbeRecording } from '../../recording.ts';
import { indexFile } from '../../recordings/file.ts';
import { readRecording, readRecordings } from '../../recordings/reader.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { refuseForeign } from '../../report/files/own-files.ts';
import { slugOf } from '../../report/files/run-folder.ts';
import type { Io } from '../io.ts';
import { type PactApiFlags, readChosenApis } from './flags.ts';

/** As parsed by commander. */
export interface PactExportFlags extends PactApiFlags {
  readonly consumer: string;
  readonly out?: string;
}

/** Reads a run or a capture, writes the pact, and reports what was skipped. */
export async function exportPact(source: string, flags: PactExportFlags, io: Io): Promise<ExitCode> {
  const consumer = flags.consumer.trim();
  if (consumer === '' || consumer.length > 100 || /\p{C}/u.test(consumer))
    throw new UsageError(
      '--consumer is not a valid name.',
      'Give the name of the consumer, such as "roster-sync".',
    );
  const apis = readChosenApis(flags);
  const file = flags.out ?? `${slugOf(consumer)}.pact.json`;
  // A pact does not name the program that wrote it, so any pact may be replaced.
  refuseForeign([{ path: file, sign: /^\s*\{\s*"consumer"\s*:/ }]);
  const exchanges = await readExchanges(source);
  const { text, interactions, leftOut } = exportedPact(exchanges, consumer, apis);
  if (interactions === 0)
    throw new NothingJudgedError(
      `${source} contains no response of a documented operation, so no pact was written.`,
      `Give the report directory of a run, its ${evidenceFile}, or a HAR with API traffic.`,
    );
  await writeFileAtomic(file, text);
  const rest = Object.entries(leftOut).map(([reason, n]) => `${n} ${reason}`);
  io.stderr.write(
    `${escapeTerminal(file)}: ${count(interactions, 'interaction')} from ${count(exchanges.length, 'exchange')}.\n` +
      (rest.length > 0 ? `Skipped exchanges: ${escapeTerminal(rest.join(', '))}.\n` : '') +
      `Verify it: clever-conformance pact verify ${escapeTerminal(file)}\n`,
  );
  return exitCodes.conforming;
}

/** The redacted exchanges of a report directory, an evidence file or a HAR. */
async function readExchanges(source: string): Promise<readonly Exchange[]> {
  const info = await lstat(source).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${source} cannot be read (${cause.code ?? 'error'}).`, 'Check the path.', {
      cause,
    });
  });
  if (info.isDirectory() && existsSync(join(source, indexFile)))
    return redactedOf(
      [...(await readRecordings(source, { nowMs: Number.NEGATIVE_INFINITY })).byProbe.values()],
      source,
    );
  if (info.isDirectory()) return (await readEvidence(join(source, evidenceFileIn(source)))).exchanges;
  const kind = await kindOfFile(source);
  if (kind === 'evidence') return (await readEvidence(source)).exchanges;
  if (kind === 'recording') return redactedOf([await readRecording(source)], source);
  const collector = createTrafficCollector();
  await readHar(source, collector);
  // Only the redaction is needed, so nothing is judged.
  const runs = judgeTraffic(collector.finish(1), { name: 'capture', server: new Set(), now: Date.now });
  return runs.flatMap((run) => run.result.evidence.exchanges);
}

/** What a client asked. What probes ask, no consumer needs. */
function redactedOf(recordings: readonly ProbeRecording[], source: string): readonly Exchange[] {
  if (!isOfClient(recordings))
    throw new UsageError(
      `${source} is a recording of the suite's own requests, not of a client.`,
      'Judge it first (clever-conformance judge FILE) and give the report directory.',
    );
  return judgeRecordings(recordings, { name: 'recording', server: new Set(), now: Date.now }).result.evidence
    .exchanges;
}
