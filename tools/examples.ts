/**
 * Writes docs/examples: one report of each kind, from reproducible runs. `npm run examples`; with `--check` it only reports
 * whether they are up to date. The pictures of them need a browser: `node tools/screenshots.ts`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Depth } from '../contracts/depths.ts';
import { type ApiName, profiles, todaysProfiles } from '../contracts/profiles.ts';
import type { ClientRequirementId, ServerRequirementId } from '../contracts/requirements/index.ts';
import { run as referenceClient } from '../examples/clients/reference.ts';
import { requirementsOf } from '../src/catalogue.ts';
import type { RunResult } from '../src/claims/run-result.ts';
import { virtualEpochMs } from '../src/clock.ts';
import type { ClientModule } from '../src/drivers/driver.ts';
import { createModuleDriver } from '../src/drivers/module.ts';
import { runClient } from '../src/engine/client-run.ts';
import { runServer } from '../src/engine/server-run.ts';
import { evidenceFile } from '../src/evidence/store.ts';
import { clientMutants } from '../src/mutants/clients/index.ts';
import { serverMutants } from '../src/mutants/servers/index.ts';
import { version } from '../src/package.ts';
import { renderDiffHtml } from '../src/report/compare/diff-html.ts';
import { renderHistory } from '../src/report/compare/history-html.ts';
import { matrixOf } from '../src/report/compare/matrix.ts';
import { renderMatrixJson, renderMatrixJunit } from '../src/report/compare/matrix-files.ts';
import { renderComparison } from '../src/report/compare/matrix-html.ts';
import { writeReports } from '../src/report/files/write.ts';
import type { About } from '../src/report/model/about.ts';
import { diffReports } from '../src/report/model/diff.ts';
import type { Report } from '../src/report/model/report.ts';
import { openSandboxTarget } from '../src/targets/sandbox.ts';

const published = join(import.meta.dirname, '../docs/examples');
const signal = new AbortController().signal;
// Makes the reference client's jitter reproducible.
Math.random = () => 0.5;

/** Fixed, so that the same version writes the same bytes. */
const now = () => virtualEpochMs;
const environment = { node: '24', platform: 'any' };

const serverIds = new Set(requirementsOf('server').map((one) => one.id as ServerRequirementId));
const clientIds = new Set(requirementsOf('client').map((one) => one.id as ClientRequirementId));

/** Violations that are easy to see, one of them intermittent. */
const brokenServer = ['pagination/ids-ascend', 'rate-limit/429-body-empty', 'data/item-uri'] as const;
/** Violations of what only versions with users promise. */
const brokenUsers = ['data/role-filter', 'data/count'] as const;
const brokenClient = 'rate-limit/client-waits-for-reset';

/** What is judged of a server, and how much of it. */
interface Extent {
  readonly apis: readonly ApiName[];
  readonly depth?: Depth;
  /** @default all */
  readonly ids?: ReadonlySet<ServerRequirementId>;
}

const usual: Extent = { apis: profiles.map(({ name }) => name) };
/** Every version of today, not as thoroughly. */
const everyVersion: Extent = { apis: todaysProfiles.map(({ name }) => name), depth: 'quick' };

