import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { harOf } from '../captures/formats/har-testing.ts';
import { judgeCaught, overPort, trafficOf, walk } from '../captures/testing.ts';
import type { RunResult } from '../claims/run-result.ts';
import { SafetyStop } from '../errors.ts';
import { renderEvidence } from '../evidence/store.ts';
import type { Exchange } from '../exchange.ts';
import { writeReports } from '../report/files/write.ts';
import type { Evidence } from '../result.ts';
import { certaintyOf } from '../traffic/certainty.ts';
import { readTraffic } from '../traffic/traffic.ts';
import { createLeakGuard } from './leak-guard.ts';
import { withFolder } from './testing.ts';

const exchange = (first: string): Exchange => ({
  seq: 0,
  request: { method: 'GET', origin: 'http://a.test', path: '/v2.0/students', headers: {}, sentAtMs: 0 },
  response: {
    status: 200,
    headers: {},
    body: JSON.stringify({ data: [{ data: { first } }] }),
    receivedAtMs: 1,
  },
});

/** A run whose evidence, or whose findings, say this of a pupil. */
function runOf(said: { readonly evidence?: string; readonly finding?: string }): RunResult {
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'live', profiles: [] },
    notProvoked: {},
    exchanges: [exchange(said.evidence ?? 'name-1a2b3c')],
  };
  return {
    side: 'server',
    subject: { kind: 'live', name: 'http://a.test' },
    seed: 1,
    startedAtMs: 0,
    durationMs: 0,
    outcomes: [
      {
        id: 'data/operation-answers',
        outcome: {
          outcome: 'failed',
          cases: [
            {
              name: 'students',
              outcome: 'failed',
              findings: [
                { message: 'a list is expected', expected: 'a list', actual: said.finding ?? 'none' },
              ],
            },
          ],
        },
      },
    ],
    evidence,
    traffic: readTraffic(evidence.exchanges, { profiles: [], certainty: certaintyOf('live') }),
  };
}

async function write(
  run: RunResult,
): Promise<{ readonly fault: unknown; readonly files: readonly string[] }> {
  const guard = createLeakGuard('server', 0, ['http://a.test']);
  guard.sawServer(exchange('Hermione'));
  return withFolder(async (folder) => {
    const fault = await writeReports(folder, run, {
      tool: { name: 'clever-conformance', version: '0' },
      environment: {},
      failOn: new Set(),
      guard: guard.check,
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    return { fault, files: readdirSync(folder) };
  });
}

describe('the leak guard of a live run', () => {
  it('lets clean reports be written', async () => {
    const { fault, files } = await write(runOf({}));
    expect(fault).to.equal(undefined);
    expect(files).to.include.members(['evidence.json.gz', 'report.html', 'report.json', 'junit.xml']);
  });

  for (const [place, said, named] of [
    ['the evidence', { evidence: 'Hermione' }, /evidence\.json\.gz, line 2 \(/],
    ['a finding', { finding: 'it was &quot;HERMIONE&quot;' }, /report\.json, line \d+ \(/],
  ] as const)
    it(`writes no file if ${place} would leak, and reports file, line and encoding`, async () => {
      const { fault, files } = await write(runOf(said));
      expect(fault).to.be.instanceOf(SafetyStop);
      expect((fault as SafetyStop).exitCode).to.equal(6);
      expect((fault as SafetyStop).message)
        .to.match(named)
        .and.not.match(/hermione/i);
      expect(files).to.deep.equal([]);
    });
});

describe('a guard of captured traffic', () => {
  it('finds what was in the capture, whichever side it is written for', async () => {
    const caught = await overPort((get) => walk(get, '/v2.0/students?limit=10'));
    // The sandbox's own token is public.
    const token = '9d1f77aa-k33p-0ut';
    for (const one of caught) one.headers = [['authorization', `Bearer ${token}`]];
    const guard = createLeakGuard(['server', 'client'], Date.now(), ['walk.har']);
    for (const exchange of trafficOf(harOf(caught)).exchanges) guard.sawCapture(exchange);
    const { server, client } = judgeCaught(caught);
    for (const { result } of [server, client]) guard.check('evidence.json', renderEvidence(result.evidence));
    const { data } = JSON.parse(caught[0]?.answer ?? '') as {
      data: { data: { email: string; id: string } }[];
    };
    for (const raw of [data[0]?.data.email, data[3]?.data.id, token, Buffer.from(token).toString('base64')])
      expect(() => guard.check('report.html', `<p>"${raw}"</p>`), raw).to.throw(SafetyStop);
  });
});
