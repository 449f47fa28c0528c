import { profiles } from '../../contracts/profiles.ts';
import { InconclusiveError } from '../errors.ts';
import { responseOf } from '../targets/received.ts';
import type { Target } from '../targets/target.ts';

/** A request that is allowed for every token and changes nothing. */
const firstRead = `${profiles[0].prefix}/districts`;

/**
 * Checks that the target is reachable and accepts the token and provider states. Throws `InconclusiveError` or
 * `UsageError` otherwise, because failures for that reason say nothing about the contract.
 */
export async function requireReachable(target: Target): Promise<void> {
  const response = await target
    .fetch(
      new Request(target.origin + firstRead, {
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
