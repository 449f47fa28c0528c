import type { Profile } from '../../contracts/profiles.ts';
import { apiOf } from '../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { isJudgedIn, isOfAllVersions, isPromisedIn } from '../../contracts/versions.ts';
import { worstOf } from '../outcome.ts';
import type { Certainty } from '../traffic/certainty.ts';
import type { Asserted, AssertedCase } from './run-claim.ts';

/** One version of the Data API, with what is judged beside it. */
export interface Version {
  /** `v3.1`. */
  readonly name: string;
  readonly judged: readonly Profile[];
}

/**
 * The versions in which a requirement is judged, each by itself: what rests on a description has one description. What is not about
 * the Data API is judged once. None where no version makes the promise.
 */
export function versionsFor(id: ServerRequirementId, profiles: readonly Profile[]): readonly Version[] {
  const judged = profiles.filter((one) => isJudgedIn(id, one));
  const others = judged.filter((one) => one.kind !== 'data');
  const ofData = judged.filter((one) => one.kind === 'data');
  const data = apiOf(id) === 'data' ? ofData.filter((one) => isPromisedIn(id, one)) : [];
  if (apiOf(id) === 'data' && ofData.length > 0 && data.length === 0) return [];
  if (isOfAllVersions(id)) return [{ name: '', judged }];
  if (data.length === 1 && data.length < ofData.length) return [{ name: '', judged: [...data, ...others] }];
  if (data.length < 2) return [{ name: '', judged }];
  return data.map((one) => ({ name: one.prefix.slice(1), judged: [one, ...others] }));
}

/** What a requirement comes to in all versions: the worst of them. Each case is named after its version. */
export function joinVersions(
  parts: readonly (Asserted & Pick<Version, 'name'>)[],
  { ownSteps }: Pick<Certainty, 'ownSteps'>,
): Asserted {
  const [only] = parts;
  if (only && parts.length === 1) return { outcome: only.outcome, cases: only.cases };
  // In captured traffic a version has what clients happened to request.
  const requested = parts.filter(({ outcome }) => ownSteps || outcome.outcome !== 'untested');
  const counted = requested.length > 0 ? requested : parts;
  const outcome = worstOf(counted.map((one) => one.outcome.outcome));
  const reasons = counted
    .filter((one) => one.outcome.outcome === outcome)
    .flatMap((one) => one.outcome.why ?? []);
  const cases = counted.flatMap(({ name, outcome: whole, cases: own }): readonly AssertedCase[] =>
    own.length === 0
      ? [{ outcome: { name, outcome: 'untested', why: whole.why ?? '', findings: [] }, errors: [] }]
      : own.map((one) => ({ ...one, outcome: { ...one.outcome, name: `${name} ${one.outcome.name}` } })),
  );
  return {
    outcome: {
      outcome,
      ...(reasons.length > 0 ? { why: [...new Set(reasons)].join('; ') } : {}),
      cases: requested.length > 0 ? cases.map((one) => one.outcome) : [],
    },
    cases: requested.length > 0 ? cases : [],
  };
}
