import { profiles } from '../../contracts/profiles.ts';
import { InconclusiveError } from '../errors.ts';
import type { Target } from '../targets/target.ts';

/** A read that every token may make, and that changes nothing. */
const firstRead = `${profiles[0].prefix}/districts`;

/**
 * Is anybody there, and does it take our token and our states? Throws `InconclusiveError` or `UsageError` where not:
 * interactions that fail for that reason would say nothing about the contract.
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
        `${target.origin} could not be reached.`,
        'Check the address and that the target is up.',
        { cause },
      );
    });
  await response.body?.cancel();
  // An endpoint that does not do is a fault of the command line, not of every single interaction.
  await target.setState?.('everything is as seeded');
  if (response.status === 401)
    throw new InconclusiveError(
      `${target.origin} did not accept the token (401).`,
      'Check CLEVER_TOKEN, or name another variable with --token-env.',
    );
}
