import type { Side } from '../../../contracts/requirement.ts';
import type { RunResult } from '../../claims/run-result.ts';
import type { Evidence } from '../../result.ts';
import { certaintyOf } from '../../traffic/certainty.ts';
import { readTraffic } from '../../traffic/traffic.ts';
import { buildReport } from '../model/report.ts';
import { reporters } from './reporters.ts';

/** Reports of an empty run: only texts of the catalogue and the pages, so the leak scanner can allow them. */
export function blankTexts(side: Side): readonly string[] {
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'live', profiles: [] },
    notProvoked: {},
    exchanges: [],
  };
  const run: RunResult = {
    side,
    subject: { kind: 'live', name: '' },
    seed: 1,
    startedAtMs: 0,
    durationMs: 0,
    outcomes: [],
    evidence,
    traffic: readTraffic([], { profiles: [], certainty: certaintyOf('live') }),
  };
  const report = buildReport(run, {
    tool: { name: 'clever-conformance', version: '' },
    environment: {},
    failOn: new Set(),
    evidenceFile: { file: '', sha256: '' },
  });
  return [reporters.html(report, run), reporters.json(report), reporters.text(report, run)];
}
