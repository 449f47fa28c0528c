import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { createThreadDriver } from '../../src/drivers/thread/driver.ts';
import { exitCodes } from '../../src/errors.ts';
import type { ScenarioObservation } from '../../src/observation.ts';
import { scenarios } from '../../src/scenarios/index.ts';
import { createSandboxPool } from '../../src/scenarios/serving/sandbox-pool.ts';
import { stageScenario } from '../../src/scenarios/serving/stage.ts';
import { run as walker } from './walker-testing.ts';

describe('a module in a thread of its own', function () {
  this.timeout(60_000);

  it('is observed exactly as in this thread', async () => {
    // Every kind of fault: delays, outages, 429s, closed connections, endless bodies, redirects, kills, writes.
    const chosen = scenarios.filter(
      (one, at) => at % 10 === 0 || /clos|endless|redirect|kill|slow|hang/.test(one.name),
    );
    expect(chosen.length).to.be.above(20);
    const file = join(import.meta.dirname, 'walker-testing.ts');
    const abort = new AbortController();
    const thread = await createThreadDriver({ file, option: '--module', signal: abort.signal });
    const observe = async (driver: Parameters<typeof stageScenario>[1]['driver']) => {
      const sandboxes = createSandboxPool(1);
      const all: ScenarioObservation[] = [];
      for (const scenario of chosen)
        all.push(await stageScenario(scenario, { driver, seed: 1, sandboxes, maxRequests: 60 }));
      sandboxes.close();
      return all;
    };
    try {
      const inThread = await observe(thread);
      const here = await observe(createModuleDriver(walker, 'a module'));
      for (const [at, seen] of inThread.entries()) expect(seen, seen.scenario).to.deep.equal(here[at]);
      expect(here.flatMap(({ runs }) => runs.map(({ claim }) => claim.says))).to.include.members([
        'complete',
        'incomplete',
      ]);
    } finally {
      abort.abort();
    }
  });

  const get = `await fetch(baseUrl + '/v2.0/students', { headers: { authorization: 'Bearer ' + token } });`;
  const judged = async (body: string, flags: readonly string[] = []) =>
    await withFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'client.mjs'),
        `export async function run({ fetch, baseUrl, token }) { ${body} }`,
      );
      const args = ['client', '--module', 'client.mjs', '--scenario', 'pagination/full-walk', ...flags];
      const ended = await runCli(args, { cwd });
      const report = join(cwd, 'reports/latest/report.json');
      return { ...ended, report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined };
    });

  it('1: that calls process.exit(0) after a request is judged, and the report shows how it ended', async () => {
    const { code, stdout, report } = await judged(`${get} process.exit(0);`);
    expect(code).to.equal(exitCodes.nonConforming);
    expect(stdout).to.include('the client called process.exit instead of returning a result');
    expect(report.verdict).to.equal('non-conforming');
  });

  it('4: that ends before its first request is reported in one line, with how it ended', async () => {
    const ways: Readonly<Record<string, RegExp>> = {
      'process.exit(0);': /called process\.exit\(0\) before its first request, instead of returning/,
      'Promise.reject(new Error("odd")); await new Promise(() => {});':
        /crashed before its first request; it printed: odd/,
      'for (;;);': /sent no request before the timeout/,
    };
    for (const [body, says] of Object.entries(ways)) {
      const { code, stderr, report } = await judged(body, ['--timeout', '1']);
      expect(code, body).to.equal(exitCodes.inconclusive);
      expect(stderr)
        .to.match(says)
        .and.to.match(/^error: .*\n$/);
      expect(report).to.equal(undefined);
    }
  });
});
