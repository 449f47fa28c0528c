import { dataProfiles } from '../../job-list.ts';
import { addExploreFlags } from '../explore.ts';
import { withLastFailed } from '../report/last-failed.ts';
import { addRunFlags } from '../run/run-flags.ts';
import type { VerbHost } from '../verb.ts';
import type { ClientFlags } from './flags.ts';

/** `client`: judges a client. */
export function addClientVerb({ program, io, finish }: VerbHost): void {
  const verb = program
    .command('client')
    .argument('[command...]', 'the command that starts the client, after --')
    .summary('judges a client, in any language')
    .description(
      'Starts a client once per scenario, each with its own server that pages, limits, fails or sends wrong data, and ' +
        'judges its requests and the result it reports: clever-conformance client -- python3 sync.py',
    )
    .option(
      '--api <version>',
      `the version of the Data API that the client reads: ${dataProfiles.map(({ name }) => name).join(', ')}; default: ${dataProfiles[0]?.name}`,
    )
    .option('--scenario <text>', 'only scenarios with this text in name or title; * matches anything')
    .option(
      '--debug <scenario>',
      'one scenario without a time limit, its requests printed as they come; without a command, its server waits until Ctrl-C',
    )
    .option(
      '--only <sync|grades>',
      'the client only reads lists, or only writes assignments and grades: what it does not do is inapplicable',
    )
    .option(
      '--module <file>',
      'a JavaScript or TypeScript file that exports run(); in a thread, in virtual time',
    )
    .option('--listen', 'start no client: print base URLs, wait, and judge on Ctrl-C or after --idle seconds')
    .option(
      '--idle <seconds>',
      'with --listen: seconds without requests before judging, 1 to 3600; default: 60',
    )
    .option('--jobs <n>', 'maximum concurrent scenarios, 1 to 256; default: 64, with --module 2')
    .option(
      '--env <name...>',
      'variables of your environment that the client needs besides the usual ones, such as DB_URL',
    )
    .option('--timeout <seconds>', 'timeout for one start of the client, 1 to 3600; default: 120');
  addExploreFlags(
    verb,
    'also play so many generated schedules of faults, and shrink what fails; see docs/exploration.md',
  );
  addRunFlags(verb);
  verb.option('--last-failed', 'only what failed in reports/latest, for a client in the same scenarios');
  verb.action(async (command: readonly string[], flags: ClientFlags) => {
    const { readClientFlags } = await import('./flags.ts');
    const { judgeClientUnderTest } = await import('./run.ts');
    const { withOwnModules } = await import('../run/own-modules.ts');
    const options = readClientFlags(command, await withLastFailed('client', flags, io), io.env);
    finish(await judgeClientUnderTest(await withOwnModules(options, { client: true }), io));
  });
}
