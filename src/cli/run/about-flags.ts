import type { Command } from 'commander';
import { UsageError } from '../../errors.ts';
import type { About } from '../../report/model/about.ts';

/** What reports say of the subject, as parsed by commander. */
export interface AboutFlags {
  readonly name?: string;
  readonly subjectVersion?: string;
  readonly commit?: string;
  readonly link?: string;
}

const maxLength = { '--name': 80, '--subject-version': 40, '--commit': 64, '--link': 300 } as const;

export function addAboutFlags(verb: Command): void {
  verb
    .option('--name <text>', 'name of what is judged, for reports')
    .option('--subject-version <text>', 'its version, for reports')
    .option('--commit <hash>', 'its commit, for reports')
    .option('--link <url>', 'its page, for reports');
}

/** `undefined` if none is given. Throws `UsageError` for the first one that is invalid. */
export function readAboutFlags({ name, subjectVersion, commit, link }: AboutFlags): About | undefined {
  const about = {
    ...(name === undefined ? {} : { name: readLine('--name', name) }),
    ...(subjectVersion === undefined ? {} : { version: readLine('--subject-version', subjectVersion) }),
    ...(commit === undefined ? {} : { commit: readCommit(commit) }),
    ...(link === undefined ? {} : { link: readLink(link) }),
  };
  return Object.keys(about).length === 0 ? undefined : about;
}

function readLine(flag: keyof typeof maxLength, value: string): string {
  const text = value.trim();
  if (text !== '' && text.length <= maxLength[flag] && !/\p{C}|\p{Zl}|\p{Zp}/u.test(text)) return text;
  throw new UsageError(
    `${flag} is not valid.`,
    `Give one line of at most ${maxLength[flag]} characters, without control characters.`,
  );
}

function readCommit(value: string): string {
  const text = readLine('--commit', value);
  if (/^[\w./-]+$/.test(text)) return text;
  throw new UsageError('--commit is not valid.', 'Give a hash or a tag, such as 3f2a91c.');
}

function readLink(value: string): string {
  const text = readLine('--link', value);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href;
  throw new UsageError('--link is not valid.', 'Give a URL with https: and without a password.');
}
