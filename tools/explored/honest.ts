import { tryServer } from '../../src/proof/trial.ts';
import type { FigureOptions } from './kills.ts';

/** Explores the sandbox again and again, each time with another seed of district and sequences. */
export async function honestFigures({ runs, requests, seed, isChosen, print }: FigureOptions): Promise<void> {
  let accused = 0;
  let done = 0;
  for (let at = 0; at < runs; at++) {
    if (!isChosen('', at)) continue;
    const students = [120, 30, 250, 12, 3][at % 5] ?? 120;
    const explore = { requests, seed: seed + at, shrinks: false };
    const run = await tryServer(undefined, { seed: seed + at, probes: [], explore, students });
    done++;
    const failed = run.result.outcomes.filter((one) => one.outcome.outcome === 'failed');
    if (failed.length === 0 && !run.unfinished) continue;
    accused++;
    print(
      `accused with seed ${seed + at}: ${failed.map((one) => one.id).join(', ')} ${run.unfinished?.message ?? ''}`,
    );
    print(JSON.stringify(failed[0]?.outcome.cases.find((one) => one.outcome === 'failed')).slice(0, 600));
  }
  print(`${done} runs of the sandbox with ${requests} requests: ${accused} accused`);
}
