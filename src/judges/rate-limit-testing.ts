import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { rateLimitJudges } from './rate-limit.ts';

/** A requirement of the theme. */
export type Id = keyof typeof rateLimitJudges;

/** 2026-01-05T12:00:00Z. */
export const startS = 1_767_614_400;

/** A request and its answer; what is not given is in order. */
export interface Sent {
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

/** What the judge of a requirement says of traffic. */
export function judge(id: Id, sent: readonly Sent[], subject: JudgeContext['subject'] = 'sandbox'): Outcome {
  return rateLimitJudges[id](traffic(sent), contextOf(subject));
}

/** What our probes say of their requests. */
export const steady: Step = { claim: 'rate-limit/remaining-counts-down', case: 'steady' };
export const inTurn: Step = { claim: 'rate-limit/bucket-per-token', case: 'in turn' };
export const refill = (role: string): Step => ({
  claim: 'rate-limit/window-refills',
  case: 'next window',
  role,
});
export const quota = (role: string): Step => ({
  claim: 'rate-limit/full-quota-admitted',
  case: 'a whole window',
  role,
});

/** A window of three, used up, two requests beyond it and one after Reset. */
export function usedUp(change: Partial<Record<'third' | 'beyond' | 'after', Sent>> = {}): readonly Sent[] {
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

/** Traffic for a claim, and what its judge has to say of it. */
export interface Row {
  readonly id: Id;
  readonly case: string;
  readonly outcome: Outcome['outcome'];
  readonly sent: readonly Sent[];
  readonly subject?: JudgeContext['subject'];
}

/** One test for each row. */
export function describeOutcomes(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const row of rows)
      it(`${row.id}: ${row.case} is ${row.outcome}`, () => {
        expect(judge(row.id, row.sent, row.subject).outcome).to.equal(row.outcome);
      });
  });
}
