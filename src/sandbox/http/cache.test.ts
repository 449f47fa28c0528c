import { expect } from 'chai';
import { createCache, createResettableCache } from './cache.ts';

describe('the response cache', () => {
  const answer =
    (body: string, status = 200) =>
    () => ({ status, headers: {}, body });

  it('returns cached responses, evicts the oldest when full, and clears on request', () => {
    const cache = createCache(8);
    expect(cache.through('a', answer('11')).body).to.equal('11');
    expect(cache.through('a', answer('22')).body).to.equal('11');
    for (const key of ['b', 'c', 'd', 'e']) cache.through(key, answer(key + key));
    expect(cache.through('a', answer('33')).body).to.equal('33');
    expect(cache.through('e', answer('no')).body).to.equal('ee');
    cache.clear();
    expect(cache.through('e', answer('44')).body).to.equal('44');
  });

  it('caches neither errors nor bodies that would evict everything else', () => {
    const cache = createCache(8);
    cache.through('a', answer('1', 404));
    expect(cache.through('a', answer('2')).body).to.equal('2');
    cache.through('b', answer('333'));
    expect(cache.through('b', answer('4')).body).to.equal('4');
  });

  it('returns after a reset what seeded data was answered, and nothing of changed data', () => {
    const cache = createResettableCache(8);
    const bodyOf = (body: string) => cache.through('a', answer(body)).body;
    expect([bodyOf('di'), bodyOf('no')]).to.deep.equal(['di', 'di']);
    cache.reset();
    expect([bodyOf('s'), bodyOf('no')]).to.deep.equal(['s', 's']);
    cache.changed();
    expect([bodyOf('c'), bodyOf('no')]).to.deep.equal(['c', 'c']);
    cache.changed();
    expect(bodyOf('d')).to.equal('d');
    cache.reset();
    expect(bodyOf('no')).to.equal('s');
    cache.changed();
    expect(bodyOf('e')).to.equal('e');
  });
});
