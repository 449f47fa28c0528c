import { expect } from 'chai';
import { describeOutcomes, outcomeIn, startS, twoBuckets } from './testing.ts';

describeOutcomes('headers of the rate limit', [
  { id: 'rate-limit/headers-present', fact: 'all four', outcome: 'passed', sent: [{}] },
  {
    id: 'rate-limit/headers-present',
    fact: 'one is missing on one of many',
    outcome: 'failed',
    sent: [{}, {}, { without: ['x-ratelimit-bucket'] }],
  },
  { id: 'rate-limit/headers-present', fact: 'only errors', outcome: 'untested', sent: [{ status: 404 }] },
  {
    id: 'rate-limit/headers-well-formed',
    fact: 'one value per bucket',
    outcome: 'passed',
    sent: [
      {
        headers: {
          'x-ratelimit-bucket': 'all, none',
          'x-ratelimit-limit': '200, 1200',
          'x-ratelimit-remaining': '0, 0',
          'x-ratelimit-reset': `${startS + 9},${startS + 60}`,
        },
      },
    ],
  },
  ...['-1', '1e3', '0x10', '11.0', '', '5, 0', '+5'].map((left) => ({
    id: 'rate-limit/headers-well-formed' as const,
    fact: `Remaining "${left}"`,
    outcome: 'failed' as const,
    sent: [{ left }],
  })),
  {
    id: 'rate-limit/headers-well-formed',
    fact: 'Reset in milliseconds',
    outcome: 'failed',
    sent: [{ headers: { 'x-ratelimit-reset': `${startS}000` } }],
  },
  {
    id: 'rate-limit/limit-is-1200',
    fact: '1800 from the sandbox',
    outcome: 'failed',
    sent: [{ headers: { 'x-ratelimit-limit': '1800' } }],
  },
  {
    id: 'rate-limit/limit-is-1200',
    fact: '1800 from a live server',
    outcome: 'passed',
    sent: [{ headers: { 'x-ratelimit-limit': '1800' } }],
    subject: 'live',
  },
  {
    id: 'rate-limit/limit-is-1200',
    fact: 'an unreadable Limit',
    outcome: 'untested',
    sent: [{ headers: { 'x-ratelimit-limit': 'many' } }],
  },
  { id: 'rate-limit/remaining-in-range', fact: 'nothing left', outcome: 'passed', sent: [{ left: 0 }] },
  {
    id: 'rate-limit/remaining-in-range',
    fact: 'as much as Limit',
    outcome: 'failed',
    sent: [{ left: 1200 }],
  },
  {
    id: 'rate-limit/remaining-in-range',
    fact: 'one of two buckets is not used',
    outcome: 'passed',
    sent: [{ headers: twoBuckets(200, 1199) }],
  },
  {
    id: 'rate-limit/remaining-in-range',
    fact: 'one of two buckets has more than its Limit',
    outcome: 'failed',
    sent: [{ headers: twoBuckets(201, 1199) }],
  },
  { id: 'rate-limit/reset-within-a-minute', fact: '60 s ahead', outcome: 'passed', sent: [{}] },
  { id: 'rate-limit/reset-within-a-minute', fact: '61 s ahead', outcome: 'failed', sent: [{ resetAtS: 61 }] },
  {
    id: 'rate-limit/reset-within-a-minute',
    fact: '61 s ahead, live: rounding',
    outcome: 'passed',
    sent: [{ resetAtS: 61 }],
    subject: 'live',
  },
  {
    id: 'rate-limit/reset-within-a-minute',
    fact: '62 s ahead, live',
    outcome: 'failed',
    sent: [{ resetAtS: 62 }],
    subject: 'live',
  },
  { id: 'rate-limit/reset-within-a-minute', fact: 'at Date', outcome: 'failed', sent: [{ resetAtS: 0 }] },
  {
    id: 'rate-limit/reset-within-a-minute',
    fact: 'no Date',
    outcome: 'untested',
    sent: [{ without: ['date'] }],
  },
  {
    id: 'rate-limit/headers-on-errors',
    fact: '404 without',
    outcome: 'failed',
    sent: [{ status: 404, without: ['x-ratelimit-limit'] }],
  },
  { id: 'rate-limit/headers-on-errors', fact: '404 with', outcome: 'passed', sent: [{ status: 404 }] },
]);

describe('findings about headers of the rate limit', () => {
  it('a finding names the exchange, what was expected and what came', () => {
    const [only] = outcomeIn('rate-limit/429-headers', [{}, { status: 429, left: 3 }]).cases;
    expect(only?.findings).to.deep.equal([
      {
        message: 'A 429 response does not report `X-RateLimit-Remaining: 0`.',
        expected: '0',
        actual: '3',
        exchange: 1,
      },
    ]);
  });

  it('each response without a header is a finding', () => {
    const sent = Array.from({ length: 1000 }, () => ({ without: ['x-ratelimit-reset'] }));
    const [only] = outcomeIn('rate-limit/headers-present', sent).cases;
    expect(only?.findings).to.have.lengthOf(1000);
    expect(only?.findings[999]).to.deep.equal({
      message: 'A 200 response has no `X-RateLimit-Reset`.',
      expected: 'the four X-RateLimit headers',
      actual: 'the other 3',
      exchange: 999,
    });
  });
});
