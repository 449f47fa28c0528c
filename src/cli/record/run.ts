import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import type { Journal } from '../../evidence/journal.ts';
import { createLeakGuard } from '../../leak-guard/leak-guard.ts';
import { createLeakScanner } from '../../leaks/scanner.ts';
import { version } from '../../package.ts';
import { publishedTexts } from '../../published.ts';
import type { RecordingIndex } from '../../recording.ts';
import { driftBetween } from '../../recordings/drift/drift.ts';
import { renderDrift } from '../../recordings/drift/text.ts';
import { indexFile } from '../../recordings/file.ts';
import { readRecordings } from '../../recordings/reader.ts';
import { recordTarget } from '../../recordings/record.ts';
import { writeRecording } from '../../recordings/writer.ts';
import { count, escapeTerminal, escapeTerminalLines } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesNamed } from '../../report/files/own-files.ts';
import { openLiveTarget } from '../../targets/live.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import type { Io } from '../io.ts';
import { journalOf, warnLeftovers } from '../leftovers.ts';
import { openProgress } from '../progress.ts';
import type { RecordOptions } from './flags.ts';

/** Records, compares, writes, and returns the exit code. Throws, without writing, if the recording is incomplete. */
export async function recordServer(options: RecordOptions, io: Io): Promise<ExitCode> {
  // Read before anything is sent, so that unreadable recordings cause no requests.
  const before =
    options.compare === undefined
      ? undefined
      : await readRecordings(options.compare, { nowMs: Number.NEGATIVE_INFINITY });
  if (options.out !== undefined) await openFolder(options.out, '', filesNamed(indexFile));
  const target = options.live
    ? openLiveTarget(options.live)
    : openSandboxTarget({ seed: options.seed, students: options.students });
  const progress = openProgress(io, options.quiet);
  // Faults are printed, so they are checked for original values, too.
  const guard = target.kind === 'live' ? createLeakGuard(target.clock.now(), [target.name]) : undefined;
  let journal: Journal | undefined;
  try {
    if (before) requireSamePermissions(before.index, target);
    journal = await journalOf(target);
    const recorded = await recordTarget({
      target,
      apis: options.apis,
      ids: options.ids,
      budgetShare: options.budgetShare,
      seed: options.seed,
      signal: io.signal,
      tool: { name: 'clever-conformance', version },
      scanner: createLeakScanner({ nowMs: target.clock.now(), published: publishedTexts() }),
      ...(journal ? { journal } : {}),
      onProbe: (probe, index, total) => progress.step(probe.part, index, total, probe.name),
      ...(guard ? { onExchange: guard.sawServer } : {}),
    }).catch((fault: unknown) => {
      throw guard ? guard.clean(fault) : fault;
    });
    progress.done();
    if (journal) await warnLeftovers(target.origin, io);
    if (options.out !== undefined) {
      await writeRecording(options.out, recorded.files);
      if (!options.quiet)
        io.stdout.write(
          `${count(recorded.exchanges, 'request')} of ${count(recorded.recordings.length, 'probe')} ` +
            `recorded in ${escapeTerminal(options.out)}\n`,
        );
    }
    if (!before) return exitCodes.conforming;
    const drift = driftBetween([...before.byProbe.values()], recorded.recordings);
    const text = renderDrift(drift, { quiet: options.quiet });
    io.stdout.write(escapeTerminalLines(text).join('\n'));
    return drift.some((one) => one.kind === 'breaking') ? exitCodes.nonConforming : exitCodes.conforming;
  } finally {
    progress.done();
    journal?.close();
    await target.close();
  }
}

/** Permissions decide which requests are sent, so recordings with different ones cannot be compared. */
function requireSamePermissions(index: RecordingIndex, target: Target): void {
  const [was, is] = [index.allows, [...target.allows]].map((all) => all.toSorted().join(', '));
  if (was === is) return;
  throw new UsageError(
    `The recordings to compare with were made with other permissions (${was || 'read only'}) ` +
      `than now (${is || 'read only'}).`,
    'Use the same flags as for the recordings: --states, --allow-writes, --read-only, --exhaust-rate-limit, CLEVER_SECOND_TOKEN, and CLEVER_USER_TOKEN.',
  );
}
