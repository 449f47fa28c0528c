import { InconclusiveError, SafetyStop } from '../errors.ts';
import { type Exchange, pathnameOf } from '../exchange.ts';
import type { ProbeSession } from './session.ts';

/** Consecutive transport failures after which the target counts as gone: more than one read that never works gets, at two connections for each attempt. */
const lostAfter = 10;
/** Consecutive timeouts after which the target counts as hung. */
const hungAfter = 3;
/** Timeouts per run, consecutive or not: each costs the full timeout. */
const maxTimeouts = 10;
/** Bounds the time and the memory of a run: the total of all responses, and of those that differ. A large district stays far below. */
const maxBytes = 256 * 1024 * 1024;
const maxValues = 16_000_000;
const maxNewBytes = 128 * 1024 * 1024;

/** Why the run must stop: the target is gone or hung, or the run exceeds its limits. */
export function stopReason({
  recorder,
  target,
}: Pick<ProbeSession, 'recorder' | 'target'>): InconclusiveError | SafetyStop | undefined {
  const { exchanges, intake } = recorder;
  const last = exchanges.slice(-lostAfter);
  const isGone = last.length === lostAfter && last.every(isLost) && isOfSeveral(last);
  const latest = last.slice(-hungAfter);
  const isHung = latest.length === hungAfter && latest.every(isTimeout) && isOfSeveral(latest);
  if (isGone || isHung)
    return new InconclusiveError(
      `${target.origin} stopped responding: ${last.at(-1)?.failure?.message ?? 'no response'}.`,
      'Check that the target is up and run again.',
    );
  // Counted only after a timeout: a run has thousands of requests.
  const timeouts = last.slice(-1).some(isTimeout) ? exchanges.filter(isTimeout).length : 0;
  if (timeouts >= maxTimeouts)
    return new InconclusiveError(
      `${target.origin} did not respond in time to ${timeouts} of ${exchanges.length} requests.`,
      'Check that the target is healthy, or raise --timeout.',
    );
  if (intake.bytes > maxBytes || intake.values > maxValues || intake.newBytes > maxNewBytes)
    return new SafetyStop(
      `The responses of ${target.origin} exceed the limit of a run (${maxNewBytes} different bytes, ${maxBytes} bytes or ${maxValues} JSON values).`,
      'Judge a smaller district, or select fewer requirements with --requirement or --grep.',
    );
  return undefined;
}

/** One path may be down while the server is up. */
function isOfSeveral(exchanges: readonly Exchange[]): boolean {
  return new Set(exchanges.map(pathnameOf)).size > 1;
}

function isTimeout({ failure }: Exchange): boolean {
  return failure?.kind === 'timeout';
}

/** Too-large bodies count as responses; requests that the suite blocked do not count. */
function isLost({ failure }: Exchange): boolean {
  return failure !== undefined && failure.kind !== 'too-large' && failure.kind !== 'refused';
}
