import { expect } from 'chai';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { judgeEvidence } from '../../src/engine/judge.ts';
import { tryClient, tryServer } from '../../src/proof/trial.ts';
import { cheapIds } from '../../src/recordings/recordings-testing.ts';
import { reporters } from '../../src/report/formats/reporters.ts';
import { buildReport } from '../../src/report/model/report.ts';
import type { Evidence } from '../../src/result.ts';
import { scenarios } from '../../src/scenarios/index.ts';

/** Three scenarios of each category. */
const someOfEach = [...Map.groupBy(scenarios, ({ name }) => name.split('/', 1)[0]).values()].flatMap((some) =>
  some.slice(0, 3),
);

/** How often each text is parsed as JSON while some work is done. */
function parsesDuring(work: () => void): ReadonlyMap<string, number> {
  const { parse } = JSON;
  const times = new Map<string, number>();
  JSON.parse = (text: string, ...rest) => {
    times.set(text, (times.get(text) ?? 0) + 1);
    return parse(text, ...rest);
  };
  try {
    work();
  } finally {
    JSON.parse = parse;
  }
  return times;
}

/** Judges evidence and writes every report that reads it. */
function judgeAndReport(evidence: Evidence): void {
  const facts = {
    subject: { kind: 'sandbox', name: 'a sandbox' },
    seed: 1,
    startedAtMs: 0,
    durationMs: 0,
  } as const;
  const run = judgeEvidence(evidence, facts);
  const report = buildReport(run, {
    tool: { name: 'clever-conformance', version: '0' },
    environment: {},
    failOn: new Set(),
    evidenceFile: { file: 'evidence.json', sha256: '' },
  });
  expect(reporters.html(report, run).length + reporters.text(report, run).length).to.be.above(10_000);
}

describe('response bodies', function () {
  this.timeout(30_000);

  it('of a server are parsed once, by all claims and reports together', async () => {
    const { result } = await tryServer(undefined, { students: 60, ids: new Set(cheapIds) });
    const bodies = new Set(result.evidence.exchanges.flatMap((one) => one.response?.body || []));
    const parses = parsesDuring(() => judgeAndReport(result.evidence));
    const again = [...parses].filter(([text, times]) => bodies.has(text) && times > 1);
    expect(again.map(([text, times]) => `${times} times: ${text.slice(0, 80)}`)).to.deep.equal([]);
    expect([...parses.keys()].filter((text) => bodies.has(text)).length).to.be.above(100);
  });

  it('of a client are parsed once in each scenario, by all claims and reports together', async () => {
    const { result } = await tryClient(referenceClient, { scenarios: someOfEach });
    const { exchanges, observations = [] } = result.evidence;
    const scenarios = new Map<string, number>();
    for (const { exchanges: part } of observations) {
      const own = exchanges.slice(part.first, part.first + part.count);
      for (const body of new Set(own.map((one) => one.response?.body ?? '')))
        scenarios.set(body, (scenarios.get(body) ?? 0) + 1);
    }
    const parses = parsesDuring(() => judgeAndReport(result.evidence));
    const again = [...parses].filter(
      ([text, times]) => times > (scenarios.get(text) ?? Number.POSITIVE_INFINITY),
    );
    expect(again.map(([text, times]) => `${times} times: ${text.slice(0, 80)}`)).to.deep.equal([]);
    expect([...parses.keys()].filter((text) => scenarios.has(text)).length).to.be.above(20);
  });
});
