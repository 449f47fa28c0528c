import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { laterProfiles, profiles } from '../../../contracts/profiles.ts';
import { exitCodes, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { readPlainFileSync } from '../../plain-file.ts';
import { readOrigin } from '../../targets/live.ts';
import { shellQuote } from '../../text/shell.ts';
import type { Io } from '../io.ts';
import { folderOf } from '../paths/destination.ts';
import { readApis, readChoice, readClientApi } from '../selection.ts';
import type { VerbHost } from '../verb.ts';
import { baselineName, type CiJob, tarball } from './ci/job.ts';
import { systemNames, systems } from './ci/systems.ts';
import { exampleOf, type Language, languageNames, languages } from './languages.ts';

interface InitFlags {
  readonly api?: string;
  readonly side: string;
  readonly ci: string;
  readonly target?: string;
  readonly lang?: string;
  readonly dir: string;
}

/** `init`: adds what a project needs to be judged in CI. Never overwrites files. */
export function addInitVerb({ program, io, finish }: VerbHost): void {
  program
    .command('init')
    .argument('[command...]', 'the command that starts the client, after --')
    .summary('sets a project up')
    .description(
      'Writes a job for CI that judges the project and an empty list of known failures, and adds reports/ to .gitignore. ' +
        'Existing files are not changed.',
    )
    .option('--side <side>', 'side to judge: client or server', 'client')
    .option('--ci <system>', `the CI system: ${systemNames.join(', ')}`, 'github')
    .option('--lang <language>', `also write an example client to begin with: ${languageNames.join(', ')}`)
    .option('--target <url>', 'the server to judge')
    .option(
      '--api <names>',
      'APIs and versions to judge, for a client one of the Data API; default: as without the flag in a run',
    )
    .option('--dir <dir>', 'directory of the project', folderOf('--dir'), '.')
    .action(async (command: string[], flags: InitFlags) => {
      await setUp(command, flags, io);
      finish(exitCodes.conforming);
    });
}

async function setUp(command: readonly string[], flags: InitFlags, io: Io): Promise<void> {
  const side = readChoice('--side', flags.side, ['client', 'server'] as const);
  const ci = readChoice('--ci', flags.ci, systemNames);
  const language = readLanguage(side, command, flags.lang);
  const api = flags.api === undefined ? undefined : readApi(side, flags.api);
  const { words, missing } = judged(side, language?.command ?? command, flags.target);
  const job = { side, words: [side, ...(api === undefined ? [] : ['--api', api]), ...words] };
  const { dir } = flags;
  const file = systems[ci](job);
  const files = {
    [file.name]: file.text,
    [baselineName]: baseline,
    ...(language ? { [language.file]: readFileSync(exampleOf(language), 'utf8') } : {}),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(dir, name);
    if (existsSync(path)) {
      io.stdout.write(`already exists  ${name}\n`);
      continue;
    }
    await writeFileAtomic(path, text, 'project');
    io.stdout.write(`written         ${name}\n`);
  }
  await ignoreReports(join(dir, '.gitignore'), io);
  const next = [
    `put ${tarball} (npm pack) beside package.json`,
    ...(file.next === undefined ? [] : [file.next]),
  ];
  io.stderr.write(
    `Next: ${next.join('; ')}. Try it here: npx clever-conformance ${job.words.join(' ')}\n` +
      `${missing}${api === undefined ? versionsOf(side) : ''}For help: npx clever-conformance help.\n`,
  );
}

/** What a job judges, and what is missing: until it is given, the job judges what comes with the package, so that it works at once. */
function judged(
  side: CiJob['side'],
  command: readonly string[],
  target: string | undefined,
): { readonly words: readonly string[]; readonly missing: string } {
  if (side === 'server') {
    if (command.length > 0)
      throw new UsageError(
        'A server is not started by a command.',
        'Give its URL: --target https://api.example.test.',
      );
    if (target !== undefined)
      return { words: ['--target', shellQuote(readOrigin(target, '--target'))], missing: tokenMissing };
    return {
      words: ['--target', 'sandbox'],
      missing: 'Missing: your server. Until you give --target URL, the job judges the embedded sandbox.\n',
    };
  }
  if (target !== undefined)
    throw new UsageError(
      '--target is the server to judge.',
      'Add --side server, or give the command of your client after --.',
    );
  if (command.length > 0) return { words: ['--', ...command.map(shellQuote)], missing: '' };
  return {
    words: ['--', 'python3', 'node_modules/clever-conformance/examples/clients/sync.py'],
    missing: 'Missing: your client. Until you give its command after --, the job judges an example.\n',
  };
}

const tokenMissing = 'Missing: the token. Store it as a secret named CLEVER_TOKEN in the CI system.\n';

async function ignoreReports(file: string, io: Io): Promise<void> {
  const text = existsSync(file)
    ? readPlainFileSync(file, {
        maxBytes: 1024 * 1024,
        refuse: ({ why, cause }) =>
          new UsageError(`${file} cannot be extended: ${why}.`, 'Add reports/ to it yourself.', { cause }),
      })
    : '';
  if (/^\/?reports\/?$/m.test(text)) return void io.stdout.write('already exists  reports/ in .gitignore\n');
  await writeFileAtomic(
    file,
    `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}reports/\n`,
    'project',
  );
  io.stdout.write('added           reports/ to .gitignore\n');
}

/** Throws `UsageError` for a language without an example, and where there is a client already. */
function readLanguage(side: CiJob['side'], command: readonly string[], lang?: string): Language | undefined {
  if (lang === undefined) return undefined;
  const language = languages[readChoice('--lang', lang, languageNames)];
  if (side === 'server' || command.length > 0)
    throw new UsageError(
      '--lang writes a client to begin with.',
      side === 'server' ? 'Omit --side server.' : 'Omit it, or the command after --.',
    );
  return language;
}

/** Throws `UsageError`. */
function readApi(side: CiJob['side'], text: string): string {
  return side === 'client' ? readClientApi(text).name : readApis(text).join();
}

/** Who needs which version: new applications get the newest. */
function versionsOf(side: CiJob['side']): string {
  const [usual, newest] = [profiles[0], laterProfiles[laterProfiles.length - 1] ?? profiles[0]];
  const apis = [newest, ...(side === 'client' ? [] : [profiles[1]])].map(({ name }) => name);
  return `That judges ${usual.prefix.slice(1)} of the Data API. Clever sends new applications to ${newest.prefix.slice(1)}: init --api ${apis.join()}.\n`;
}

const baseline = `# Known failures that do not block a release. Each is valid for at most 180 days; an entry that no longer fails is an error.
# - id: rate-limit/client-paces-at-zero
#   case: rate-limit/remaining-0-on-a-success   # exceptions for required checks must name a case
#   reason: our job queue already paces requests
#   owner: sync team
#   link: https://tracker.example/1234
#   expires: 2026-12-31
[]
`;
