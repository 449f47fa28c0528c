import { expect } from 'chai';
import fc from 'fast-check';
import { profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { rateLimitJudges } from './rate-limit.ts';

type Id = keyof typeof rateLimitJudges;

/** 2026-01-05T12:00:00Z. */
const startS = 1_767_614_400;

interface Sent {
  readonly step?: Step;
  readonly token?: string;
  readonly path?: string;
  /** Seconds after the start, by both clocks. */
  readonly atS?: number;
  readonly status?: number;
  readonly body?: string;
  readonly left?: number | string;
  /** Seconds after the start. */
  readonly resetAtS?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

function exchangeOf(seq: number, sent: Sent): Exchange {
  const { atS = 0, status = 200, left = 1199 - seq, resetAtS = 60, without = [] } = sent;
  const headers: Record<string, string> = {
    date: new Date((startS + atS) * 1000).toUTCString(),
    'x-ratelimit-limit': '1200',
    'x-ratelimit-remaining': `${left}`,
    'x-ratelimit-reset': `${startS + resetAtS}`,
    'x-ratelimit-bucket': 'bearer',
    ...sent.headers,
  };
  for (const name of without) delete headers[name];
  return {
    seq,
    ...(sent.step ? { step: sent.step } : {}),
    request: {
      method: 'GET',
      origin: 'https://api.example',
      path: sent.path ?? '/v2.0/districts',
      headers: { authorization: `Bearer ${sent.token ?? 'one'}` },
      sentAtMs: (startS + atS) * 1000,
    },
    response: {
      status,
      headers,
      body: sent.body ?? (status === 200 ? '{"data":[]}' : ''),
      receivedAtMs: (startS + atS) * 1000,
    },
  };
}

const traffic = (sent: readonly Sent[]) => sent.map((one, seq) => exchangeOf(seq, one));
const contextOf = (subject: JudgeContext['subject']): JudgeContext => ({ subject, profiles });

function judge(id: Id, sent: readonly Sent[], subject: JudgeContext['subject'] = 'sandbox'): Outcome {
  return rateLimitJudges[id](traffic(sent), contextOf(subject));
}

const steady: Step = { claim: 'rate-limit/remaining-counts-down', case: 'steady' };
const inTurn: Step = { claim: 'rate-limit/bucket-per-token', case: 'in turn' };
const refill = (role: string): Step => ({ claim: 'rate-limit/window-refills', case: 'next window', role });
const quota = (role: string): Step => ({
  claim: 'rate-limit/full-quota-admitted',
  case: 'a whole window',
  role,
});

/** A window of three, used up, two requests beyond it and one after Reset. */
function usedUp(change: Partial<Record<'third' | 'beyond' | 'after', Sent>> = {}): readonly Sent[] {
  const three = { 'x-ratelimit-limit': '3' };
  const one = (role: string, sent: Sent): Sent => ({ step: quota(role), headers: three, ...sent });
  return [
    one('quota', { left: 2 }),
    one('quota', { left: 1 }),
    one('quota', { left: 0, ...change.third }),
    one('beyond', { left: 0, status: 429, ...change.beyond }),
    one('beyond', { left: 0, status: 429, atS: 2, ...change.beyond }),
    one('after', { left: 2, atS: 60, resetAtS: 120, ...change.after }),
  ];
}

/** For each claim: traffic that upholds it, and traffic that breaks it. */
const table: readonly {
  readonly id: Id;
  readonly case: string;
  readonly outcome: Outcome['outcome'];
  readonly sent: readonly Sent[];
  readonly subject?: JudgeContext['subject'];
}[] = [
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
  {
    id: 'rate-limit/remaining-counts-down',
    case: 'one less each time, over a Reset',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 8 },
      { step: steady, left: 1199, atS: 61, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    case: 'two less, live',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 7 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/remaining-counts-down',
    case: 'it stands still, live',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 9 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/remaining-counts-down',
    case: 'it grows',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 10 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    case: 'neighbours in two windows only',
    outcome: 'untested',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 9, atS: 60, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/window-is-fixed',
    case: 'the same Reset 2 s later',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 8, atS: 2 },
    ],
  },
  {
    id: 'rate-limit/window-is-fixed',
    case: 'Reset moves along',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 8, atS: 2, resetAtS: 62 },
    ],
  },
  {
    id: 'rate-limit/window-is-fixed',
    case: 'a new window in the last second, where Reset was rounded up',
    outcome: 'untested',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 1199, atS: 59, resetAtS: 119 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    case: 'full again',
    outcome: 'passed',
    sent: [
      { step: refill('before'), left: 5 },
      { step: refill('before'), left: 4 },
      { step: refill('after'), left: 1199, atS: 60, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    case: 'half full',
    outcome: 'failed',
    sent: [
      { step: refill('before'), left: 5 },
      { step: refill('before'), left: 4 },
      { step: refill('after'), left: 599, atS: 60, resetAtS: 120 },
    ],
  },
  { id: 'rate-limit/full-quota-admitted', case: 'all three', outcome: 'passed', sent: usedUp() },
  {
    id: 'rate-limit/full-quota-admitted',
    case: 'the third is refused',
    outcome: 'failed',
    sent: usedUp({ third: { status: 429 } }),
  },
  {
    id: 'rate-limit/full-quota-admitted',
    case: 'the third is refused, live, and somebody else was seen',
    outcome: 'cantTell',
    sent: usedUp({ third: { status: 429 } }).map((one, at) => (at === 1 ? { ...one, left: 0 } : one)),
    subject: 'live',
  },
  {
    id: 'rate-limit/full-quota-admitted',
    case: 'the third meets an outage',
    outcome: 'cantTell',
    sent: usedUp({ third: { status: 503 } }),
  },
  { id: 'rate-limit/exceeding-is-429', case: '429', outcome: 'passed', sent: usedUp() },
  {
    id: 'rate-limit/exceeding-is-429',
    case: '200',
    outcome: 'failed',
    sent: usedUp({ beyond: { status: 200 } }),
  },
  {
    id: 'rate-limit/exceeding-is-429',
    case: '200 in the next window',
    outcome: 'cantTell',
    sent: usedUp({ beyond: { status: 200, atS: 60, resetAtS: 120 } }),
  },
  { id: 'rate-limit/429-body-empty', case: 'empty', outcome: 'passed', sent: [{ status: 429, left: 0 }] },
  {
    id: 'rate-limit/429-body-empty',
    case: 'a space',
    outcome: 'failed',
    sent: [{ status: 429, left: 0, body: ' ' }],
  },
  { id: 'rate-limit/429-headers', case: 'Remaining 0', outcome: 'passed', sent: [{ status: 429, left: 0 }] },
  { id: 'rate-limit/429-headers', case: 'Remaining 1', outcome: 'failed', sent: [{ status: 429, left: 1 }] },
  {
    id: 'rate-limit/429-headers',
    case: 'no Reset',
    outcome: 'failed',
    sent: [{ status: 429, left: 0, without: ['x-ratelimit-reset'] }],
  },
  { id: 'rate-limit/admits-after-reset', case: 'admitted', outcome: 'passed', sent: usedUp() },
  {
    id: 'rate-limit/admits-after-reset',
    case: 'refused at Reset',
    outcome: 'failed',
    sent: usedUp({ after: { status: 429 } }),
  },
  {
    id: 'rate-limit/admits-after-reset',
    case: 'refused before Reset: we did not wait long enough',
    outcome: 'cantTell',
    sent: usedUp({ after: { status: 429, atS: 59, resetAtS: 60 } }),
  },
  { id: 'rate-limit/429-does-not-extend', case: 'the same Reset', outcome: 'passed', sent: usedUp() },
  {
    id: 'rate-limit/429-does-not-extend',
    case: 'Reset moves along',
    outcome: 'failed',
    sent: [
      { status: 429, left: 0 },
      { status: 429, left: 0, atS: 2, resetAtS: 62 },
    ],
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
];

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
  for (const row of table)
    it(`${row.id}: ${row.case} is ${row.outcome}`, () => {
      expect(judge(row.id, row.sent, row.subject).outcome).to.equal(row.outcome);
    });

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
