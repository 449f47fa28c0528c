/** W3C EARL's five words. Only `passed` is green; a check that could not be made is never `passed`. */
export type OutcomeValue = 'passed' | 'failed' | UndecidedValue;
export type UndecidedValue = 'cantTell' | 'inapplicable' | 'untested';

/** One violation, with what was expected, what was seen and where. */
export interface Finding {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** `seq` of the exchange that shows it; the request as curl is rebuilt from there. */
  readonly exchange?: number;
}

interface NamedCase {
  /** Unique in its requirement, e.g. one operation, one missing field, one nested list. */
  readonly name: string;
  /** Empty unless the case failed. */
  readonly findings: readonly Finding[];
  /** Tolerated deviations worth a remark, e.g. the documented alternative of an open question. */
  readonly notes?: readonly string[];
}

/** One case of a requirement. */
export type CaseOutcome =
  | (NamedCase & { readonly outcome: 'passed' | 'failed'; readonly why?: never; readonly reason?: never })
  | (NamedCase & {
      readonly outcome: UndecidedValue;
      readonly why: string;
      /** Code of the reason; see `undecidedCodes`. */
      readonly reason?: string;
    });

/** What a requirement comes to. */
export interface Outcome {
  readonly outcome: OutcomeValue;
  readonly why?: string;
  readonly cases: readonly CaseOutcome[];
}

/** The worst case decides; `inapplicable` only where every case is. No case at all is `untested`. */
const severity: readonly OutcomeValue[] = ['failed', 'cantTell', 'untested', 'passed', 'inapplicable'];

/** Folds cases into the outcome of the requirement. `emptyReason` explains why there was no case. */
export function outcomeOf(cases: readonly CaseOutcome[], emptyReason: string): Outcome {
  if (cases.length === 0) return { outcome: 'untested', why: emptyReason, cases };
  const outcome = severity.find((value) => cases.some((one) => one.outcome === value)) ?? 'untested';
  if (outcome === 'passed' || outcome === 'failed') return { outcome, cases };
  const reasons = [...new Set(cases.filter((one) => one.outcome === outcome).map((one) => one.why ?? ''))];
  return { outcome, why: reasons.join('; '), cases };
}

/** A case that holds when nothing was found against it. */
export function judged(
  name: string,
  findings: readonly Finding[],
  notes: readonly string[] = [],
): CaseOutcome {
  const outcome = findings.length > 0 ? 'failed' : 'passed';
  return notes.length > 0 ? { name, outcome, findings, notes } : { name, outcome, findings };
}

/** A case that was not decided, with the reason. */
export function undecided(name: string, outcome: UndecidedValue, why: string): CaseOutcome {
  return { name, outcome, why, findings: [] };
}
