import { addRunFlags } from '../run-flags.ts';
import type { VerbHost } from '../verb.ts';
import type { ClientFlags } from './flags.ts';

/** `client`: judges a client, in any language. */
export function addClientVerb({ program, io, finish }: VerbHost): void {
  const verb = program
    .command('client')
    .argument('[command...]', 'what starts the client, after --')
    .summary('judges a client, in any language')
    .description(
      'Starts a client once per scenario, each with a server of its own that turns pages, limits, fails and lies, and ' +
        'judges what the client sends and claims: clever-conformance client -- python3 sync.py',
    )
    .option('--scenario <text>', 'only scenarios with this text in name or title; * stands for anything')
    .option(
      '--module <file>',
      'a JavaScript or TypeScript file that exports run(); in process, in virtual time',
    )
    .option('--listen', 'start nothing: print base URLs, wait, and judge on Ctrl-C or after --idle seconds')
    .option('--idle <seconds>', 'with --listen: silence after which it is judged, 1 to 3600; default: 60')
    .option('--jobs <n>', 'scenarios at once, 1 to 256; default: 64, with --module 8')
    .option('--timeout <seconds>', 'how long one start of the client may take, 1 to 3600; default: 120');
  addRunFlags(verb);
  verb.action(async (command: readonly string[], flags: ClientFlags) => {
    const { readClientFlags } = await import('./flags.ts');
    const { judgeClientUnderTest } = await import('./run.ts');
    finish(await judgeClientUnderTest(await readClientFlags(command, flags), io));
  });
}
