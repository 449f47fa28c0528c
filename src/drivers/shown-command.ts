import { shellQuote } from '../text/shell.ts';

/** Stands for what is not shown. */
const hidden = '…';

/**
 * The command line for people and reports; what is shown whole is quoted for a shell. It shows what names a program (the command, files of source code,
 * plain words) and the names of flags; everything else may be a secret, whatever it looks like, and becomes `…`.
 */
export function shownCommand(command: readonly string[]): string {
  return command
    .map((word, at) => (at === 0 ? shownProgram(word) : shownWord(word, flagBefore(command, at))))
    .map((word) => (word.includes(hidden) ? word : shellQuote(word)))
    .join(' ');
}

/** The word before, or the one before a `--`. */
function flagBefore(command: readonly string[], at: number): string {
  const before = command[at - 1] ?? '';
  return before === '--' && at > 1 ? (command[at - 2] ?? '') : before;
}

function shownProgram(word: string): string {
  // A path may have spaces; a line of commands has flags or more words.
  const isPath = /^[\w./\\:+@-]+$/.test(word) || /^(?=.*[/\\])[\w./\\:+@-]+(?: [\w./\\:+@]+)+$/.test(word);
  return isPath && !word.includes('://') && !isRandom(word) ? word : hidden;
}

function shownWord(word: string, before: string): string {
  if (word === '-' || word === '--') return word;
  if (word.startsWith('-')) return shownFlag(word);
  if (isSource(word) && !secretName.test(before)) return word;
  if (isFlagWithoutValue(before)) return hidden;
  if (isPlain(word)) return word;
  const [, name, sign] = /^([A-Za-z_][\w.-]*)(=)/.exec(word) ?? [];
  if (name !== undefined && !isRandom(name)) return `${name}${sign}${hidden}`;
  const [, origin] = /^([a-z][a-z+.-]*:\/\/)/i.exec(word) ?? [];
  return origin === undefined ? hidden : `${origin}${hidden}`;
}

/** `--name`, `--name=…`, `--name:…`, `-n`, `-n…`, `-Dname=…`; some one-letter flags take their value without a space. */
function shownFlag(word: string): string {
  const [, long = '', rest = ''] = /^(--[\w-]+|-D[\w.]+(?==))(.*)$/s.exec(word) ?? [];
  if (long !== '') {
    if (isRandom(long)) return `--${hidden}`;
    return rest === '' ? long : `${long}${/^[=:]/.test(rest) ? rest[0] : ''}${hidden}`;
  }
  return word.length === 2 || wordFlags.has(word) ? word : `${word.slice(0, 2)}${hidden}`;
}

/** Flags of common runtimes that are words after one dash, not a letter with a value. */
const wordFlags: ReadonlySet<string> = new Set(['-jar', '-cp', '-classpath', '-ea']);

/** A flag whose value, if it has one, is the next word. */
function isFlagWithoutValue(word: string): boolean {
  return word.startsWith('-') && word !== '-' && word !== '--' && !/[=:]/.test(word);
}

/** A file of source code or a program, anywhere; a secret has no such name. Without spaces: a line of commands may end like one. */
function isSource(word: string): boolean {
  return (
    /^(?:[A-Za-z]:)?[\w./\\+@-]*[\w)]\.(?:[cm]?[jt]sx?|py|rb|php|pl|sh|bash|ps1|bat|cmd|exe|jar|java|kts?|go|rs|cs|lua|exs?|dll|class)$/i.test(
      word,
    ) && !isRandom(word)
  );
}

/** A lower-case word such as a subcommand (`run`, `sync:students`), a directory, or the one interpreter with a digit. */
function isPlain(word: string): boolean {
  return /^(?:\.{1,2}|python3|[a-z]{1,16}(?:[-:][a-z]{1,16})*)$/.test(word);
}

const secretName = /token|secret|passw|passphrase|key|credential|auth|^-p$/i;

/** Whether a word has a part that looks like a key: long, with digits, or of mixed case without a separator. */
function isRandom(word: string): boolean {
  return word
    .split(/[/\\.\s]/)
    .some(
      (part) => (part.length >= 16 && (part.match(/\d/g)?.length ?? 0) >= 2) || /[A-Za-z]{24,}/.test(part),
    );
}
