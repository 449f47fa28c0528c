import { type Forerunner, valueAt } from '../../../contracts/relations.ts';
import type { Api } from '../../api.ts';
import type { Members } from '../../exchange.ts';

/** A list of an older version, and the users of a newer one that its records have become. */
export interface Succession extends Forerunner {
  /** `/teachers of v2.0 in v3.1`: names a case. */
  readonly name: string;
  readonly older: Api;
  readonly newer: Api;
}

/** What is to be compared in these versions of the Data API, the oldest first. */
export function successionsIn(versions: readonly Api[]): readonly Succession[] {
  return versions.flatMap((newer, at) =>
    versions.slice(0, at).flatMap((older) =>
      newer.relations.forerunners
        .filter(({ list }) => older.collections.some(({ path }) => path === list))
        .map((one) => ({
          ...one,
          name: `${one.list} of ${nameOf(older)} in ${nameOf(newer)}`,
          older,
          newer,
        })),
    ),
  );
}

function nameOf({ profile }: Api): string {
  return profile.prefix.slice(1);
}

/** The id that a user had in an older version. */
export function oldIdOf(user: Members, { oldId }: Forerunner): string | undefined {
  const value = valueAt(user, oldId);
  return typeof value === 'string' ? value : undefined;
}

/** Ids of an older list that no user has. */
export function lostIn(
  one: Forerunner,
  older: readonly Members[],
  newer: readonly Members[],
): readonly string[] {
  const kept = new Set(newer.map((user) => oldIdOf(user, one)));
  return older.map(({ id }) => String(id)).filter((id) => !kept.has(id));
}

/** Sections of both versions that name different people, by the ids that these had in the older one. Only known users count. */
export function mixedUpIn(
  one: Forerunner,
  users: readonly Members[],
  { older, newer }: { readonly older: readonly Members[]; readonly newer: readonly Members[] },
): readonly string[] {
  const { inSections } = one;
  if (inSections === undefined) return [];
  const oldIds = new Map(users.map((user) => [user.id, oldIdOf(user, one)]));
  const before = new Map(older.map((section) => [section.id, valueAt(section, inSections)]));
  return newer.flatMap((section) => {
    const named = before.get(section.id);
    const now = valueAt(section, inSections);
    if (!Array.isArray(named) || !Array.isArray(now)) return [];
    return now
      .filter((id) => oldIds.has(id) && !named.includes(oldIds.get(id)))
      .map((id) => `${String(section.id)}: ${String(id)}`);
  });
}
