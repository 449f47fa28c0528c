/**
 * Packs the package, installs it into an empty project with every package manager, and runs it there on every supported Node:
 * `npm run smoke`, or a part: `npm run smoke -- --manager pnpm --node 24`. Prints a row for each manager and Node, what was installed,
 * and whether Node 20 is refused in one line. Exit 1 unless every run ended as it should. The whole takes ten minutes, and the registry.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';

/** How a package manager installs the packed file, and runs a program of it. */
interface Manager {
  readonly name: string;
  /** The package that has the manager; npm comes with Node. */
  readonly from?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly install: readonly string[];
  readonly run: readonly string[];
}

const yarn = (nodeLinker: string): Omit<Manager, 'name'> => ({
  from: '@yarnpkg/cli-dist',
  files: {
    '.yarnrc.yml': `nodeLinker: ${nodeLinker}\nenableTelemetry: false\nenableImmutableInstalls: false\n`,
    'yarn.lock': '',
  },
  install: ['yarn', 'add', './package.tgz'],
  run: ['yarn', 'run', 'clever-conformance'],
});
const inBin = ['node_modules/.bin/clever-conformance'];
const managers: readonly Manager[] = [
  { name: 'npm', install: ['npm', 'install', './package.tgz'], run: inBin },
  { name: 'pnpm', from: 'pnpm', install: ['pnpm', 'add', './package.tgz'], run: inBin },
  { name: 'yarn-node-modules', ...yarn('node-modules') },
  { name: 'yarn-pnp', ...yarn('pnp') },
  { name: 'bun', from: 'bun', install: ['bun', 'add', './package.tgz'], run: inBin },
];

interface Run {
  readonly args: readonly string[];
  readonly status: number;
  readonly says: string;
}
/** What is run in each project. The client imports the published one. */
const runs: Readonly<Record<string, Run>> = {
  server: { args: ['server', '--depth', 'quick'], status: 0, says: '\nconforming: ' },
  client: {
    args: ['client', '--module', 'client.mjs', '--scenario', 'pagination/full-walk'],
    status: 0,
    says: '\nconforming as far as tested: ',
  },
  replay: { args: ['server', '--target', 'replay'], status: 0, says: '\nconforming: ' },
  compare: { args: ['pact', 'compare', 'pact.json'], status: 3, says: 'is not installed' },
};
const client = `import { createCleverClient } from 'clever-conformance/client';

export async function run({ job, dataVersion, ...options }) {
  const ids = [];
  for await (const { id } of createCleverClient(options).records(\`/\${dataVersion}/\${job.slice('sync:'.length)}\`)) ids.push(id);
  return { complete: true, ids };
}
`;

const root = join(import.meta.dirname, '..');
const { values: asked } = parseArgs({
  options: { manager: { type: 'string', multiple: true }, node: { type: 'string', multiple: true } },
});
const nodes = asked.node ?? ['22', '24', '26'];
/** npm, pnpm and bun read the same configuration; Yarn does not. */
const server = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
const registry = { YARN_NPM_REGISTRY_SERVER: server, YARN_UNSAFE_HTTP_WHITELIST: new URL(server).hostname };
const work = mkdtempSync(join(tmpdir(), 'clever-smoke-'));
try {
  process.exitCode = smoke() ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function smoke(): boolean {
  mustRun(['npm', 'pack', '--silent', '--pack-destination', work], root);
  const tarball = join(work, readdirSync(work)[0] ?? '');
  const chosen = managers.filter(({ name }) => asked.manager?.includes(name) ?? true);
  const programs = join(work, 'programs');
  install(programs, [
    ...chosen.flatMap(({ from }) => from ?? []),
    ...[...nodes, '20'].map((major) => `node-${major}@npm:node-${process.platform}-${process.arch}@${major}`),
  ]);
  let good = true;
  for (const manager of chosen) {
    const project = join(work, manager.name);
    const installed = projectOf(manager, project, tarball, programs);
    process.stdout.write(`${manager.name}: ${installed}\n`);
    for (const node of nodes)
      for (const [name, run] of Object.entries(runs)) {
        const { status, text, seconds } = runIn(
          project,
          [...manager.run, ...run.args],
          pathOf(programs, node),
        );
        const right = status === run.status && text.includes(run.says);
        good &&= right;
        process.stdout.write(
          `  Node ${node} ${name.padEnd(8)}${right ? 'as it should' : `WRONG: exit ${status}`} ${seconds.toFixed(1)} s\n`,
        );
        if (!right) process.stdout.write(`${text.trim().replaceAll(/^/gm, '    ')}\n`);
      }
    if (manager.name === 'npm') good = refusesOldNode(project, pathOf(programs, '20')) && good;
  }
  return good;
}

/** A project with the package installed; what was installed, in words. */
function projectOf(manager: Manager, project: string, tarball: string, programs: string): string {
  mkdirSync(project);
  copyFileSync(tarball, join(project, 'package.tgz'));
  const files = {
    'package.json': '{ "name": "empty", "private": true, "type": "module" }\n',
    'client.mjs': client,
    'pact.json': '{ "consumer": { "name": "a" }, "provider": { "name": "b" }, "interactions": [] }\n',
    ...manager.files,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const from = Date.now();
  mustRun(manager.install, project, pathOf(programs, '24'));
  const size = spawnSync('du', ['-sm', project], { encoding: 'utf8' }).stdout.split('\t')[0];
  return `installed in ${((Date.now() - from) / 1000).toFixed(1)} s, ${size} MB`;
}

function refusesOldNode(project: string, path: string): boolean {
  const { status, text } = runIn(project, [...inBin, 'list'], path);
  const right = status === 2 && text.trim().split('\n').length === 1;
  process.stdout.write(`  Node 20 ${right ? 'refused in one line' : `WRONG: exit ${status}\n${text}`}\n`);
  return right;
}

function install(folder: string, packages: readonly string[]): void {
  mkdirSync(folder);
  // The script of bun puts its binary into its place.
  writeFileSync(join(folder, 'package.json'), '{ "allowScripts": { "bun": true } }');
  mustRun(['npm', 'install', '--no-save', ...packages], folder);
}

function pathOf(programs: string, node: string): string {
  const modules = join(programs, 'node_modules');
  const folders = [join(modules, `node-${node}`, 'bin'), join(modules, '.bin'), process.env.PATH ?? ''];
  return folders.join(delimiter);
}

interface Ended {
  readonly status: number | null;
  readonly text: string;
  readonly seconds: number;
}

function runIn(cwd: string, [command = '', ...args]: readonly string[], path = process.env.PATH): Ended {
  const from = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, ...registry, PATH: path },
  });
  return { status, text: `${stdout}${stderr}${error ?? ''}`, seconds: (Date.now() - from) / 1000 };
}

function mustRun(command: readonly string[], cwd: string, path?: string): void {
  const { status, text } = runIn(cwd, command, path);
  if (status !== 0) throw new Error(`${command.join(' ')} in ${cwd} ended with ${status}:\n${text}`);
}
