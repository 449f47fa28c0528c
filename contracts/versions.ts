import { allProfiles, type Profile, profiles } from './profiles.ts';
import type { ServerRequirementId } from './requirements/index.ts';

/**
 * Versions of the Data API without an OpenAPI document in `openapi/`, those before v2.0. They occur in captured traffic, which is judged by
 * the paths of v2.0 and by what all versions share.
 */
const [data] = profiles;
const other = (version: `v${string}`): Profile => ({
  ...data,
  name: `data-${version}`,
  prefix: `/${version}`,
  judged: 'wire',
});

/** All versions that captured traffic may use, the documented ones first. */
export const knownVersions: readonly Profile[] = [...allProfiles, ...(['v1.1', 'v1.2'] as const).map(other)];

/**
 * Paths below a version that no requirement is about: they are known, so that a capture of them is one of the API, and their
 * responses are not judged beyond status and headers.
 */
export const unjudgedPaths: readonly string[] = ['/me', '/districts/{id}/status'];

/** Second-level lists for which the published description lists no 404: see the open question `unknown-parent`. */
export const unlisted404: ReadonlySet<string> = new Set(['/contacts/{id}/students']);

/** Versions without LMS Connect, those first that a client is likely to try. */
export const withoutLms = ['v2.0', 'v3.0', 'v2.1', 'v1.2'] as const;

/** Requirements that depend on the fields, types and operations of a documented version. */
const versionDependent: ReadonlySet<ServerRequirementId> = new Set([
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/operation-answers',
  'data/no-record-missing',
  'data/relations-resolve',
  'data/item-uri',
  'data/undocumented-field',
  'events/type-known',
  'events/filters',
]);

/** Recordings of version 1 have lists of bare records, and responses from before the rate limit had headers. */
const sinceVersion2: ReadonlySet<ServerRequirementId> = new Set([
  'data/list-envelope',
  'rate-limit/headers-present',
  'rate-limit/429-headers',
]);

/** Requirements that only some descriptions make, by the stems of these. */
const promisedBy: Partial<Record<ServerRequirementId, readonly string[]>> = {
  'data/role-filter': ['data-v3.0', 'data-v3.1'],
  'data/primary-filter': ['data-v3.0', 'data-v3.1'],
  'data/count': ['data-v2.1', 'data-v3.0', 'data-v3.1'],
  'data/user-roles': ['data-v3.0', 'data-v3.1'],
  'data/user-links': ['data-v3.0', 'data-v3.1'],
  'access/user-token': ['data-v3.0', 'data-v3.1'],
  'access/user-token-cannot-page': ['data-v3.0', 'data-v3.1'],
  'data/ids-across-versions': ['data-v3.0', 'data-v3.1'],
  'data/attendance-owner': ['data-v3.1'],
  'data/attendance-filters': ['data-v3.1'],
  'pagination/attendance-paginates': ['data-v3.1'],
};

/** Stems of the descriptions that alone make a promise; `undefined` where all do. */
export function promisersOf(id: string): readonly string[] | undefined {
  return promisedBy[id as ServerRequirementId];
}

/** Whether a version makes a promise at all. */
export function isPromisedIn(id: ServerRequirementId, { kind, document }: Profile): boolean {
  return kind !== 'data' || (promisedBy[id]?.includes(document) ?? true);
}

/** Exercised and judged once for all versions: a token has one rate limit, whatever version is requested with it. */
export function isOfAllVersions(id: ServerRequirementId): boolean {
  return id.startsWith('rate-limit/') || comparesVersions(id);
}

/** Whether a requirement is about what several versions show of the same district. */
export function comparesVersions(id: ServerRequirementId): boolean {
  return id === 'data/ids-across-versions';
}

/** Whether a requirement is judged in traffic of a version. */
export function isJudgedIn(id: ServerRequirementId, { judged, prefix }: Profile): boolean {
  if (judged !== 'wire') return true;
  return !versionDependent.has(id) && !(prefix.startsWith('/v1.') && sinceVersion2.has(id));
}
