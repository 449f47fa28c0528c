import type { Profile } from '../../contracts/profiles.ts';
import { apiFor } from '../api.ts';
import { type ConformanceError, InconclusiveError } from '../errors.ts';
import { createActor } from '../probes/actor.ts';
import type { ProbeSession } from '../probes/session.ts';

/** One harmless read; LMS Connect has no list, so an assignment that cannot exist is requested. */
function firstRead(profile: Profile): string {
  if (profile.kind === 'data') return `/${apiFor(profile).choices.main}?limit=1`;
  return '/sections/000000000000000000000000/assignments/00000000-0000-0000-0000-000000000000';
}

/**
 * Returns an error if the target is unreachable or rejects the token. Any other response can be judged.
 */
export async function preflight(
  session: ProbeSession,
  profile: Profile,
): Promise<ConformanceError | undefined> {
  const { origin } = session.target;
  const { response, failure } = await createActor(session, profile).send({ path: firstRead(profile) });
  // The server responded, so that the rest of it can be judged.
  if (failure?.kind === 'too-large') return undefined;
  if (failure)
    return new InconclusiveError(
      `${origin} could not be reached: ${failure.message}.`,
      'Check the URL and that the target is up.',
    );
  // A token whose scopes exclude this collection is valid.
  const isScopeMiss = /scope/i.test(response?.body ?? '');
  if (response?.status === 401 || (response?.status === 403 && !isScopeMiss))
    return new InconclusiveError(
      `${origin} did not accept the token (${response.status}).`,
      'Check CLEVER_TOKEN, or name another variable with --token-env.',
    );
  return undefined;
}
