/**
 * Packs the package, installs it into an empty project with each test runner, and runs the recipe of examples/recipes there:
 * `npm run recipes`, or some: `npm run recipes -- vitest bun`. Prints what each took. Exit 1 unless all passed; a recipe whose
 * language is missing is reported and does not count.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, printed, projectWith, runIn, withPacked } from './packed/packed.ts';

interface Recipe {
  /** In `examples/recipes`. */
  readonly folder: 'javascript' | 'pytest' | 'go';
  /** Besides the suite. */
  readonly packages: readonly string[];
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** The number of tests that passed, in its output, or each of them. */
  readonly passed: RegExp;
}

const recipes: Readonly<Record<string, Recipe>> = {
  vitest: javascript(['vitest'], ['npx', 'vitest', 'run', 'vitest.test.mjs'], /Tests +(\d+) passed/),
  jest: {
    ...javascript(['jest'], ['npx', 'jest', '--testMatch', '**/jest.test.mjs'], /Tests:.* (\d+) passed/),
    env: { NODE_OPTIONS: '--experimental-vm-modules' },
  },
  mocha: javascript(['mocha'], ['npx', 'mocha', 'mocha.test.mjs'], /(\d+) passing/),
  node: javascript([], ['node', '--test', 'node.test.mjs'], /pass (\d+)/),
  bun: javascript(['bun'], ['npx', 'bun', 'test', './bun.test.mjs'], /(\d+) pass/),
  pytest: {
    folder: 'pytest',
    packages: [],
    command: ['python3', '-m', 'pytest', '-q'],
    passed: /(\d+) passed/,
  },
  go: {
    folder: 'go',
    packages: [],
    command: ['go', 'test', '-count=1', '-v', '.'],
    passed: /--- PASS: Test/g,
  },
};

function javascript(packages: Recipe['packages'], command: Recipe['command'], passed: RegExp): Recipe {
  return { folder: 'javascript', packages, command, passed };
}

/** The test double's and one of each client requirement of pagination; in other languages the test double's. */
const least: Readonly<Record<Recipe['folder'], number>> = { javascript: 11, pytest: 2, go: 1 };

const asked = process.argv.slice(2);
withPacked((work, tarball) => {
  let good = true;
  for (const [name, recipe] of Object.entries(recipes)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const { folder, packages, command, env, passed } = recipe;
    if (runIn(work, ['sh', '-c', `command -v ${command[0]}`]).status !== 0) {
      process.stdout.write(`  ${name}: not run, ${command[0]} is not installed\n`);
      continue;
    }
    const project = join(work, name);
    projectWith(project, {
      'package.json':
        '{ "private": true, "type": "module", "allowScripts": { "bun": true, "esbuild": true } }',
    });
    cpSync(join(import.meta.dirname, '../examples/recipes', folder), project, { recursive: true });
    const { seconds } = mustRun(project, ['npm', 'install', tarball, ...packages]);
    const ended = runIn(project, command, { NO_COLOR: '1', ...env });
    const found = ended.text.match(passed) ?? [];
    const tests = passed.global ? found.length : Number(found[1] ?? 0);
    const right = ended.status === 0 && tests >= least[folder];
    good = printed(`${name}, installed in ${seconds.toFixed(1)} s, ${tests} passed,`, right, ended) && good;
  }
  return good;
});
