import type { Side, Theme } from '../../../contracts/requirement.ts';
import type { RequirementId } from '../../../contracts/requirements/index.ts';

/** A generated mutant: one operator at one place. */
export interface DeepSubject {
  readonly side: Side;
  /** `<operator>@<place>`, unique on its side. */
  readonly name: string;
  readonly operator: string;
  readonly theme: Theme;
}

/**
 * What a generated mutant came to. `killed`: a claim that the unchanged subject passes fails. `unreached`: nothing that the suite
 * sends meets the place, so it is not a mutant. `unchanged`: it is met, and every byte stays as it was: equivalent.
 */
export interface DeepTrial extends DeepSubject {
  readonly outcome: 'killed' | 'survived' | 'unreached' | 'unchanged';
  /** The requirements of the first run that killed it. */
  readonly killedBy: readonly RequirementId[];
  /** Why the run that killed it, or the last one, ended early. */
  readonly unfinished?: string;
}

/** Names one subject of a list. */
export function subjectOf({ side, name, operator, theme }: DeepSubject): DeepSubject {
  return { side, name, operator, theme };
}
