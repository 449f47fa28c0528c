import { addRunFlags } from '../run-flags.ts';
import type { VerbHost } from '../verb.ts';
import type { JudgeFlags } from './flags.ts';

/** `judge`: judges traffic that somebody else captured. */
export function addJudgeVerb({ program, io, finish }: VerbHost): void {
  const verb = program
    .command('judge')
    .summary('judges captured traffic')
    .description(
      'Judges captured traffic: HAR 1.2 files of a browser, a proxy or a test tool, recordings of ours, or an evidence.json. ' +
        'One report says what the server did, another one what its clients did; what the traffic does not show stays untested.',
    )
    .argument('<files...>', 'what to judge; several HAR files are taken together')
    .option('--side <side>', 'server, client or both', 'both');
  addRunFlags(verb);
  verb.action(async (files: readonly string[], flags: JudgeFlags) => {
    const { readJudgeFlags } = await import('./flags.ts');
    const { judgeFiles } = await import('./run.ts');
    finish(await judgeFiles(readJudgeFlags(files, flags), io));
  });
}
