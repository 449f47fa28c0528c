import { openFolder } from '../../report/files/out-folder.ts';
import { runFolderName } from '../../report/files/write.ts';
import { filesOfSides } from '../judge/run.ts';
import type { ProxyOptions } from './flags.ts';

/** Creates the report directory of a run between a client and a server. */
export async function openFolderBetween(options: ProxyOptions, startedAtMs: number): Promise<string> {
  const sides = (['server', 'client'] as const).filter((side) => options[side]);
  const name = runFolderName(startedAtMs, `proxy ${options.origin}`);
  return await openFolder(options.out, name, filesOfSides(sides, options));
}
