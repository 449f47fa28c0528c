import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { type Caught, dialects, harOf } from '../../src/captures/formats/har-testing.ts';
import { judgeCaught, trafficOf } from '../../src/captures/testing.ts';
import type { RunResult } from '../../src/claims/run-result.ts';
import { createVirtualClock, virtualEpochMs } from '../../src/clock.ts';
import { judgeClient } from '../../src/engine/judge.ts';
import type { Exchange } from '../../src/exchange.ts';
import { createLeakGuard } from '../../src/leak-guard/leak-guard.ts';
import type { ScenarioObservation } from '../../src/observation.ts';
import { redactObservations } from '../../src/redaction/client-redactor.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { type Draw, drawOf, hosts, logOf, paths, requestHeaders, responseHeaders } from './honest-testing.ts';

const captures = 150;
const logs = 100;

/** Some requests to the sandbox, as a client on any system sends them and a tool or a client sees them. */
async function trafficAt(draw: Draw, origin: string): Promise<Caught[]> {
  const clock = createVirtualClock(virtualEpochMs + draw.below(1e9));
  const sandbox = createSandbox({ seed: draw.below(1e6), students: 12, clock });
  const headers = requestHeaders(draw);
  const ids: string[] = [];
  const caught: Caught[] = [];
  for (let at = 0; at < 6; at++) {
    const path = at === 0 ? '/v2.0/students?limit=10' : draw.of(paths).replaceAll('ID', () => draw.of(ids));
    const url = origin + path;
    const sent: [string, string][] = [...headers, ['host', new URL(origin).host]];
    if (draw.below(12) > 0) sent.push(['authorization', `Bearer ${sandbox.token}`]);
    const response = await sandbox.fetch(new Request(url, { headers: sent }));
    const answer = await response.text();
    ids.push(...(answer.match(/[0-9a-f]{24}/g) ?? []));
    const answerHeaders: [string, string][] = [...response.headers, ...responseHeaders(draw)];
    const atMs = clock.now();
    caught.push({
      method: 'GET',
      url,
      headers: sent,
      atMs,
      tookMs: 20,
      status: response.status,
      answerHeaders,
      answer,
    });
    clock.advance(1 + draw.below(5_000));
  }
  return caught;
}

/** A client that logs this traffic, judged. */
function loggedBy(draw: Draw, caught: readonly Caught[]): { run: RunResult; observed: ScenarioObservation } {
  const exchanges = caught.map((one, seq): Exchange => {
    const { origin, pathname, search } = new URL(one.url);
    return {
      seq,
      request: {
        ...{ method: one.method, origin, path: pathname + search, sentAtMs: one.atMs },
        headers: Object.fromEntries(one.headers),
      },
      response: {
        status: one.status,
        headers: Object.fromEntries(one.answerHeaders),
        body: one.answer,
        receivedAtMs: one.atMs + 20,
      },
    };
  });
  const ids = [...new Set(caught[0]?.answer.match(/(?<="id":")[0-9a-f]{24}/g))];
  const claim = {
    says: 'complete',
    ids,
    said: logOf(draw, caught).slice(0, 8_000),
    endedBy: 'itself',
  } as const;
  const observed: ScenarioObservation = {
    scenario: 'pagination/students',
    provokes: ['pagination/client-holds-every-record'] as unknown as ScenarioObservation['provokes'],
    job: 'sync:students',
    timing: 'real',
    exchanges,
    runs: [{ startedAtMs: 0, endedAtMs: 1, claim }],
    truth: ids,
    account: {},
    origin: new URL(caught[0]?.url ?? '').origin,
    lagMs: 0,
  };
  const evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    notProvoked: {},
    context: { subject: 'command', profiles },
    ...redactObservations([observed], {
      profiles,
      tokens: ['sandbox-district-token'],
      key: new Uint8Array(32),
    }),
  } as const;
  const facts = {
    subject: { kind: 'command', name: 'a client' },
    seed: 1,
    startedAtMs: 0,
    durationMs: 0,
  } as const;
  return { run: judgeClient(evidence, facts), observed };
}

describe('the leak guard on honest traffic', function () {
  this.timeout(60_000);

  it(`withholds nothing of ${captures} captures of browsers, tools and libraries`, async () => {
    for (let seed = 0; seed < captures; seed++) {
      const draw = drawOf(seed);
      const caught = await trafficAt(draw, draw.of(hosts));
      const dialect = draw.of(dialects);
      const traffic = trafficOf(harOf(caught, dialect));
      const guard = createLeakGuard(virtualEpochMs + 1e9, traffic.tally.origins);
      for (const exchange of traffic.exchanges) guard.sawCapture(exchange);
      const { server, client } = judgeCaught(caught, dialect);
      for (const { result } of [server, client]) guard.screen(result);
      expect(guard.warnings(), `seed ${seed}`).to.deep.equal([]);
    }
  });

  it(`withholds nothing of ${logs} clients that print what they were served`, async () => {
    for (let seed = 0; seed < logs; seed++) {
      const draw = drawOf(1_000 + seed);
      const { run, observed } = loggedBy(draw, await trafficAt(draw, 'http://127.0.0.1:40123'));
      const guard = createLeakGuard(virtualEpochMs + 1e9, ['a client']);
      guard.sawClient([observed]);
      guard.screen(run);
      expect(guard.warnings(), `seed ${seed}`).to.deep.equal([]);
    }
  });
});
