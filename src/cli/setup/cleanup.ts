import { type ExitCode, exitCodes, InconclusiveError, UsageError } from '../../errors.ts';
import { type JournalEntry, openJournal, pending } from '../../evidence/journal.ts';
import { version } from '../../package.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { openLiveTarget, readOrigin } from '../../targets/live.ts';
import type { Io } from '../io.ts';
import { cleanupCommand } from '../leftovers.ts';
import { fileOf } from '../paths/destination.ts';
import { defaultJournal } from '../paths/folders.ts';
import { readToken } from '../token.ts';
import { cutShort, type VerbHost } from '../verb.ts';
import { settle } from './settle.ts';

interface CleanupFlags {
  readonly journal: string;
  readonly target?: string;
  readonly settled?: boolean;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
}

/** `cleanup`: deletes the assignments that an aborted live run left at its target. */
export function addCleanupVerb({ program, io, finish }: VerbHost): void {
  program
    .command('cleanup')
    .summary('deletes what an aborted live run left behind')
    .description(
      'Deletes the assignments that an aborted run created at its target, as recorded in its journal. If the response to a ' +
        'creation was lost, its id is unknown: the assignment is looked up by its title where the target lists assignments, ' +
        'and reported where it does not.',
    )
    .option('--journal <file>', 'the journal', fileOf('--journal'), defaultJournal)
    .option('--target <url>', 'the target that the token belongs to; nothing is sent to any other')
    .option('--settled', 'assignments with an unknown id are settled: you have looked for them in the LMS')
    .option('--token-env <name>', 'environment variable with the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file with the token')
    .action(async (flags: CleanupFlags) => finish(await cutShort(io, tidy(flags, io))));
}

async function tidy(flags: CleanupFlags, io: Io): Promise<ExitCode> {
  const open = choose(await pending(flags.journal), flags);
  if (open.length === 0) io.stdout.write('Nothing to clean up.\n');
  else await cleanUp(open, flags, io);
  return exitCodes.conforming;
}

async function cleanUp(open: readonly JournalEntry[], flags: CleanupFlags, io: Io): Promise<void> {
  const origin = open[0]?.origin ?? '';
  const isUnknown = ({ assignment_id }: JournalEntry) => assignment_id === undefined;
  const needsToken = !flags.settled || !open.every(isUnknown);
  const target = openLiveTarget({
    url: origin,
    token: needsToken ? readToken(flags, io) : '',
    allowWrites: true,
    exhaustRateLimit: false,
    userAgent: `clever-conformance/${version}`,
  });
  const journal = openJournal(flags.journal, { origin });
  let [left, unknown] = [0, 0];
  try {
    for (const entry of open) {
      const isSettled = flags.settled === true && isUnknown(entry);
      const { state, what } = isSettled
        ? { state: 'settled' as const, what: entry.title ?? 'an assignment without a title' }
        : await settle(entry, open, target);
      io.stdout.write(`${escapeTerminal(`${state}  ${what}`)}\n`);
      if (state === 'left') left++;
      else if (state === 'unknown') unknown++;
      else journal.append({ ...entry, state: 'removed' });
    }
  } finally {
    journal.close();
  }
  if (unknown > 0)
    throw new InconclusiveError(
      `${count(unknown, 'assignment')} may exist: the response to the creation was lost, and ${origin} does not list assignments.${left > 0 ? ` ${left} more could not be deleted.` : ''}`,
      `Look for the titles above in the LMS, delete what you find, and then run: ${cleanupCommand(origin)} --settled`,
    );
  if (left > 0)
    throw new InconclusiveError(
      `${count(left, 'assignment')} could not be deleted.`,
      'Check the token, and that the target is running.',
    );
}

/** There is one token per run of `cleanup`, which only the target that the user named may receive, whatever the journal says. */
function choose(open: readonly JournalEntry[], { target, journal }: CleanupFlags): readonly JournalEntry[] {
  const wanted = target === undefined ? undefined : readOrigin(target, '--target');
  const origins = [...new Set(open.map((entry) => entry.origin))];
  const mine = open.filter((entry) => entry.origin === wanted);
  if (open.length === 0 || mine.length > 0) return mine;
  throw new UsageError(
    `The journal ${journal} has ${count(open.length, 'assignment')}${wanted === undefined ? '' : `, but none at ${wanted}`}: at ${origins.join(', ')}.`,
    'Name the target that your token belongs to with --target URL.',
  );
}
