import { NothingJudgedError } from '../errors.ts';
import { buildProof, type Choice, chooseSubjects, type Proof } from './matrix.ts';
import { type Subject, subjects } from './subjects.ts';
import { type CrewOptions, runTrials } from './worker-pool.ts';

export interface ProveOptions extends CrewOptions {
  /** Of the made-up data. */
  readonly seed: number;
}

/** What is to be tried: the choice as it was made, and the implementations that it comes to. */
export interface Selected extends Choice {
  readonly subjects: readonly Subject[];
}

/** Chooses mutants, and what breaks nothing. Throws `NothingJudgedError` where no mutant is chosen. */
export function selectTrials(choice: Choice): Selected {
  const chosen = chooseSubjects(subjects, choice);
  if (chosen.length === 0)
    throw new NothingJudgedError(
      'The selection matches no mutant, so nothing was proven.',
      'Loosen --grep; it is looked for in the names of mutants and in the ids of requirements.',
    );
  // A side without mutants was not tried.
  const sides = choice.sides.filter((side) => chosen.some((one) => one.side === side));
  return { ...choice, sides, subjects: chosen };
}

/**
 * Puts the whole suite in front of what was selected. The same selection and seed give the same proof, however many threads
 * work on it.
 */
export async function prove(selected: Selected, options: ProveOptions): Promise<Proof> {
  const { seed } = options;
  const tasks = selected.subjects.map(({ side, name }) => ({ side, name, seed }));
  return buildProof(await runTrials(tasks, options), { ...selected, seed });
}
