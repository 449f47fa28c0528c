import { expect } from 'chai';
import fc from 'fast-check';
import { UsageError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { rerank } from '../redaction/rerank.ts';
import type { Evidence } from '../result.ts';
import { mergeEvidence } from './merge.ts';

const pseudonymOf = (rank: number, id: number) =>
  rank.toString(16).padStart(8, '0') + id.toString(16).padStart(16, '0');

function exchangeOf(ids: readonly string[], sentAtMs = 0, seq = 0, token = 1): Exchange {
  return {
    seq,
    request: {
      method: 'GET',
      origin: 'http://sandbox.localhost',
      path: `/v2.0/students/${ids[0] ?? ''}`,
      headers: { authorization: `Bearer «token:${token}»` },
      sentAtMs,
    },
    response: {
      status: 200,
      headers: {},
      body: JSON.stringify({ data: ids.map((id) => ({ id })) }),
      receivedAtMs: sentAtMs,
    },
  };
}

/** A shard that saw some of the ids, each with its rank among those. */
function partOf(seen: readonly number[]): Exchange[] {
  const ranks = new Map([...new Set(seen)].sort((a, b) => a - b).map((id, at) => [id, at + 1]));
  return [exchangeOf(seen.map((id) => pseudonymOf(ranks.get(id) ?? 0, id)))];
}

const idsIn = (exchange: Exchange) =>
  (JSON.parse(exchange.response?.body ?? '') as { data: { id: string }[] }).data.map((one) => one.id);

function shardOf(index: number, of: number, over: Partial<Evidence> = {}): Evidence {
  return {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'live', profiles: [] },
    notProvoked: {},
    shard: { index, of, head: 1, tokens: ['a'] },
    exchanges: [exchangeOf([], index * 10, 0), exchangeOf([], index * 10 + 1, 1)],
    ...over,
  };
}

describe('shards of evidence', () => {
  it('pseudonyms preserve order and equality of ids within and across shards', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 2, maxLength: 4 }), (parts) => {
        const merged = rerank(parts.map(partOf).map((exchanges) => ({ exchanges, instants: [] }))).map(
          ([one]) => idsIn(one as Exchange),
        );
        const names = new Map<number, string>();
        for (const [at, part] of parts.entries())
          for (const [n, id] of part.entries()) {
            const name = merged[at]?.[n] ?? '';
            expect(names.get(id) ?? name).to.equal(name);
            names.set(id, name);
          }
        expect(new Set(names.values()).size).to.equal(names.size);
        for (const part of parts)
          for (const a of part)
            for (const b of part) expect((names.get(a) ?? '') < (names.get(b) ?? '')).to.equal(a < b);
      }),
      { numRuns: 60 },
    );
  });

  it('ids of probes, and text that only resembles a pseudonym, are kept', () => {
    const parts = ['f'.repeat(24), '0'.repeat(24), 'limit=00000001', '2026-01-05T12:00:00Z'].map((text) => [
      exchangeOf([text]),
    ]);
    expect(rerank(parts.map((exchanges) => ({ exchanges, instants: [] })))).to.deep.equal(parts);
  });

  it('exchanges are ordered by time and renumbered, with one preflight', () => {
    const whole = mergeEvidence([shardOf(2, 2), shardOf(1, 2)]);
    expect(whole.exchanges.map((one) => [one.seq, one.request.sentAtMs])).to.deep.equal([
      [0, 10],
      [1, 11],
      [2, 21],
    ]);
    expect(whole.shard).to.equal(undefined);
  });

  it('a token number means the same token in all shards', () => {
    const second = shardOf(2, 2, {
      shard: { index: 2, of: 2, head: 0, tokens: ['a', 'c'] },
      exchanges: [exchangeOf([], 30, 0, 1), exchangeOf([], 31, 1, 2)],
    });
    const first = shardOf(1, 2, {
      shard: { index: 1, of: 2, head: 0, tokens: ['a', 'b'] },
      exchanges: [exchangeOf([], 10, 0, 2)],
    });
    expect(
      mergeEvidence([first, second]).exchanges.map((one) => one.request.headers.authorization),
    ).to.deep.equal(['Bearer «token:2»', 'Bearer «token:1»', 'Bearer «token:3»']);
  });

  it('the selection of the whole run is restored, and an early end of a shard is kept', () => {
    const selected = ['data/list-envelope', 'pagination/ids-ascend'] as const;
    const one = shardOf(1, 2, {
      selected: ['data/list-envelope'],
      shard: { index: 1, of: 2, selected },
      inconclusive: 'the target was lost',
    });
    const two = shardOf(2, 2, { selected: ['pagination/ids-ascend'], shard: { index: 2, of: 2, selected } });
    expect(mergeEvidence([one, two])).to.deep.include({ selected, inconclusive: 'the target was lost' });
  });

  const bad: Readonly<Record<string, readonly [readonly Evidence[], RegExp]>> = {
    'a missing shard': [[shardOf(1, 3), shardOf(3, 3)], /Shard 2 of 3 is missing/],
    'a doubled shard': [[shardOf(1, 2), shardOf(2, 2), shardOf(2, 2)], /Shard 2 of 2 was given 2 times/],
    'a whole run': [
      [shardOf(1, 1), { ...shardOf(1, 1), shard: undefined } as unknown as Evidence],
      /--shard/,
    ],
    'shards of different runs': [[shardOf(1, 2), shardOf(2, 3)], /belongs to another run/],
    'other filters': [
      [shardOf(1, 2), shardOf(2, 2, { shard: { index: 2, of: 2, selected: ['data/list-envelope'] } })],
      /belongs to another run/,
    ],
  };
  for (const [what, [shards, says]] of Object.entries(bad))
    it(`${what} is an error`, () => {
      expect(() => mergeEvidence(shards)).to.throw(UsageError, says);
    });
});