/** What a first try selects: the Data API without what needs a whole rate-limit window. */
const firstTry: Extent = {
  ...usual,
  ids: new Set([...serverIds].filter((id) => /^(?:data|pagination|errors|access)\//.test(id))),
};

async function judgeServer(breaks: readonly string[], name: string, extent = usual): Promise<RunResult> {
  const tampers = breaks.map((id) => {
    const found = serverMutants.find((one) => one.breaks === id);
    if (!found) throw new Error(`No mutant breaks ${id}.`);
    return found.tamper;
  });
  const target = openSandboxTarget({
    seed: 1,
    students: 120,
    tamper: (sandbox) => tampers.reduce((fetch, tamper) => tamper({ ...sandbox, fetch }), sandbox.fetch),
  });
  const { result } = await runServer({
    target,
    ids: serverIds,
    ...extent,
    seed: 1,
    budgetShare: 1,
    signal,
    now,
  });
  await target.close();
  return { ...result, subject: { kind: 'sandbox', name } };
}

async function judgeClient(run: ClientModule, name: string): Promise<RunResult> {
  const { result } = await runClient({
    driver: createModuleDriver(run, name),
    ids: clientIds,
    seed: 1,
    jobs: 4,
    signal,
    now,
  });
  return result;
}

/** What the made-up teams would have given with `--name`, `--subject-version` and `--commit`. */
const abouts: Readonly<Record<string, About>> = {
  server: { name: 'District mock', version: '1.5.0', commit: '3f2a91c' },
  'server-before': { name: 'District mock', version: '1.4.2', commit: '91be04d' },
  'server-first-try': { name: 'District mock', version: '1.0.0', commit: '0c77d1e' },
  'server-v3.1': { name: 'District mock, v3', version: '2.0.0-beta.1', commit: 'e40c2ab' },
  client: { name: 'Hasty sync', version: '0.3.0', commit: 'a19f3c2' },
  'reference-client': { name: 'Reference client', version },
};

const allReporters = ['markdown', 'github', 'ctrf', 'tap', 'badge', 'shields', 'in-toto', 'text'] as const;

async function write(
  root: string,
  name: string,
  run: RunResult,
  reporters: readonly (typeof allReporters)[number][] = allReporters,
): Promise<Report> {
  const dir = join(root, name);
  const { report, fault } = await writeReports(dir, run, {
    tool: { name: 'clever-conformance', version },
    about: abouts[name] ?? {},
    environment,
    failOn: new Set(),
    reporters: reporters.map((reporter) => ({ name: reporter })),
  });
  if (fault) throw fault;
  // Megabytes that can be reproduced; the report contains their digest.
  rmSync(join(dir, evidenceFile));
  return report;
}

async function writeAll(root: string): Promise<void> {
  const broken = clientMutants.find((one) => one.breaks === brokenClient);
  if (!broken) throw new Error(`No mutant breaks ${brokenClient}.`);
  const faulty = 'a sandbox with three faults';
  const red = await write(root, 'server', await judgeServer(brokenServer, faulty));
  const green = await write(root, 'server-before', await judgeServer([], 'a sandbox without faults'), [
    'badge',
  ]);
  const part = await write(
    root,
    'server-first-try',
    await judgeServer([], 'a sandbox without faults', firstTry),
    ['badge'],
  );
  const users = await judgeServer(brokenUsers, 'a sandbox with two faults in v3.1', everyVersion);
  await write(root, 'server-v3.1', users, ['text']);
  const client = await write(root, 'client', await judgeClient(broken.run, 'hasty.ts'));
  const reference = await write(
    root,
    'reference-client',
    await judgeClient(referenceClient, 'examples/clients/reference.ts'),
  );
  writeFileSync(join(root, 'diff.html'), renderDiffHtml(diffReports(green, red)));
  const subjects = [
    { name: 'Hasty sync', report: client, href: './client/report.html' },
    { name: 'Reference client', report: reference, href: './reference-client/report.html' },
  ];
  const matrix = matrixOf(subjects);
  writeFileSync(join(root, 'matrix.html'), renderComparison(subjects));
  writeFileSync(join(root, 'matrix.json'), renderMatrixJson(matrix));
  writeFileSync(join(root, 'matrix.xml'), renderMatrixJunit(matrix));
  writeFileSync(join(root, 'history.html'), renderHistory(nightsOf(part, green, red)));
}

/** Three weeks: a first try, what is green, a bad week in the middle, and what broke again. */
function nightsOf(part: Report, green: Report, red: Report): readonly Report[] {
  return Array.from({ length: 21 }, (_, day) => ({
    ...(day < 3 ? part : (day >= 8 && day < 13) || day >= 19 ? red : green),
    startedAt: new Date(virtualEpochMs + day * 86_400_000).toISOString(),
  }));
}

function filesIn(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.png') && one.name !== 'README.md')
    .map((one) => join(one.parentPath, one.name).slice(root.length + 1))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

if (process.argv.includes('--check')) {
  const root = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
  try {
    await writeAll(root);
    const [made, kept] = [filesIn(root), filesIn(published)];
    const stale = [...new Set([...made.keys(), ...kept.keys()])].filter(
      (name) => made.get(name) !== kept.get(name),
    );
    for (const name of stale)
      process.stderr.write(`docs/examples/${name} is stale: run "npm run examples".\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
} else {
  mkdirSync(published, { recursive: true });
  for (const name of filesIn(published).keys()) rmSync(join(published, name));
  await writeAll(published);
}
