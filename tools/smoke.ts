/**
 * Packs the package, installs it into an empty project with every package manager, and runs it there on every supported Node:
 * `npm run smoke`, or a part: `npm run smoke -- --manager pnpm --node 24`. Prints a row for each manager and Node, what was installed,
 * and whether Node 20 is refused in one line. Exit 1 unless every run ended as it should. The whole takes ten minutes, and the registry.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { mustRun, printed, projectWith, runIn, withPacked } from './packed/packed.ts';

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

const { values: asked } = parseArgs({
  options: { manager: { type: 'string', multiple: true }, node: { type: 'string', multiple: true } },
});
const nodes = asked.node ?? ['22', '24', '26'];
/** npm, pnpm and bun read the same configuration; Yarn does not. */
const server = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
const registry = { YARN_NPM_REGISTRY_SERVER: server, YARN_UNSAFE_HTTP_WHITELIST: new URL(server).hostname };

withPacked((work, tarball) => {
  const chosen = managers.filter(({ name }) => asked.manager?.includes(name) ?? true);
  const programs = join(work, 'programs');
  // The script of bun puts its binary into its place.
  projectWith(programs, { 'package.json': '{ "allowScripts": { "bun": true } }' });
  const majors = [...nodes, '20'].map(
    (major) => `node-${major}@npm:node-${process.platform}-${process.arch}@${major}`,
  );
  mustRun(programs, ['npm', 'install', '--no-save', ...chosen.flatMap(({ from }) => from ?? []), ...majors]);
  let good = true;
  for (const manager of chosen) {
    const project = join(work, manager.name);
    process.stdout.write(`${manager.name}: ${installedIn(project, manager, tarball, programs)}\n`);
    for (const node of nodes)
      for (const [name, run] of Object.entries(runs)) {
        const ended = runIn(project, [...manager.run, ...run.args], environmentOf(programs, node));
        const right = ended.status === run.status && ended.text.includes(run.says);
        good = printed(`Node ${node} ${name}`, right, ended) && good;
      }
    if (manager.name !== 'npm') continue;
    const refused = runIn(project, [...inBin, 'list'], environmentOf(programs, '20'));
    const isOneLine = refused.text.trim().split('\n').length === 1;
    good = printed('Node 20 is refused', refused.status === 2 && isOneLine, refused) && good;
  }
  return good;
});

/** Installs the package into a new project; what that took, in words. */
function installedIn(project: string, manager: Manager, tarball: string, programs: string): string {
  projectWith(project, {
    'package.json': '{ "name": "empty", "private": true, "type": "module" }\n',
    'client.mjs': client,
    'pact.json': '{ "consumer": { "name": "a" }, "provider": { "name": "b" }, "interactions": [] }\n',
    ...manager.files,
  });
  copyFileSync(tarball, join(project, 'package.tgz'));
  const { seconds } = mustRun(project, manager.install, environmentOf(programs, '24'));
  return `installed in ${seconds.toFixed(1)} s, ${mustRun(project, ['du', '-sm', '.']).text.split('\t')[0]} MB`;
}

function environmentOf(programs: string, node: string): Readonly<Record<string, string>> {
  const modules = join(programs, 'node_modules');
  const folders = [join(modules, `node-${node}`, 'bin'), join(modules, '.bin'), process.env.PATH ?? ''];
  return { ...registry, PATH: folders.join(delimiter) };
}
