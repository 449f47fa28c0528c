import { expect } from 'chai';
import fc from 'fast-check';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { rateLimitJudges } from './rate-limit.ts';
import {
  describeOutcomes,
  type Id,
  inTurn,
  judge,
  quota,
  refill,
  type Sent,
  startS,
  steady,
} from './rate-limit-testing.ts';

/** For each claim on headers: traffic that upholds it, and traffic that breaks it. */
describeOutcomes('rate-limit headers', [
  { id: 'rate-limit/headers-present', case: 'all four', outcome: 'passed', sent: [{}] },
  {
    id: 'rate-limit/headers-present',
    case: 'one is missing on one of many',
    outcome: 'failed',
    sent: [{}, {}, { without: ['x-ratelimit-bucket'] }],
  },
  { id: 'rate-limit/headers-present', case: 'only errors', outcome: 'untested', sent: [{ status: 404 }] },
  {
    id: 'rate-limit/headers-well-formed',
    case: 'one list place per bucket',
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
    case: `Remaining "${left}"`,
    outcome: 'failed' as const,
    sent: [{ left }],
  })),
  {
    id: 'rate-limit/headers-well-formed',
    case: 'Reset in milliseconds',
    outcome: 'failed',
    sent: [{ headers: { 'x-ratelimit-reset': `${startS}000` } }],
  },
  {
    id: 'rate-limit/limit-is-1200',
    case: '1800 of a sandbox',
    outcome: 'failed',
    sent: [{ headers: { 'x-ratelimit-limit': '1800' } }],
  },
  {
    id: 'rate-limit/limit-is-1200',
    case: '1800 of a live server',
    outcome: 'passed',
    sent: [{ headers: { 'x-ratelimit-limit': '1800' } }],
    subject: 'live',
  },
  {
    id: 'rate-limit/limit-is-1200',
    case: 'a Limit that nobody can read',
    outcome: 'untested',
    sent: [{ headers: { 'x-ratelimit-limit': 'many' } }],
  },
  { id: 'rate-limit/remaining-in-range', case: 'nothing left', outcome: 'passed', sent: [{ left: 0 }] },
  {
    id: 'rate-limit/remaining-in-range',
    case: 'as much as Limit',
    outcome: 'failed',
    sent: [{ left: 1200 }],
  },
  { id: 'rate-limit/reset-within-a-minute', case: '60 s ahead', outcome: 'passed', sent: [{}] },
  { id: 'rate-limit/reset-within-a-minute', case: '61 s ahead', outcome: 'failed', sent: [{ resetAtS: 61 }] },
  {
    id: 'rate-limit/reset-within-a-minute',
    case: '61 s ahead, live: rounding',
    outcome: 'passed',
    sent: [{ resetAtS: 61 }],
    subject: 'live',
  },
  {
    id: 'rate-limit/reset-within-a-minute',
    case: '62 s ahead, live',
    outcome: 'failed',
    sent: [{ resetAtS: 62 }],
    subject: 'live',
  },
  { id: 'rate-limit/reset-within-a-minute', case: 'at Date', outcome: 'failed', sent: [{ resetAtS: 0 }] },
  {
    id: 'rate-limit/reset-within-a-minute',
    case: 'no Date',
    outcome: 'untested',
    sent: [{ without: ['date'] }],
  },
  ...(['sandbox', 'live'] as const).flatMap((subject) => [
    {
      id: 'rate-limit/bucket-per-token' as const,
      case: `a counter each, ${subject}`,
      outcome: 'passed' as const,
      subject,
      sent: turns([9, 8, 7, 6, 5], [1199, 1198, 1197, 1196]),
    },
    {
      id: 'rate-limit/bucket-per-token' as const,
      case: `one counter for both, ${subject}`,
      outcome: 'failed' as const,
      subject,
      sent: turns([9, 8, 4, 3, 2], [7, 6, 5, 1]),
    },
  ]),
  {
    id: 'rate-limit/bucket-per-token',
    case: 'somebody else uses one of them, live',
    outcome: 'cantTell',
    subject: 'live',
    sent: turns([9, 8, 5, 4, 3], [1199, 1198, 1197, 1196]),
  },
  { id: 'rate-limit/bucket-stable', case: 'one name', outcome: 'passed', sent: [{}, {}] },
  {
    id: 'rate-limit/bucket-stable',
    case: 'another name for another token',
    outcome: 'passed',
    sent: [{}, {}, { token: 'two', headers: { 'x-ratelimit-bucket': 'b' } }],
  },
  {
    id: 'rate-limit/bucket-stable',
    case: 'two names',
    outcome: 'failed',
    sent: [{}, {}, { headers: { 'x-ratelimit-bucket': 'b' } }],
  },
  {
    id: 'rate-limit/headers-on-errors',
    case: '404 without',
    outcome: 'failed',
    sent: [{ status: 404, without: ['x-ratelimit-limit'] }],
  },
  { id: 'rate-limit/headers-on-errors', case: '404 with', outcome: 'passed', sent: [{ status: 404 }] },
]);

/** Requests with two tokens in the order in which the prober sends them: what is left after each. */
function turns(one: readonly number[], other: readonly number[]): readonly Sent[] {
  const [left, right] = [[...one], [...other]];
  return [...'112221112'].map((token) => ({
    step: inTurn,
    token,
    left: (token === '1' ? left : right).shift() ?? 0,
  }));
}

describe('rate-limit judges', () => {
  it('a finding names the exchange, what was expected and what came', () => {
    const [only] = judge('rate-limit/429-headers', [{}, { status: 429, left: 3 }]).cases;
    expect(only?.findings).to.deep.equal([
      {
        message: 'The 429 says that requests are left.',
        expected: 'Remaining 0',
        actual: 'Remaining 3',
        exchange: 1,
      },
    ]);
  });

  it('a thousand equal findings are told once', () => {
    const sent = Array.from({ length: 1000 }, () => ({ without: ['x-ratelimit-reset'] }));
    const [only] = judge('rate-limit/headers-present', sent).cases;
    expect(only?.findings).to.have.lengthOf(1);
    expect(only?.findings[0]?.actual).to.equal('3 of them, and 999 more of the kind');
  });

  it('traffic of other paths and hosts is no material', () => {
    const sent: readonly Sent[] = [{ path: '/oauth/tokens' }, { path: '/v2.0x/students', without: ['date'] }];
    for (const id of Object.keys(rateLimitJudges) as Id[])
      expect(judge(id, sent).outcome, id).to.equal('untested');
  });

  it('no header, however odd, makes a judge throw or contradict itself', () => {
    const value = fc.oneof(
      fc.constantFrom('', ' ', ',', '0', '-1', '1e3', '5, 0', '99999999999999999999', `${startS + 30}`),
      fc.string({ maxLength: 12 }),
    );
    const odd = fc.record({
      status: fc.constantFrom(200, 404, 429, 500),
      atS: fc.nat(200),
      left: value,
      headers: fc.dictionary(fc.constantFrom('x-ratelimit-limit', 'x-ratelimit-reset', 'date'), value),
      step: fc.constantFrom(
        steady,
        inTurn,
        refill('before'),
        refill('after'),
        quota('quota'),
        quota('beyond'),
      ),
    });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 8 }), (sent) => {
        for (const id of Object.keys(rateLimitJudges) as ServerRequirementId[]) {
          const { outcome, cases } = judge(id as Id, sent, 'live');
          const failed = cases.some((one) => one.findings.length > 0);
          expect(failed, id).to.equal(outcome === 'failed');
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});
