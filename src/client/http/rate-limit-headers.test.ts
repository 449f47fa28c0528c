import { expect } from 'chai';
import fc from 'fast-check';
import { parseRateLimit } from './rate-limit-headers.ts';

const headers = (limit: string, remaining: string, reset: string, bucket: string) => ({
  'x-ratelimit-limit': limit,
  'x-ratelimit-remaining': remaining,
  'x-ratelimit-reset': reset,
  'x-ratelimit-bucket': bucket,
});

describe('parseRateLimit', () => {
  it('reads the four headers', () => {
    const only = { bucket: 'bearer', limit: 1200, remaining: 1199, resetEpochS: 1767614460 };
    expect(parseRateLimit(headers('1200', '1199', '1767614460', 'bearer'))).to.deep.equal({
      ...only,
      buckets: [only],
      missing: [],
      malformed: [],
    });
  });

  it('names are case-insensitive', () => {
    expect(parseRateLimit({ 'X-RateLimit-Remaining': '3', 'X-Ratelimit-Reset': '5' })).to.deep.include({
      remaining: 3,
      resetEpochS: 5,
      missing: ['x-ratelimit-limit', 'x-ratelimit-bucket'],
    });
  });

  it('without headers there is no bucket', () => {
    expect(parseRateLimit({ date: 'x' }))
      .to.deep.include({ buckets: [], malformed: [] })
      .and.not.have.property('limit');
  });

  it('comma lists are read per bucket, and the exhausted one applies', () => {
    const reading = parseRateLimit(headers('200, 1200', '7,0', '135136, 31634', 'all, none'));
    expect(reading.buckets).to.deep.equal([
      { bucket: 'all', limit: 200, remaining: 7, resetEpochS: 135136 },
      { bucket: 'none', limit: 1200, remaining: 0, resetEpochS: 31634 },
    ]);
    expect(reading).to.include({ bucket: 'none', remaining: 0, resetEpochS: 31634 });
  });

  it('of several exhausted buckets the latest Reset applies', () => {
    expect(parseRateLimit(headers('200, 1200', '0, 0', '31634, 135136', 'all, none'))).to.include({
      bucket: 'none',
      resetEpochS: 135136,
    });
  });

  it('a duplicate header is malformed, and neither value is used', () => {
    const reading = parseRateLimit(headers('1200', '5, 0', '1767614460', 'bearer'));
    expect(reading.malformed).to.deep.equal([
      { header: 'x-ratelimit-remaining', value: '5, 0', reason: 'unequal-lists' },
    ]);
    expect(reading).to.include({ resetEpochS: 1767614460 }).and.not.have.property('remaining');
  });

  for (const value of ['-5', '1e3', 'NaN', 'abc', '0x10', '1.5', '+3', '1 2', '9'.repeat(16)])
    it(`${JSON.stringify(value)} is not an integer`, () => {
      const reading = parseRateLimit(headers('1200', '1', value, 'bearer'));
      expect(reading.malformed).to.deep.equal([
        { header: 'x-ratelimit-reset', value, reason: 'not-an-integer' },
      ]);
      expect(reading).not.to.have.property('resetEpochS');
    });

  it('an empty value is malformed', () => {
    expect(parseRateLimit(headers('1200', '', '1', '')).malformed).to.deep.equal([
      { header: 'x-ratelimit-remaining', value: '', reason: 'empty' },
      { header: 'x-ratelimit-bucket', value: '', reason: 'empty' },
    ]);
  });

  it('never throws, and returns only non-negative integers', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        for (const { limit, remaining, resetEpochS } of parseRateLimit(headers(a, b, c, d)).buckets)
          for (const value of [limit, remaining, resetEpochS])
            if (value !== undefined) expect(Number.isSafeInteger(value) && value >= 0).to.equal(true);
      }),
    );
  });
});
