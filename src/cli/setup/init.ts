import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exitCodes } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import type { Io } from '../io.ts';
import { version } from '../package.ts';
import { readChoice } from '../selection.ts';
import type { VerbHost } from '../verb.ts';

interface InitFlags {
  readonly side: string;
  readonly dir: string;
}

/** `init`: what a project needs to be judged in its CI. Nothing that is there is overwritten. */
export function addInitVerb({ program, io, finish }: VerbHost): void {
  program
    .command('init')
    .summary('sets a project up')
    .description(
      'Writes a GitHub workflow that judges the project, an empty list of known failures, and the line that keeps reports out of git. ' +
        'Files that are there already stay as they are.',
    )
    .option('--side <side>', 'what is judged: client or server', 'client')
    .option('--dir <dir>', 'folder of the project', '.')
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
      io.stdout.write(`is there already  ${name}\n`);
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, text);
    io.stdout.write(`written           ${name}\n`);
  }
  await ignoreReports(join(dir, '.gitignore'), io);
  io.stderr.write(
    `Next: put your command into the workflow, and try it here: ${commandOf(chosen)}\n` +
      'Whatever is not documented here: npx clever-conformance help.\n',
  );
}

async function ignoreReports(file: string, io: Io): Promise<void> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (/^\/?reports\/?$/m.test(text))
    return void io.stdout.write('is there already  reports/ in .gitignore\n');
  await writeFileAtomic(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}reports/\n`);
  io.stdout.write('added             reports/ to .gitignore\n');
}

function commandOf(side: 'client' | 'server'): string {
  return side === 'client'
    ? 'npx clever-conformance client -- python3 sync.py'
    : 'npx clever-conformance server --target http://127.0.0.1:4010';
}

/** Major versions only: they get mended, and a conformance run should not be red for a stale action. */
function workflow(side: 'client' | 'server'): string {
  return `# Judges this ${side} by the documents of the Clever API. The report is kept with the run.
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

const baseline = `# Known failures that do not stop a release for the time being. Each holds for at most 180 days; one that fails no more is an error.
# - id: rate-limit/client-paces-at-zero
#   case: rate-limit/remaining-0-on-a-success   # required requirements are excused case by case
#   reason: our job queue spreads requests by itself
#   owner: sync team
#   link: https://tracker.example/1234
#   expires: 2026-12-31
[]
`;
