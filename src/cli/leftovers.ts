import type { Journal } from '../evidence/journal.ts';
import { openJournal, pending } from '../evidence/journal.ts';
import { count, escapeTerminal } from '../report/escape.ts';
import type { Target } from '../targets/target.ts';
import type { Io } from './io.ts';
import { defaultJournal } from './paths/folders.ts';

/** The journal of a run that may write; `undefined` for any other. Throws, before anything is sent, if it cannot be read. */
export async function journalOf(target: Target): Promise<Journal | undefined> {
  if (target.kind !== 'live' || !target.allows.has('writes')) return undefined;
  await pending(defaultJournal);
  return openJournal(defaultJournal, { origin: target.origin });
}

/** Warns of assignments that could not be deleted because the target was gone or the run ended early. */
export async function warnLeftovers(origin: string, io: Io): Promise<void> {
  const left = (await pending(defaultJournal)).filter((entry) => entry.origin === origin).length;
  if (left > 0)
    io.stderr.write(
      `${count(left, 'assignment')} created by this suite may still exist at ${escapeTerminal(origin)}: ` +
        `run "${cleanupCommand(origin)}".\n`,
    );
}

/** The command that deletes what is left at a target. */
export function cleanupCommand(origin: string): string {
  return `clever-conformance cleanup --target ${escapeTerminal(origin)}`;
}
