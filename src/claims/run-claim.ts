import { type CaseOutcome, type Outcome, outcomeOf } from '../outcome.ts';
import { type Check, type Failure, runCheck } from './check.ts';
import type { Claim, Material } from './claim.ts';
import { Undecided } from './undecided.ts';

/** A case with the failed assertions behind its findings, for test runners. */
export interface AssertedCase {
  readonly outcome: CaseOutcome;
  readonly errors: readonly Failure[];
}

/** What a claim comes to, with its cases. */
export interface Asserted {
  readonly outcome: Outcome;
  readonly cases: readonly AssertedCase[];
}

/** Asserts a claim over traffic, case by case. */
export function assertClaim<T>({ form }: Pick<Claim<T>, 'form'>, traffic: T): Asserted {
  const cases = form.cases(traffic).flatMap((material) => assertCase(material, form, traffic) ?? []);
  const { untested, partly } = form.otherwise;
  const reason = typeof untested === 'string' ? untested : untested(traffic as never);
  const outcome = outcomeOf(
    cases.map((one) => one.outcome),
    reason,
  );
  if (!partly || outcome.why === undefined || cases.length === 0) return { outcome, cases };
  const passed = cases.filter((one) => one.outcome.outcome === 'passed').length;
  return { outcome: { ...outcome, why: `${partly(passed, cases.length)}; ${outcome.why}` }, cases };
}

/** `undefined`: nothing to list. Findings outweigh the control, and the control outweighs what `assert` left undecided. */
function assertCase<T>(
  material: Material,
  { assert, control, otherwise }: Claim<T>['form'],
  traffic: T,
): AssertedCase | undefined {
  const check = runCheck(material, () => assert(material, traffic));
  const { findings, errors } = check;
  const { name } = material;
  const notes = check.notes.size > 0 ? { notes: [...check.notes] } : {};
  if (findings.length > 0) return { outcome: { name, outcome: 'failed', findings, ...notes }, errors };
  if (material.listedOnFailure) return undefined;
  const open = (control && runCheck(material, () => control(material, traffic)).undecided) ?? check.undecided;
  if (open) return { outcome: undecidedCase(name, open), errors };
  if (!hasAsserted(check)) {
    const { inconclusive } = material;
    if (inconclusive !== undefined)
      return { outcome: undecidedCase(name, new Undecided('inconclusive-response', inconclusive)), errors };
    return otherwise.inapplicable === undefined
      ? undefined
      : { outcome: undecidedCase(name, new Undecided('not-offered', otherwise.inapplicable)), errors };
  }
  return { outcome: { name, outcome: 'passed', findings: [], ...notes }, errors };
}

/** An assertion without loops is about the case itself; loops have to meet an item. */
function hasAsserted({ loops, items }: Check): boolean {
  return loops === 0 || items > 0;
}

function undecidedCase(name: string, { outcome, code, why }: Undecided): CaseOutcome {
  return { name, outcome, reason: code, why, findings: [] };
}
