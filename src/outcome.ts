/** The five outcome values of W3C EARL. A check that could not run is never `passed`. */
export type OutcomeValue = 'passed' | 'failed' | UndecidedValue;
export type UndecidedValue = 'cantTell' | 'inapplicable' | 'untested';

/** One violation. */
export interface Finding {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** `seq` of the exchange that shows it; reports rebuild the curl command from that exchange. */
  readonly exchange?: number;
}

interface NamedCase {
  /** Unique in its requirement, e.g. one operation, one missing field, one nested list. */
  readonly name: string;
  /** Empty unless the case failed. */
  readonly findings: readonly Finding[];
  /** Tolerated deviations, e.g. the documented alternative of an open question. */
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

/** The outcome of a requirement. */
export interface Outcome {
  readonly outcome: OutcomeValue;
  readonly why?: string;
  readonly cases: readonly CaseOutcome[];
}

/** The worst case decides; `inapplicable` only where every case is. No case at all is `untested`. */
const severity: readonly OutcomeValue[] = ['failed', 'cantTell', 'untested', 'passed', 'inapplicable'];

export function worstOf(outcomes: readonly OutcomeValue[]): OutcomeValue {
  return severity.find((value) => outcomes.includes(value)) ?? 'untested';
}

/** The outcome of a requirement from its cases. `emptyReason` explains why there are none. */
export function outcomeOf(cases: readonly CaseOutcome[], emptyReason: string): Outcome {
  if (cases.length === 0) return { outcome: 'untested', why: emptyReason, cases };
  const outcome = worstOf(cases.map((one) => one.outcome));
  if (outcome === 'passed' || outcome === 'failed') return { outcome, cases };
  const reasons = [...new Set(cases.filter((one) => one.outcome === outcome).map((one) => one.why ?? ''))];
  return { outcome, why: reasons.join('; '), cases };
}
