import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { type ExitCode, exitCodes, UsageError, worstExitCode } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { type Subject as Compared, matrixOf } from '../../report/compare/matrix.ts';
import { renderMatrixJson, renderMatrixJunit, type Unjudged } from '../../report/compare/matrix-files.ts';
import { renderComparison } from '../../report/compare/matrix-html.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesNamed } from '../../report/files/own-files.ts';
import { runFolderName } from '../../report/files/run-folder.ts';
import { checkConfig, typedArguments } from '../config/apply.ts';
import { readConfig } from '../config/read.ts';
import type { Io } from '../io.ts';
import { readSubject } from '../report/matrix.ts';
import { readShard } from '../run/shard.ts';
import { readInteger } from '../selection.ts';
import { type Lane, lanesOf, type Subject } from './lanes.ts';

/** The flags of `server` that are about all subjects together. */
export interface SubjectsFlags {
  readonly subjects: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly reporter?: readonly string[];
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Flags that say what one run does, or where it writes. */
const ofOneRun = ['target', 'recordings', 'config', 'explore-file', 'last-failed', 'verbose'] as const;
const ofAll = ['subjects', 'jobs', 'shard', 'out', 'json', 'quiet'] as const;

const defaultJobs = '4';
/** A run of the same token begins in a window of its own. */
const windowMs = 60_000;
/** An Indexed Job may have as many parts as it likes. */
const maxShards = 9999;

/**
 * Judges every target of a file, each in a process of its own, some at once: a report each, one matrix and one JUnit for all, and the worst
 * exit code. A subject that cannot be judged ends no other. Throws `UsageError` for the file and the flags, before anything is sent.
 */
export async function judgeSubjects(verb: Command, flags: SubjectsFlags, io: Io): Promise<ExitCode> {
  const { subjects: file } = flags;
  const typed = typedArguments(verb, [...ofAll, ...ofOneRun]);
  const refused = ofOneRun.find((name) => verb.getOptionValueSource(attributeOf(name)) === 'cli');
  if (refused !== undefined)
    throw new UsageError(
      `--${refused} is for one subject.`,
      `Omit it, or write it into ${file} where it can be.`,
    );
  refuseOnePlace(flags.reporter ?? []);
  const jobs = readInteger('--jobs', flags.jobs ?? defaultJobs, 1, 64);
  const config = readConfig(file);
  checkConfig(verb, config);
  const lanes = lanesOf(file, config, flags, io);
  const { index, of } =
    flags.shard === undefined ? { index: 1, of: 1 } : readShard(flags.shard, io.env, maxShards);
  const chosen = lanes.filter((_, at) => at % of === index - 1);
  const subjects = chosen.flat();
  const say = (text: string) => void (flags.quiet ? 0 : io.stderr.write(`${escapeTerminal(text)}\n`));
  if (subjects.length === 0) {
    say(`Part ${index} of ${of} has no subject: there are ${count(lanes.length, 'part')} to judge.`);
    return exitCodes.conforming;
  }
  const folder = await openFolder(
    flags.out,
    runFolderName(Date.now(), 'subjects'),
    filesNamed('matrix.html', 'matrix.json', 'junit.xml'),
  );
  say(`${count(subjects.length, 'subject')}, ${jobs} at once: ${folder}`);
  const ended = new Map<Subject, EndedRun>();
  await inLanes(chosen, jobs, io.signal, async (subject) => {
    const out = join(folder, subject.folder);
    const one = await runOne(['--config', file, '--target', subject.name, ...typed, '--out', out], io);
    ended.set(subject, one);
    if (!flags.quiet || one.code > exitCodes.nonConforming)
      io.stderr.write(`${escapeTerminal(`${subject.name}: ${one.words}`)}\n`);
  });
  await writeMatrix(subjects, ended, folder, flags.json === true, io);
  const codes = [...ended.values()].map(({ code }) => code);
  const good = codes.filter((code) => code === exitCodes.conforming).length;
  say(`${good} of ${count(subjects.length, 'subject')} conform; see ${join(folder, 'matrix.html')}`);
  return worstExitCode(io.signal.aborted ? [...codes, exitCodes.interrupted] : codes);
}

function attributeOf(name: string): string {
  return name.replace(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
}

/** Each subject has its own directory for a report of a kind; one path, or stdout, would be for all. */
function refuseOnePlace(reporters: readonly string[]): void {
  const one = reporters.find((text) => /^[a-z-]+:/.test(text));
  if (one !== undefined)
    throw new UsageError(
      `--reporter ${one} has one place for all subjects.`,
      'Give the name alone: each subject has the file in its directory.',
    );
}

/** Runs lanes beside each other, so many at once, and each in its order. What has not begun when the signal comes does not begin. */
async function inLanes(
  lanes: readonly Lane[],
  jobs: number,
  signal: AbortSignal,
  run: (subject: Subject) => Promise<void>,
): Promise<void> {
  const waiting = [...lanes];
  const work = async () => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift())
      for (const [at, subject] of lane.entries()) {
        if (at > 0) await sleep(windowMs, undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
        await run(subject);
      }
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

interface EndedRun {
  readonly code: ExitCode;
  /** Its verdict, or why there is none. */
  readonly words: string;
}

/** A run of this command line in a process of its own, which keeps its memory to itself and uses another processor. */
async function runOne(args: readonly string[], io: Io): Promise<EndedRun> {
  const bin = join(import.meta.dirname, `../bin${extname(import.meta.filename)}`);
  const child = spawn(process.execPath, [bin, 'server', ...args, '--quiet', '--no-color'], {
    env: io.env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const interrupt = () => void child.kill('SIGINT');
  io.signal.addEventListener('abort', interrupt, { once: true });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] = (printed[name] + text).slice(-10_000);
    });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('error', () => resolve(null)).once('close', resolve);
  const code = (await promise) ?? exitCodes.suiteFault;
  io.signal.removeEventListener('abort', interrupt);
  const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
  const words = code <= exitCodes.nonConforming ? lastLine(printed.stdout) : lastLine(printed.stderr);
  return { code: code as ExitCode, words: words === '' ? `ended with ${code}` : words };
}

/** One comparison for all. A subject without a report is an error in JUnit, so that no reader takes it for judged. */
async function writeMatrix(
  subjects: readonly Subject[],
  ended: ReadonlyMap<Subject, EndedRun>,
  folder: string,
  isJson: boolean,
  io: Io,
): Promise<void> {
  const page = join(folder, 'matrix.html');
  const judged: Compared[] = [];
  const unjudged: Unjudged[] = [];
  for (const one of subjects) {
    const own = join(folder, one.folder);
    if (existsSync(join(own, 'report.json'))) judged.push(await readSubject(`${one.name}=${own}`, page));
    else unjudged.push({ name: one.name, why: ended.get(one)?.words ?? 'the run was interrupted before it' });
  }
  const matrix = matrixOf(judged);
  const json = renderMatrixJson(matrix);
  if (judged.length > 0) await writeFileAtomic(page, renderComparison(judged));
  await writeFileAtomic(join(folder, 'matrix.json'), json);
  await writeFileAtomic(join(folder, 'junit.xml'), renderMatrixJunit(matrix, unjudged));
  if (isJson) io.stdout.write(json);
}
