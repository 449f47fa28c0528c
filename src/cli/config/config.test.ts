import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { Command } from 'commander';
import { UsageError } from '../../errors.ts';
import { withFolder } from '../testing.ts';
import { addConfigFlags, applyConfig } from './apply.ts';

/** The flags and the command that a verb gets from a file and a command line, and what is said of it. */
async function given(text: string, ...argv: readonly string[]) {
  return withFolder(async (folder) => {
    const file = join(folder, 'flags.yml');
    writeFileSync(file, text);
    const said = new PassThrough();
    let seen: unknown;
    const program = new Command().exitOverride();
    program.hook('preAction', (_, verb) =>
      applyConfig(verb, { stdout: said, stderr: said, env: {}, signal: new AbortController().signal }),
    );
    for (const name of ['server', 'client']) {
      const verb = program.command(name).option('--quiet').option('--fail-on <what...>').option('--no-color');
      addConfigFlags(verb);
      verb
        .option('--budget <share>', 'share', (share) => `${share}!`)
        .option('--target <target>', '', 'sandbox');
      if (name === 'client') verb.argument('[command...]').option('--jobs <n>');
      verb.action((...args: unknown[]) => {
        const { config: _, ...flags } = verb.opts();
        seen = name === 'client' ? { command: args[0], ...flags } : flags;
      });
    }
    await program.parseAsync([...argv.slice(0, 1), '--config', file, ...argv.slice(1)], { from: 'user' });
    return { seen, said: String(said.read() ?? '').replace(file, 'FILE') };
  });
}

const usual = { color: true, target: 'sandbox' };

describe('the configuration', () => {
  it('gives a verb the flags that its command line does not have, and says which', async () => {
    const text = 'all:\n  fail-on: [untested]\n  jobs: 3\nserver:\n  budget: 10%\n  color: false\n';
    expect(await given(text, 'server')).to.deep.equal({
      seen: { ...usual, failOn: ['untested'], budget: '10%!', color: false },
      said: 'FILE gives 3 flags: fail-on, budget, color\n',
    });
  });

  it('is outdone by the command line, and silent if it is', async () => {
    const text = 'server:\n  budget: 10%\n  quiet: true\n';
    expect(await given(text, 'server', '--budget', '5%')).to.deep.equal({
      seen: { ...usual, budget: '5%!', quiet: true },
      said: '',
    });
  });

  it('names targets, whose flags count most', async () => {
    const text =
      'server: {target: staging, budget: 10%}\ntargets:\n  staging: {target: "http://127.0.0.1:1", budget: 1%}\n  other: {target: "http://127.0.0.1:2"}\n';
    expect((await given(text, 'server')).seen).to.include({ target: 'http://127.0.0.1:1', budget: '1%!' });
    expect((await given(text, 'server', '--target', 'other')).seen).to.include({
      target: 'http://127.0.0.1:2',
      budget: '10%!',
    });
    expect((await given(text, 'server', '--target', 'http://x')).seen).to.include({ target: 'http://x' });
  });

  it('names the command of a client, unless one is given', async () => {
    const text = 'client:\n  command: [python3, sync.py]\n  jobs: 8\n';
    expect((await given(text, 'client')).seen).to.deep.include({
      command: ['python3', 'sync.py'],
      jobs: '8',
    });
    expect((await given(text, 'client', '--', 'x')).seen).to.deep.include({ command: ['x'] });
  });

  it('may be empty', async () => {
    expect(await given('', 'server')).to.deep.equal({ seen: usual, said: '' });
    expect(await given('server:\n', 'server')).to.deep.equal({ seen: usual, said: '' });
  });

  for (const [why, text, says, other] of [
    ['is no YAML', 'server: [', /flags\.yml:1 is not YAML/],
    ['is no mapping', '- a', /flags\.yml:1: the file is not a mapping/],
    ['has an unknown section', 'servr: {}', /flags\.yml:1: "servr" is no section/],
    ['has a section that is no mapping', 'server: 1', /flags\.yml:1: "server" is not a mapping/],
    ['has an unknown flag', 'server:\n  buget: 1', /flags\.yml:2: "buget" is no flag of server/],
    ['has a flag of no verb', 'all:\n  buget: 1', /flags\.yml:2: "buget" is no flag of server/],
    ['names another file', 'server:\n  config: x', /"config" is no flag/],
    ['has a token', 'server:\n\n  token: abc', /flags\.yml:3: a token does not belong into a file/],
    ['has a switch that is no switch', 'server:\n  quiet: loud', /"quiet" is not true or false/],
    ['has several values for one', 'server:\n  budget: [1%, 2%]', /"budget" is not a single value/],
    ['has a mapping for a value', 'server:\n  budget: {a: 1}', /"budget" is not a text or a number/],
    ['has a command that is no list', 'client:\n  command: x', /"command" is not a list of words/],
    ['has a token for another verb', 'client:\n  token: abc', /flags\.yml:2: a token/, 'server'],
    ['has a token for a target', 'targets:\n  x:\n    token: abc', /flags\.yml:3: a token/],
    ['has an unknown flag for another verb', 'client:\n  job: 1', /"job" is no flag of client/, 'server'],
    ['has a command for a server', 'server:\n  command: [x]', /"command" is no flag of server/],
  ] as const)
    it(`is refused where it ${why}`, async () => {
      const verb = other ?? (text.startsWith('client') ? 'client' : 'server');
      const error = await given(text, verb).catch((fault: unknown) => fault);
      expect(error).to.be.instanceOf(UsageError).with.property('message').that.matches(says);
    });
});
