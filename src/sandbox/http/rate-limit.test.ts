import { expect } from 'chai';
import { virtualEpochMs } from '../../clock.ts';
import { type Bench, createBench } from '../testing.ts';
import { createRateLimiter } from './rate-limit.ts';

describe('rate limit of the sandbox', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = createBench({ students: 3 });
  });
  afterEach(() => bench.sandbox.close());

  const resetS = virtualEpochMs / 1000 + 60;
  const seen = async (path = '/v2.0/terms', token?: string | null) => {
    const { status, headers, body } = await bench.ask(path, token === undefined ? {} : { token });
    return {
      status,
      body,
      bucket: headers.get('x-ratelimit-bucket'),
      limit: headers.get('x-ratelimit-limit'),
      remaining: Number(headers.get('x-ratelimit-remaining')),
      resetS: Number(headers.get('x-ratelimit-reset')),
      dateS: Date.parse(headers.get('date') ?? '') / 1000,
    };
  };

  it('the first request of a window leaves 1199 and shows when the window ends', async () => {
    expect(await seen()).to.deep.include({
      status: 200,
      bucket: 'bearer',
      limit: '1200',
      remaining: 1199,
      resetS,
      dateS: virtualEpochMs / 1000,
    });
  });

  it('1200 requests are admitted, the next one is rejected with an empty body, and rejection changes nothing', async () => {
    for (let n = 1199; n >= 0; n--) expect((await seen()).remaining).to.equal(n);
    for (const atMs of [0, 30_000, 29_999]) {
      bench.clock.advance(atMs);
      expect(await seen()).to.deep.include({ status: 429, body: '', remaining: 0, resetS, limit: '1200' });
    }
    bench.clock.advance(1);
    expect(await seen()).to.deep.include({ status: 200, remaining: 1199, resetS: resetS + 60 });
  });

  it('a window that starts within a second ends on a whole second, at most 60 s later', () => {
    const limiter = createRateLimiter(2, 60);
    expect(limiter.take('a', 5_250)).to.deep.equal({ admitted: true, limit: 2, remaining: 1, resetS: 65 });
    expect(limiter.take('a', 64_999)).to.deep.include({ admitted: true, remaining: 0, resetS: 65 });
    expect(limiter.take('a', 64_999)).to.deep.include({ admitted: false, remaining: 0, resetS: 65 });
    expect(limiter.take('a', 65_000)).to.deep.include({ admitted: true, remaining: 1, resetS: 125 });
  });

  it('the window is fixed: a request late in it does not move its end', async () => {
    await seen();
    bench.clock.advance(59_999);
    expect(await seen()).to.deep.include({ remaining: 1198, resetS });
    bench.clock.advance(1);
    expect(await seen()).to.deep.include({ remaining: 1199, resetS: resetS + 60 });
  });

  it('each token has its own counter, and so have absent and unknown ones', async () => {
    await seen();
    for (const token of [bench.sandbox.secondToken, 'TEST_TOKEN', null, 'unknown']) {
      expect((await seen('/v2.0/terms', token)).remaining, String(token)).to.equal(1199);
    }
    expect((await seen('/v2.0/terms', 'another unknown one')).remaining).to.equal(1198);
    expect((await seen()).remaining).to.equal(1198);
  });

  it('errors, unknown paths and LMS Connect are counted in the same bucket', async () => {
    for (const [n, path] of ['/v2.0/terms', '/v2.0/terms/x', '/v2.0/x', '/v1.1/terms', '/v3.1/x'].entries()) {
      expect((await seen(path)).remaining, path).to.equal(1199 - n);
    }
  });

  it('states, docs and the greeting are not counted', async () => {
    for (const path of ['/_states', '/docs', '/', '/nowhere']) {
      expect((await bench.ask(path)).headers.has('x-ratelimit-limit'), path).to.equal(false);
    }
    expect((await seen()).remaining).to.equal(1199);
  });

  it('the remaining requests of one bucket can be set', async () => {
    await seen();
    bench.clock.advance(10_000);
    await bench.sandbox.setState('the bucket has {remaining} left', { remaining: 1 });
    expect(await seen()).to.deep.include({ status: 200, remaining: 0, resetS: resetS + 10 });
    expect((await seen()).status).to.equal(429);
    const { secondToken } = bench.sandbox;
    expect((await seen('/v2.0/terms', secondToken)).status).to.equal(200);
    await bench.sandbox.setState('the bucket has {remaining} left', { remaining: 0, token: secondToken });
    expect((await seen('/v2.0/terms', secondToken)).status).to.equal(429);
  });

  it('moving the clock ends a window', async () => {
    await bench.sandbox.setState('the bucket has {remaining} left', { remaining: 0 });
    await bench.sandbox.setState('the clock moves {seconds}', { seconds: 59.999 });
    expect((await seen()).status).to.equal(429);
    await bench.sandbox.setState('the clock moves {seconds}', { seconds: 0.001 });
    expect(await seen()).to.deep.include({
      status: 200,
      remaining: 1199,
      resetS: resetS + 60,
      dateS: resetS,
    });
  });
});
