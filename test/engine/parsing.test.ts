import { expect } from 'chai';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { judgeEvidence } from '../../src/engine/judge.ts';
import { tryClient, tryServer } from '../../src/proof/trial.ts';
import { cheapIds } from '../../src/recordings/recordings-testing.ts';
import { reporters } from '../../src/report/formats/reporters.ts';
import { buildReport } from '../../src/report/model/report.ts';
import type { Evidence } from '../../src/result.ts';
import { scenarios } from '../../src/scenarios/index.ts';
import { createListCutter } from '../../src/text/list-text.ts';

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

/** The texts that a list is read as, or the body itself. */
function partsOf(body: string): readonly string[] {
  return createListCutter().cut(body)?.items ?? [body];
}

/** To see that it is JSON, and to read it. */
const timesPerItem = 2;

describe('response bodies', function () {
  this.timeout(30_000);

  it('of a server are parsed once, and so are equal items, by all claims and reports together', async () => {
    const { result } = await tryServer(undefined, { students: 60, ids: new Set(cheapIds) });
    const bodies = new Set(result.evidence.exchanges.flatMap((one) => one.response?.body || []));
    const parts = new Set([...bodies].flatMap(partsOf));
    const parses = parsesDuring(() => judgeAndReport(result.evidence));
    const again = [...parses].filter(
      ([text, times]) => parts.has(text) && times > (bodies.has(text) ? 1 : timesPerItem),
    );
    expect(again.map(([text, times]) => `${times} times: ${text.slice(0, 80)}`)).to.deep.equal([]);
    expect([...parses.keys()].filter((text) => parts.has(text)).length).to.be.above(100);
  });

  it('of a client are parsed once in each scenario, by all claims and reports together', async () => {
    const { result } = await tryClient(referenceClient, { scenarios: someOfEach });
    const { exchanges, observations = [] } = result.evidence;
    const allowed = new Map<string, number>();
    for (const { exchanges: part } of observations) {
      const own = exchanges.slice(part.first, part.first + part.count);
      const bodies = new Set(own.map((one) => one.response?.body ?? ''));
      for (const text of new Set([...bodies].flatMap(partsOf)))
        allowed.set(text, (allowed.get(text) ?? 0) + (bodies.has(text) ? 1 : timesPerItem));
    }
    const parses = parsesDuring(() => judgeAndReport(result.evidence));
    const again = [...parses].filter(
      ([text, times]) => times > (allowed.get(text) ?? Number.POSITIVE_INFINITY),
    );
    expect(again.map(([text, times]) => `${times} times: ${text.slice(0, 80)}`)).to.deep.equal([]);
    expect([...parses.keys()].filter((text) => allowed.has(text)).length).to.be.above(20);
  });
});
