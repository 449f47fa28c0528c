import { type Profile, profiles } from './profiles.ts';
import type { ServerRequirementId } from './requirements/index.ts';

/**
 * Versions of the Data API that no document of ours describes. They are met in captured traffic, and are judged there on what all
 * versions have in common, along the paths of v2.0.
 */
const [data] = profiles;
const other = (version: `v${string}`): Profile => ({
  ...data,
  name: `data-${version}`,
  prefix: `/${version}`,
  judged: 'wire',
});

/** All versions that can be told in captured traffic, the described ones first. */
export const knownVersions: readonly Profile[] = [
  ...profiles,
  ...(['v1.1', 'v1.2', 'v2.1', 'v3.0', 'v3.1'] as const).map(other),
];

/** Paths that only other versions of the Data API have: since v3.0 all people are `users`. */
export const otherPaths: readonly string[] = [
  '/users',
  '/users/{id}',
  '/resources',
  '/resources/{id}',
  ...['schools', 'sections', 'districts', 'courses', 'terms', 'resources'].map((one) => `/${one}/{id}/users`),
  ...['schools', 'sections', 'district', 'courses'].map((one) => `/users/{id}/${one}`),
];

/** What rests on the fields, types and operations of one version, and cannot be said of one that is not described. */
export const versionDependent: ReadonlySet<ServerRequirementId> = new Set([
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/operation-answers',
  'data/relations-resolve',
  'data/item-uri',
  'data/undocumented-field',
  'events/type-known',
  'events/filters',
]);
