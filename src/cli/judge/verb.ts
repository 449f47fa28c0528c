import { addRunFlags } from '../run/run-flags.ts';
import { cutShort, type VerbHost } from '../verb.ts';
import type { JudgeFlags } from './flags.ts';

/** `judge`: judges captured traffic. */
export function addJudgeVerb({ program, io, finish }: VerbHost): void {
  const verb = program
    .command('judge')
    .summary('judges captured traffic')
    .description(
      'Judges captured traffic: HAR 1.2 files from a browser, a proxy or a test tool, what Playwright, nock, VCR or Newman recorded, recordings made with "record", or the evidence file of a run. ' +
        'Writes one report for the server and one for its clients; what the traffic does not show is untested.',
    )
    .argument('<files...>', 'files to judge; several captures are combined')
    .option('--side <side>', 'server, client or both', 'both');
  addRunFlags(verb);
  verb.action(async (files: readonly string[], flags: JudgeFlags) => {
    const { readJudgeFlags } = await import('./flags.ts');
    const { judgeFiles } = await import('./run.ts');
    const { withOwnModules } = await import('../run/own-modules.ts');
    const read = readJudgeFlags(files, flags);
    const options = await withOwnModules(read, read);
    finish(await cutShort(io, judgeFiles(options, io)));
  });
}
