import { type ApiName, allProfiles } from '../../../contracts/profiles.ts';
import type { Side } from '../../../contracts/requirement.ts';
import { clientFaults } from '../../mutants/operators/client/index.ts';
import { nameOf } from '../../mutants/operators/name.ts';
import type { ServerFault } from '../../mutants/operators/server/fault.ts';
import { serverFaultsOf } from '../../mutants/operators/server/index.ts';
import { openClientBench } from './client-bench.ts';
import type { DeepSubject, DeepTrial } from './deep-trial.ts';
import { openServerBench, type ServerBench } from './server-bench.ts';

export interface DeepBenchOptions {
  readonly side: Side;
  /** Of servers: what they serve. */
  readonly apis: readonly ApiName[];
  /** Of the synthetic data. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** The generated mutants of a side, in the order in which they are generated. */
export function deepSubjects(side: Side, apis: readonly ApiName[]): readonly DeepSubject[] {
  const faults = side === 'server' ? serverFaultsIn(apis) : clientFaults;
  return faults.map(({ operator, place, theme }) => ({
    side,
    operator,
    theme,
    name: nameOf({ operator, place }),
  }));
}

function serverFaultsIn(apis: readonly ApiName[]): readonly ServerFault[] {
  return serverFaultsOf(allProfiles.filter(({ name }) => apis.includes(name)));
}

/** Judges generated mutants by name. What the conforming subject does is recorded once, when the first of them is judged. */
export function openDeepBench({
  side,
  apis,
  seed,
  signal,
}: DeepBenchOptions): (name: string) => Promise<DeepTrial> {
  if (side === 'server') {
    let bench: Promise<ServerBench> | undefined;
    const byName = new Map(serverFaultsIn(apis).map((one) => [nameOf(one), one]));
    return async (name) => {
      bench ??= openServerBench({ apis, seed, signal });
      return (await bench).judge(known(byName.get(name)));
    };
  }
  const bench = openClientBench({ seed, signal });
  const byName = new Map(clientFaults.map((one) => [nameOf(one), one]));
  return (name) => bench.judge(known(byName.get(name)));
}

function known<T>(fault: T | undefined): T {
  if (!fault) throw new Error('there is no such generated mutant');
  return fault;
}
