import type { Api } from '../../api.ts';
import type { Actor } from '../probe.ts';

/** `read:students` for `students`; several scopes where a version has them for one collection. */
export function scopesFor({ choices }: Api, collections: readonly string[]): readonly string[] {
  return collections.flatMap((one) => choices.scopes[one] ?? one).map((one) => `read:${one}`);
}

/** A token of the target's district with scopes for these collections, and, if given, for some schools only. */
export async function tokenWith(
  actor: Actor,
  collections: readonly string[],
  schools?: readonly string[],
): Promise<string | undefined> {
  const scopes = scopesFor(actor.api, collections);
  const params = { scopes, agreement: false, ...(schools ? { schools } : {}) };
  const { token } = await actor.state('a token with {scopes}', params);
  return typeof token === 'string' ? token : undefined;
}
