import { folderOf } from '../paths/destination.ts';
import { ownRecordings, recordedStudents } from '../paths/folders.ts';
import { defaultApis } from '../selection.ts';
import { cutShort, type VerbHost } from '../verb.ts';
import type { RecordFlags } from './flags.ts';

/** `record`: records a server for replays, compares recordings, and checks files for unredacted data. */
export function addRecordVerb({ program, io, finish }: VerbHost): void {
  program
    .command('record')
    .summary('records redacted fixtures of a server')
    .description(
      'Runs the probes against a server and saves its responses as nock fixtures, without personal data or secrets. ' +
        'A server at a URL is only read, unless it has a state endpoint or writes are allowed. ' +
        '"clever-conformance server --target replay" judges the fixtures without a network.',
    )
    .option('--target <sandbox|url>', 'server to record', 'sandbox')
    .option('--out <dir>', `directory for the recordings; default: ${ownRecordings}`, folderOf('--out'))
    .option(
      '--compare <dir>',
      'record again and report the differences from these recordings; writes only with --out',
    )
    .option('--check <dir>', 'record nothing: check the files in a directory for unredacted data')
    .option('--states <url>', 'provider-state endpoint of the target; makes it a test server')
    .option('--api <names>', 'APIs and versions to record, or all', defaultApis)
    .option('--allow-writes', 'create, change and delete assignments at the target')
    .option('--read-only', 'send only reads, even with --states')
    .option('--exhaust-rate-limit', "use up the token's whole quota once, and wait for the next window")
    .option(
      '--budget <share>',
      'share of the rate limit that a run may use in a minute; default: 20%, sandbox 100%',
    )
    .option('--timeout <seconds>', 'timeout per response, 1 to 600; default: 30')
    .option('--token-env <name>', 'environment variable with the token; default: CLEVER_TOKEN')
    .option('--token-file <file>', 'file with the token')
    .option('--grep <text>', 'only requirements with this text in id or claim; * matches anything')
    .option('--requirement <id...>', 'only these requirements')
    .option('--level <level>', 'only this level: required, recommended or observed')
    .option('--students <n>', 'number of students in the sandbox', String(recordedStudents))
    .option('--seed <n>', 'the same seed gives the same sandbox and the same files', '1')
    .option('--quiet', 'print only errors')
    .action(async (flags: RecordFlags) => {
      if (flags.check !== undefined) {
        const { checkFolder } = await import('./check.ts');
        finish(await cutShort(io, checkFolder(flags.check, io)));
        return;
      }
      // Loaded on demand, so that small verbs start fast.
      const { readRecordFlags } = await import('./flags.ts');
      const { recordServer } = await import('./run.ts');
      finish(await recordServer(readRecordFlags(flags, io), io));
    });
}
