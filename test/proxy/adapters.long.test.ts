import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { type Adapter, adapters, withCommand } from '../../examples/clients/adapters.ts';
import { createTrafficCollector } from '../../src/captures/formats/captured.ts';
import { type CaptureRun, judgeTraffic } from '../../src/captures/session.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { systemClock } from '../../src/clock.ts';
import { createCommandDriver } from '../../src/drivers/command.ts';
import { createStateDir, removeStateDir } from '../../src/drivers/state-dir.ts';
import type { Exchange } from '../../src/exchange.ts';
import type { Job } from '../../src/observation.ts';
import { openConversation } from '../../src/proxy/conversation.ts';
import { createRecorder } from '../../src/recorder/recorder.ts';
import { listen } from '../../src/sandbox/http/listen.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { inputOf, placeOf } from '../../src/scenarios/job-input.ts';

const captured = {
  name: 'traffic',
  now: Date.now,
  server: new Set(requirementsOf('server').map(({ id }) => id)),
  client: new Set(requirementsOf('client').map(({ id }) => id)),
};
const jobs: readonly Job[] = ['sync:students', 'sync:sections', 'create-assignment'];

/** What a client asks of a sandbox, and what it gets, recorded at the sandbox itself. */
function recorded(sandbox: Sandbox, origin: string, into: Exchange[]): Pick<Sandbox, 'fetch'> {
  return {
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = request.method === 'GET' ? undefined : await request.text();
      const recorder = createRecorder({ fetch: sandbox.fetch, clock: systemClock, origin });
      const exchange = await recorder.send({
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries(request.headers),
        ...(body === undefined ? {} : { body }),
      });
      into.push(exchange);
      const { status = 500, headers = {}, body: text = '' } = exchange.response ?? {};
      return new Response(status === 204 ? null : text, { status, headers });
    },
  };
}

async function work(
  command: readonly [string, ...string[]],
  baseUrl: string,
  sandbox: Sandbox,
): Promise<void> {
  const driver = createCommandDriver({ command, env: process.env });
  const stateDir = await createStateDir();
  const place = await placeOf(sandbox, 'create-assignment');
  try {
    for (const job of jobs) {
      const started = driver.start({
        scenario: 'plain',
        baseUrl,
        token: sandbox.token,
        dataVersion: profiles[0].prefix.slice(1),
        job,
        input: inputOf(job, place, 0, Date.now()),
        stateDir,
        fetch,
        clock: systemClock,
      });
      const { says, said } = await started.ended;
      expect(says, said).to.equal('complete');
    }
  } finally {
    driver.close();
    await removeStateDir(stateDir);
  }
}

/** They depend on how many seconds a run takes, and on where in a window it falls. */
const byTheSecond: ReadonlySet<string> = new Set(['rate-limit/window-is-fixed', 'rate-limit/window-refills']);

const outcomesOf = (runs: readonly CaptureRun[]) =>
  Object.fromEntries(
    runs.flatMap(({ result }) =>
      result.outcomes.flatMap(({ id, outcome }) => (byTheSecond.has(id) ? [] : [[id, outcome.outcome]])),
    ),
  );

async function judgedBoth(command: readonly [string, ...string[]]) {
  const sandbox = createSandbox({ seed: 1, students: 230, clock: systemClock });
  const exchanges: Exchange[] = [];
  const origin = 'http://127.0.0.1';
  const at = await listen(recorded(sandbox, origin, exchanges), { port: 0, hostname: '127.0.0.1' });
  const conversation = await openConversation({
    server: at.origin,
    port: 0,
    allowWrites: true,
    timeoutMs: 30_000,
    scenarios: [],
    captured,
    signal: new AbortController().signal,
  });
  try {
    await work(command, at.origin, sandbox);
    const collector = createTrafficCollector();
    for (const one of exchanges) collector.addExchange(one);
    const direct = outcomesOf(judgeTraffic(collector.finish(1), captured));
    await sandbox.setState('everything is as seeded');
    await work(command, conversation.origin, sandbox);
    await conversation.close();
    return { direct, through: outcomesOf(conversation.sides().map(({ judge }) => judge())) };
  } finally {
    await conversation.close();
    await at.close();
    sandbox.close();
  }
}

describe('an example client and the sandbox, with the proxy between them', function () {
  this.timeout(240_000);

  for (const adapter of adapters as readonly Adapter[])
    it(`are judged as without it: ${adapter.file}`, async function () {
      const judged = await withCommand(adapter, judgedBoth);
      if (!judged) return this.skip();
      expect(Object.values(judged.direct).filter((one) => one === 'passed').length).to.be.above(20);
      expect(Object.values(judged.direct)).to.not.include('failed');
      expect(judged.through).to.deep.equal(judged.direct);
    });
});
