import type { RequirementId } from '../../contracts/requirements/index.ts';
import type { RunResult } from '../claims/run-result.ts';
import { type ConformanceError, SuiteFault } from '../errors.ts';
import type { Outcome } from '../outcome.ts';

/** A run, observed (or captured) and judged. */
export interface Run<Result extends RunResult = RunResult> {
  readonly result: Result;
  /** Why it ended early: a lost target, a safety stop, an interruption. */
  readonly unfinished: ConformanceError | undefined;
  /** The outcome of a requirement of the run's side. */
  outcomeOf(id: Result['outcomes'][number]['id']): Outcome;
}

/** A judged result as a run. */
export function runOf<Result extends RunResult>(
  result: Result,
  unfinished?: ConformanceError | undefined,
): Run<Result> {
  const outcomes = new Map<RequirementId, Outcome>(result.outcomes.map(({ id, outcome }) => [id, outcome]));
  return {
    result,
    unfinished,
    outcomeOf: (id) => {
      const outcome = outcomes.get(id);
      if (!outcome) throw new SuiteFault(`${id} was not judged.`, 'Please report it.');
      return outcome;
    },
  };
}
