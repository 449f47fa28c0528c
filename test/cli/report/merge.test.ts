import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { run as referenceClient } from '../../../examples/clients/reference.ts';
import type { RunResult } from '../../../src/claims/run-result.ts';
import { runMain } from '../../../src/cli/testing.ts';
import { createVirtualClock, virtualEpochMs } from '../../../src/clock.ts';
import { createModuleDriver } from '../../../src/drivers/module.ts';
import { runClient } from '../../../src/engine/client-run.ts';
import { runServer } from '../../../src/engine/server-run.ts';
import { exitCodes } from '../../../src/errors.ts';
import { version } from '../../../src/package.ts';
import { writeReports } from '../../../src/report/files/write.ts';
import type { Report } from '../../../src/report/model/report.ts';
import type { ShardChoice } from '../../../src/result.ts';
import { openSandboxTarget } from '../../../src/targets/sandbox.ts';
import { allClientIds } from '../../engine/client-testing.ts';
import { ofThemes } from '../../engine/server-testing.ts';

type Run = (shard: ShardChoice | undefined) => Promise<RunResult>;

const signal = new AbortController().signal;

const serverRun =
  (...themes: readonly string[]): Run =>
  async (shard) => {
    const clock = createVirtualClock(virtualEpochMs + (shard?.index ?? 1) * 86_400_000);
    const target = openSandboxTarget({ seed: 1, students: 120, clock });
    const run = await runServer({
      target,
      apis: ['data-v2.0', 'lms-v3.1'],
      ids: ofThemes(...themes),
      seed: 1,
      budgetShare: 1,
      depth: 'quick',
      signal,
      now: clock.now,
      ...(shard ? { shard } : {}),
    });
    await target.close();
    return run.result;
  };

const runs: Readonly<Record<string, Run>> = {
  server: serverRun('pagination', 'rate-limit', 'lms'),
  client: async (shard) => {
    const run = await runClient({
      driver: createModuleDriver(referenceClient, 'reference'),
      ids: allClientIds,
      pattern: 'rate-limit/*',
      seed: 1,
      jobs: 4,
      signal,
      now: () => 0,
      ...(shard ? { shard } : {}),
    });
    return run.result;
  },
};

/** Everything but times, the evidence that holds them, and the busiest minute. */
function timeless(dir: string): unknown {
  const report: Report = JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'));
  const { startedAt: _at, durationMs: _ms, evidence: _evidence, budget, ...rest } = report;
  return { ...rest, ...(budget ? { budget: { ...budget, busiestWindow: 0 } } : {}) };
}

describe('shards of a run', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  for (const [side, run] of Object.entries(runs))
    it(`of a ${side}: joined they give the report of the whole run`, async () => {
      const at = (name: string | number) => join(root, `${side}-${name}`);
      for (const index of [0, 1, 2, 3]) {
        const result = await run(index === 0 ? undefined : { index, of: 3 });
        const { fault } = await writeReports(at(index), result, {
          tool: { name: 'clever-conformance', version },
          environment: { node: '24' },
          failOn: new Set(),
        });
        expect(fault).to.equal(undefined);
      }
      expect((await runMain('verify', at(2))).stdout).to.contain(' is valid: ');
      const merged = await runMain('merge', at(3), at(1), at(2), '--out', at('merged'));
      expect(merged.code, merged.stderr).to.equal(exitCodes.conforming);
      expect(timeless(at('merged'))).to.deep.equal(timeless(at(0)));
      expect((await runMain('verify', at('merged'))).stdout).to.contain(' is valid: ');
      const shards = [at(1), at(2), at(3)];
      const spoken = await runMain('merge', ...shards, '--out', at('tap'), '--reporter', 'tap:-', '--quiet');
      expect([spoken.code, spoken.stderr]).to.deep.equal([merged.code, '']);
      expect(spoken.stdout).to.match(/^TAP version 14\n/);
      const strict = await runMain('merge', ...shards, '--out', at('all'), '--fail-on', 'untested', '--json');
      expect(JSON.parse(strict.stdout)).to.deep.include({ failOn: ['untested'] });

      const bad: readonly (readonly [readonly string[], RegExp])[] = [
        [[at(1), at(3)], /Shard 2 of 3 is missing\./],
        [[at(1), at(2), at(2), at(3)], /Shard 2 of 3 was given 2 times\./],
        [[at(1), at(0)], /A report directory does not belong to a shard/],
      ];
      for (const [dirs, says] of bad) {
        const { code, stderr } = await runMain('merge', ...dirs, '--out', at('none'));
        expect(code).to.equal(exitCodes.usage);
        expect(stderr).to.match(says);
      }
    }).timeout(60_000);

  it('of a live server: windows are added by time, and their sum is reported if it is above the share', async () => {
    const atMs = Date.UTC(2026, 0, 5, 12);
    const minute = 60_000;
    const write = async (index: number, starts: readonly number[], requests = 100) => {
      const { evidence, ...result } = await serverShards[index]!;
      const windows = starts.map((start) => ({
        startMs: atMs + start * minute,
        endMs: atMs + (start + 1) * minute,
        requests,
      }));
      const budget = {
        share: 0.1,
        advertised: 1200,
        requests: 200,
        busiestWindow: requests,
        unpaced: 0,
        windows,
      };
      const subject = { kind: 'live', name: 'http://127.0.0.1:9' } as const;
      await writeReports(join(root, `live-${index}`), { ...result, subject, evidence, budget } as RunResult, {
        tool: { name: 'clever-conformance', version },
        environment: {},
        failOn: new Set(),
      });
      return join(root, `live-${index}`);
    };
    // Whatever they judge: only the windows count, which are added by hand.
    const run = serverRun('access', 'events');
    const serverShards: Readonly<Record<number, Promise<RunResult>>> = {
      1: run({ index: 1, of: 2 }),
      2: run({ index: 2, of: 2 }),
    };
    const first = await write(1, [0, 1]);
    for (const [starts, requests, busiest, says] of [
      [[1.5, 3], 100, 200, ''],
      [[5, 6], 100, 100, ''],
      [[0.5, 1.5], 140, 240, ''],
      [
        [0.5, 1.5],
        150,
        250,
        'The shards together sent 250 requests in one window. Allowed: at most 240 requests a minute',
      ],
    ] as const) {
      const second = await write(2, starts, requests);
      const out = join(root, 'live-merged');
      const { stderr } = await runMain('merge', first, second, '--out', out);
      const { budget } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
      expect(budget, stderr).to.deep.include({ share: 0.2, busiestWindow: busiest });
      expect(budget).to.not.have.property('windows');
      if (says === '') expect(stderr).to.match(/^Reports: [^\n]+\n$/);
      else expect(stderr).to.include(says);
    }
  }).timeout(60_000);

  it('--shard takes a part that there is', async () => {
    for (const wrong of ['4/3', '0/2', '1', '1/0', 'a/b', '1/100']) {
      const { code, stderr } = await runMain('server', '--shard', wrong, '--out', join(root, 'none'));
      expect(code, wrong).to.equal(exitCodes.usage);
      expect(stderr).to.contain(`--shard "${wrong}" is not a valid shard.`);
    }
  });
});
