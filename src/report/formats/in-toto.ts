import { createHash } from 'node:crypto';
import type { RunResult } from '../../claims/run-result.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { standingOf } from '../model/standing.ts';
import { viewOf } from '../model/view.ts';
import { renderJson } from './json.ts';

/**
 * An in-toto Statement v1 with a `test-result` v0.1 predicate, ready to be signed (`cosign attest-blob`, for example). Its subjects are
 * the report and the evidence; add the released artifact as another subject before signing.
 */
export function renderInToto(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const { rows } = viewOf(report, run, catalogue);
  const named = (standing: string) =>
    rows.filter((one) => standingOf(one) === standing).map(({ row }) => row.id);
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: 'report.json', digest: { sha256: sha256(renderJson(report)) } },
      { name: report.evidence.file, digest: { sha256: report.evidence.sha256 } },
    ],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: resultOf(report),
      configuration: [
        {
          name: `${report.tool.name} ${report.tool.version}, catalogue ${report.catalogue.version}`,
          digest: { sha256: report.catalogue.digest },
        },
      ],
      passedTests: named('passed'),
      warnedTests: named('warning'),
      failedTests: named('failed'),
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** The predicate has no "inconclusive"; that verdict becomes FAILED. */
function resultOf(report: Report): 'PASSED' | 'WARNED' | 'FAILED' {
  if (report.verdict !== 'conforming') return 'FAILED';
  const isClean = report.counts.failed === 0 && report.requirements.every((row) => !row.notSelected);
  return isClean ? 'PASSED' : 'WARNED';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
