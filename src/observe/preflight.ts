import type { Profile } from '../../contracts/profiles.ts';
import { type ConformanceError, InconclusiveError } from '../errors.ts';
import { createActor, type Stage } from '../probes/actor.ts';

/** One harmless read per kind of API; LMS Connect has no list, so an assignment is asked for that cannot exist. */
const firstRead: Readonly<Record<Profile['kind'], string>> = {
  data: '/students?limit=1',
  lms: '/sections/000000000000000000000000/assignments/00000000-0000-0000-0000-000000000000',
};

/**
 * Is anybody there, and does it take our token? Answers the reason why nothing can be judged, or nothing. Any other
 * answer, however wrong, is worth judging.
 */
export async function preflight(stage: Stage, profile: Profile): Promise<ConformanceError | undefined> {
  const { origin } = stage.target;
  const { response, failure } = await createActor(stage, profile).send({ path: firstRead[profile.kind] });
  if (failure)
    return new InconclusiveError(
      `${origin} could not be reached: ${failure.message}.`,
      'Check the address and that the target is up.',
    );
  // A token whose scopes leave this collection out is a good token.
  const isScopeMiss = /scope/i.test(response?.body ?? '');
  if (response?.status === 401 || (response?.status === 403 && !isScopeMiss))
    return new InconclusiveError(
      `${origin} did not accept the token (${response.status}).`,
      'Check CLEVER_TOKEN, or name another variable with --token-env.',
    );
  return undefined;
}
