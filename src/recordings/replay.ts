import { UsageError } from '../errors.ts';
import { TransferStop } from '../recorder/transport-failure.ts';
import { openReplayTarget } from '../targets/replay.ts';
import type { Target } from '../targets/target.ts';
import { readRecordings } from './reader.ts';
import { redactorVersion, rulesDigest } from './rules.ts';

/** Recordings as a target. */
export interface Replay {
  readonly target: Target;
  /** A notice for the user. */
  readonly remark?: string;
}

/**
 * A directory of recordings as a target. Throws `UsageError` for a directory or file that cannot be replayed, before any
 * request.
 */
export async function openReplay(folder: string, nowMs: number): Promise<Replay> {
  const recordings = await readRecordings(folder, { nowMs });
  const { redactor, subject } = recordings.index;
  if (subject === 'har')
    throw new UsageError(
      `${folder} has the requests of a client, which probes cannot send again.`,
      'Judge it: clever-conformance server --target replay --recordings DIR.',
    );
  const isCurrent = redactor.version === redactorVersion && redactor.rules === rulesDigest();
  const target = await openReplayTarget({
    recordings,
    errorOf: ({ kind, message }) => new TransferStop(kind, message),
  });
  return isCurrent
    ? { target }
    : { target, remark: `${folder} was redacted by an older version of the rules. Record again.` };
}
