import type { ApiName } from '../../../contracts/profiles.ts';
import type { Side, Theme } from '../../../contracts/requirement.ts';
import { catalogueDigest, catalogueVersion, findRequirement, matchesPattern } from '../../catalogue.ts';
import { NothingJudgedError } from '../../errors.ts';
import { equivalents } from '../../mutants/operators/equivalents.ts';
import { type DeepTask, type PoolOptions, runTrials } from '../worker-pool.ts';
import { deepSubjects } from './bench.ts';
import type { DeepSubject, DeepTrial } from './deep-trial.ts';

/** `deep-proof.json`, format version 1: what became of the generated mutants. Members may be added, none changed. */
export interface DeepProof {
  readonly format: 'clever-conformance/deep-proof';
  readonly formatVersion: 1;
  readonly catalogue: { readonly version: string; readonly digest: string };
  readonly seed: number;
  /** Mutants chosen at random from each side; absent where all were tried. */
  readonly sample?: number;
  readonly sides: readonly DeepSide[];
}

/** The counts of some generated mutants. `mutants` = `killed` + `survivors` + `equivalent`. */
export interface Tally {
  /** Operator and place exist, and a run meets the place. */
  readonly mutants: number;
  readonly killed: number;
  /** Killed by a required requirement. */
  readonly killedByRequired: number;
  readonly survivors: number;
  /** Survivors that are listed as equivalent. */
  readonly equivalent: number;
}

export interface DeepSide {
  readonly side: Side;
  readonly counts: Tally & {
    readonly generated: number;
    /** No run meets the place. */
    readonly unreached: number;
    /** A run meets the place, and every byte stays as it was. */
    readonly unchanged: number;
  };
  readonly operators: Readonly<Record<string, Tally>>;
  readonly themes: Readonly<Partial<Record<Theme, Tally>>>;
  readonly survivors: readonly string[];
  readonly equivalents: readonly { readonly name: string; readonly reason: string }[];
  /** Listed as equivalent, and killed. */
  readonly stale: readonly string[];
  readonly unreached: readonly string[];
}

export interface DeepChoice {
  readonly sides: readonly Side[];
  /** What servers serve. */
  readonly apis: readonly ApiName[];
  /** See `matchesPattern`; over the names. */
  readonly grep?: string | undefined;
  /** At most this many of each side, chosen by the seed. @default all */
  readonly sample?: number | undefined;
  readonly seed: number;
}

/** Chooses generated mutants. Throws `NothingJudgedError` if none matches. */
export function chooseDeep({ sides, apis, grep, sample, seed }: DeepChoice): readonly DeepSubject[] {
  const chosen = sides.flatMap((side) => {
    const fitting = deepSubjects(side, apis).filter((one) => !grep || matchesPattern(grep, one.name));
    if (sample === undefined || sample >= fitting.length) return fitting;
    const draws = new Map(fitting.map((one) => [one, drawOf(one, seed)]));
    const last = [...draws.values()].sort((a, b) => a - b)[sample - 1] ?? 0;
    return fitting.filter((one) => (draws.get(one) ?? 0) <= last);
  });
  if (chosen.length > 0) return chosen;
  throw new NothingJudgedError(
    'No generated mutant matches the selection, so nothing was proven.',
    'Change --grep; it matches names such as drop-link@GET /students.',
  );
}

/** By name and seed, so that a new mutant changes nothing for the others. */
function drawOf({ name }: DeepSubject, seed: number): number {
  let hash = 2_166_136_261 ^ seed;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

/** Judges generated mutants. The same choice gives the same proof for any number of threads. */
export async function proveDeep(
  subjects: readonly DeepSubject[],
  choice: DeepChoice,
  options: PoolOptions<DeepTask>,
): Promise<DeepProof> {
  const { seed, sample, sides, apis } = choice;
  const tasks = subjects.map(({ side, name }): DeepTask => ({ side, name, seed, deep: { apis } }));
  const trials = await runTrials(tasks, options);
  return {
    format: 'clever-conformance/deep-proof',
    formatVersion: 1,
    catalogue: { version: catalogueVersion, digest: catalogueDigest() },
    seed,
    ...(sample === undefined ? {} : { sample }),
    sides: sides.flatMap((side) => {
      const own = trials.filter((one) => one.side === side);
      return own.length === 0 ? [] : [summarize(side, own)];
    }),
  };
}

/** What became of the generated mutants of one side. */
export function summarize(side: Side, trials: readonly DeepTrial[]): DeepSide {
  const mutants = trials.filter(({ outcome }) => outcome === 'killed' || outcome === 'survived');
  const unreached = trials.filter(({ outcome }) => outcome === 'unreached');
  const survivors = mutants.filter(({ outcome }) => outcome === 'survived');
  return {
    side,
    counts: {
      generated: trials.length,
      unreached: unreached.length,
      unchanged: trials.length - unreached.length - mutants.length,
      ...tally(mutants),
    },
    operators: talliesBy(mutants, ({ operator }) => operator),
    themes: talliesBy(mutants, ({ theme }) => theme),
    survivors: survivors.filter((one) => reasonOf(one) === undefined).map(({ name }) => name),
    equivalents: survivors.flatMap((one) => {
      const reason = reasonOf(one);
      return reason === undefined ? [] : [{ name: one.name, reason }];
    }),
    stale: mutants
      .filter((one) => one.outcome === 'killed' && reasonOf(one) !== undefined)
      .map(({ name }) => name),
    unreached: unreached.map(({ name }) => name),
  };
}

function talliesBy<Key extends string>(
  mutants: readonly DeepTrial[],
  keyOf: (trial: DeepTrial) => Key,
): Readonly<Record<Key, Tally>> {
  const groups = [...Map.groupBy(mutants, keyOf)].map(([key, own]) => [key, tally(own)] as const);
  return Object.fromEntries(groups) as Record<Key, Tally>;
}

function tally(mutants: readonly DeepTrial[]): Tally {
  const killed = mutants.filter(({ outcome }) => outcome === 'killed');
  const survived = mutants.filter(({ outcome }) => outcome === 'survived');
  const equivalent = survived.filter((one) => reasonOf(one) !== undefined);
  const byRequired = killed.filter(({ killedBy }) =>
    killedBy.some((id) => findRequirement(id).level === 'required'),
  );
  return {
    mutants: mutants.length,
    killed: killed.length,
    killedByRequired: byRequired.length,
    survivors: survived.length - equivalent.length,
    equivalent: equivalent.length,
  };
}

function reasonOf({ side, name }: DeepSubject): string | undefined {
  return equivalents.find((one) => one.side === side && matchesWhole(one.names, name))?.reason;
}

/** `*` stands for any text. */
function matchesWhole(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

/** Whether all but a hundredth of the mutants of each side are killed, and no more than two hundredths are equivalent. */
export function isDeeplyProven({ sides }: Pick<DeepProof, 'sides'>): boolean {
  return sides.every(({ counts, stale }) => {
    const { mutants, killed, equivalent } = counts;
    return killed >= 0.99 * (mutants - equivalent) && equivalent <= 0.02 * mutants && stale.length === 0;
  });
}
