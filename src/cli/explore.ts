import type { Command } from 'commander';
import type { RunResult } from '../claims/run-result.ts';
import { UsageError } from '../errors.ts';
import type { ExploredFile } from '../explore/file.ts';
import { count, escapeTerminal } from '../report/escape.ts';
import { fileOf } from './paths/destination.ts';
import { readInteger } from './selection.ts';

/** Flags of the verbs that explore, as parsed by commander. */
export interface ExploreFlags {
  readonly explore?: string;
  readonly exploreSeed?: string;
  readonly exploreFile?: string;
  readonly shard?: string;
}

/** The same, validated. */
export interface Exploring {
  /** Requests, or schedules. */
  readonly amount: number;
  readonly seed: number;
  /** Only this sequence or schedule of the seed. */
  readonly number?: number;
  readonly file?: string;
}

const maxAmount = 100_000;
const maxSeed = 2 ** 31 - 1;

export function addExploreFlags(verb: Command, what: string): void {
  verb
    .option('--explore <n>', what)
    .option(
      '--explore-seed <seed>',
      'seed of what is generated, or seed-number for one of its parts, such as 7-12; default: --seed',
    )
    .option(
      '--explore-file <file>',
      'replays the shrunk parts in this file, and adds new ones to it',
      fileOf('--explore-file'),
    );
}

/** Throws `UsageError`; `undefined` where nothing is explored. */
export function readExploreFlags(flags: ExploreFlags, seed: number): Exploring | undefined {
  const { explore, exploreSeed, exploreFile } = flags;
  if (explore === undefined && exploreFile === undefined) {
    if (exploreSeed === undefined) return undefined;
    throw new UsageError('--explore-seed requires --explore.', 'Add --explore with a number.');
  }
  if (flags.shard !== undefined)
    throw new UsageError('--explore and --shard cannot be combined.', 'Explore in a run of its own.');
  const amount = explore === undefined ? 0 : readInteger('--explore', explore, 1, maxAmount);
  const [text = '', number] = (exploreSeed ?? String(seed)).split('-', 2);
  return {
    amount,
    seed: readInteger('--explore-seed', text, 0, maxSeed),
    ...(number === undefined ? {} : { number: readInteger('--explore-seed', number, 0, maxAmount) }),
    ...(exploreFile === undefined ? {} : { file: exploreFile }),
  };
}

/** The smallest sequence or schedule that violates a requirement. */
export interface Shrunk {
  /** `explored/7-12/shrunk` */
  readonly name: string;
  readonly requirement: string;
  readonly steps: readonly string[];
}

/** The shrunk sequences of a run. */
export function shrunkIn({ evidence }: RunResult): readonly Shrunk[] {
  const { explored = [] } = evidence;
  return explored.flatMap(({ name, requirement, steps }) =>
    requirement === undefined ? [] : [{ name, requirement, steps }],
  );
}

/** What an exploration found, on stderr: the smallest of each, with the command that plays it again with these flags. */
export function exploredText(shrunk: readonly Shrunk[], rerun: (flags: string) => string): string {
  const lines = shrunk.flatMap(({ name, requirement, steps }) => [
    `${requirement} is violated by ${count(steps.length, 'step')} (${name}):`,
    ...steps.map((step, at) => `  ${at + 1}. ${step}`),
    `  rerun: ${rerun(`--requirement ${requirement} --explore-seed ${seedOf(name)}`)}`,
  ]);
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}

/** `7-12` of `explored/7-12/shrunk`. */
function seedOf(name: string): string {
  return name.split('/')[1] ?? '';
}

/** What a run found, to be kept. */
export function foundIn({ evidence }: RunResult): Pick<ExploredFile, 'sequences'> {
  const { explored = [] } = evidence;
  return {
    sequences: explored.flatMap(({ name, requirement, commands }) =>
      requirement === undefined
        ? []
        : [{ name, requirement, commands: commands as ExploredFile['sequences'][number]['commands'] }],
    ),
  };
}
