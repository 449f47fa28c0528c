import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';
import { judgeServer } from '../../src/engine/judge.ts';
import { readEvidence } from '../../src/evidence/store.ts';
import type { Report } from '../../src/report/model/report.ts';

const facts = { subject: { kind: 'sandbox', name: '' }, seed: 3, startedAtMs: 0, durationMs: 0 } as const;

async function judge(cwd: string, out: string, seed: string): Promise<{ report: Report; evidence: string }> {
  const { code, stderr } = await runCli(['server', '--quiet', '--seed', seed, '--out', out], { cwd });
  expect(code, stderr).to.equal(0);
  return {
    report: JSON.parse(readFileSync(join(cwd, out, 'report.json'), 'utf8')),
    evidence: readFileSync(join(cwd, out, 'evidence.json.gz'), 'base64'),
  };
}

/** The two members that tell the time of the run, and nothing else. */
function withoutTimes({ startedAt, durationMs, ...rest }: Report): string {
  expect(startedAt).to.match(/^\d{4}-/);
  expect(durationMs).to.be.at.least(0);
  return JSON.stringify(rest);
}

describe('the same seed', () => {
  it('gives the same evidence and the same report, byte for byte but for times; another seed does not', () =>
    withFolder(async (cwd) => {
      const first = await judge(cwd, 'first', '7');
      const again = await judge(cwd, 'again', '7');
      const other = await judge(cwd, 'other', '8');
      expect(again.evidence === first.evidence, 'evidence.json.gz').to.equal(true);
      expect(withoutTimes(again.report)).to.equal(withoutTimes(first.report));
      expect(other.evidence === first.evidence).to.equal(false);
    })).timeout(60_000);

  it('the outcomes, findings and notes follow from evidence.json alone', () =>
    withFolder(async (cwd) => {
      const { report } = await judge(cwd, 'run', '3');
      const evidence = await readEvidence(join(cwd, 'run/evidence.json.gz'));
      const again = judgeServer(evidence, facts).outcomes;
      const shown = report.requirements.map((row) => ({
        id: row.id,
        outcome: row.outcome,
        cases: row.cases,
      }));
      const judgedAgain = again.map(({ id, outcome }) => ({
        id,
        outcome: outcome.outcome,
        cases: outcome.cases.map(({ findings, notes, ...rest }) => ({
          ...rest,
          ...(notes?.length ? { notes } : {}),
        })),
      }));
      expect(judgedAgain).to.deep.equal(shown);
    })).timeout(60_000);
});
