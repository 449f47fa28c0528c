import { expect } from 'chai';
import { joinHeaders } from './header-map.ts';

describe('captured headers', () => {
  it('that a tool wrote twice are one', () => {
    const headers = joinHeaders([
      ['authorization', 'Bearer a'],
      ['Authorization', 'Bearer a'],
      ['Content-Length', '5'],
      ['content-length', '5'],
      ['X-RateLimit-Limit', '1200'],
      ['x-ratelimit-limit', '1200'],
      [':path', '/'],
      ['__proto__', 'x'],
    ]);
    expect(headers).to.deep.equal({
      authorization: 'Bearer a',
      'content-length': '5',
      'x-ratelimit-limit': '1200',
    });
  });

  it('with different values are joined, also where a browser wrote them in one', () => {
    const headers = joinHeaders([
      ['vary', 'Accept\nOrigin'],
      ['vary', 'Cookie'],
    ]);
    expect(headers.vary).to.equal('Accept, Origin, Cookie');
  });

  it('of several buckets may be equal', () => {
    const headers = joinHeaders([
      ['x-ratelimit-bucket', 'all'],
      ['x-ratelimit-bucket', 'bearer'],
      ['x-ratelimit-limit', '1200'],
      ['x-ratelimit-limit', '1200'],
    ]);
    expect(headers['x-ratelimit-limit']).to.equal('1200, 1200');
  });
});
