import type { Profile } from '../../contracts/profiles.ts';
import { apiOf, themeOf } from '../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { promisersOf } from '../../contracts/versions.ts';
import { apiFor } from '../api.ts';
import { type Exchange, type Members, pathnameOf } from '../exchange.ts';
import { entryOf } from '../maps.ts';
import type { Evidence } from '../result.ts';
import { isObject } from '../text/json.ts';
import type { Link } from '../traffic/body.ts';
import { certaintyOf } from '../traffic/certainty.ts';
import { type Addressed, indexOperations } from '../traffic/operations.ts';
import type { ReadExchange } from '../traffic/read-exchange.ts';
import { readTraffic, type Traffic, type TrafficOptions } from '../traffic/traffic.ts';
import { claimOf } from './claim.ts';
import { type Asserted, assertClaim } from './run-claim.ts';
import { joinVersions, versionsFor } from './versions.ts';

/** Evidence of a server, read once and ready for its claims. */
export interface ServerSide {
  readonly traffic: Traffic;
  /** What the claim of a requirement comes to; the same evidence gives the same outcome. */
  assert(id: ServerRequirementId): Asserted;
  /** What concerns some of the versions alone. */
  trafficOf(profiles: readonly Profile[]): Traffic;
  /** Lets go of what was derived from the exchanges; it is derived again when it is next asked for. */
  forget(): void;
}

/** Reads evidence of a server. `attribute` finds the steps in traffic that the suite did not send. */
export function openServerSide(
  evidence: Pick<Evidence, 'exchanges' | 'context' | 'notProvoked'>,
  attribute?: TrafficOptions['attribute'],
): ServerSide {
  const { profiles, subject } = evidence.context;
  const certainty = certaintyOf(subject);
  const known = new Map<string, Traffic>();
  const { profileOf } = indexOperations(profiles);
  /** Without those of versions that are not judged: the steps of two versions have the same names. */
  const exchangesOf = (some: readonly Profile[]): readonly Exchange[] => {
    if (some.length === profiles.length) return evidence.exchanges;
    return evidence.exchanges.filter((one) => {
      const version = profileOf(pathnameOf(one));
      return version === undefined || some.includes(version);
    });
  };
  const trafficOf = (some: readonly Profile[]): Traffic =>
    entryOf(known, some.map((one) => one.name).join(), () =>
      readTraffic(exchangesOf(some), { profiles: some, certainty, attribute }),
    );
  const served = new Map<Traffic, ReturnType<typeof apisServed>>();
  const assertIn = (id: ServerRequirementId, some: readonly Profile[]): Asserted => {
    const traffic = trafficOf(some);
    const asserted = assertClaim(claimOf(id), traffic);
    const { outcome } = asserted;
    const isServed = () => {
      const apis = entryOf(served, traffic, () => apisServed(traffic));
      return apisOf(id).some((api) => apis.has(api));
    };
    return outcome.outcome === 'passed' && !isServed()
      ? { ...asserted, outcome: { ...outcome, outcome: 'cantTell', why: withoutControl } }
      : asserted;
  };
  const traffic = trafficOf(profiles);
  return {
    traffic,
    trafficOf,
    forget: () => {
      for (const one of known.values()) one.forget();
    },
    assert: (id) => {
      const parts = versionsFor(id, profiles).map(({ name, judged }) => ({ name, ...assertIn(id, judged) }));
      if (parts.length === 0) return unpromised(id);
      const asserted = joinVersions(parts, certainty);
      const { outcome } = asserted;
      const why = outcome.outcome === 'untested' ? evidence.notProvoked[id] : undefined;
      return why === undefined ? asserted : { ...asserted, outcome: { ...outcome, why } };
    },
  };
}

function unpromised(id: ServerRequirementId): Asserted {
  const promisers = promisersOf(id)?.join(' and ') ?? 'no version';
  const why = `only ${promisers} promise it, and none of them was judged (--api)`;
  return { outcome: { outcome: 'inapplicable', why, cases: [] }, cases: [] };
}

/** Why nothing passes where nothing was served. */
export const withoutControl =
  'the target served no documented record, so a right response here proves nothing';

/**
 * A server that answers everything alike would meet many requirements by accident (404 for what does not exist is easy when
 * nothing exists). So nothing passes for an API that did not serve one documented record. LMS Connect has no lists to begin with:
 * where nothing may be created, different errors of its table show it as well.
 */
export function apisServed({ exchanges, heads, lms, certainty }: Traffic): ReadonlySet<Profile['kind']> {
  const served = new Set<Profile['kind']>(lms.isVisible ? ['lms'] : []);
  for (const exchange of exchanges) {
    const { addressed } = exchange;
    if (!addressed || served.has(addressed.profile.kind)) continue;
    // Version 1 also has lists of bare records.
    const bare = addressed.profile.judged === 'wire' ? (exchange.entries ?? []).filter(isObject) : [];
    const wrapped = exchange.page?.items.map((item) => item.record) ?? [exchange.record];
    const records = [...wrapped, ...bare];
    // In a capture there may have been nothing new to serve: a page that links to itself is no echo either.
    const isOwnPage = !certainty.ownSteps && (exchange.page?.links ?? []).some(linksTo(exchange));
    if (isOwnPage || records.some((record) => isDocumented(record, addressed)))
      served.add(addressed.profile.kind);
  }
  // Of responses without a body only status and headers are judged: a success is enough to compare with.
  // Nor is more judged of paths that no requirement is about.
  for (const { addressed, profile, response } of certainty.ownSteps ? [] : heads)
    if (profile && response?.status === 200 && (response.notKept === 'body' || !addressed))
      served.add(profile.kind);
  return served;
}

function linksTo({ request }: ReadExchange) {
  return ({ rel, uri }: Link) => rel === 'self' && uri === request.path;
}

/** With an id and one more field that the documents know (or any, where no document does): an echo of the request has none. */
function isDocumented(record: Members | undefined, { profile, operation }: Addressed): boolean {
  const fields = apiFor(profile).schemas[operation.record]?.fields;
  return (
    typeof record?.id === 'string' &&
    Object.keys(record).some((name) => name !== 'id' && (!fields || Object.hasOwn(fields, name)))
  );
}

/** The APIs of which one has to serve something: each API has the documented rate limit. */
function apisOf(id: ServerRequirementId): readonly Profile['kind'][] {
  return themeOf(id) === 'rate-limit' ? ['data', 'lms'] : [apiOf(id)];
}
