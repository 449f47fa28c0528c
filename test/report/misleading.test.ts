import { expect } from 'chai';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { createVirtualClock } from '../../src/clock.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { runClient } from '../../src/engine/client-run.ts';
import { runServer } from '../../src/engine/server-run.ts';
import { naiveClient } from '../../src/mutants/clients/naive-client.ts';
import { paginationClientMutants } from '../../src/mutants/clients/pagination.ts';
import { answering } from '../../src/mutants/mutant.ts';
import { renderConsole } from '../../src/report/console/console.ts';
import { renderJunit } from '../../src/report/formats/junit.ts';
import { catalogueOf } from '../../src/report/model/catalogue.ts';
import { verdictReason } from '../../src/report/model/verdict.ts';
import {
  failed,
  mixedRun,
  passed,
  sampleCatalogue,
  sampleExchange,
  sampleReport,
  sampleRun,
} from '../../src/report/testing.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

const signal = new AbortController().signal;

/** The summary of a client in the scenarios of a requirement. */
async function judgeClient(run: Parameters<typeof createModuleDriver>[0], id: ClientRequirementId) {
  const { result } = await runClient({
    driver: createModuleDriver(run, 'a client'),
    seed: 1,
    jobs: 1,
    ids: new Set([id]),
    signal,
    now: () => 0,
  });
  const report = sampleReport(result, catalogueOf('client'));
  return { report, text: renderConsole(report, result) };
}

/** The findings of a requirement about a server that refuses unknown records in words of its own. */
async function findingsOf(kind: 'sandbox' | 'live', id: ServerRequirementId) {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ seed: 1, students: 20, clock });
  const tamper = answering(
    (_, url) => /\/submissions\/[^/]+$/.test(url.pathname),
    (response) =>
      response.status === 404
        ? new Response('{"message":"Hermione is gone"}', { status: 404, headers: response.headers })
        : response,
  )(sandbox);
  try {
    const { result } = await runServer({
      target: {
        kind,
        name: 'a server',
        origin: 'http://sandbox.localhost',
        fetch: tamper,
        clock,
        token: sandbox.token,
        secondToken: sandbox.secondToken,
        setState: sandbox.setState,
        allows: new Set(['states', 'clock', 'writes', 'second-token']),
        close: async () => {},
      },
      apis: ['data-v2.0', 'lms-v3.1'],
      ids: new Set([id]),
      seed: 1,
      budgetShare: 1,
      signal,
      now: () => 0,
    });
    return JSON.stringify(result.outcomes.find((one) => one.id === id)?.outcome);
  } finally {
    sandbox.close();
  }
}

describe('a text of a report', () => {
  it('shows what the suite itself served and was sent, where the data are its own', async () => {
    const id = 'pagination/client-resolves-relative-links';
    const doubling = paginationClientMutants.find((one) => one.name === 'pagination/doubles-the-version');
    const { text } = await judgeClient(doubling?.run ?? naiveClient({}), id);
    expect(text)
      .to.match(/actual +\/v2\.0\/v2\.0\/students\n/)
      .and.not.match(/seg-\w{6}/);
    const refused = 'lms-errors/user-not-found';
    expect(await findingsOf('sandbox', refused)).to.include('Hermione is gone');
  });

  it('hides the same text of a stranger', async () => {
    const found = await findingsOf('live', 'lms-errors/user-not-found');
    expect(found).to.include('«text: 16 characters»').and.not.include('Hermione');
  });

  it('names the version that a client asked for, if the server has no such path', async () => {
    const old = naiveClient({ firstUrl: (origin, list) => `${origin}/v1.1/${list}` });
    const { report, text } = await judgeClient(old, 'pagination/client-follows-next');
    const asked = 'it asked for /v1.1, and the scenarios serve /v2.0 and /v3.1';
    expect(verdictReason(report)).to.include(asked);
    expect(text).to.include(asked);
  });

  it('says which values of a command are stand-ins, and only there', () => {
    const textsWith = (path: string, body?: string) => {
      const run = sampleRun(
        { 'data/a': failed() },
        {
          evidence: {
            ...sampleRun({}).evidence,
            exchanges: [sampleExchange({ path, ...(body === undefined ? {} : { body }) })],
          },
        },
      );
      const catalogue = sampleCatalogue(['data/a']);
      const report = sampleReport(run, catalogue);
      return [renderConsole(report, run, { catalogue }), renderJunit(report, run, catalogue)];
    };
    for (const made of [
      textsWith('/v2.0/students/0000003b423ddfa3d389feac'),
      textsWith('/v2.0/seg-3e392a/students'),
      textsWith('/v2.0/students?limit=x-3e392a'),
      textsWith('/v3.1/sections/s/assignments', '{"title":"text-3e392a"}'),
      textsWith('/v3.1/sections/s/assignments', '{«unreadable: 12000 characters»'),
    ])
      for (const text of made) expect(text).to.include('are stand-ins');
    for (const text of textsWith('/v2.0/students?limit=2')) expect(text).to.not.include('stand-ins');
  });

  it('has the time of each case, its category and the run in JUnit', () => {
    const { report, run, catalogue } = mixedRun('x');
    const junit = renderJunit(report, run, catalogue);
    expect(junit).to.match(/<testsuites [^>]*time="61\.500"/);
    expect(junit).to.match(/<testcase [^>]*name="data\/list-envelope: teachers" time="0\.020"/);
    expect(junit).to.match(/<testsuite name="data"[^>]* time="0\.020"/);
    // Judged by the requests of others: no time is better than zero.
    expect(junit).to.not.include('time="0"').and.not.include('time="0.000"');
    expect(junit).to.match(/name="data\/list-envelope: students"\/>/);
  });

  it('says with --quiet as well why an entry of the baseline is invalid', () => {
    const catalogue = sampleCatalogue(['data/a', 'data/b']);
    const run = sampleRun({ 'data/a': failed(), 'data/b': passed });
    const baseline = [
      { id: 'data/a', reason: 'known', expires: '2026-02-01' },
      { id: 'data/b', case: 'students', reason: 'known', expires: '2026-02-01' },
    ];
    const report = sampleReport(run, catalogue, { baseline });
    const lines = renderConsole(report, run, { catalogue, quiet: true }).split('\n');
    expect(lines.find((line) => line.startsWith('✗ data/a: ')))
      .to.include('Rejected: ')
      .and.include('case');
    expect(lines.find((line) => line.startsWith('✗ data/b [students]: '))).to.include('Stale: ');
  });
});
