import { type ApiName, allProfiles, isByDefault, type Profile } from '../../contracts/profiles.ts';
import { type Need, themeOf } from '../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { comparesVersions, isOfAllVersions, isPromisedIn } from '../../contracts/versions.ts';
import type { Probe } from '../probes/probe.ts';
import type { ShardChoice } from '../result.ts';
import type { Target } from '../targets/target.ts';

/** A probe of one version of its API. Its name tells the version where that is not one that is judged by default. */
export interface PlannedProbe extends Probe {
  readonly profile: Profile;
  /** The part of the run that it belongs to: its category, and the version where there are several. */
  readonly part: string;
}

export interface Plan {
  readonly runnable: readonly PlannedProbe[];
  /** The requirements to judge: all selected ones, or those of the shard. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  /** Why a requirement will not be exercised, by id. */
  readonly notProvoked: Readonly<Record<string, string>>;
}

/** What a target lacks, and how to provide it. */
const lacking: Readonly<Record<Need, string>> = {
  states: 'needs a target that can be put into provider states (--states URL)',
  clock: 'needs a target whose time can be moved (--states URL), or --exhaust-rate-limit, which waits',
  writes: 'needs to create and change things at the target (--allow-writes)',
  exhaust: 'needs to use up a whole rate-limit window (--states URL or --exhaust-rate-limit)',
  'second-token': 'needs a second token (CLEVER_SECOND_TOKEN, or --states URL)',
  'user-token': 'needs the token of a user (CLEVER_USER_TOKEN, or --states URL)',
  'test-token': 'needs a sandbox that knows the public TEST_TOKEN',
};

/** Chooses the probes that the selected requirements need and the target allows. */
export function planProbes(
  probes: readonly Probe[],
  options: {
    readonly target: Pick<Target, 'allows' | 'probes'>;
    readonly apis: readonly ApiName[];
    readonly ids: ReadonlySet<ServerRequirementId>;
    readonly shard?: ShardChoice | undefined;
  },
): Plan {
  const chosen = profilesNamed(options.apis);
  const runnable: PlannedProbe[] = [];
  const reasons = new Map<ServerRequirementId, string>();
  const provoked = new Set<ServerRequirementId>();
  for (const probe of probes) {
    const wanted = probe.provokes.filter((id) => options.ids.has(id));
    if (wanted.length === 0) continue;
    const missing = probe.needs.filter((need) => !options.target.allows.has(need));
    const versions = chosen.filter((one) => one.kind === probe.api);
    const isPromised =
      versions.length === 0 || versions.some((one) => wanted.some((id) => isPromisedIn(id, one)));
    if (!isPromised) continue;
    const planned = plannedIn(probe, chosen);
    const offered = planned.filter(({ name }) => options.target.probes?.has(name) ?? true);
    if (planned.length === 0) for (const id of wanted) reasons.set(id, 'its API was not selected (--api)');
    else if (missing.length > 0)
      for (const id of wanted) reasons.set(id, missing.map((need) => lacking[need]).join('; '));
    else if (offered.length < planned.length)
      for (const id of wanted) reasons.set(id, 'is not in the recordings; record again to have it judged');
    else {
      runnable.push(...planned);
      for (const id of wanted) provoked.add(id);
    }
  }
  for (const id of provoked) reasons.delete(id);
  const { shard } = options;
  const inOrder = byVersion(runnable, chosen);
  if (!shard) return { runnable: inOrder, ids: options.ids, notProvoked: Object.fromEntries(reasons) };
  const mine = blockOf(inOrder, shard);
  const ids = new Set(mine.flatMap((probe) => probe.provokes).filter((id) => options.ids.has(id)));
  // Only shard 1 reports requirements that cannot be exercised.
  if (shard.index === 1) for (const id of options.ids) if (!provoked.has(id)) ids.add(id);
  const notProvoked = Object.fromEntries([...reasons].filter(([id]) => ids.has(id)));
  return { runnable: mine, ids, notProvoked };
}

/** The versions with these names, in the order of the contracts. */
export function profilesNamed(apis: readonly ApiName[]): readonly Profile[] {
  return allProfiles.filter((one) => apis.includes(one.name));
}

/** A probe for each version of its API; one of what all versions share for one of them only. */
function plannedIn(probe: Probe, chosen: readonly Profile[]): readonly PlannedProbe[] {
  const known = chosen.filter((one) => one.kind === probe.api);
  const versions = known.filter((one) => probe.provokes.some((id) => isPromisedIn(id, one)));
  // What compares versions comes after all of them.
  const shared = probe.provokes.every(comparesVersions) ? versions.slice(-1) : versions.slice(0, 1);
  const exercised = probe.provokes.every(isOfAllVersions) ? shared : versions;
  return exercised.map((profile) => {
    const version = profile.prefix.slice(1);
    const name = isByDefault(profile) ? probe.name : `${probe.name} ${version}`;
    const theme = themeOf(probe.name);
    return { ...probe, name, profile, part: known.length > 1 ? `${theme} ${version}` : theme };
  });
}

/**
 * One version after the other, with LMS Connect in the first: so a replay of the first version has every request between two of its
 * own, and its counters have no gaps.
 */
function byVersion(probes: readonly PlannedProbe[], chosen: readonly Profile[]): readonly PlannedProbe[] {
  const [, ...later] = chosen.filter((one) => one.kind === 'data');
  const isLater = ({ profile }: PlannedProbe) => later.includes(profile);
  return [
    ...probes.filter((one) => !isLater(one)),
    ...later.flatMap((version) => probes.filter(({ profile }) => profile === version)),
  ];
}

/** Shards take consecutive blocks, so that `merge` can put their exchanges in order. */
function blockOf<T>(all: readonly T[], { index, of }: ShardChoice): readonly T[] {
  const start = (n: number) => Math.floor((n * all.length) / of);
  return all.slice(start(index - 1), start(index));
}
