import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesNamed } from '../../report/files/own-files.ts';
import { runFolderName, slugOf } from '../../report/files/run-folder.ts';
import { checkConfig, typedArguments } from '../config/apply.ts';
import { type Flags, readConfig, shared } from '../config/read.ts';
import type { Io } from '../io.ts';
import { compareFolders } from '../report/matrix.ts';
import { readShard } from '../run/shard.ts';
import { readInteger } from '../selection.ts';

/** The flags of `server` that are about all subjects together. */
export interface SubjectsFlags {
  readonly subjects: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

interface Subject {
  readonly name: string;
  /** Its part of the report directory. */
  readonly folder: string;
}

/** Subjects of one token share its rate limit, and are judged one after the other. */
type Lane = readonly Subject[];

/** Flags that say what one run does, or where it writes. */
const ofOneRun = ['target', 'recordings', 'config', 'explore-file', 'last-failed', 'verbose'] as const;
const ofAll = ['subjects', 'jobs', 'shard', 'out', 'json', 'quiet'] as const;

const defaultJobs = '4';
/** A run of the same token begins in a window of its own. */
const windowMs = 60_000;
/** An Indexed Job may have as many parts as it likes. */
const maxShards = 9999;

/** The worst first: what could not run at all, then the verdicts. */
const order: readonly ExitCode[] = [
  exitCodes.interrupted,
  exitCodes.suiteFault,
  exitCodes.safetyStop,
  exitCodes.usage,
  exitCodes.nonConforming,
  exitCodes.inconclusive,
  exitCodes.nothingJudged,
  exitCodes.conforming,
];

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
  const jobs = readInteger('--jobs', flags.jobs ?? defaultJobs, 1, 64);
  const config = readConfig(file);
  checkConfig(verb, config);
  const lanes = lanesOf(file, config.targets, config.sections.get(shared), io);
  const { index, of } =
    flags.shard === undefined ? { index: 1, of: 1 } : readShard(flags.shard, io.env, maxShards);
  const chosen = lanes.filter((_, at) => at % of === index - 1);
  const subjects = chosen.flat();
  const folder = await openFolder(
    flags.out,
    runFolderName(Date.now(), 'subjects'),
    filesNamed('matrix.html', 'matrix.json', 'junit.xml'),
  );
  const say = (text: string) => void (flags.quiet ? 0 : io.stderr.write(`${escapeTerminal(text)}\n`));
  say(`${count(subjects.length, 'subject')}, ${jobs} at once: ${folder}`);
  const codes = await inLanes(chosen, jobs, io.signal, async (subject) => {
    const out = join(folder, subject.folder);
    const ended = await runOne(['--config', file, '--target', subject.name, ...typed, '--out', out], io);
    say(`${subject.name}: ${ended.words}`);
    if (ended.code > exitCodes.nonConforming && flags.quiet)
      io.stderr.write(`${escapeTerminal(`${subject.name}: ${ended.words}`)}\n`);
    return ended.code;
  });
  const judged = subjects.filter((one) => existsSync(join(folder, one.folder, 'report.json')));
  if (judged.length > 0) await writeMatrix(judged, folder, flags.json === true, io);
  const all = io.signal.aborted ? [...codes, exitCodes.interrupted] : codes;
  const worst = order.find((code) => all.includes(code)) ?? exitCodes.nothingJudged;
  const good = codes.filter((code) => code === exitCodes.conforming).length;
  say(`${good} of ${count(subjects.length, 'subject')} conform; see ${join(folder, 'matrix.html')}`);
  return worst;
}

function attributeOf(name: string): string {
  return name.replace(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
}

/** Throws `UsageError` for a target without an address, and for two that would share a directory. */
function lanesOf(
  file: string,
  targets: ReadonlyMap<string, Flags>,
  common: Flags | undefined,
  io: Io,
): readonly Lane[] {
  if (targets.size === 0)
    throw new UsageError(`${file} has no targets.`, 'Write "targets:", and below it names with their flags.');
  const lanes = new Map<string, Subject[]>();
  const folders = new Set<string>();
  for (const [name, flags] of targets) {
    if (!flags.has('target'))
      throw new UsageError(
        `${file}: "${name}" has no target.`,
        'Give its address: target: https://api.example.com.',
      );
    const folder = slugOf(name);
    if (folders.has(folder))
      throw new UsageError(
        `${file}: "${name}" and another target would write to ${folder}.`,
        'Rename one of them.',
      );
    folders.add(folder);
    const given = (flag: string) => flags.get(flag)?.value ?? common?.get(flag)?.value;
    const token = given('token-file') ?? io.env[String(given('token-env') ?? 'CLEVER_TOKEN')]?.trim() ?? name;
    const key = createHash('sha256')
      .update(`${given('target')} ${token}`)
      .digest('hex');
    lanes.set(key, [...(lanes.get(key) ?? []), { name, folder }]);
  }
  return [...lanes.values()];
}

/** Runs lanes beside each other, so many at once, and each in its order. What has not begun when the signal comes does not begin. */
async function inLanes(
  lanes: readonly Lane[],
  jobs: number,
  signal: AbortSignal,
  run: (subject: Subject) => Promise<ExitCode>,
): Promise<ExitCode[]> {
  const waiting = [...lanes];
  const codes: ExitCode[] = [];
  const work = async () => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift())
      for (const [at, subject] of lane.entries()) {
        if (at > 0) await sleep(windowMs, undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
        codes.push(await run(subject));
      }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return codes;
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

async function writeMatrix(
  judged: readonly Subject[],
  folder: string,
  isJson: boolean,
  io: Io,
): Promise<void> {
  const dirs = judged.map(({ name, folder: own }) => `${name}=${join(folder, own)}`);
  await compareFolders(dirs, join(folder, 'matrix.html'), 'html', io);
  await compareFolders(dirs, join(folder, 'matrix.json'), 'json', io);
  await compareFolders(dirs, join(folder, 'junit.xml'), 'junit', io);
  if (isJson) await compareFolders(dirs, '-', 'json', io);
}
