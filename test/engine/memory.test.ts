import { expect } from 'chai';
import { runServer } from '../../src/engine/server-run.ts';
import type { Exchange, RecordedResponse } from '../../src/exchange.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';
import { ListText } from '../../src/text/list-text.ts';
import { PackedText, type StoredText, storedBodyOf } from '../../src/text/packed-text.ts';
import { ofThemes } from './server-testing.ts';

describe('the memory of a run', () => {
  const raw: Exchange[] = [];
  let run: Awaited<ReturnType<typeof runServer>>['result'];
  before(async () => {
    const { result } = await runServer({
      target: openSandboxTarget({ seed: 1, students: 200 }),
      apis: ['data-v2.0'],
      ids: ofThemes('pagination'),
      seed: 1,
      depth: 'quick',
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
      onExchange: (exchange) => raw.push(exchange),
    });
    run = result;
  });

  const responsesOf = (exchanges: readonly Exchange[]): readonly RecordedResponse[] =>
    exchanges.flatMap(({ response }) => (response && response.body.length >= 16 * 1024 ? [response] : []));

  for (const [what, exchanges] of [
    ['received', () => raw],
    ['redacted', () => run.evidence.exchanges],
    ['judged', () => run.traffic.exchanges],
  ] as const)
    it(`has long bodies cut into items or compressed, and equal ones once: ${what}`, () => {
      const long = responsesOf(exchanges());
      const stored = new Map<string, Set<StoredText>>();
      for (const response of long) {
        expect(storedBodyOf(response)).to.satisfy(
          (one: StoredText) => one instanceof ListText || one instanceof PackedText,
        );
        const known = stored.get(response.body) ?? new Set();
        stored.set(response.body, known.add(storedBodyOf(response)));
      }
      expect([...stored.values()].map(({ size }) => size)).to.deep.equal([...stored].map(() => 1));
      // Some were received more than once, or nothing is shown.
      expect(stored.size).to.be.within(2, long.length - 2);
    });

  it('has equal records of different pages once', () => {
    const bodies = new Map<string, Set<StoredText>>();
    const records = new Map<string, Set<object>>();
    for (const { page, response } of run.traffic.exchanges)
      for (const { record } of page?.items ?? []) {
        const text = JSON.stringify(record);
        records.set(text, (records.get(text) ?? new Set()).add(record));
        if (response) bodies.set(text, (bodies.get(text) ?? new Set()).add(storedBodyOf(response)));
      }
    const repeated = [...bodies].filter(([, some]) => some.size > 1);
    expect(repeated.length).to.be.above(100);
    expect(repeated.filter(([text]) => records.get(text)?.size !== 1)).to.deep.equal([]);
  });
});
