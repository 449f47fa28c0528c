import { join } from 'node:path';
import type { Traffic } from '../../captures/formats/captured.ts';
import { prepareCapture } from '../../captures/session.ts';
import { SafetyStop } from '../../errors.ts';
import { createLeakScanner } from '../../leaks/scanner.ts';
import { version } from '../../package.ts';
import { publishedTexts } from '../../published.ts';
import { recordTraffic } from '../../recordings/traffic.ts';
import { writeRecording } from '../../recordings/writer.ts';
import { escapeTerminal } from '../../report/escape.ts';
import type { Io } from '../io.ts';

/** The directory of the recording, in that of the reports. */
export const recordingFolder = 'recording';

export interface Recordable {
  /** Of the server. */
  readonly origin: string;
  /** What it said, without anything that was injected. */
  readonly traffic: Traffic;
  readonly startedAtMs: number;
  readonly quiet: boolean;
}

/** Writes what the server said into the folder of the reports. A leak keeps the recording from being written, and nothing else. */
export async function writeTraffic(folder: string, options: Recordable, io: Io): Promise<void> {
  const { origin, traffic, startedAtMs } = options;
  if (traffic.exchanges.length === 0) return;
  const { exchanges, profiles } = prepareCapture(traffic, { name: '', server: new Set(), now: Date.now });
  const into = join(folder, recordingFolder);
  try {
    const files = recordTraffic({
      origin,
      exchanges,
      raw: traffic.exchanges,
      profiles,
      tool: { name: 'clever-conformance', version },
      scanner: createLeakScanner({ nowMs: startedAtMs, published: publishedTexts() }),
    });
    await writeRecording(into, files);
    if (!options.quiet) io.stderr.write(`Recording: ${escapeTerminal(into)}\n`);
  } catch (fault) {
    if (!(fault instanceof SafetyStop)) throw fault;
    io.stderr.write(`warning: The recording was not written. ${escapeTerminal(fault.message)}\n`);
  }
}
