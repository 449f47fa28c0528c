import { NothingJudgedError } from '../errors.ts';
import { buildProof, type Choice, chooseSubjects, type Proof } from './matrix.ts';
import { type Subject, subjects } from './subjects.ts';
import { type PoolOptions, runTrials } from './worker-pool.ts';

export interface ProveOptions extends PoolOptions {
  /** Of the synthetic data. */
  readonly seed: number;
}

/** A choice with its implementations. */
export interface Selected extends Choice {
  readonly subjects: readonly Subject[];
}

/** Selects mutants and their controls. Throws `NothingJudgedError` if no mutant matches. */
export function selectTrials(choice: Choice): Selected {
  const chosen = chooseSubjects(subjects, choice);
  if (chosen.length === 0)
    throw new NothingJudgedError(
      'No mutant matches the selection, so nothing was proven.',
      'Change --grep; it matches names of mutants and ids of requirements.',
    );
  // A side without mutants is not part of the proof.
  const sides = choice.sides.filter((side) => chosen.some((one) => one.side === side));
  return { ...choice, sides, subjects: chosen };
}

/**
 * Judges the selected implementations, with the whole suite unless it is to be quick. The same selection and seed give the same proof for any number
 * of threads.
 */
export async function prove(selected: Selected, options: ProveOptions): Promise<Proof> {
  const { seed } = options;
  const { quick = false } = selected;
  const tasks = selected.subjects.map(({ side, name }) => ({ side, name, seed, quick }));
  return buildProof(await runTrials(tasks, options), { ...selected, seed });
}
