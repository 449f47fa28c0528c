import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { laterProfiles, profiles } from '../../../contracts/profiles.ts';
import { exitCodes, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { readPlainFileSync } from '../../plain-file.ts';
import type { Io } from '../io.ts';
import { version } from '../package.ts';
import { folderOf } from '../paths/destination.ts';
import { readApis, readChoice, readClientApi } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface InitFlags {
  readonly api?: string;
  readonly side: string;
  readonly dir: string;
}

/** `init`: adds what a project needs to be judged in CI. Never overwrites files. */
export function addInitVerb({ program, io, finish }: VerbHost): void {
  program
    .command('init')
    .summary('sets a project up')
    .description(
      'Writes a GitHub workflow that judges the project and an empty list of known failures, and adds reports/ to .gitignore. ' +
        'Existing files are not changed.',
    )
    .option('--side <side>', 'side to judge: client or server', 'client')
    .option(
      '--api <names>',
      'APIs and versions to judge, for a client one of the Data API; default: as without the flag in a run',
    )
    .option('--dir <dir>', 'directory of the project', folderOf('--dir'), '.')
    .action(async (flags: InitFlags) => {
      await setUp(flags, io);
      finish(exitCodes.conforming);
    });
}

async function setUp({ side, dir, api }: InitFlags, io: Io): Promise<void> {
  const chosen = readChoice('--side', side, ['client', 'server'] as const);
  const judged: Judged = { side: chosen, api: api === undefined ? undefined : readApi(chosen, api) };
  const files: Readonly<Record<string, string>> = {
    '.github/workflows/clever-conformance.yml': workflow(judged),
    'clever-conformance.baseline.yml': baseline,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = join(dir, name);
    if (existsSync(file)) {
      io.stdout.write(`already exists  ${name}\n`);
      continue;
    }
    await writeFileAtomic(file, text, 'project');
    io.stdout.write(`written         ${name}\n`);
  }
  await ignoreReports(join(dir, '.gitignore'), io);
  io.stderr.write(
    `Next: put ${tarball} (npm pack) beside package.json and your command into the workflow, and try it here: ` +
      `npx clever-conformance ${argumentsOf(judged).join(' ')}\n${versionsOf(judged)}For help: npx clever-conformance help.\n`,
  );
}

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

/** What the workflow judges. */
interface Judged {
  readonly side: 'client' | 'server';
  /** For `--api`. */
  readonly api: string | undefined;
}

/** Throws `UsageError`. */
function readApi(side: Judged['side'], text: string): string {
  return side === 'client' ? readClientApi(text).name : readApis(text).join();
}

/** Who needs which version: new applications get the newest. */
function versionsOf({ side, api }: Judged): string {
  if (api !== undefined) return '';
  const [usual, newest] = [profiles[0], laterProfiles[laterProfiles.length - 1] ?? profiles[0]];
  const apis = [newest, ...(side === 'client' ? [] : [profiles[1]])].map(({ name }) => name);
  return `That judges ${usual.prefix.slice(1)} of the Data API. Clever sends new applications to ${newest.prefix.slice(1)}: init --api ${apis.join()}.\n`;
}

/** Of clever-conformance. */
function argumentsOf({ side, api }: Judged): readonly string[] {
  return [
    ...[side, ...(api === undefined ? [] : ['--api', api])],
    ...(side === 'client' ? ['--', 'python3', 'sync.py'] : ['--target', 'http://127.0.0.1:4010']),
  ];
}

/** As `npm pack` names it. The package is on no registry. */
const tarball = `clever-conformance-${version}.tgz`;

/** Actions are pinned to major versions, so that they receive fixes. */
function workflow(judged: Judged): string {
  const { side } = judged;
  const [, ...flags] = argumentsOf(judged);
  return `# Judges this ${side} against the documentation of the Clever API. The report is an artifact of the run.
name: Clever conformance
on: [push, pull_request]
permissions:
  contents: read
jobs:
  conformance:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      # The package is on no registry: npm pack in a checkout of it writes this file; a git URL works, too.
      - name: Install
        run: npm install --no-save ./${tarball}
      - name: Judge
${side === 'client' ? '' : `        env:\n          CLEVER_TOKEN: \${{ secrets.CLEVER_TOKEN }}\n`}        run: >-
          npx clever-conformance ${side}
          --baseline clever-conformance.baseline.yml
          --out reports/conformance
          --reporter markdown:$GITHUB_STEP_SUMMARY github:reports/annotations.txt
          ${flags.join(' ')}
      - name: Annotate
        if: always()
        run: cat reports/annotations.txt
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: conformance-report
          path: reports/conformance
`;
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
