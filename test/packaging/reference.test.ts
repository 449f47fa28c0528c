import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Command } from 'commander';
import { openQuestions } from '../../contracts/open-questions.ts';
import { requirements } from '../../contracts/requirements/index.ts';
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
