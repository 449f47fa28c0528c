import { dataProfiles } from '../../job-list.ts';
import { addRunFlags } from '../run/run-flags.ts';
import type { VerbHost } from '../verb.ts';
import type { ProxyFlags } from './flags.ts';

/** `proxy`: judges a server and its client while they talk. */
export function addProxyVerb({ program, io, finish }: VerbHost): void {
  const verb = program
    .command('proxy')
    .argument('[command...]', 'the command that starts the client, after --: once per injected scenario')
    .summary('judges a real server and its real client while they talk')
    .description(
      'Stands between a client and a server, on 127.0.0.1: passes every byte on, shows what happens, and judges both sides on Ctrl-C or ' +
        'after --idle seconds. Give the client its address as base URL. With a command after --, starts the client itself, once per scenario.',
    )
    .requiredOption('--target <url>', 'the server')
    .option('--port <n>', 'port for the client, 0 for any that is free; default: 4020')
    .option('--allow-writes', 'let requests through that create, change or delete something')
    .option('--add-token', 'add the token from CLEVER_TOKEN to requests that have none')
    .option(
      '--inject <what...>',
      'play faults into the conversation: a scenario by its name, a fault at a place (429@page:2, 503x3@students, reset@body, slow=20s@POST), explored/SEED-N, or explored:N; with a command default: all scenarios',
    )
    .option(
      '--api <version>',
      `with a command: the version of the Data API that the client reads: ${dataProfiles.map(({ name }) => name).join(', ')}; default: ${dataProfiles[0]?.name}`,
    )
    .option(
      '--budget <share>',
      'share of the rate limit that may be used in a minute; requests beyond it wait. Default: with a command 20%, else no limit but that of the server',
    )
    .option('--timeout <seconds>', 'timeout per response of the server, 1 to 600; default: 60')
    .option('--idle <seconds>', 'seconds without requests before judging, 1 to 86400; default: 300')
    .option('--jobs <n>', 'with a command: maximum concurrent scenarios, 1 to 64; default: 4')
    .option(
      '--env <name...>',
      'with a command: variables of your environment that the client needs besides the usual ones',
    )
    .option('--side <side>', 'which side is judged: server, client or both', 'both')
    .option('--token-env <name>', 'environment variable with the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file with the token');
  addRunFlags(verb);
  verb.action(async (command: readonly string[], flags: ProxyFlags) => {
    const { readProxyFlags } = await import('./flags.ts');
    const { judgeBetween } = await import('./run.ts');
    const { withOwnModules } = await import('../run/own-modules.ts');
    const options = readProxyFlags(command, flags, io);
    finish(await judgeBetween(await withOwnModules(options, options), io));
  });
}
