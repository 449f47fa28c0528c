import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { harOf } from '../../src/captures/formats/har-testing.ts';
import { judgeCaught, overPort, trafficOf, walk } from '../../src/captures/testing.ts';
import type { RunResult } from '../../src/claims/run-result.ts';
import type { Io } from '../../src/cli/io.ts';
import { endRun } from '../../src/cli/run/run-ending.ts';
import type { RunOptions } from '../../src/cli/run/run-flags.ts';
import { withFolder } from '../../src/cli/testing.ts';
import type { Exchange } from '../../src/exchange.ts';
import { createLeakGuard } from '../../src/leak-guard/leak-guard.ts';
import type { Evidence } from '../../src/result.ts';
import { certaintyOf } from '../../src/traffic/certainty.ts';
import { readTraffic } from '../../src/traffic/traffic.ts';

const exchange = (first: string, header?: string): Exchange => ({
  seq: 0,
  request: { method: 'GET', origin: 'http://a.test', path: '/v2.0/students', headers: {}, sentAtMs: 0 },
  response: {
    status: 200,
    headers: header === undefined ? {} : { [header]: '«token:1»' },
    body: JSON.stringify({ data: [{ data: { first } }] }),
    receivedAtMs: 1,
  },
});

/** A run whose evidence, header name or finding shows this of a student. */
function runOf(said: {
  readonly evidence?: string;
  readonly header?: string;
  readonly finding?: string;
}): RunResult {
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'live', profiles: [] },
    notProvoked: {},
    exchanges: [exchange(said.evidence ?? 'name-1a2b3c', said.header)],
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

/** The text of a file, also of a compressed one. */
const textIn = (bytes: Buffer) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');

/** Ends a run with reports, as every verb does. */
async function end(run: RunResult) {
  const guard = createLeakGuard(0, ['http://a.test']);
  guard.sawServer(exchange('Hermione'));
  return withFolder(async (folder) => {
    const stderr: string[] = [];
    const io = {
      cwd: folder,
      env: {},
      stdout: { write: () => true },
      stderr: { write: (text: string) => stderr.push(text) },
    } as unknown as Io;
    const options = { failOn: new Set(), reporters: [], quiet: true, json: false } as unknown as RunOptions;
    const code = await endRun({ result: run, unfinished: undefined }, folder, {}, options, io, guard);
    const files = readdirSync(folder).map(
      (name) => [name, textIn(readFileSync(join(folder, name)))] as const,
    );
    return { code, stderr: stderr.join(''), files: new Map(files) };
  });
}

describe('the leak guard of a live run', () => {
  it('lets clean reports be written', async () => {
    const { code, stderr, files } = await end(runOf({}));
    expect(code).to.equal(1);
    expect(stderr).to.not.include('Withheld');
    expect([...files.keys()]).to.include.members([
      'evidence.json.gz',
      'report.html',
      'report.json',
      'junit.xml',
    ]);
  });

  for (const [place, said, warning] of [
    [
      'the evidence',
      { evidence: 'Hermione' },
      'Withheld as a possible leak: response body, member "first" (exchange 0), which contains a value from exchange 0, response body, "first" under its original name.',
    ],
    [
      'a header name',
      { header: 'x-hermione' },
      'Withheld as a possible leak: name of a response header (exchange 0), which contains a value from exchange 0, response body, "first" unchanged.',
    ],
    [
      'a finding',
      { finding: 'it was &quot;HERMIONE&quot;' },
      'Withheld as a possible leak: actual value (data/operation-answers), which contains a value from exchange 0, response body, "first" unchanged.',
    ],
  ] as const)
    it(`withholds a field of ${place}, reports where it came from, and keeps the verdict`, async () => {
      const { code, stderr, files } = await end(runOf(said));
      expect(code).to.equal(1);
      expect(stderr).to.include(`warning: ${warning}`);
      for (const [name, text] of files) expect(text, name).to.not.match(/hermione/i);
      expect(files.get('evidence.json.gz')).to.include('"withheld":[{');
      expect([...files.values()].join()).to.include('withheld: possible leak');
    });
});

describe('a guard of captured traffic', () => {
  it('finds what was in the capture, whichever side it is written for', async () => {
    const caught = await overPort((get) => walk(get, '/v2.0/students?limit=10'));
    // The sandbox's own token is public.
    const token = '9d1f77aa-k33p-0ut';
    for (const one of caught) one.headers = [['authorization', `Bearer ${token}`]];
    const guard = createLeakGuard(Date.now(), ['walk.har']);
    for (const exchange of trafficOf(harOf(caught)).exchanges) guard.sawCapture(exchange);
    const { server, client } = judgeCaught(caught);
    for (const { result } of [server, client]) expect(guard.screen(result)).to.equal(result);
    const { data } = JSON.parse(caught[0]?.answer ?? '') as {
      data: { data: { email: string; id: string } }[];
    };
    for (const raw of [data[0]?.data.email, data[3]?.data.id, token, Buffer.from(token).toString('base64')]) {
      const fault = guard.clean(new Error(`<p>"${raw}"</p>`));
      expect((fault as Error).message, raw).to.equal('withheld: possible leak');
    }
  });
});
