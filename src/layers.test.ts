import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect } from 'chai';

/**
 * Who may import whom, by room; a room may always import itself. Everything flows one way: the catalogue and the root
 * types at the bottom, the command line on top. `src` is the files that stand directly in `src/`.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contracts: ['src'],
  generated: ['src'],
  src: ['contracts', 'generated'],
  'src/client': ['src', 'contracts', 'generated'],
  'src/sandbox': ['src', 'contracts', 'generated'],
  'src/targets': ['src', 'contracts', 'src/sandbox'],
  'src/evidence': ['src', 'contracts', 'generated', 'src/targets'],
  'src/judges': ['src', 'contracts', 'generated', 'src/client'],
  'src/probes': ['src', 'contracts', 'generated', 'src/client', 'src/targets', 'src/evidence'],
  'src/drivers': ['src', 'contracts'],
  'src/scenarios': ['src', 'contracts', 'src/sandbox', 'src/drivers'],
  'src/mutants': ['src', 'contracts', 'src/sandbox', 'src/client', 'src/drivers'],
  'src/variants': ['src', 'contracts', 'src/sandbox', 'src/client', 'src/drivers', 'src/mutants'],
  // The leak scanner shares nothing with what it watches.
  'src/leaks': [],
  'src/pacts': ['src', 'contracts', 'generated', 'src/client', 'src/evidence', 'src/targets', 'src/sandbox'],
  'src/recordings': ['src', 'contracts', 'generated', 'src/targets', 'src/evidence', 'src/leaks', 'src/run'],
  'src/captures': ['src', 'contracts', 'generated', 'src/evidence', 'src/judges'],
  'src/proof': [
    'src',
    'contracts',
    'generated',
    'src/client',
    'src/drivers',
    'src/evidence',
    'src/judges',
    'src/mutants',
    'src/probes',
    'src/report',
    'src/run',
    'src/sandbox',
    'src/scenarios',
    'src/targets',
    'src/variants',
  ],
  'src/run': [
    'src',
    'contracts',
    'generated',
    'src/client',
    'src/targets',
    'src/evidence',
    'src/judges',
    'src/probes',
    'src/sandbox',
    'src/drivers',
    'src/scenarios',
  ],
  'src/report': ['src', 'contracts', 'generated', 'src/evidence'],
  'src/cli': [
    'src',
    'contracts',
    'src/evidence',
    'src/run',
    'src/report',
    'src/sandbox',
    'src/targets',
    'src/drivers',
    'src/recordings',
    'src/captures',
    'src/leaks',
    'src/pacts',
    'src/proof',
  ],
  examples: ['src', 'src/client', 'src/drivers'],
  specs: ['src', 'contracts', 'src/run', 'src/targets', 'src/drivers', 'src/client', 'src/pacts', 'examples'],
};

/** Packages that only some rooms may use. */
const packages: Readonly<Record<string, readonly string[]>> = {
  nock: ['src/targets', 'src/recordings', 'specs'],
  '@pact-foundation/pact': ['specs', 'src/pacts'],
  '@pactflow/openapi-pact-comparator': ['src/pacts'],
  mocha: ['src/run', 'specs'],
  chai: ['specs'],
  hono: ['src/sandbox'],
  commander: ['src/cli'],
};

const root = join(import.meta.dirname, '..');

describe('layers', () => {
  it('every import stays within the table of rooms', () => {
    const broken = filesBelow(['src', 'contracts', 'specs']).flatMap((file) =>
      importsOf(file).flatMap((target) => violation(file, target) ?? []),
    );
    expect(broken).to.deep.equal([]);
  });

  it('nothing but tests imports what is only for tests', () => {
    const broken = filesBelow(['src', 'contracts', 'specs']).flatMap((file) =>
      importsOf(file)
        .filter(isForTests)
        .map((target) => `${file} imports ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });

  it('nobody imports the command line', () => {
    for (const [room, allowed] of Object.entries(mayImport)) expect(allowed, room).to.not.include('src/cli');
  });
});

function violation(file: string, target: string): string | undefined {
  const from = roomOf(file);
  if (target.startsWith('.')) {
    const to = roomOf(relative(root, normalize(join(root, dirname(file), target))));
    return to === from || mayImport[from]?.includes(to)
      ? undefined
      : `${file} (${from}) imports ${target} (${to})`;
  }
  const only = Object.entries(packages).find(
    ([name]) => target === name || target.startsWith(`${name}/`),
  )?.[1];
  return !only || only.includes(from) ? undefined : `${file} imports the package ${target}`;
}

function roomOf(path: string): string {
  const [first = '', second = '', third] = path.split('/');
  return first === 'src' && third !== undefined ? `src/${second}` : first;
}

function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !isForTests(name))
      .map((name) => join(folder, name)),
  );
}

/** Tests, and what only tests use: `testing.ts` and `*-testing.ts`. Nothing else may import it, and it is not built. */
function isForTests(path: string): boolean {
  return /(?:\.test|(?:^|[/-])testing)\.ts$/.test(path);
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1] ?? '');
}
