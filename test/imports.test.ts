import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect } from 'chai';
import { packages, table } from './import-table.ts';

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
