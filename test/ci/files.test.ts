import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse, parseAllDocuments } from 'yaml';
import { systemNames, systems } from '../../src/cli/setup/ci/systems.ts';

/** The cheap part of `npm run lint:ci`. */

const examples = readdirSync('examples/ci').map((name) => join('examples/ci', name));
const files: readonly (readonly [string, string])[] = [
  ...['action.yml', '.github/workflows/ci.yml', '.github/workflows/release.yml', ...examples].map(
    (file) => [file, readFileSync(file, 'utf8')] as const,
  ),
  ...systemNames.map(
    (name) =>
      [
        `init --ci ${name}`,
        systems[name]({ side: 'server', words: ['server', '--target', 'sandbox'] }).text,
      ] as const,
  ),
];
const commandLine = readFileSync('docs/reference/command-line.md', 'utf8');

/** Every value below a key, at any depth. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name === key ? [one] : []),
    ...valuesOf(one, key),
  ]);
}

describe('files for CI', () => {
  for (const [file, text] of files.filter(([name]) => !name.endsWith('jenkins')))
    it(`${file} is YAML, and no script has an expression of GitHub in it`, () => {
      for (const document of parseAllDocuments(text)) expect(document.errors).to.deep.equal([]);
      if (file.includes('gitlab')) return;
      for (const script of valuesOf(parse(text), 'run')) expect(String(script)).not.to.include('${{');
    });

  it('use the majors of actions that are current, and none by branch', () => {
    const used = files.flatMap(([file, text]) =>
      [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => `${file}: ${action}`),
    );
    const current = /: actions\/(?:checkout@v6|setup-node@v6|upload-artifact@v7|download-artifact@v7)$/;
    expect(used).to.not.be.empty;
    expect(used.filter((one) => !current.test(one))).to.deep.equal([]);
  });

  it('use flags that exist', () => {
    for (const [file, text] of files)
      for (const [line] of text.matchAll(/^.*clever-conformance (?:server|client|merge|sandbox)\b.*$/gm))
        for (const [flag] of line.matchAll(/(?<= )--[a-z][a-z-]+/g))
          expect(commandLine, `${file}: ${flag}`).to.include(`\`${flag}`);
  });
});
