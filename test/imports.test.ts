import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect } from 'chai';

/**
 * What each directory may import, tests counted in; itself always, and a directory listed here is not part of the one around it
 * (`src` is the files directly in `src/`). A directory imports only what stands above it in this table, so there are no cycles:
 * data and API documents first, then the wire and what is asserted over it, then who exercises it, then what people run. Tests
 * that need more than their directory may see are in `test/`.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  openapi: [],
  generated: ['openapi'],
  src: ['contracts', 'openapi', 'generated'],
  // Published by itself.
  'src/client': ['contracts', 'generated', 'src'],
  // What crossed the wire, read once; knows no claim.
  'src/traffic': ['contracts', 'openapi', 'generated', 'src', 'src/client'],
  'src/captures/attribution': ['contracts', 'generated', 'src', 'src/traffic'],
  // The form of a claim, and how one is asserted; knows no spec.
  'src/claims': ['contracts', 'generated', 'src', 'src/traffic'],
  'src/sandbox': ['contracts', 'generated', 'src'],
  'src/targets': ['contracts', 'src', 'src/sandbox'],
  'src/recorder': ['contracts', 'src', 'src/targets'],
  // An allow-list that follows the API documents.
  'src/redaction': ['contracts', 'openapi', 'generated', 'src'],
  'src/evidence': ['contracts', 'generated', 'src', 'src/recorder', 'src/redaction'],
  'specs/support': [
    'contracts',
    'generated',
    'src',
    'src/traffic',
    'src/captures/attribution',
    'src/claims',
    'src/recorder',
    'src/redaction',
    'src/evidence',
  ],
  'specs/client': ['contracts', 'src', 'src/traffic', 'src/claims', 'specs/support'],
  'specs/server': [
    'contracts',
    'openapi',
    'generated',
    'src',
    'src/client',
    'src/traffic',
    'src/claims',
    'specs/support',
  ],
  specs: ['specs/client', 'specs/server'],
  'src/drivers': ['contracts', 'src'],
  // The leak scanner shares nothing with what it watches.
  'src/leaks': [],
  // Probes, scenarios and captures exercise or bring traffic; none of them knows a claim.
  'src/probes': [
    'contracts',
    'openapi',
    'generated',
    'src',
    'src/client',
    'src/traffic',
    'src/targets',
    'src/recorder',
    'src/redaction',
    'src/evidence',
  ],
  examples: ['src', 'src/client', 'src/drivers'],
  'src/scenarios': ['contracts', 'src', 'src/sandbox', 'src/drivers', 'examples'],
  // Generates what probes and scenarios send by hand.
  'src/explore': [
    'contracts',
    'openapi',
    'generated',
    'src',
    'src/traffic',
    'src/targets',
    'src/recorder',
    'src/redaction',
    'src/evidence',
    'src/probes',
    'src/scenarios',
  ],
  'src/observe': [
    'contracts',
    'generated',
    'src',
    'src/sandbox',
    'src/targets',
    'src/recorder',
    'src/redaction',
    'src/evidence',
    'src/drivers',
    'src/probes',
    'src/scenarios',
    'src/explore',
  ],
  'src/engine': [
    'contracts',
    'src',
    'src/traffic',
    'src/captures/attribution',
    'src/claims',
    'specs',
    'src/explore',
    'src/observe',
  ],
  'src/mutants': [
    'contracts',
    'openapi',
    'generated',
    'src',
    'src/sandbox',
    'src/client',
    'src/drivers',
    'src/scenarios',
  ],
  'src/variants': ['contracts', 'src', 'src/sandbox', 'src/client', 'src/drivers', 'src/mutants'],
  'src/recordings': [
    'contracts',
    'openapi',
    'generated',
    'src',
    'src/targets',
    'src/recorder',
    'src/redaction',
    'src/evidence',
    'src/leaks',
    'src/probes',
    'src/observe',
    'src/engine',
    'src/mutants',
  ],
  // Not `src/engine`: it loads the specs, which mocha has to load itself.
  'specs/host': [
    'contracts',
    'src',
    'src/traffic',
    'src/claims',
    'src/targets',
    'src/drivers',
    'src/observe',
    'src/recordings',
  ],
  'src/pacts': [
    'contracts',
    'openapi',
    'generated',
    'src',
    'src/sandbox',
    'src/targets',
    'src/recorder',
    'src/redaction',
    'src/evidence',
  ],
  'specs/pact': ['contracts', 'openapi', 'src', 'src/client', 'src/pacts'],
  'src/captures': [
    'contracts',
    'generated',
    'src',
    'src/client',
    'src/traffic',
    'src/captures/attribution',
    'src/claims',
    'src/sandbox',
    'src/recorder',
    'src/redaction',
    'src/evidence',
    'src/engine',
    'src/recordings',
  ],
  'src/proof': [
    'contracts',
    'src',
    'src/targets',
    'src/drivers',
    'src/scenarios',
    'src/engine',
    'src/mutants',
  ],
  'src/report': [
    'contracts',
    'generated',
    'src',
    'src/traffic',
    'src/claims',
    'src/recorder',
    'src/redaction',
    'src/evidence',
  ],
  'src/cli': [
    'contracts',
    'src',
    'src/traffic',
    'src/claims',
    'src/sandbox',
    'src/targets',
    'src/recorder',
    'src/redaction',
    'src/evidence',
    'src/drivers',
    'src/leaks',
    'src/explore',
    'src/engine',
    'src/recordings',
    'src/pacts',
    'src/captures',
    'src/proof',
    'src/report',
  ],
};

/** Programs of the development and whole-suite tests may import everything above, and tests the programs. */
const everything = Object.keys(mayImport);
const table: Readonly<Record<string, readonly string[]>> = {
  ...mayImport,
  bench: everything,
  tools: everything,
  test: [...everything, 'tools'],
};

