import { join } from 'node:path';
import type { Side } from '../../../contracts/requirement.ts';
import { findRequirement } from '../../catalogue.ts';
import { ConformanceError, type ExitCode, exitCodes } from '../../errors.ts';
import { type Judgeable, openAll } from '../../library/capture-files.ts';
import { pause } from '../../library/pause.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { isDefaultFolder, openFolder } from '../../report/files/out-folder.ts';
import { filesOfRun, type OwnFile } from '../../report/files/own-files.ts';
import { pointLatest } from '../../report/files/run-folder.ts';
import { runFolderName } from '../../report/files/write.ts';
import type { Io } from '../io.ts';
import { endRun } from '../run/run-ending.ts';
import type { JudgeOptions } from './flags.ts';

/** Judges files, writes a report for each side, prints the summaries and returns the worse exit code. */
export async function judgeFiles(options: JudgeOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const judgeable = await openAll(options, io.signal);
  if (!options.quiet) for (const line of judgeable.notices) io.stderr.write(`${escapeTerminal(line)}\n`);
  const files = filesOfSides(
    judgeable.sides.map(({ side }) => side),
    options,
  );
  const folder = await openFolder(options.out, runFolderName(startedAtMs, judgeable.name), files);
  return await endSides(judgeable, folder, options, io);
}

/** What will be written, below the directory of the run. */
export function filesOfSides(
  sides: readonly Side[],
  { reporters }: Pick<JudgeOptions, 'reporters'>,
): readonly OwnFile[] {
  return sides.flatMap((side) =>
    filesOfRun(reporters).map((one) =>
      one.isElsewhere || sides.length === 1 ? one : { ...one, path: join(side, one.path) },
    ),
  );
}

/** Judges each side, writes its report, prints its summary and returns the worse exit code. Throws the first fault, after all reports. */
export async function endSides(
  { sides, environment, guard }: Pick<Judgeable, 'sides' | 'environment' | 'guard'>,
  folder: string,
  options: JudgeOptions,
  io: Io,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const faults: unknown[] = [];
  for (const { side, judge } of sides) {
    await pause(io.signal);
    try {
      codes.push(
        await endRun(
          judge(),
          sides.length > 1 ? join(folder, side) : folder,
          { node: process.versions.node, platform: process.platform, ...environment },
          ofSide(options, side),
          io,
          guard,
        ),
      );
    } catch (fault) {
      if (!(fault instanceof ConformanceError)) throw fault;
      faults.push(fault);
    }
  }
  if (sides.length > 1 && isDefaultFolder(folder)) await pointLatest(folder);
  if (faults[0]) throw faults[0];
  return worst(codes);
}

/** Baseline entries go to the side of their requirement; unknown ids go to the server side, which rejects them. */
function ofSide(options: JudgeOptions, side: 'server' | 'client'): JudgeOptions {
  const { baseline } = options;
  if (!baseline || !options.server || !options.client) return options;
  return {
    ...options,
    baseline: baseline.filter((one) => (findRequirement(one.id)?.binds ?? 'server') === side),
  };
}

/** Worst first. "Nothing judged" on one side does not matter if the other was judged. */
const order: readonly ExitCode[] = [
  exitCodes.nonConforming,
  exitCodes.inconclusive,
  exitCodes.conforming,
  exitCodes.nothingJudged,
];

function worst(codes: readonly ExitCode[]): ExitCode {
  return order.find((code) => codes.includes(code)) ?? exitCodes.nothingJudged;
}
