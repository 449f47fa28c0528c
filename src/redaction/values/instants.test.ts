import { expect } from 'chai';
import fc from 'fast-check';
import { type Exchange, jsonOf } from '../../exchange.ts';
import { createKeyed } from '../keyed.ts';
import { redactTraffic } from '../redactor.ts';
import { rerank } from '../rerank.ts';
import { exchange, key, listOf, optionsOf, redact, type StudentBody } from '../testing.ts';
import { createInstantCollector } from './instants.ts';

function rank(texts: readonly string[], lists: readonly (readonly string[])[] = []) {
  const collector = createInstantCollector();
  for (const text of texts) collector.add(text);
  for (const list of lists) collector.addAscending(list);
  return collector.finish(createKeyed(key));
}

const at = (ms: number) => new Date(Date.UTC(2025, 5, 1, 9, 30) + ms).toISOString();

describe('the redaction of instants', () => {
  it('keeps equality and order, and neither distance nor time of day', () => {
    const instants = rank([
      '2025-06-01T09:30:00.120Z',
      '2019-01-01T23:59:59.999Z',
      '2025-06-01T09:30:00.121Z',
    ]);
    expect(instants.map('2019-01-01T23:59:59.999Z')).to.equal('1000-01-01T00:00:00.000Z');
    expect(instants.map('2025-06-01T09:30:00.120Z')).to.equal('1000-01-02T00:00:00.000Z');
    expect(instants.map('2025-06-01T09:30:00.121Z')).to.equal('1000-01-03T00:00:00.000Z');
    expect(instants.map('2025-06-01T09:30:00.122Z'), 'one that was not collected').to.equal(undefined);
  });

  it('shows one instant alike in each notation, and keeps the notation', () => {
    const forms: readonly (readonly [string, string])[] = [
      ['2025-06-01T00:00:00.000Z', '1000-01-01T00:00:00.000Z'],
      ['2025-06-01t00:00:00z', '1000-01-01t00:00:00z'],
      ['2025-06-01', '1000-01-01'],
      ['2025-06-01T00:00:00.000000+00:00', '1000-01-01T00:00:00.000000+00:00'],
      ['2025-05-31T20:00-0400', '1000-01-01T01:00+0100'],
    ];
    const instants = rank(forms.map(([text]) => text));
    for (const [text, shown] of forms) expect(instants.map(text), text).to.equal(shown);
    const finer = ['2025-06-01T00:00:00.0001Z', '2025-06-01T00:00:00.0002Z'];
    expect(new Set(finer.map(rank(finer).map)).size).to.equal(2);
  });

  it('ranks nothing that is not an instant', () => {
    for (const text of ['', 'yesterday', '2025-02-30T00:00:00Z', '2025-06-01T24:00:00Z', '2025-06-01T10'])
      expect(rank([text]).map(text), text).to.equal(undefined);
  });

  it('keeps whether an event comes too early in a list: by more than a second', () => {
    const list = fc.array(fc.integer({ min: 0, max: 6_000 }), { minLength: 2, maxLength: 25 });
    const isTooEarly = (texts: readonly string[]) => {
      let latest = Number.NEGATIVE_INFINITY;
      return texts.map((text) => {
        const ms = Date.parse(text);
        const result = [ms < latest, ms < latest - 1_000];
        latest = Math.max(latest, ms);
        return result;
      });
    };
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 3 }), (lists) => {
        const texts = lists.map((one) => one.map(at));
        const instants = rank(texts.flat(), texts);
        for (const one of texts)
          expect(isTooEarly(one.map((text) => instants.map(text) ?? ''))).to.deep.equal(isTooEarly(one));
      }),
      { numRuns: 300 },
    );
  });

  it('gives shards of one run common ranks, each instant the same', () => {
    const record = (n: number) => ({
      id: `5f${String(n).padStart(22, '0')}`,
      created: at(n * 1_000),
      last_modified: at((n % 3) * 1_500),
    });
    const parts = [
      [1, 4, 5, 9],
      [2, 4, 9, 12],
    ].map((some) => redactTraffic([exchange({}, { body: listOf(some.map(record)) })], optionsOf()));
    const merged = rerank(
      parts.map(({ exchanges, instants }) => ({ exchanges, instants: instants() })),
    ).flat();
    const whole = redact([exchange({}, { body: listOf([1, 2, 4, 5, 9, 12].map(record)) })]);
    expect(byId(merged)).to.deep.equal(byId(whole));
  });
});

/** The instants of each record, by its id without its rank. */
function byId(exchanges: readonly Exchange[]) {
  const found = new Map<string, unknown>();
  for (const one of exchanges)
    for (const { data } of (jsonOf(one) as StudentBody).data)
      found.set(String(data.id), [data.created, data.last_modified]);
  return Object.fromEntries([...found].sort());
}
