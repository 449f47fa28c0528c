import type { Profile } from '../../contracts/profiles.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { apiFor } from '../api.ts';

/** The documented operation that a request addresses. */
export interface Addressed {
  readonly profile: Profile;
  readonly operation: OperationModel;
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
}

/** Finds documented operations by method and path under the versions that are judged. */
export interface OperationIndex {
  readonly profiles: readonly Profile[];
  /** `undefined` for anything that is not documented. */
  find(method: string, pathname: string): Addressed | undefined;
  /** The profile that a path belongs to, documented or not. */
  profileOf(pathname: string): Profile | undefined;
}

/** An index that looks each path up once: a run requests most of them many times. */
export function indexOperations(profiles: readonly Profile[]): OperationIndex {
  const known = new Map<string, Addressed | undefined>();
  const find = (method: string, pathname: string): Addressed | undefined => {
    const key = `${method} ${pathname}`;
    if (!known.has(key)) known.set(key, findIn(profiles, method, pathname));
    return known.get(key);
  };
  return {
    profiles,
    find,
    profileOf: (pathname) => {
      const candidates = profiles.filter((one) => pathname.startsWith(`${one.prefix}/`));
      if (candidates.length < 2) return candidates[0];
      const documented = find('GET', pathname) ?? find('POST', pathname);
      // LMS Connect is the part of a version with assignments.
      const isLms = /\/assignments(?:\/|$)/.test(pathname);
      return documented?.profile ?? candidates.find((one) => (one.kind === 'lms') === isLms) ?? candidates[0];
    },
  };
}

/** Two APIs may share a version prefix, so every profile that the path starts with is tried. */
function findIn(profiles: readonly Profile[], method: string, pathname: string): Addressed | undefined {
  for (const profile of profiles) {
    if (!pathname.startsWith(`${profile.prefix}/`)) continue;
    const segments = pathname.slice(profile.prefix.length + 1).split('/');
    for (const operation of apiFor(profile).operations) {
      if (operation.method !== method) continue;
      const params = matchPath(operation.path, segments);
      if (params) return { profile, operation, params };
    }
  }
  return undefined;
}

/** Parameters of a path that fits a template: `{ id: '5f…' }` for `/students/{id}`. `segments` are those below the prefix. */
export function matchPath(template: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = template.slice(1).split('/');
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) {
      if (segment === '') return undefined;
      params[part.slice(1, -1)] = segment;
    } else if (part !== segment && part !== withoutCamelCase(segment)) return undefined;
  }
  return params;
}

/** Links of v3 write `myStudents` where its paths write `mystudents`. */
function withoutCamelCase(segment: string): string {
  return /^my[A-Z]/.test(segment) ? segment.toLowerCase() : segment;
}
