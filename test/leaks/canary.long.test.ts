import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import type { RunResult } from '../../src/claims/run-result.ts';
import { runCli, withServer } from '../../src/cli/testing.ts';
import { judgeServer } from '../../src/engine/judge.ts';
import { ConformanceError, InconclusiveError, SuiteFault } from '../../src/errors.ts';
import type { Exchange } from '../../src/exchange.ts';
import { createLeakGuard } from '../../src/leak-guard/leak-guard.ts';
import { observe } from '../../src/observe/observe-server.ts';
import { renderConsole } from '../../src/report/console/console.ts';
import { writeReports } from '../../src/report/files/write.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';
import { clientSource, createCanaryServer, harOf } from './canary-server-testing.ts';
import { createCanary, hasMark, markEncodings, marking } from './canary-testing.ts';

/** Categories that exhaust the rate limit see no data that the others do not see. */
const all = new Set(
  requirementsOf('server')
    .map((one) => one.id)
    .filter((id) => !/^(?:rate-limit|pagination)/.test(id)),
);
const canary = createCanary();
const sinks = new Set<string>();

/** Judges a marked sandbox, with some transport failures, as a live server. */
async function judgeMarked() {
  const guard = createLeakGuard(0, []);
  const raw: Exchange[] = [];
  let requests = 0;
  const sandbox = openSandboxTarget({
    seed: 4,
    students: 14,
    tamper: (sandbox) => {
      const [beside, within] = [marking(canary, true)(sandbox), marking(canary, false)(sandbox)];
      return async (request) => {
        // Error messages of network libraries may contain request data.
        if (++requests % 41 === 0) throw new TypeError(`fetch failed: ${canary.mark('failure')}`);
        // The suite cannot proceed with marks in documented fields.
        return requests % 2 === 0 ? beside(request) : within(request);
      };
    },
  });
  // Of a stranger: what the suite's own sandbox serves is shown.
  const target = { ...sandbox, kind: 'live' } as const;
  const { evidence, budget } = await observe({
    target,
    depth: 'full',
    apis: profiles.map((one) => one.name),
    ids: all,
    budgetShare: 1,
    signal: new AbortController().signal,
    redactionKey: new Uint8Array(32).fill(9),
    onExchange: (exchange) => {
      raw.push(exchange);
      guard.sawServer(exchange);
    },
  });
  await target.close();
  const subject = { kind: 'live', name: 'a marked sandbox' } as const;
  const run: RunResult = judgeServer(
    evidence,
    { subject, seed: 1, startedAtMs: 0, durationMs: 0, budget },
    all,
  );
  return { guard, raw, run };
}

/** Reads all files of a directory recursively. */
function filesIn(dir: string): Map<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(names.map((one) => [one.name, readFileSync(join(one.parentPath, one.name), 'utf8')]));
}

function expectNoMark(shown: ReadonlyMap<string, string>, verb: string): void {
  for (const [sink, text] of shown) {
    sinks.add(`${verb} ${sink}`);
    expect(text.split('\n').find(hasMark)?.slice(0, 2_000), `${verb} ${sink}`).to.equal(undefined);
  }
}

