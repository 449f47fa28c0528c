import { join } from 'node:path';
import { expect } from 'chai';
import { createTrafficCollector, type Traffic } from '../../src/captures/formats/captured.ts';
import { judgeTraffic, prepareCapture } from '../../src/captures/session.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { runMain, withFolder } from '../../src/cli/testing.ts';
import { createVirtualClock } from '../../src/clock.ts';
import { SafetyStop } from '../../src/errors.ts';
import type { Exchange } from '../../src/exchange.ts';
import { createLeakScanner } from '../../src/leaks/scanner.ts';
import { publishedTexts } from '../../src/published.ts';
import { createRecorder } from '../../src/recorder/recorder.ts';
import { recordTraffic } from '../../src/recordings/traffic.ts';
import { writeRecording } from '../../src/recordings/writer.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

const origin = 'https://district.example';
const captured = {
  name: 'traffic',
  now: () => 0,
  server: new Set(requirementsOf('server').map(({ id }) => id)),
};

/** A walk and a record, asked of a sandbox at a made-up host. */
async function traffic(): Promise<Traffic> {
  const clock = createVirtualClock(Date.now());
  const sandbox = createSandbox({ seed: 1, students: 25, clock });
  const recorder = createRecorder({ fetch: sandbox.fetch, clock, origin });
  const headers = { authorization: `Bearer ${sandbox.token}` };
  for (let path: string | undefined = '/v2.0/students?limit=10'; path !== undefined; ) {
    const { response }: Exchange = await recorder.send({ method: 'GET', path, headers });
    const { links } = JSON.parse(response?.body ?? '{}') as { links: { rel: string; uri: string }[] };
    path = links.find(({ rel }) => rel === 'next')?.uri;
  }
  await recorder.send({ method: 'GET', path: `/v2.0/students/${'0'.repeat(24)}`, headers });
  const collector = createTrafficCollector();
  for (const one of recorder.exchanges) collector.addExchange(one);
  sandbox.close();
  return collector.finish(1);
}

function filesOf(seen: Traffic, exchanges = prepareCapture(seen, captured).exchanges) {
  return recordTraffic({
    origin,
    exchanges,
    raw: seen.exchanges,
    profiles: prepareCapture(seen, captured).profiles,
    tool: { name: 'clever-conformance', version: '0.0.0' },
    scanner: createLeakScanner({ nowMs: Date.now(), published: publishedTexts() }),
  });
}

describe('the recording of a conversation', function () {
  this.timeout(30_000);

  it('is judged as the conversation was, by judge and as a replay, and exported as a pact', () =>
    withFolder(async (folder) => {
      const seen = await traffic();
      const recording = join(folder, 'recording');
      await writeRecording(recording, filesOf(seen));
      const own = judgeTraffic(seen, captured)[0]?.result.outcomes.map(({ id, outcome }) => [
        id,
        outcome.outcome,
      ]);
      expect(own?.filter(([, outcome]) => outcome === 'passed')).to.have.length.above(15);
      const same = async (...args: string[]) => {
        const { stdout, stderr } = await runMain(...args, '--json', '--out', join(folder, 'out'));
        expect(stderr).to.not.include('error');
        const { requirements } = JSON.parse(stdout) as { requirements: { id: string; outcome: string }[] };
        expect(requirements.map(({ id, outcome }) => [id, outcome])).to.deep.equal(own);
      };
      await same('judge', join(recording, 'traffic', 'of-a-client.json'), '--side', 'server');
      await same('server', '--target', 'replay', '--recordings', recording);
      const pact = join(folder, 'sync.pact.json');
      const { code, stderr } = await runMain(
        'pact',
        'export',
        recording,
        '--consumer',
        'sync',
        '--out',
        pact,
      );
      expect([code, stderr]).to.deep.equal([0, stderr]);
      expect(stderr).to.match(/\d interactions? from \d+ exchanges/);
    }));

  it('is not made of anything that still has a value of the traffic', async () => {
    const seen = await traffic();
    expect(() => filesOf(seen, seen.exchanges)).to.throw(SafetyStop, /leak scanner found/);
    const text = [...filesOf(seen).values()].join('\n');
    expect(text).to.not.include('district.example').and.not.include('sandbox-district-token');
  });
});