/** Packages that only some directories may use. */
const packages: Readonly<Record<string, readonly string[]>> = {
  nock: ['src/targets', 'src/recordings', 'specs/host'],
  '@pact-foundation/pact': ['specs/pact', 'src/pacts'],
  '@pactflow/openapi-pact-comparator': ['src/pacts'],
  mocha: [],
  chai: ['specs/pact', 'specs/support', 'specs/client', 'specs/server', 'src/claims'],
  hono: ['src/sandbox'],
  commander: ['src/cli'],
  'fast-check': ['src/explore'],
};

const root = join(import.meta.dirname, '..');
const directories = Object.keys(table).sort((a, b) => b.length - a.length);

type Imports = ReadonlyMap<string, readonly string[]>;

/** The directory of the table that a file belongs to: the longest that it stands in. */
function directoryOf(file: string): string {
  return directories.find((one) => file.startsWith(`${one}/`)) ?? '';
}

/** Imports between files that the table does not allow. */
function violations(imports: Imports): readonly string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const [from, to] = [directoryOf(file), directoryOf(target)];
      return from === to || table[from]?.includes(to) ? [] : [`${file} (${from}) imports ${target} (${to})`];
    }),
  );
}

/** Directories in a circle of imports, in its order; empty where there is none. */
function circleIn(imports: Imports): readonly string[] {
  const next = new Map<string, Set<string>>();
  for (const [file, targets] of imports)
    for (const target of targets) {
      const [from, to] = [directoryOf(file), directoryOf(target)];
      if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
    }
  const done = new Set<string>();
  const visit = (directory: string, path: readonly string[]): readonly string[] => {
    const at = path.indexOf(directory);
    if (at >= 0) return [...path.slice(at), directory];
    if (done.has(directory)) return [];
    for (const one of next.get(directory) ?? []) {
      const circle = visit(one, [...path, directory]);
      if (circle.length > 0) return circle;
    }
    done.add(directory);
    return [];
  };
  for (const directory of next.keys()) {
    const circle = visit(directory, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/** Tests, and what only tests use: `testing.ts` and `*-testing.ts`. They are not published. */
function isForTests(file: string): boolean {
  return /(?:\.test|(?:^|[/-])testing)\.ts$/.test(file);
}

function specifiersOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1] ?? '');
}

const tops = [...new Set(directories.map((one) => one.split('/')[0] ?? ''))];
const specifiers = new Map(
  tops
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)),
    )
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !file.includes('node_modules'))
    .map((file) => [file, specifiersOf(file)] as const),
);
const imports: Imports = new Map(
  [...specifiers].map(([file, all]) => [
    file,
    all.filter((one) => one.startsWith('.')).map((one) => normalize(join(dirname(file), one))),
  ]),
);

describe('imports', () => {
  it('every import is in the table, tests counted in', () => {
    expect(violations(imports)).to.deep.equal([]);
    expect(imports.size).to.be.above(500);
  });

  it('directories do not import each other in a circle, tests counted in', () => {
    expect(circleIn(imports)).to.deep.equal([]);
    const allowed = new Map(
      Object.entries(table).map(([from, all]) => [`${from}/a.ts`, all.map((to) => `${to}/b.ts`)]),
    );
    expect(circleIn(allowed), 'the table itself').to.deep.equal([]);
  });

  it('a circle made on purpose is found, also through a test file', () => {
    const withOne = (file: string, target: string): Imports => new Map([...imports, [file, [target]]]);
    const throughCode = withOne('src/traffic/new.ts', 'specs/server/access.spec.ts');
    expect(violations(throughCode)).to.have.lengthOf(1);
    expect(circleIn(throughCode)).to.include.members(['src/traffic', 'specs/server']);
    const throughTest = withOne('src/sandbox/new.test.ts', 'src/engine/judge.ts');
    expect(violations(throughTest)).to.have.lengthOf(1);
    expect(circleIn(throughTest)).to.include.members(['src/sandbox', 'src/engine']);
  });

  it('only tests and programs of the development import what is only for tests', () => {
    const broken = [...imports].flatMap(([file, targets]) =>
      isForTests(file) || /^(?:test|tools|bench)\//.test(file)
        ? []
        : targets.filter(isForTests).map((target) => `${file} imports ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });

  it('packages are used where they belong', () => {
    const broken = [...specifiers].flatMap(([file, all]) =>
      isForTests(file) || /^(?:test|tools|bench)\//.test(file)
        ? []
        : all.filter((name) => !mayUse(directoryOf(file), name)).map((name) => `${file} imports ${name}`),
    );
    expect(broken).to.deep.equal([]);
  });
});

function mayUse(directory: string, specifier: string): boolean {
  const only = Object.entries(packages).find(
    ([name]) => specifier === name || specifier.startsWith(`${name}/`),
  )?.[1];
  return !only || only.includes(directory);
}
