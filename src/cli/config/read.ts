import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { UsageError } from '../../errors.ts';
import { readPlainFileSync } from '../../plain-file.ts';
import { nearest } from '../../text/nearest.ts';

/** A value in the file: a text, a number, true or false, or a list. */
export interface Place {
  readonly value: unknown;
  /** `clever-conformance.yml:3`. */
  readonly where: string;
}

/** Flags by name, without dashes. */
export type Flags = ReadonlyMap<string, Place>;

export interface Config {
  /** By the name of a verb, or `all`. */
  readonly sections: ReadonlyMap<string, Flags>;
  /** By the name of a target. */
  readonly targets: ReadonlyMap<string, Flags>;
}

/** The section of every verb. */
export const shared = 'all';
/** The verbs that judge have sections of their own. */
export const judging = ['server', 'client', 'judge', 'proxy'] as const;

const sectionNames: readonly string[] = [shared, ...judging, 'targets'];
const maxBytes = 1024 * 1024;

/** Reads the flags of a project. Throws `UsageError` with file and line for what is not of its form. */
export function readConfig(file: string): Config {
  const lines = new LineCounter();
  const text = readPlainFileSync(file, {
    maxBytes,
    refuse: ({ why, cause }) =>
      new UsageError(`${file} cannot be read: ${why}.`, 'Name another with --config.', { cause }),
  });
  const document = parseDocument(text, { schema: 'core', customTags: [], lineCounter: lines });
  const [problem] = document.errors;
  if (problem)
    throw new UsageError(
      `${file}:${problem.linePos?.[0].line ?? 1} is not YAML: ${problem.message.split('\n', 1)[0]}.`,
      'Correct it.',
    );
  const whereOf = (node: unknown) => `${file}:${lines.linePos(startOf(node)).line}`;
  const entriesOf = (node: unknown, what: string): readonly Pair[] => {
    if (node === null || (isScalar(node) && node.value === null)) return [];
    if (isMap(node)) return node.items;
    throw new UsageError(`${whereOf(node)}: ${what} is not a mapping.`, 'Write names and their values.');
  };
  const flagsOf = (pair: Pair): Flags =>
    new Map(
      entriesOf(pair.value, `"${nameOf(pair)}"`).map((one) => [
        nameOf(one),
        { value: plain(one.value), where: whereOf(one.key) },
      ]),
    );
  const sections = new Map<string, Flags>();
  let targets = new Map<string, Flags>();
  for (const pair of entriesOf(document.contents, 'the file')) {
    const name = nameOf(pair);
    if (!sectionNames.includes(name))
      throw new UsageError(`${whereOf(pair.key)}: "${name}" is no section.`, suggestion(name, sectionNames));
    if (name === 'targets')
      targets = new Map(entriesOf(pair.value, '"targets"').map((one) => [nameOf(one), flagsOf(one)]));
    else sections.set(name, flagsOf(pair));
  }
  return { sections, targets };
}

/** What to write instead of an unknown name. */
export function suggestion(name: string, choices: readonly string[]): string {
  const [guess] = nearest(name, choices);
  return guess === undefined ? `There are: ${choices.join(', ')}.` : `Did you mean ${guess}?`;
}

function startOf(node: unknown): number {
  return (node as { readonly range?: readonly number[] } | null)?.range?.[0] ?? 0;
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  return isSeq(node) ? node.items.map(plain) : node;
}
