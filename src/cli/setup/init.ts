import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { readPlainFileSync } from '../../plain-file.ts';
import type { Io } from '../io.ts';
import { version } from '../package.ts';
import { readChoice } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface InitFlags {
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
    .option('--dir <dir>', 'directory of the project', '.')
    .action(async (flags: InitFlags) => {
      await setUp(flags, io);
      finish(exitCodes.conforming);
    });
}

async function setUp({ side, dir }: InitFlags, io: Io): Promise<void> {
  const chosen = readChoice('--side', side, ['client', 'server'] as const);
  const files: Readonly<Record<string, string>> = {
    '.github/workflows/clever-conformance.yml': workflow(chosen),
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
    `Next: put your command into the workflow, and try it here: ${commandOf(chosen)}\n${versionsOf(chosen)}` +
      'For help: npx clever-conformance help.\n',
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

/** Who needs which version. A client is judged in the version that it was written for. */
function versionsOf(side: 'client' | 'server'): string {
  return side === 'client'
    ? ''
    : 'That judges v2.0 of the Data API. Newer servers, as new applications use, have v3.1: --api data-v3.1,lms-v3.1.\n';
}

function commandOf(side: 'client' | 'server'): string {
  return side === 'client'
    ? 'npx clever-conformance client -- python3 sync.py'
    : 'npx clever-conformance server --target http://127.0.0.1:4010';
}

/** Actions are pinned to major versions, so that they receive fixes. */
function workflow(side: 'client' | 'server'): string {
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
      - name: Judge
${side === 'client' ? '' : `        env:\n          CLEVER_TOKEN: \${{ secrets.CLEVER_TOKEN }}\n`}        run: >-
          npx --yes clever-conformance@${version} ${side}
          --baseline clever-conformance.baseline.yml
          --out reports/conformance
          --reporter markdown:$GITHUB_STEP_SUMMARY github:reports/annotations.txt
          ${commandOf(side).replace(/^npx clever-conformance \w+ /, '')}
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
