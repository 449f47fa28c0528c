import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { undecided } from '../../src/claims/check.ts';
import { type ClaimForm, register } from '../../src/claims/claim.ts';
import { prepareSide } from '../../src/claims/host.ts';
import { Undecided, type UndecidedCode } from '../../src/claims/undecided.ts';
import { dataProfiles } from '../../src/job-list.ts';
import type { ClientTraffic } from '../../src/traffic/client/client-traffic.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';

export { alsoEach, each, note, undecided, violation } from '../../src/claims/check.ts';

import './expect-waits.ts';

export { expect } from './expect.ts';

prepareSide('client');

export interface ClientClaimForm extends Partial<ClaimForm<ClientTraffic, ScenarioTraffic>> {
  readonly assert: ClaimForm<ClientTraffic, ScenarioTraffic>['assert'];
  /**
   * Rules of a scenario that need not have answered, by their label. @default none: what a rule that was never reached was to
   * exercise did not happen
   */
  readonly mayBeUnreached?: (label: string) => boolean;
}

/**
 * Makes the claim of a requirement that binds a client: by default one case for each scenario that exercises it, unless the client
 * does not do its job. A client that
 * sent nothing, or never reached a rule of the scenario, leaves its case untested, whatever it reported.
 */
export function claim(id: ClientRequirementId, form: ClientClaimForm): void {
  const { assert, control, mayBeUnreached = () => false } = form;
  register<ClientTraffic, ScenarioTraffic>(id, {
    cases: form.cases ?? (({ scenarios }) => scenarios.exercising(id)),
    otherwise: form.otherwise ?? {
      untested: ({ scenarios }: ClientTraffic) =>
        scenarios.isUnsupported(id)
          ? 'the client sent no request for the jobs that exercise it'
          : 'no scenario that exercises it was run',
    },
    assert: (scenario, traffic) => explained(scenario, () => assert(scenario, traffic)),
    control: (scenario, traffic) =>
      explained(scenario, () => {
        requireReached(scenario, mayBeUnreached);
        control?.(scenario, traffic);
      }),
  });
}

/** Why a client reached nothing: it requested only paths that the server does not have, such as those of another API version. */
export function requestsToNothing(scenario: ScenarioTraffic): string | undefined {
  const { ownRequests, certainty, profiles } = scenario;
  const [first] = ownRequests;
  if (!first || !certainty.ownSteps) return undefined;
  if (!ownRequests.every((one) => one.step === undefined && one.status === 404)) return undefined;
  const other = otherVersionIn(scenario);
  if (other !== undefined) return other;
  const served = profiles.map(({ prefix }) => prefix);
  const [asked] = /^\/v\d[\d.]*/.exec(first.pathname) ?? [first.pathname];
  return `the client requested nothing that the server has: it asked for ${asked}, and the scenarios serve ${[...new Set(served)].join(' and ')}`;
}

/** What the client requested of another version of the Data API, where it requested no list of the one that is served. */
function otherVersionIn(scenario: ScenarioTraffic): string | undefined {
  const { ownRequests, collection, dataProfile } = scenario;
  if (collection === undefined) return undefined;
  for (const { pathname } of ownRequests) {
    const other = dataProfiles.find(({ prefix }) => pathname.startsWith(`${prefix}/`));
    if (other && other.prefix !== dataProfile.prefix)
      return `the client requested ${withoutIds(pathname)}; this run serves ${dataProfile.prefix}/${collection}: start it with --api ${other.name}, or point the client at ${dataProfile.prefix}`;
  }
  return undefined;
}

function withoutIds(pathname: string): string {
  return pathname.replace(/(?<=\/)[0-9a-f]{24}(?=\/|$)/g, '{id}');
}

/** Why a client came to no page of its job's list, whatever a requirement was to see there. */
export function whyNoPage(scenario: ScenarioTraffic): string | undefined {
  const { ownRequests, listRequests, collection, certainty, dataProfile } = scenario;
  if (!certainty.ownSteps || ownRequests.length === 0) return undefined;
  const unscripted = ownRequests.filter((one) => one.step === undefined);
  if (unscripted.length > 0 && unscripted.every(({ status }) => status === 401))
    return 'the server accepted no token of the client (401), which is up to access/client-sends-bearer';
  if (collection === undefined || listRequests.length > 0) return undefined;
  const asked = new Set(ownRequests.map(({ pathname }) => withoutIds(pathname)));
  return `the client requested no list of ${collection} (${dataProfile.prefix}/${collection}): it asked for ${[...asked].slice(0, 3).join(' and ')}`;
}

/** What is untested because of something that a requirement of its own is about, says so. */
function explained(scenario: ScenarioTraffic, assert: () => void): void {
  try {
    assert();
  } catch (error) {
    const why =
      error instanceof Undecided && unmet.has(error.code) && !requestsToNothing(scenario)
        ? whyNoPage(scenario)
        : undefined;
    if (why === undefined) throw error;
    undecided('not-reached', why);
  }
}

const unmet: ReadonlySet<UndecidedCode> = new Set(['not-reached', 'not-exercised', 'not-offered']);

/** Untested where the client sent nothing, or never reached a rule of the scenario. */
export function requireReached(
  scenario: ScenarioTraffic,
  mayBeUnreached: (label: string) => boolean = () => false,
): void {
  if (scenario.exchanges.length === 0) undecided('not-reached', 'the client sent no request');
  const nowhere = requestsToNothing(scenario);
  if (nowhere !== undefined) undecided('not-reached', nowhere);
  const missed = scenario.unreachedRules.filter((label) => !mayBeUnreached(label));
  if (missed.length > 0)
    undecided(
      'not-reached',
      `the client never reached the step ${missed.map((one) => `“${one}”`).join(' or ')}`,
    );
}
