import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Side, themeOf } from '../../../contracts/requirement.ts';
import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesNamed } from '../../report/files/own-files.ts';
import { runFolderName } from '../../report/files/write.ts';
import type { Io } from '../io.ts';
import { folderOf } from '../paths/destination.ts';
import { openProgress } from '../progress.ts';
import { defaultApis, readApis, readChoice, readInteger } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface ProveFlags {
  readonly side?: string;
  readonly grep?: string;
  readonly jobs?: string;
  readonly seed: string;
  readonly quick?: boolean;
  readonly deep?: boolean;
  readonly sample?: string;
  readonly api: string;
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
        'a conforming implementation fails. With --deep, the mutants are generated: every operator (drop a record, skip a token, ' +
        'shorten a wait …) at every place where it fits; exit code 1 if fewer than 99 of 100 are detected.',
    )
    .option('--side <side>', 'only servers or only clients: server, client; default: both')
    .option('--grep <text>', 'only mutants with this text in name or requirement; * matches anything')
    .option('--jobs <n>', 'threads; default: one per processor')
    .option('--seed <n>', 'seed of the proof', '1')
    .option(
      '--quick',
      'judge each mutant only for what it breaks, as far as that catches it; writes no files',
    )
    .option('--deep', 'judge generated mutants instead, thousands of them, and print survivors by name')
    .option('--sample <n>', 'with --deep: only so many of each side, chosen by the seed')
    .option('--api <names>', 'with --deep: APIs that the servers serve', defaultApis)
    .option(
      '--out <dir>',
      'directory for proof.json and kill-matrix.md; default: reports/<time>-proof',
      folderOf('--out'),
    )
    .option('--json', 'print proof.json instead of the matrix')
    .option('--quiet', 'print only unproven requirements and the counts')
    .action(async (flags: ProveFlags) =>
      finish(flags.deep ? await runDeepProof(flags, io) : await runProof(flags, io)),
    );
}

interface ProofSettings {
  readonly sides: readonly Side[];
  readonly grep: string | undefined;
  readonly seed: number;
  readonly jobs: number;
}

function readSettings(flags: ProveFlags): ProofSettings {
  const side =
    flags.side === undefined ? undefined : readChoice<Side>('--side', flags.side, ['server', 'client']);
  return {
    sides: side ? [side] : ['server', 'client'],
    grep: flags.grep,
    seed: readInteger('--seed', flags.seed, 0, 2 ** 31 - 1),
    jobs: flags.jobs === undefined ? availableParallelism() : readInteger('--jobs', flags.jobs, 1, maxJobs),
  };
}

async function runProof(flags: ProveFlags, io: Io): Promise<ExitCode> {
  if (flags.sample !== undefined)
    throw new UsageError('--sample is for generated mutants.', 'Add --deep, or select mutants with --grep.');
  const { quick = false } = flags;
  if (quick && flags.out !== undefined)
    throw new UsageError('--quick writes no files.', 'Leave out --out, or print the proof with --json.');
  const { seed, jobs, ...settings } = readSettings(flags);
  // Loaded on demand, so that small verbs start fast.
  const { prove, selectTrials } = await import('../../proof/prove.ts');
  const { renderProofJson, renderProofPage } = await import('../../proof/page.ts');
  const { renderProofText } = await import('../../proof/text.ts');
  const selected = selectTrials({ ...settings, quick });
  const folder = quick
    ? undefined
    : await openFolder(flags.out, runFolderName(Date.now(), 'proof'), [
        ...filesNamed('proof.json'),
        { path: 'kill-matrix.md', sign: /^# The kill matrix\n/ },
      ]);
  const progress = openProgress(io, flags.quiet === true);
  try {
    const proof = await prove(selected, {
      seed,
      jobs,
      signal: io.signal,
      onTrial: (trial, done, total) =>
        progress.step(trial.name.includes('/') ? themeOf(trial.name) : trial.side, done, total, trial.name),
    });
    progress.done();
    if (folder !== undefined) {
      await writeFileAtomic(join(folder, 'proof.json'), renderProofJson(proof));
      await writeFileAtomic(join(folder, 'kill-matrix.md'), renderProofPage(proof));
    }
    io.stdout.write(
      flags.json ? renderProofJson(proof) : renderProofText(proof, { quiet: flags.quiet === true }),
    );
    if (folder !== undefined && !flags.quiet) io.stderr.write(`Written to ${escapeTerminal(folder)}\n`);
    return proof.proven ? exitCodes.conforming : exitCodes.nonConforming;
  } finally {
    progress.done();
  }
}

async function runDeepProof(flags: ProveFlags, io: Io): Promise<ExitCode> {
  if (flags.quick)
    throw new UsageError(
      '--quick is for hand-made mutants.',
      'Leave out --quick: generated mutants are judged that way in any case.',
    );
  const { jobs, ...settings } = readSettings(flags);
  const sample = flags.sample === undefined ? undefined : readInteger('--sample', flags.sample, 1, 1_000_000);
  const choice = { ...settings, sample, apis: readApis(flags.api) };
  const { chooseDeep, isDeeplyProven, proveDeep } = await import('../../proof/deep/deep-proof.ts');
  const { renderDeepJson, renderDeepText } = await import('../../proof/deep/deep-text.ts');
  const subjects = chooseDeep(choice);
  const folder = await openFolder(
    flags.out,
    runFolderName(Date.now(), 'deep-proof'),
    filesNamed('deep-proof.json'),
  );
  const progress = openProgress(io, flags.quiet === true);
  try {
    const proof = await proveDeep(subjects, choice, {
      jobs,
      signal: io.signal,
      onTrial: (trial, done, total) => progress.step(trial.theme, done, total, trial.name),
    });
    progress.done();
    await writeFileAtomic(join(folder, 'deep-proof.json'), renderDeepJson(proof));
    io.stdout.write(
      flags.json ? renderDeepJson(proof) : renderDeepText(proof, { quiet: flags.quiet === true }),
    );
    if (!flags.quiet) io.stderr.write(`Written to ${escapeTerminal(folder)}\n`);
    return isDeeplyProven(proof) ? exitCodes.conforming : exitCodes.nonConforming;
  } finally {
    progress.done();
  }
}
