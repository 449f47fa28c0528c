/**
 * An API version as data: its path prefix and its documented numbers. A new version needs a profile here, an OpenAPI
 * document and seeded data, never a branch in a judge.
 */
export interface Profile {
  /** The name used by `--api`. */
  readonly name: string;
  readonly kind: 'data' | 'lms';
  /** First path segment of links and requests. */
  readonly prefix: `/v${string}`;
  /** File stem in `openapi/` and key in `generated/`. */
  readonly document: string;
  readonly rateLimit: { readonly requests: number; readonly windowS: number };
  readonly limit: { readonly default: number; readonly max: number };
  readonly backoff: { readonly delaysS: readonly number[]; readonly maxRetries: number };
  /**
   * `wire`: `document` describes another version, so only what all versions share is judged (see `isJudgedIn`).
   * @default everything is judged
   */
  readonly judged?: 'wire';
  /** A member that a list without records may have in place of `data` (open question `empty-resources`). */
  readonly emptyListAs?: string;
}

const rateLimit = { requests: 1200, windowS: 60 };
const backoff = { delaysS: [1, 2, 4, 8, 16], maxRetries: 5 };

export const profiles = [
  {
    name: 'data-v2.0',
    kind: 'data',
    prefix: '/v2.0',
    document: 'data-v2.0',
    rateLimit,
    limit: { default: 100, max: 10_000 },
    backoff,
  },
  {
    name: 'lms-v3.1',
    kind: 'lms',
    prefix: '/v3.1',
    document: 'lms-connect-v3.1',
    rateLimit,
    limit: { default: 100, max: 100 },
    backoff,
  },
] as const satisfies readonly Profile[];

/** What Clever serves today, besides. */
const [dataV2] = profiles;
const users = { ...dataV2, emptyListAs: 'resources' } as const;
export const laterProfiles = [
  { ...users, name: 'data-v3.0', prefix: '/v3.0', document: 'data-v3.0' },
  { ...users, name: 'data-v3.1', prefix: '/v3.1', document: 'data-v3.1' },
] as const satisfies readonly Profile[];

/** What `--api all` means. */
export const todaysProfiles = [...profiles, ...laterProfiles] as const;

/** Versions between, which no document of today sends anyone to: served, and judged where they are named. */
export const olderProfiles = [
  { ...dataV2, name: 'data-v2.1', prefix: '/v2.1', document: 'data-v2.1' },
] as const satisfies readonly Profile[];

/** Every version that has a document. */
export const allProfiles = [...todaysProfiles, ...olderProfiles] as const;

/** Whether a version is judged where none is chosen. */
export function isByDefault({ name }: Pick<Profile, 'name'>): boolean {
  return profiles.some((one) => one.name === name);
}

export type ApiName = (typeof allProfiles)[number]['name'];
