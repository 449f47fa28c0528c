import type { Profile } from '../../contracts/profiles.ts';
import { dataApiOf } from '../api.ts';
import { InconclusiveError } from '../errors.ts';
import { responseOf } from '../targets/received.ts';
import type { Target } from '../targets/target.ts';

/**
 * Checks that the target is reachable and accepts the token and provider states, with a read of the first Data API that every
 * token is allowed. Throws `InconclusiveError` or
 * `UsageError` otherwise, because failures for that reason say nothing about the contract.
 */
export async function requireReachable(target: Target, apis: readonly Profile[]): Promise<void> {
  const { profile, choices } = dataApiOf(apis);
  const response = await target
    .fetch(
      new Request(`${target.origin}${profile.prefix}/${choices.cheapest}`, {
        headers: { authorization: `Bearer ${target.token}` },
        redirect: 'manual',
        ...(target.timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(target.timeoutMs) }),
      }),
    )
    .catch((cause: unknown) => {
      throw new InconclusiveError(
        `${target.origin} is unreachable.`,
        'Check the URL, and that the target is running.',
        { cause },
      );
    });
  await responseOf(response).body?.cancel();
  // A wrong state endpoint is one usage error, not a failure of every interaction.
  await target.setState?.('everything is as seeded');
  if (response.status === 401)
    throw new InconclusiveError(
      `${target.origin} rejected the token (401).`,
      'Check CLEVER_TOKEN, or name another variable with --token-env.',
    );
}
