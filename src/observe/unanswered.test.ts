import { expect } from 'chai';
import type { Exchange } from '../exchange.ts';
import { unansweredReason } from './unanswered.ts';

const request = { method: 'GET', origin: 'http://a.test', headers: {}, sentAtMs: 0 };
const closed = { failure: { kind: 'closed', message: 'it ended' } } as const;
const refused = { failure: { kind: 'refused', message: 'not sent' } } as const;
const status = (code: number) => ({ response: { status: code, headers: {}, body: '', receivedAtMs: 0 } });

const seen = (...rows: readonly [path: string, end: Pick<Exchange, 'failure' | 'response'>][]) =>
  rows.map(([path, end], seq): Exchange => ({ seq, request: { ...request, path }, ...end }));

describe('reads that never got a whole answer', () => {
  it('are reported with the last reason', () => {
    expect(
      unansweredReason(seen(['/v2.0/a', closed], ['/v2.0/a?limit=1', closed], ['/v2.0/b', status(200)])),
    ).to.equal('GET /v2.0/a got no complete response in 2 attempts (it ended).');
    expect(
      unansweredReason(seen(['/a', status(502)], ['/b', closed], ['/a', closed], ['/b', status(504)])),
    ).to.equal('GET /a got no complete response in 2 attempts (it ended), and 1 more paths also failed.');
  });

  it('are not: a single failure, one that was made good, any answer of the target itself, and what was never sent', () => {
    expect(unansweredReason(seen(['/a', closed], ['/b', status(503)]))).to.equal(undefined);
    expect(unansweredReason(seen(['/a', closed], ['/a', status(404)], ['/a', closed]))).to.equal(undefined);
    expect(unansweredReason(seen(['/a', status(500)], ['/a', status(429)]))).to.equal(undefined);
    expect(unansweredReason(seen(['/a', refused], ['/a', refused]))).to.equal(undefined);
    const provoked = seen(['/a', status(503)], ['/a', status(503)]).map((one) => ({
      ...one,
      step: { claim: 'errors/outage-statuses', case: '503' },
    }));
    expect(unansweredReason(provoked)).to.equal(undefined);
  });
});
