import type { Command } from 'commander';
import type { ExtraClaim } from '../../claims/extra.ts';
import { UsageError } from '../../errors.ts';
import { reportsFolder } from '../../report/files/run-folder.ts';
import {
  type OwnReporter,
  parseReporter,
  type ReporterChoice,
  reporters,
} from '../../report/formats/reporters.ts';
import type { About } from '../../report/model/about.ts';
import type { BaselineEntry } from '../../report/model/baseline.ts';
import { notShown } from '../../report/model/rerun.ts';
import { type FailOn, failOnWords } from '../../report/model/verdict.ts';
import type { ShardChoice } from '../../result.ts';
import { addConfigFlags } from '../config/apply.ts';
import type { Io } from '../io.ts';
import { fileOf, folderOf } from '../paths/destination.ts';
import { readChoice, readInteger } from '../selection.ts';
import { type AboutFlags, addAboutFlags, readAboutFlags } from './about-flags.ts';
import { readBaseline } from './baseline-file.ts';
import { readShard } from './shard.ts';

/** Flags shared by the judging verbs, as parsed by commander. */
export interface RunFlags extends AboutFlags {
  readonly out?: string;
  readonly reporter?: readonly string[];
  readonly extra?: readonly string[];
  readonly baseline?: string;
  readonly failOn?: readonly string[];
  readonly seed: string;
  readonly shard?: string;
  readonly lastFailed?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

/** The same, validated. */
export interface RunOptions {
  readonly out?: string;
  readonly reporters: readonly ReporterChoice[];
  /** Modules of `--reporter ./mine.mjs` and `--extra`, and what `withOwnModules` makes of them. */
  readonly reporterFiles: readonly string[];
  readonly extraFiles: readonly string[];
  readonly ownReporters?: readonly OwnReporter[];
  readonly extra?: readonly ExtraClaim[];
  readonly about?: About;
  readonly baseline?: readonly BaselineEntry[];
  readonly failOn: ReadonlySet<FailOn>;
  readonly seed: number;
  readonly shard?: ShardChoice;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

/** Adds the flags that select requirements and reports. */
export function addRunFlags(verb: Command): void {
  verb
    .option('--grep <text>', 'only requirements with this text in id or claim; * matches anything')
    .option('--requirement <id...>', 'only these requirements')
    .option('--level <level>', 'only this level: required, recommended or observed')
    .option('--out <dir>', `report directory; default: ${reportsFolder}/<time>-<target>`, folderOf('--out'))
    .option(
      '--reporter <name...>',
      'additional reports, as name or name:path, path - is stdout, or ./file.mjs for one of your own: text, markdown, github, junit, ctrf, tap, badge, shields, in-toto, json, html',
    )
    .option('--baseline <file>', 'known failures (YAML)')
    .option(
      '--extra <file...>',
      'requirements of your own, judged beside the catalogue and no part of the verdict; see docs/own-requirements.md',
    )
    .option('--fail-on <what...>', 'also fail on: recommended, untested, extra')
    .option(
      '--shard <i/n|auto>',
      'run only part i of n, or the one that the CI says; "merge" joins the parts',
    )
    .option('--seed <n>', 'seed of the run', '1')
    .option('--json', 'print report.json instead of the summary')
    .option('--quiet', 'print only failures and the verdict')
    .option('--verbose', 'print every failed requirement with its findings, and every reason in full')
    .option('--no-color', 'disable colors');
  addAboutFlags(verb);
  addConfigFlags(verb);
}

/** Throws `UsageError` for the first invalid flag. */
export function readRunFlags(flags: RunFlags, env: Io['env']): RunOptions {
  const about = readAboutFlags(flags);
  if (flags.extra === undefined && flags.failOn?.includes('extra'))
    throw new UsageError('--fail-on extra needs --extra FILE.', 'Add it.');
  return {
    ...(about ? { about } : {}),
    ...(flags.out === undefined ? {} : { out: flags.out }),
    ...readReporters(flags.reporter ?? []),
    extraFiles: flags.extra ?? [],
    ...(flags.baseline === undefined ? {} : { baseline: readBaseline(flags.baseline) }),
    failOn: readFailOn(flags.failOn ?? []),
    seed: readInteger('--seed', flags.seed, 0, 2 ** 31 - 1),
    ...(flags.shard === undefined ? {} : { shard: readShard(flags.shard, env) }),
    json: flags.json === true,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    color: flags.color,
  };
}

/** Parses the values of `--fail-on`. Throws `UsageError`. */
export function readFailOn(words: readonly string[]): ReadonlySet<FailOn> {
  return new Set(words.map((word) => readChoice<FailOn>('--fail-on', word, failOnWords)));
}

/** Parses the values of `--reporter`: names, and files of own reporters. Throws `UsageError`. */
export function readReporters(args: readonly string[]): Pick<RunOptions, 'reporters' | 'reporterFiles'> {
  const isFile = (text: string) => /^(?:\.{1,2}[/\\]|[/\\]|[A-Za-z]:[/\\])/.test(text);
  return {
    reporters: args.filter((one) => !isFile(one)).map(readReporter),
    reporterFiles: args.filter(isFile),
  };
}

function readReporter(argument: string): ReporterChoice {
  const choice = parseReporter(argument);
  if (choice) {
    const { name, path } = choice;
    return path === undefined || path === '-' ? choice : { name, path: fileOf('--reporter')(path) };
  }
  const names = Object.keys(reporters);
  readChoice('--reporter', argument.split(':', 1)[0] ?? '', names);
  throw new UsageError(`--reporter "${argument}" is not valid.`, `Give one of ${names.join(', ')}.`);
}

/** A flag as it was given: a value, given without one (`true`), or not given. */
type Given = string | number | boolean | undefined;

/**
 * The flags that a rerun needs to judge the same: `--allow-writes --timeout 300`. Reports show them, so a value that is not a
 * plain word, number, URL or relative path becomes `…`.
 */
export function rerunFlags(given: Readonly<Record<string, Given>>): string {
  return Object.entries(given)
    .flatMap(([flag, value]) => {
      if (value === undefined || value === false) return [];
      if (value === true) return [flag];
      const isShown = /^(?:[\w.,%-]+(?:\/[\w.-]+)*\/?|https?:\/\/[\w.:[\]-]+(?:\/[\w.-]+)*\/?)$/.test(
        String(value),
      );
      return [`${flag} ${isShown ? value : notShown}`];
    })
    .join(' ');
}

/** Those that all judging verbs have; the default seed needs no flag. */
export function sharedFlags({ seed, failOn }: RunOptions): Readonly<Record<string, Given>> {
  return {
    // The rerun of a requirement of the catalogue has no own ones.
    ...Object.fromEntries(
      [...failOn].filter((word) => word !== 'extra').map((word) => [`--fail-on ${word}`, true]),
    ),
    ...(seed === 1 ? {} : { '--seed': seed }),
  };
}
