import { type CaseOutcome, judged, type Outcome, outcomeOf, undecided } from '../outcome.ts';
import { isTrouble, whyPassing } from './answers.ts';
import type { Judge } from './judge.ts';
import { type Listing, listingsOf } from './pagination-lists.ts';
import { type Rule, type Verdict, verdictOf } from './pagination-pages.ts';

/** Said where no traffic holds a list. */
export const whyNone = 'no list was answered';

/**
 * Judges a rule on the top-level lists, one case for each; second-level ones have a requirement of their own. A list
 * without material is `inapplicable` with `whyNot`; where no list has any, the whole is `without`.
 */
export function onEachList(
  rule: Rule,
  whyNot: string,
  without: 'inapplicable' | 'untested' = 'inapplicable',
): Judge {
  return (exchanges, context): Outcome => {
    const outcome = outcomeOf(
      [...byOperation(topLevel(listingsOf(exchanges, context)))].flatMap(([path, listings]) => {
        const verdicts = listings.map((listing) => verdictOf(rule, listing));
        const trouble = troubleIn(listings);
        if (!hasPages(listings) && trouble === undefined) return [];
        return [caseOf(path, verdicts, trouble, whyNot)];
      }),
      whyNone,
    );
    return without === 'untested' ? untestedInstead(outcome) : outcome;
  };
}

/** What nobody provoked is untested, not inapplicable. */
export function untestedInstead(outcome: Outcome): Outcome {
  return outcome.outcome === 'inapplicable' ? { ...outcome, outcome: 'untested' } : outcome;
}

/** A case from what a rule says of several lists. Findings count more than doubt, doubt more than a lack of material. */
export function caseOf(
  name: string,
  verdicts: readonly Verdict[],
  trouble: string | undefined,
  whyNot: string,
): CaseOutcome {
  const findings = verdicts.flatMap((one) => one.findings);
  const notes = [...new Set(verdicts.flatMap((one) => one.notes ?? []))];
  if (findings.length > 0) return judged(name, findings, notes);
  const why = verdicts.find((one) => one.undecided !== undefined)?.undecided;
  if (why !== undefined) return undecided(name, 'cantTell', why);
  if (verdicts.some((one) => one.exercised)) return judged(name, [], notes);
  return trouble === undefined
    ? undecided(name, 'inapplicable', whyNot)
    : undecided(name, 'cantTell', trouble);
}

/** An answer among the requests of our own that says nothing on paging. */
export function troubleIn(listings: readonly Listing[]): string | undefined {
  const exchange = listings.flatMap((one) => one.others).find(isTrouble);
  return exchange && whyPassing(exchange);
}

function hasPages(listings: readonly Listing[]): boolean {
  return listings.some((one) => one.pages.length > 0);
}

export function topLevel(listings: readonly Listing[]): readonly Listing[] {
  return listings.filter((one) => !isSecondLevel(one.operation.path));
}

/** `/schools/{id}/students` */
export function isSecondLevel(path: string): boolean {
  return path.includes('{');
}

/** Lists by the path of their operation: other tokens, filters and parents are other lists of the same operation. */
export function byOperation(listings: readonly Listing[]): ReadonlyMap<string, readonly Listing[]> {
  return Map.groupBy(listings, (one) => one.operation.path);
}
