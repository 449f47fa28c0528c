import { UsageError } from '../../errors.ts';
import { addExploreFlags } from '../explore.ts';
import { withLastFailed } from '../report/last-failed.ts';
import { addRunFlags } from '../run/run-flags.ts';
import { defaultApis } from '../selection.ts';
import type { VerbHost } from '../verb.ts';
import type { ServerFlags } from './flags.ts';

/** `server`: judges a server; without flags the embedded sandbox. */
export function addServerVerb({ program, io, finish }: VerbHost): void {
  const verb = program
    .command('server')
    .summary('judges a server')
    .description(
      'Judges a server that implements the Clever Data API or LMS Connect v3.1. Without flags: the embedded ' +
        'sandbox, in v2.0 of the Data API. A server at a URL is only read, unless it has a state endpoint or writes are allowed.',
    )
    .option('--target <sandbox|replay|url>', 'server to judge', 'sandbox')
    .option('--recordings <dir>', 'recordings to replay; default: the included recordings of the sandbox')
    .option('--states <url>', 'provider-state endpoint of the target; also allows writes')
    .option('--api <names>', `APIs and versions to judge, or all; default: ${defaultApis}, or as recorded`)
    .option('--allow-writes', 'create, change and delete assignments at the target')
    .option('--read-only', 'send only reads, even with --states')
    .option('--exhaust-rate-limit', "use up the token's whole quota once, and wait for the next window")
    .option(
      '--budget <share>',
      'share of the rate limit that a run may use in a minute; default: 20%, sandbox 100%',
    )
    .option(
      '--depth <quick|full>',
      'what is exercised: a few operations, lists and values of each kind, or all; default: quick, sandbox full',
    )
    .option('--timeout <seconds>', 'timeout per response, 1 to 600; default: 30')
    .option('--token-env <name>', 'environment variable with the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file with the token');
  addExploreFlags(
    verb,
    'also send so many generated requests, and shrink what fails; see docs/exploration.md',
  );
  addRunFlags(verb);
  verb
    .option('--last-failed', 'only what failed in reports/latest')
    .option(
      '--subjects <file>',
      'judge every target of a file (YAML, as clever-conformance.yml): a report each, one matrix for all; see docs/many-districts.md',
    )
    .option('--jobs <n>', 'with --subjects: how many at once, 1 to 64; default: 4');
  verb.action(async (flags: ServerFlags) => {
    const { subjects } = flags;
    if (subjects !== undefined) {
      const { judgeSubjects } = await import('./subjects.ts');
      return finish(await judgeSubjects(verb, { ...flags, subjects }, io));
    }
    if (flags.jobs !== undefined)
      throw new UsageError('--jobs is for several subjects.', 'Add --subjects FILE, or omit it.');
    // Loaded on demand, so that small verbs start fast.
    const { readServerFlags } = await import('./flags.ts');
    const { judgeServer } = await import('./run.ts');
    const { withOwnModules } = await import('../run/own-modules.ts');
    const options = readServerFlags(await withLastFailed('server', flags, io), io);
    finish(await judgeServer(await withOwnModules(options, { server: true }), io));
  });
}
