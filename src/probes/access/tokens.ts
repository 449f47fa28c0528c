import type { Actor } from '../probe.ts';

/** A token of the target's district with scopes for these collections, and, if given, for some schools only. */
export async function tokenWith(
  actor: Actor,
  collections: readonly string[],
  schools?: readonly string[],
): Promise<string | undefined> {
  const scopes = collections.map((one) => `read:${one}`);
  const params = { scopes, agreement: false, ...(schools ? { schools } : {}) };
  const { token } = await actor.state('a token with {scopes}', params);
  return typeof token === 'string' ? token : undefined;
}
