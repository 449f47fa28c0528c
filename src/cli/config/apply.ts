import { existsSync } from 'node:fs';
import type { Command, Option } from 'commander';
import { UsageError } from '../../errors.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import type { Io } from '../io.ts';
import { type Config, type Flags, judging, type Place, readConfig, shared, suggestion } from './read.ts';

/** Read where it is in the working directory, unless another is named. */
const defaultConfig = 'clever-conformance.yml';

/** Flags that name a configuration stand in none: it would name itself. */
export const namesFiles: readonly string[] = ['config', 'subjects'];

/** Flags that read a configuration, for the verbs that judge. */
export function addConfigFlags(verb: Command): void {
  verb
    .option('--config <file>', `flags of this project (YAML); default: ${defaultConfig}, where there is one`)
    .option('--no-config', `do not read ${defaultConfig}`);
}

/**
 * Gives a verb the flags of the configuration that its command line does not have, and says which. Call it before the verb's action.
 * Throws `UsageError` with file and line for what is no flag, and for a token: that belongs into the environment.
 */
export function applyConfig(verb: Command, io: Io): void {
  const named: unknown = verb.getOptionValue('config');
  const file = typeof named === 'string' ? named : defaultConfig;
  if (named === false || (typeof named !== 'string' && !existsSync(file))) return;
  const config = readConfig(file);
  checkConfig(verb, config);
  const flags = new Map(flagsFor(verb, config));
  // Only a client is started.
  const command = verb.name() === 'client' ? flags.get('command') : undefined;
  if (command) flags.delete('command');
  const applied: string[] = [];
  for (const [name, place] of flags) {
    const option = optionOf(verb, name, place);
    const key = option.attributeName();
    if (isTyped(verb, key)) continue;
    verb.setOptionValueWithSource(key, valueFor(option, name, place), 'config');
    applied.push(name);
  }
  if (command && startsNothing(verb)) {
    verb.processedArgs[0] = wordsOf(command);
    applied.push('command');
  }
  if (applied.length > 0 && !verb.getOptionValue('quiet'))
    io.stderr.write(
      `${escapeTerminal(`${file} gives ${count(applied.length, 'flag')}: ${applied.join(', ')}`)}\n`,
    );
}

/** Those of all verbs, of this one, and of the target that it names: the later ones count. */
function flagsFor(verb: Command, { sections, targets }: Config): Flags {
  const common = [...(sections.get(shared) ?? [])].filter(([name]) => findOption(verb, name));
  const own = new Map([...common, ...(sections.get(verb.name()) ?? [])]);
  const wanted: unknown = isTyped(verb, 'target') ? verb.getOptionValue('target') : own.get('target')?.value;
  const target = typeof wanted === 'string' ? targets.get(wanted) : undefined;
  if (!target) return own;
  // The name stands for the address.
  if (isTyped(verb, 'target'))
    verb.setOptionValueWithSource('target', target.get('target')?.value ?? wanted, 'default');
  return new Map([...own, ...target]);
}

function isTyped(verb: Command, key: string): boolean {
  return verb.getOptionValueSource(key) === 'cli';
}

/** Throws for whatever is no flag, and for tokens, in every part of the file: a run of another verb would meet it, or no run at all. */
export function checkConfig(verb: Command, { sections, targets }: Config): void {
  const verbs = (verb.parent?.commands ?? []).filter((one) => judging.some((name) => name === one.name()));
  const named = (name: string) => verbs.filter((one) => name === shared || one.name() === name);
  const parts = [
    ...[...sections].map(([name, flags]) => [named(name), flags] as const),
    ...[...targets.values()].map((flags) => [named('server'), flags] as const),
  ];
  for (const [readers, flags] of parts)
    for (const [name, place] of flags) {
      const isCommand = name === 'command' && readers.some((one) => one.name() === 'client');
      const [reader] = readers;
      if (reader && !isCommand && !readers.some((one) => findOption(one, name)))
        optionOf(reader, name, place);
    }
}

/** The flags that were typed, but for some, as arguments of another run of the verb. */
export function typedArguments(verb: Command, without: readonly string[]): readonly string[] {
  return verb.options.flatMap((option) => {
    const key = option.attributeName();
    const name = (option.long ?? '').replace(/^--(?:no-)?/, '');
    if (!isTyped(verb, key) || without.includes(name)) return [];
    const value: unknown = verb.getOptionValue(key);
    if (typeof value === 'boolean') return value === option.negate ? [] : [option.long ?? ''];
    return [option.long ?? '', ...[value].flat().map(String)];
  });
}

/** `color` is the flag `--no-color`, the other way round. */
function findOption(verb: Command, name: string): Option | undefined {
  const options = verb.options.filter((one) => !namesFiles.includes(one.attributeName()));
  return [`--${name}`, `--no-${name}`].flatMap((long) => options.find((one) => one.long === long) ?? [])[0];
}

/** Whether a client is named neither as a command nor otherwise. */
function startsNothing(verb: Command): boolean {
  const words: unknown = verb.processedArgs[0];
  return Array.isArray(words) && words.length === 0 && !isTyped(verb, 'module') && !isTyped(verb, 'listen');
}

function optionOf(verb: Command, name: string, { where }: Place): Option {
  if (/^(?:clever-)?token$/i.test(name))
    throw new UsageError(
      `${where}: a token does not belong into a file.`,
      'Set CLEVER_TOKEN, or name another variable with token-env.',
    );
  const option = findOption(verb, name);
  if (option) return option;
  const names = verb.options.flatMap(({ long }) => (long ? [long.slice(2)] : []));
  throw new UsageError(`${where}: "${name}" is no flag of ${verb.name()}.`, suggestion(name, names));
}

/** The value as the command line would have it. Throws `UsageError`. */
function valueFor(option: Option, name: string, { value, where }: Place): unknown {
  const wrong = (form: string) =>
    new UsageError(`${where}: "${name}" is not ${form}.`, `Write it as you would --${name}.`);
  if (option.isBoolean() || option.negate) {
    if (typeof value !== 'boolean') throw wrong('true or false');
    return option.negate && option.long === `--${name}` ? !value : value;
  }
  const texts = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    if (typeof one === 'string' || typeof one === 'number') return String(one);
    throw wrong(option.variadic ? 'a list of texts' : 'a text or a number');
  });
  if (option.variadic) return texts;
  const [text = '', more] = texts;
  if (more !== undefined) throw wrong('a single value');
  return option.parseArg ? option.parseArg(text, undefined) : text;
}

function wordsOf({ value, where }: Place): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value;
  throw new UsageError(`${where}: "command" is not a list of words.`, 'Write it as [python3, sync.py].');
}
