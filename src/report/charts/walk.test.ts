import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { Exchange } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { readExchanges } from '../../traffic/reader.ts';
import { sampleExchange } from '../testing.ts';
import { ticks } from './svg.ts';
import { isWalk, renderWalk } from './walk.ts';

function page(seq: number, entries: number, hasNext = true, path = '/v2.0/students?limit=100'): ReadExchange {
  const links = hasNext ? [{ rel: 'next', uri: '/x' }] : [];
  const body = JSON.stringify({ data: Array.from({ length: entries }, () => ({})), links });
  return read({ ...sampleExchange({ path }, body), seq });
}

function read(exchange: Exchange): ReadExchange {
  return readExchanges([exchange], profiles)[0]!;
}

describe('the picture of a walk', () => {
  const walk = [page(0, 100), page(1, 57), page(2, 100), page(3, 12, false)];

  it('has a bar for each page with its number of entries, and points to what a finding names', () => {
    const html = renderWalk(walk, new Set([1]), 100);
    expect(html.match(/class="page/g)).to.have.length(4);
    expect(html).to.contain('class="page bad"').and.contain('class="page last"').and.contain('>57<');
    expect(html).to.contain('4 pages, 269 entries; the finding is on page 2.').and.contain('>limit 100<');
    expect(html).to.contain('page 2: 57 entries, next  ◄ finding');
  });

  it('leaves out the middle of a long one, but not what a finding names', () => {
    const long = Array.from({ length: 80 }, (_, seq) => page(seq, 100));
    const html = renderWalk(long, new Set([40]), 100);
    expect(html.match(/class="page/g)).to.have.length(23);
    expect(html).to.contain('80 pages').and.contain('>41<');
  });

  it('is drawn only of lists, two at the least', () => {
    expect(isWalk(walk)).to.equal(true);
    expect(isWalk(walk.slice(0, 1))).to.equal(false);
    expect(isWalk(['{"data":{}}', 'null', '<html>'].map((body) => read(sampleExchange({}, body))))).to.equal(
      false,
    );
  });

  it('takes strange pages as they come', () => {
    const strange = [
      page(0, 0),
      read(sampleExchange({}, '{"data":[],"links":[null,"x"]}')),
      read(sampleExchange({}, '[]')),
      page(3, 20_000),
    ];
    expect(renderWalk(strange, new Set(), 100)).to.not.match(/NaN|Infinity|undefined/);
  });
});

describe('ticks', () => {
  it('are round and within the range', () => {
    expect(ticks(3, 6)).to.deep.equal([0, 0.5, 1, 1.5, 2, 2.5, 3]);
    expect(ticks(60, 6)).to.deep.equal([0, 10, 20, 30, 40, 50, 60]);
    expect(ticks(0, 6)).to.deep.equal([0]);
    expect(ticks(Number.NaN, 6)).to.deep.equal([0]);
  });
});
