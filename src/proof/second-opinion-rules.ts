import type { RequirementId } from '../../contracts/requirements/index.ts';

/** `violated`: a subject breaks the rule. `held`: there were subjects, and none does. */
export type Says = 'violated' | 'held' | 'no material';

export interface Opinion {
  readonly says: Says;
  /** Where: `seq` of up to five exchanges that break the rule. */
  readonly at: readonly number[];
}

/** What a rule looks at: something in the log, and the exchange that shows it best. */
export interface Subject {
  readonly seq: number;
}

/** A row of the table: the subjects that the rule speaks of, and what is true of each. */
export interface Rule<Facts> {
  readonly id: RequirementId;
  opinion(facts: Facts): Opinion;
}

/** Makes rows over these facts. `holds` answers `undefined` for a subject that shows neither. */
export function ruleOn<Facts>() {
  return <One extends Subject>(
    id: RequirementId,
    subjects: (facts: Facts) => readonly One[],
    holds: (subject: One, facts: Facts) => boolean | undefined,
  ): Rule<Facts> => ({
    id,
    opinion: (facts) => {
      const shown = subjects(facts).map((subject) => ({ seq: subject.seq, holds: holds(subject, facts) }));
      const at = shown.filter((one) => one.holds === false).map((one) => one.seq);
      if (at.length > 0) return { says: 'violated', at: at.slice(0, 5) };
      return { says: shown.some((one) => one.holds) ? 'held' : 'no material', at: [] };
    },
  });
}

/** Asks every row of a table. */
export function opinionsOf<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Map<RequirementId, Opinion> {
  return new Map(rules.map((one) => [one.id, one.opinion(facts)]));
}
