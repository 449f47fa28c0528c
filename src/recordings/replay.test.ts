import { createServer } from 'node:http';
import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { runServer } from '../engine/server-run.ts';
import { UsageError } from '../errors.ts';
import { TransferStop } from '../recorder/transport-failure.ts';
import type { ProbeRecording, RecordedDefinition, RecordingSet } from '../recording.ts';
import { openReplayTarget } from '../targets/replay.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { withNock } from './nock-testing.ts';
import { readRecordings } from './reader.ts';
import { cheapIds, type everyId, recordSandbox, withFolder } from './recordings-testing.ts';
import { writeRecording } from './writer.ts';

const committed = 'contracts/recordings';

function judge(target: Target, ids: readonly (typeof everyId)[number][]) {
  return runServer({
    target,
    apis: profiles.map((one) => one.name),
    ids: new Set(ids),
    seed: 1,
    // As recordings are made.
    depth: 'quick',
    budgetShare: 1,
    signal: new AbortController().signal,
    now: () => 0,
  });
}

/** Replays, judges, and restores the network. */
async function replay(recordings: RecordingSet, ids: readonly (typeof everyId)[number][]) {
  const target = await openReplayTarget({
    recordings,
    errorOf: ({ kind, message }) => new TransferStop(kind, message),
  });
  try {
    const run = await judge(target, ids);
    return { ...run, unused: target.unused?.() ?? [] };
  } finally {
    await target.close();
  }
}

const outcomesOf = ({ result }: Awaited<ReturnType<typeof judge>>) =>
  result.outcomes.map(({ id, outcome }) => ({
    id,
    outcome: outcome.outcome,
    cases: outcome.cases.map((one) => `${one.outcome} ${one.findings.length}`).sort(),
  }));

/** The same recordings with the definitions of one probe changed. */
function changed(
  recordings: RecordingSet,
  probe: string,
  change: (definitions: readonly RecordedDefinition[]) => readonly RecordedDefinition[],
): RecordingSet {
  const one = recordings.byProbe.get(probe) as ProbeRecording;
  const other = { ...one, definitions: change(one.definitions) };
  return { ...recordings, byProbe: new Map([...recordings.byProbe, [probe, other]]) };
}

