import { judgeRecordings } from '../../captures/recordings.ts';
import type { ExitCode } from '../../errors.ts';
import { readRecordings } from '../../recordings/reader.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesOfRun } from '../../report/files/own-files.ts';
import { runFolderName } from '../../report/files/write.ts';
import type { Io } from '../io.ts';
import { endRun } from '../run/run-ending.ts';
import type { ServerOptions } from './flags.ts';

/** Judges what a server said to a client, as `proxy` recorded it: no probe can be played again, so nothing is requested. */
export async function judgeRecordedTraffic(
  folder: string,
  options: ServerOptions,
  io: Io,
): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const { byProbe, index } = await readRecordings(folder, { nowMs: startedAtMs });
  const name = `recorded traffic of a client, ${index.recordedAt.slice(0, 10)}`;
  const run = judgeRecordings([...byProbe.values()], { name, server: options.ids, now: Date.now });
  const environment = {
    node: process.versions.node,
    platform: process.platform,
    judged: run.result.evidence.exchanges.length,
  };
  return await endRun(
    run,
    await openFolder(options.out, runFolderName(startedAtMs, name), filesOfRun(options.reporters)),
    environment,
    options,
    io,
  );
}
