import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { readEvidence } from '../evidence/store.ts';
import { judgeClient } from '../judges/client-index.ts';
import { judgeEvidence } from '../judges/index.ts';
import { observationsIn } from '../traffic/client/observations.ts';
import { unusable } from './file.ts';
import { type CaptureOptions, type CaptureRun, runOf } from './session.ts';

/**
 * Judges the evidence of an earlier run again, by today's claims: the same claims give the same outcomes. Throws `UsageError` for
 * evidence of a side that was not selected.
 */
export async function judgeEvidenceFile(path: string, options: CaptureOptions): Promise<CaptureRun> {
  const startedAtMs = options.now();
  const evidence = await readEvidence(path);
  const side = evidence.observations === undefined ? 'server' : 'client';
  const asked = options[side];
  if (!asked)
    throw unusable(
      path,
      `it is of a ${side}, and that side is not asked for`,
      `Leave --side out, or give --side ${side}.`,
    );
  const ids = new Set(
    [...asked].filter((id) => evidence.selected === undefined || evidence.selected.includes(id)),
  );
  const outcomes =
    side === 'server'
      ? judgeEvidence(evidence, ids as ReadonlySet<RequirementId> as ReadonlySet<ServerRequirementId>)
      : judgeClient(
          observationsIn(evidence),
          ids as ReadonlySet<RequirementId> as ReadonlySet<ClientRequirementId>,
          evidence.notProvoked,
        );
  const { inconclusive } = evidence;
  return runOf(
    { side, evidence, outcomes, ...(inconclusive === undefined ? {} : { inconclusive }) },
    options,
    startedAtMs,
    evidence.context.subject,
  );
}
