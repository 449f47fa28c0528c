import { type ApiName, profiles } from '../../contracts/profiles.ts';
import { themeOf } from '../../contracts/requirement.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { clientMutants } from '../../src/mutants/clients/index.ts';
import { serverMutants } from '../../src/mutants/servers/index.ts';
import { tryClient, tryServer } from '../../src/proof/trial.ts';
import { createSandboxPool } from '../../src/scenarios/serving/sandbox-pool.ts';

export interface FigureOptions {
  /** Per server. */
  readonly requests: number;
  /** Per client. */
  readonly schedules: number;
  readonly runs: number;
  readonly seed: number;
  /** Which APIs are explored. @default that of the broken requirement; for conforming implementations those of every run */
  readonly apis: readonly ApiName[] | undefined;
  readonly isChosen: (name: string, at: number) => boolean;
  readonly print: (line: string) => void;
}

/** How many mutants of a category were found, and how small the sequences became. */
interface Tally {
  found: number;
  all: number;
  readonly steps: number[];
  readonly requests: number[];
}

/** Explores the API that each mutant breaks, judged on what it breaks, with no probe at all. */
export async function serverFigures({ requests, seed, apis, isChosen, print }: FigureOptions): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const { name, breaks, tamper, apis: own } of serverMutants.filter((one, at) =>
    isChosen(one.name, at),
  )) {
    const tally = tallyOf(tallies, own ? `${themeOf(breaks)} ${own.join()}` : themeOf(breaks));
    const ids = new Set<ServerRequirementId>([breaks]);
    const kind = themeOf(breaks).startsWith('lms') ? 'lms' : 'data';
    const chosen = apis ?? own ?? profiles.filter((one) => one.kind === kind).map((one) => one.name);
    const run = await tryServer(tamper, { ids, apis: chosen, probes: [], explore: { requests, seed } });
    tally.all++;
    if (run.outcomeOf(breaks).outcome !== 'failed') {
      print(`not found: ${name}`);
      continue;
    }
    tally.found++;
    const parts = run.result.evidence.explored ?? [];
    const smallest =
      parts.find((one) => one.requirement === breaks) ??
      parts.find((one) => run.outcomeOf(breaks).cases.some((it) => it.name.startsWith(`${one.name}:`)));
    if (!smallest) continue;
    tally.steps.push(smallest.steps.length);
    tally.requests.push(
      run.result.evidence.exchanges.filter(({ seq }) => seq >= smallest.first && seq <= smallest.last).length,
    );
  }
  printTallies(tallies, print);
}

export function tallyOf(tallies: Map<string, Tally>, theme: string): Tally {
  const tally = tallies.get(theme) ?? { found: 0, all: 0, steps: [], requests: [] };
  tallies.set(theme, tally);
  return tally;
}

export function printTallies(tallies: ReadonlyMap<string, Tally>, print: FigureOptions['print']): void {
  for (const [theme, { found, all, steps, requests }] of tallies) {
    const percent = Math.round((100 * found) / all);
    print(
      `${theme.padEnd(14)} ${found} of ${all} (${percent} %); shrunk: median ${median(steps)} steps, ${median(requests)} requests`,
    );
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Runs each mutant in generated schedules only, judged on what it breaks. */
export async function clientFigures({ schedules, seed, isChosen, print }: FigureOptions): Promise<void> {
  const tallies = new Map<string, Tally>();
  const sandboxes = createSandboxPool(1);
  for (const { name, breaks, run } of clientMutants.filter((one, at) => isChosen(one.name, at))) {
    const tally = tallyOf(tallies, themeOf(breaks));
    const ids = new Set<ClientRequirementId>([breaks]);
    const explore = { schedules, seed };
    const judged = await tryClient(run, { ids, scenarios: [], explore, sandboxes });
    tally.all++;
    if (judged.outcomeOf(breaks).outcome !== 'failed') {
      print(`not found: ${name}`);
      continue;
    }
    tally.found++;
    const failed = judged.outcomeOf(breaks).cases.filter((one) => one.outcome === 'failed');
    const smallest = failed.find((one) => one.name.includes('/shrunk')) ?? failed[0];
    const seen = judged.result.evidence.observations?.find((one) => one.scenario === smallest?.name);
    tally.steps.push(Math.max(1, Object.keys(seen?.account ?? {}).length));
    tally.requests.push(seen?.exchanges.count ?? 0);
  }
  printTallies(tallies, print);
  sandboxes.close();
}