describe('marks from a server and a client that mark all data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clever-canary-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('do not appear in the reports of a run, and the guard agrees', async () => {
    const { guard, raw, run } = await judgeMarked();
    expect(raw.length).to.be.above(80);
    expect(hasMark(JSON.stringify(raw))).to.equal(true);
    const dir = join(folder, 'in-process');
    expect(guard.screen(run)).to.equal(run);
    const { report } = await writeReports(dir, run, {
      tool: { name: 'clever-conformance', version: '0' },
      environment: {},
      failOn: new Set(),
      reporters: [{ name: 'text' }],
    });
    expectNoMark(new Map([...filesIn(dir), ['terminal', renderConsole(report, run)]]), 'in process');
  }).timeout(60_000);

  it('do not appear in output and files of server, record, client and judge, over gzip, chunks, failures and hangs', async () => {
    const { listener, token } = createCanaryServer(canary);
    writeFileSync(join(folder, 'client.mjs'), clientSource(canary.mark));
    writeFileSync(join(folder, 'capture.har'), harOf(canary.mark));
    const few = ['--api', 'data-v2.0', '--grep', 'data/', '--timeout', '1'];
    await withServer(listener, async (origin) => {
      const verbs: Readonly<Record<string, readonly string[]>> = {
        server: ['--target', origin, ...few, '--reporter', 'text'],
        record: ['--target', origin, ...few],
        client: [
          '--scenario',
          'errors',
          '--timeout',
          '20',
          '--',
          process.execPath,
          join(folder, 'client.mjs'),
        ],
        judge: ['capture.har'],
      };
      await Promise.all(
        Object.entries(verbs).map(async ([verb, args]) => {
          const ended = await runCli([verb, '--out', verb, ...args], {
            cwd: folder,
            env: { CLEVER_TOKEN: token },
          });
          // Judged with any verdict: the guard did not stop it.
          expect([0, 1], `${verb}: ${ended.stderr}`).to.include(ended.code);
          // What a client printed is kept as it is for the user of the suite, beside the report.
          rmSync(join(folder, verb, 'output'), { recursive: true, force: true });
          const files = filesIn(join(folder, verb));
          expect(files.size, verb).to.be.above(1);
          expectNoMark(new Map([...files, ['stdout', ended.stdout], ['stderr', ended.stderr]]), verb);
        }),
      );
    });
  }).timeout(120_000);

  it('do not appear in message, remedy, causes and stack of a suite fault', () => {
    const guard = createLeakGuard(0, []);
    const mark = 'Cánaryvogel77zug';
    guard.sawServer({
      seq: 0,
      request: { method: 'GET', origin: 'http://a.test', path: '/', headers: {}, sentAtMs: 0 },
      response: { status: 200, headers: {}, body: JSON.stringify({ pet: mark }), receivedAtMs: 1 },
    });
    const harmless = new SuiteFault('The probe failed.', 'Please report it.', { cause: new Error('no id') });
    expect(guard.clean(harmless)).to.equal(harmless);
    const faults = [
      new SuiteFault(`The probe met ${mark}.`, 'Please report it.'),
      new SuiteFault('The probe failed.', `Look at ${encodeURIComponent(mark)}.`),
      new SuiteFault('The probe failed.', 'Please report it.', { cause: new TypeError(`no ${mark}`) }),
      new InconclusiveError(`The target responded with ${mark}.`, 'Start it again.'),
      new Error(`no ${mark}`),
      mark,
    ];
    for (const fault of faults) {
      const clean = guard.clean(fault) as ConformanceError;
      expect(clean).to.be.instanceOf(ConformanceError);
      // What failed keeps its exit code.
      expect(clean.exitCode).to.equal(fault instanceof ConformanceError ? fault.exitCode : 3);
      const { message, remedy, stack } = clean;
      expect(message).to.equal('withheld: possible leak');
      expect(hasMark([message, remedy, stack].join())).to.equal(false);
    }
    expect(guard.warnings()).to.not.be.empty;
    expect(hasMark(guard.warnings().join())).to.equal(false);
    sinks.add('stderr of a fault');
  });

  it('were used everywhere', function () {
    const encodings = Object.keys(markEncodings).length;
    this.test!.title =
      `${canary.fields.size} fields × ${encodings} encodings (${canary.placed.size} pairs of them) × ${sinks.size} sinks: no mark`;
    expect(canary.fields.size).to.be.above(60);
    expect(canary.placed.size).to.be.above(canary.fields.size * 6);
    expect(sinks.size).to.be.above(25);
    for (const encoding of Object.keys(markEncodings)) {
      const text = markEncodings[encoding]?.('Cánaryvogel1zug') ?? '';
      expect(hasMark(`{"a":"x ${text} y"}`), encoding).to.equal(true);
    }
  });
});
