import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Side, themeOf } from '../../../contracts/requirement.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { runFolderName } from '../../report/files/write.ts';
import { createProgress } from '../../report/progress.ts';
import type { Io } from '../io.ts';
import { openFolder } from '../out-folder.ts';
import { readChoice, readInteger } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface ProveFlags {
  readonly side?: string;
  readonly grep?: string;
  readonly jobs?: string;
  readonly seed: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const maxJobs = 64;

/** `prove`: runs the suite against every mutant and prints the kill matrix. */
export function addProveVerb({ program, io, finish }: VerbHost): void {
  program
    .command('prove')
    .summary('shows that every requirement detects its violations')
    .description(
      'Runs the suite against implementations that each violate one requirement, in process and in virtual time, and prints ' +
        'which requirement detects which. Exit code 1 if a requirement detects nothing, if a mutant is not detected, or if ' +
        'a conforming implementation fails.',
    )
    .option('--side <side>', 'only servers or only clients: server, client; default: both')
    .option('--grep <text>', 'only mutants with this text in name or requirement; * matches anything')
    .option('--jobs <n>', 'threads; default: one per processor')
    .option('--seed <n>', 'seed of the proof', '1')
    .option('--out <dir>', 'directory for proof.json and kill-matrix.md; default: reports/<time>-proof')
    .option('--json', 'print proof.json instead of the matrix')
    .option('--quiet', 'print only unproven requirements and the counts')
    .action(async (flags: ProveFlags) => finish(await runProof(flags, io)));
}

async function runProof(flags: ProveFlags, io: Io): Promise<ExitCode> {
  const side =
    flags.side === undefined ? undefined : readChoice<Side>('--side', flags.side, ['server', 'client']);
  const choice = { sides: side ? [side] : (['server', 'client'] as const), grep: flags.grep };
  const seed = readInteger('--seed', flags.seed, 0, 2 ** 31 - 1);
  const jobs =
    flags.jobs === undefined ? availableParallelism() : readInteger('--jobs', flags.jobs, 1, maxJobs);
  // Loaded on demand, so that small verbs start fast.
  const { prove, selectTrials } = await import('../../proof/prove.ts');
  const { renderProofJson, renderProofPage } = await import('../../proof/page.ts');
  const { renderProofText } = await import('../../proof/text.ts');
  const selected = selectTrials(choice);
  const folder = await openFolder(flags.out, runFolderName(Date.now(), 'proof'));
  const progress = createProgress({
    stream: io.stderr,
    isTty: io.stderr.isTTY === true,
    quiet: flags.quiet === true,
    ci: Boolean(io.env.CI),
  });
  try {
    const proof = await prove(selected, {
      seed,
      jobs,
      signal: io.signal,
      onTrial: (trial, done, total) =>
        progress.step(trial.name.includes('/') ? themeOf(trial.name) : trial.side, done, total, trial.name),
    });
    progress.done();
    await writeFileAtomic(join(folder, 'proof.json'), renderProofJson(proof));
    await writeFileAtomic(join(folder, 'kill-matrix.md'), renderProofPage(proof));
    io.stdout.write(
      flags.json ? renderProofJson(proof) : renderProofText(proof, { quiet: flags.quiet === true }),
    );
    if (!flags.quiet) io.stderr.write(`Written to ${escapeTerminal(folder)}\n`);
    return proof.proven ? exitCodes.conforming : exitCodes.nonConforming;
  } finally {
    progress.done();
  }
}