describe('a replay', function () {
  this.timeout(60_000);
  let recordings: RecordingSet;
  before(async () => {
    recordings = await readRecordings(committed, { nowMs: Date.now() });
  });

  it('of the committed recordings has the same outcomes as the recorded sandbox', async () => {
    const sandbox = openSandboxTarget({ seed: 1, students: 60 });
    const [live, replayed] = [await judge(sandbox, cheapIds), await replay(recordings, cheapIds)];
    await sandbox.close();
    expect(replayed.unfinished).to.equal(undefined);
    expect(outcomesOf(replayed).map(({ id, outcome }) => `${id} ${outcome}`)).to.deep.equal(
      outcomesOf(live).map(({ id, outcome }) => `${id} ${outcome}`),
    );
    expect(replayed.unused).to.deep.equal([]);
  });

  it('needs only the files of the probes of a requirement', async () => {
    for (const id of ['errors/outage-statuses', 'lms/grade-passback', 'access/test-token'] as const) {
      const provoking = [...recordings.byProbe].filter(([, { definitions }]) =>
        definitions.some(({ exchange }) => exchange.step?.claim === id),
      );
      const few = { ...recordings, byProbe: new Map(provoking) };
      expect((await replay(few, [id])).outcomeOf(id).outcome, id).to.equal('passed');
    }
  });

  it('is reproducible byte for byte, on the recorded clock', async () => {
    const ids = ['rate-limit/window-refills'] as const;
    const [one, other] = [await replay(recordings, ids), await replay(recordings, ids)];
    expect(one.result.evidence).to.deep.equal(other.result.evidence);
    const sent = one.result.evidence.exchanges.map(({ request }) => request.sentAtMs);
    const recorded = recordings.byProbe.get('rate-limit/the next window')?.definitions;
    expect(sent).to.deep.equal(recorded?.map(({ exchange }) => exchange.sentAtMs));
  });

  it('reports an unrecorded request and the nearest ones, without sending it', async () => {
    let connections = 0;
    const server = createServer((_, response) => response.end('{}'));
    server.on('connection', () => connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      const ids = ['access/test-token'] as const;
      const here = (path: (known: string) => string) =>
        changed(recordings, 'access/test-token', (all) =>
          all.map((one) => ({ ...one, scope: `http://127.0.0.1:${port}`, path: path(one.path) })),
        );
      const { unfinished } = await replay(
        here((path) => path.replace('limit=2', 'limit=3')),
        ids,
      );
      expect(unfinished).to.be.instanceOf(UsageError);
      expect(unfinished?.message).to.match(
        /^GET \/v2\.0\/students\?limit=2 is not recorded .*Nearest: GET \/v2\.0\/students\?limit=3/,
      );
      const without = changed(recordings, 'access/test-token', () => []);
      expect((await replay(without, ids)).unfinished?.message).to.include('is not recorded');
      expect(connections).to.equal(0);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('reports a request that was recorded with another token or body, or fewer times', async () => {
    const ids = ['access/test-token'] as const;
    const probe = 'access/test-token';
    const other = { authorization: 'Bearer another' };
    const withOther = changed(recordings, probe, (all) => all.map((one) => ({ ...one, reqheaders: other })));
    expect((await replay(withOther, ids)).unfinished?.message).to.include('another body or token');
    const once = changed(recordings, probe, ([first]) => (first ? [first] : []));
    expect((await replay(once, ids)).unfinished?.message).to.match(/students\/\w+ is not recorded/);
  });

  it('reports unused recordings', async () => {
    const probe = 'access/test-token';
    const more = changed(recordings, probe, (all) => [
      ...all,
      { ...(all[0] as RecordedDefinition), path: '/v2.0/teachers?limit=2' },
    ]);
    expect((await replay(more, ['access/test-token'])).unused).to.deep.equal([
      `${probe}: GET /v2.0/teachers?limit=2`,
    ]);
  });

  it('replays a transport failure', async () => {
    const failure = { kind: 'timeout', message: 'no whole answer within 10 ms' } as const;
    const lost = changed(recordings, 'access/test-token', (all) =>
      all.map((one) => ({ ...one, exchange: { ...one.exchange, failure } })),
    );
    const { result } = await replay(lost, ['access/test-token']);
    expect(result.evidence.exchanges.map((one) => one.failure)).to.deep.equal([failure]);
  });

  it('does not start if NOCK_OFF is set', async () => {
    process.env.NOCK_OFF = 'true';
    const fault = await replay(recordings, []).catch((error: unknown) => error);
    delete process.env.NOCK_OFF;
    expect(fault).to.be.instanceOf(UsageError);
  });

  it('of a probe that sent nothing sends nothing again', async () => {
    const ids = ['lms/requires-agreement'] as const;
    const { files } = await recordSandbox({ seed: 8, students: 0 }, { ids: new Set(ids) });
    await withFolder(async (folder) => {
      await writeRecording(folder, files);
      const { unfinished, result } = await replay(await readRecordings(folder, { nowMs: 0 }), ids);
      expect(unfinished).to.equal(undefined);
      expect(result.evidence.exchanges).to.deep.equal([]);
    });
  });

  it('restores the network when closed', async () => {
    await replay(recordings, ['access/test-token']);
    const { default: nock } = await import('nock');
    expect(nock.isActive()).to.equal(false);
    const server = createServer((_, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).to.equal('here');
    server.closeAllConnections();
    server.close();
  });
});

describe('a recording of a broken server', function () {
  this.timeout(60_000);
  it('has the same failures when replayed', async () => {
    const { serverMutants } = await import('../mutants/servers/index.ts');
    for (const claim of ['errors/no-secret-echo', 'pagination/ids-ascend', 'lms/regrade-overwrites']) {
      const mutant = serverMutants.find((one) => one.breaks === claim);
      if (!mutant) throw new Error(`no mutant breaks ${claim}`);
      const ids = [mutant.breaks];
      const options = { seed: 2, students: 60, tamper: mutant.tamper };
      const recorded = await recordSandbox(options, { ids: new Set(ids) });
      const live = openSandboxTarget(options);
      await withFolder(async (folder) => {
        await writeRecording(folder, recorded.files);
        const replayed = await replay(await readRecordings(folder, { nowMs: 0 }), ids);
        expect(replayed.outcomeOf(mutant.breaks).outcome, claim).to.equal('failed');
        expect(outcomesOf(replayed), claim).to.deep.equal(outcomesOf(await judge(live, ids)));
      });
      await live.close();
    }
  });
});

describe('every committed file', () => {
  it('can be loaded by plain nock', async () => {
    const { byProbe } = await readRecordings(committed, { nowMs: Date.now() });
    await withNock((nock) => {
      for (const { file, definitions } of byProbe.values())
        expect(nock.load(file), file).to.have.length(definitions.length);
    });
  });
});
