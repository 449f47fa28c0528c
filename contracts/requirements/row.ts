import type { OpenQuestionId } from '../open-questions.ts';
import type { Requirement, Theme } from '../requirement.ts';

/** A requirement in the file of one theme; its id must start with that theme, and its open questions must exist. */
export interface ThemeRequirement<T extends Theme> extends Requirement {
  readonly id: `${T}/${string}`;
  readonly doubts: readonly OpenQuestionId[];
}
