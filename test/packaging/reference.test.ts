import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Command } from 'commander';
import { openQuestions } from '../../contracts/open-questions.ts';
import { requirements } from '../../contracts/requirements/index.ts';
import { states } from '../../contracts/states.ts';
import { createProgram } from '../../src/cli/main.ts';

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../docs/reference', name), 'utf8').replaceAll('\\|', '|');

function leavesOf(command: Command): readonly Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(leavesOf) : [command];
}

describe('the reference', () => {
  it('has every flag of every verb', () => {
    const { stdout, stderr } = process;
    const { signal } = new AbortController();
    const program = createProgram({ stdout, stderr, env: {}, signal }, () => {});
    const verbs = program.commands.flatMap(leavesOf);
    const parts = page('command-line.md').split(/^## /m).slice(1);
    expect(parts).to.have.length(verbs.length).and.have.length.above(15);
    const missing = verbs.flatMap((verb, at) =>
      verb.options.flatMap(({ flags, hidden }) =>
        hidden || parts[at]?.includes(`| \`${flags}\` |`) ? [] : [`${verb.name()} ${flags}`],
      ),
    );
    expect(missing).to.deep.equal([]);
  });

  it('has every requirement and every open question, at an address that is its id', () => {
    const [all, questions] = [page('requirements.md'), page('open-questions.md')];
    for (const { id } of requirements)
      expect(all).to.include(`<a id="${id.replace('/', '.')}"></a>\n\n### ${id}\n`);
    for (const { id } of openQuestions) expect(questions).to.include(`<a id="${id}"></a>`);
  });
});

describe('the page of environment variables', () => {
  it('has every variable that the code reads', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      // The published client has codes of errors that look like variables.
      .filter((name) => /(?<!test|testing)\.ts$/.test(name) && !name.startsWith('client/'))
      .map((name) => readFileSync(join('src', name), 'utf8'));
    const names = sources.flatMap((text) => [
      ...[...text.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name = '']) => name),
      ...[...text.matchAll(/\b(?:index|total): '([A-Z_]+)'/g)].map(([, name = '']) => name),
      ...[...text.matchAll(/'(CLEVER_[A-Z_]+)'/g)].map(([, name = '']) => name),
    ]);
    expect(new Set(names)).to.include('CLEVER_TOKEN').and.have.property('size').above(10);
    const text = page('environment.md');
    // Conventions of other programs, which the pact verifier keeps for them.
    const others = ['NO_PROXY', 'CLEVER_CONFORMANCE'];
    expect(
      [...new Set(names)].filter((name) => !others.includes(name) && !text.includes(`\`${name}\``)),
    ).to.deep.equal([]);
  });

  it('stands beside the provider states, the formats and every export of the package', () => {
    for (const { name } of states) expect(page('states.md')).to.include(`| \`${name}\` |`);
    expect(page('formats.md')).to.include('| `verdict` |').and.to.include('| `extra[].id` |');
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly exports: object };
    const code = Object.keys(exports).filter((path) => !/\*|\.json$/.test(path));
    expect(code).to.have.length(5);
    for (const path of code)
      expect(page('library.md')).to.include(`\n## clever-conformance${path.slice(1)}\n`);
    for (const name of ['judgeServer', 'createSandbox', 'conformance', 'definitions', 'createCleverClient'])
      expect(page('library.md')).to.include(`\n### ${name}\n`);
  });
});
