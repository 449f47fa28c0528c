import { judgeEvidence, sideOf } from '../engine/judge.ts';
import { runOf } from '../engine/run.ts';
import { readEvidence } from '../evidence/store.ts';
import { unusable } from './formats/file.ts';
import type { CaptureOptions, CaptureRun } from './session.ts';

/** Re-judges an evidence file with the current claims. Throws `UsageError` for evidence of a side that is not selected. */
export async function judgeEvidenceFile(path: string, options: CaptureOptions): Promise<CaptureRun> {
  const startedAtMs = options.now();
  const evidence = await readEvidence(path);
  const side = sideOf(evidence);
  const selected = options[side];
  if (!selected)
    throw unusable(
      path,
      `it is evidence of a ${side}, and that side is not selected`,
      `Leave --side out, or give --side ${side}.`,
    );
  const ids = new Set(
    [...selected].filter((id) => evidence.selected === undefined || evidence.selected.includes(id)),
  );
  const facts = {
    subject: { kind: evidence.context.subject, name: options.name },
    seed: 1,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
  };
  return runOf(judgeEvidence(evidence, facts, ids));
}
