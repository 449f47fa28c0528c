/**
 * Packs the package, installs it into an empty project with each test runner for JavaScript, and runs the recipe of examples/recipes there:
 * `npm run recipes`, or some: `npm run recipes -- vitest bun`. Prints what each took. Exit 1 unless all passed.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, printed, projectWith, runIn, withPacked } from './packed/packed.ts';

interface Recipe {
  readonly packages: readonly string[];
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of tests that passed, in its output. */
  readonly passed: RegExp;
}

const recipes: Readonly<Record<string, Recipe>> = {
  vitest: {
    packages: ['vitest'],
    command: ['npx', 'vitest', 'run', 'vitest.test.mjs'],
    passed: /Tests +(\d+) passed/,
  },
  jest: {
    packages: ['jest'],
    command: ['npx', 'jest', '--testMatch', '**/jest.test.mjs'],
    env: { NODE_OPTIONS: '--experimental-vm-modules' },
    passed: /Tests:.* (\d+) passed/,
  },
  mocha: { packages: ['mocha'], command: ['npx', 'mocha', 'mocha.test.mjs'], passed: /(\d+) passing/ },
  node: { packages: [], command: ['node', '--test', 'node.test.mjs'], passed: /pass (\d+)/ },
  bun: { packages: ['bun'], command: ['npx', 'bun', 'test', './bun.test.mjs'], passed: /(\d+) pass/ },
};

const asked = process.argv.slice(2);
withPacked((work, tarball) => {
  let good = true;
  for (const [name, { packages, command, env, passed }] of Object.entries(recipes)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const project = join(work, name);
    projectWith(project, {
      'package.json':
        '{ "private": true, "type": "module", "allowScripts": { "bun": true, "esbuild": true } }',
    });
    cpSync(join(import.meta.dirname, '../examples/recipes'), project, { recursive: true });
    const { seconds } = mustRun(project, ['npm', 'install', tarball, ...packages]);
    const ended = runIn(project, command, { NO_COLOR: '1', ...env });
    // The sandbox as a test double, and at least one case of each client requirement of pagination.
    const tests = Number(passed.exec(ended.text)?.[1] ?? 0);
    good =
      printed(
        `${name}, installed in ${seconds.toFixed(1)} s, ${tests} passed,`,
        ended.status === 0 && tests > 10,
        ended,
      ) && good;
  }
  return good;
});
