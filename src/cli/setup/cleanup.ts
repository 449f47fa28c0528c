import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { type JournalEntry, openJournal, pending } from '../../evidence/journal.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { readOrigin } from '../../targets/live.ts';
import { defaultJournal } from '../folders.ts';
import type { Io } from '../io.ts';
import { readToken } from '../token.ts';
import { cutShort, type VerbHost } from '../verb.ts';

interface CleanupFlags {
  readonly journal: string;
  readonly target?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
}

/** `cleanup`: deletes the assignments that an aborted live run left at its target. */
export function addCleanupVerb({ program, io, finish }: VerbHost): void {
  program
    .command('cleanup')
    .summary('deletes what an aborted live run left behind')
    .description(
      'Deletes the assignments that an aborted run created at its target, as recorded in its journal.',
    )
    .option('--journal <file>', 'the journal', defaultJournal)
    .option('--target <url>', 'only this target; required if the journal contains several')
    .option('--token-env <name>', 'environment variable with the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file with the token')
    .action(async (flags: CleanupFlags) => finish(await cutShort(io, cleanUp(flags, io))));
}

async function cleanUp(flags: CleanupFlags, io: Io): Promise<ExitCode> {
  const open = choose(pending(flags.journal), flags.target);
  const known = open.filter((entry) => entry.assignment_id !== undefined);
  for (const entry of open.filter((one) => one.assignment_id === undefined))
    io.stderr.write(
      `An assignment may have been created in section ${escapeTerminal(entry.section_id)} of ${escapeTerminal(entry.origin)}, ` +
        'but its id is unknown; search for "clever-conformance" in the LMS.\n',
    );
  if (known.length === 0) {
    io.stdout.write('Nothing to clean up.\n');
    return exitCodes.conforming;
  }
  const token = readToken(flags, io);
  let left = 0;
  for (const { origin, section_id, assignment_id } of known) {
    const path = `/v3.1/sections/${section_id}/assignments/${assignment_id}`;
    const status = await remove(`${origin}${path}`, token);
    const isGone = status === 200 || status === 204 || status === 404;
    io.stdout.write(`${isGone ? 'removed' : `left (${status})`}  ${escapeTerminal(origin + path)}\n`);
    if (!isGone) left++;
    else {
      const journal = openJournal(flags.journal, { origin });
      await journal.removed(path);
      journal.close();
    }
  }
  if (left > 0)
    throw new UsageError(`${left} could not be deleted.`, 'Check the token, and that the target is running.');
  return exitCodes.conforming;
}

/** There is one token per run of `cleanup`, which only its own target may receive. */
function choose(open: readonly JournalEntry[], target: string | undefined): readonly JournalEntry[] {
  const wanted = target === undefined ? undefined : readOrigin(target, '--target');
  const origins = [...new Set(open.map((entry) => entry.origin))];
  if (wanted === undefined && origins.length > 1)
    throw new UsageError(
      `The journal contains several targets: ${origins.join(', ')}.`,
      'Choose one with --target, so that no target receives the token of another.',
    );
  return wanted === undefined ? open : open.filter((entry) => entry.origin === wanted);
}

async function remove(url: string, token: string): Promise<number | string> {
  try {
    const response = await fetch(url, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    return response.status;
  } catch {
    return 'no response';
  }
}
