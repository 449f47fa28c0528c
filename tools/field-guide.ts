/**
 * Judges the retry stacks in examples/field-guide and writes docs/field-guide.md and .html; two to three minutes for each in each version.
 *
 *     npm run field-guide                 all
 *     npm run field-guide -- ky got       only these again; the others keep their last reports
 *     npm run field-guide -- --render     the page only, from the last reports
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../contracts/profiles.ts';
import { renderComparison } from '../src/report/compare/matrix-html.ts';
import type { Report } from '../src/report/model/report.ts';
import { renderPage } from './field-guide/page.ts';
import { first, newest, type Subject, subjects } from './field-guide/subjects.ts';
import type { Judged } from './field-guide/table.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'examples', 'field-guide');
const reports = join(root, 'reports', 'field-guide');
/** Six tries of ten seconds each, and the longest waits of them all (55 s), with room. */
const timeoutS = 150;

const say = (line: string) => process.stderr.write(`${line}\n`);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => name !== '--render' && !subjects.some(({ file }) => file === name));
if (unknown.length > 0) {
  say(
    `There is no ${unknown.join(', ')}; there is ${subjects.map(({ file }) => file).join(', ')}, --render.`,
  );
  process.exit(2);
}

if (!wanted.includes('--render')) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  for (const subject of subjects) {
    if (wanted.length > 0 && !wanted.includes(subject.file)) continue;
    for (const profile of versionsOf(subject)) judge(subject, profile);
  }
}
const missing = subjects.flatMap((subject) =>
  versionsOf(subject)
    .map((profile) => folderOf(subject, profile))
    .filter((one) => !existsSync(join(one, 'report.json'))),
);
if (missing.length > 0) {
  say(`Not judged yet: ${missing.join(', ')}. The page was not written.`);
  process.exit(1);
}
const judged = subjects.map(readJudged);
writeFileSync(join(root, 'docs', 'field-guide.md'), renderPage(judged));
const columns = judged.map(({ title, report }) => ({ name: title, report }));
writeFileSync(join(root, 'docs', 'field-guide.html'), renderComparison(columns));

/** Runs the suite on one subject, as a person would. Throws where it gave no verdict. */
function judge(subject: Subject, profile: Profile): void {
  const { file } = subject;
  const out = folderOf(subject, profile);
  rmSync(out, { recursive: true, force: true });
  say(`judging ${file} in ${profile.name}`);
  const suite = join('src', 'cli', 'bin.ts');
  const client = join('examples', 'field-guide', `${file}.mjs`);
  const { status } = spawnSync(
    process.execPath,
    [
      ...[suite, 'client', '--api', profile.name, '--quiet', '--timeout', String(timeoutS), '--out', out],
      ...['--', process.execPath, client],
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0 && status !== 1)
    throw new Error(`${file} was not judged in ${profile.name}: exit ${status}`);
}

function readJudged(subject: Subject): Judged & { readonly report: Report } {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return {
    ...subject,
    versions: Object.fromEntries(subject.packages.map((name) => [name, dependencies[name] ?? 'unknown'])),
    report: reportOf(subject, first),
    inNewest: subject.isOfFirst ? undefined : reportOf(subject, newest),
  };
}

function reportOf(subject: Subject, profile: Profile): Report {
  return JSON.parse(readFileSync(join(folderOf(subject, profile), 'report.json'), 'utf8')) as Report;
}

function folderOf({ file }: Subject, { prefix }: Profile): string {
  return join(reports, file, prefix.slice(1));
}

function versionsOf({ isOfFirst }: Subject): readonly Profile[] {
  return isOfFirst ? [first] : [first, newest];
}
