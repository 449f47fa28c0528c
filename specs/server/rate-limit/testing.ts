import { expect } from 'chai';
import { themeOf } from '../../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import type { ClaimStep, RoleOf } from '../../../contracts/steps/index.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import type { Exchange } from '../../../src/exchange.ts';
import type { Outcome } from '../../../src/outcome.ts';
import type { JudgeContext } from '../../../src/result.ts';
import { outcomeOf } from '../../support/testing.ts';
import './buckets.spec.ts';
import './headers.spec.ts';
import './quota.spec.ts';
import './windows.spec.ts';

/** Hand-made traffic for the claims of the rate limit. */

/** A requirement of the category. */
export type Id = Extract<ServerRequirementId, `rate-limit/${string}`>;

export const ids = requirementsOf('server')
  .map(({ id }) => id as ServerRequirementId)
  .filter((id): id is Id => themeOf(id) === 'rate-limit');

/** 2026-01-05T12:00:00Z. */
export const startS = 1_767_614_400;

/** A request and its response; what is not given conforms. */
export interface Sent {
  readonly step?: ClaimStep;
  readonly token?: string;
  readonly path?: string;
  /** Seconds after the start, by both clocks. */
  readonly atS?: number;
  readonly status?: number;
  readonly body?: string;
  /** Remaining. */
  readonly left?: number | string;
  /** Seconds after the start. */
  readonly resetAtS?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

function exchangeOf(sent: Sent, seq: number): Exchange {
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
      origin: 'https://api.example.test',
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

/** What the claim of a requirement comes to. */
export function outcomeIn(id: Id, sent: readonly Sent[], subject?: JudgeContext['subject']): Outcome {
  return outcomeOf(id, sent.map(exchangeOf), subject);
}

/** The headers of a token with two buckets, of 200 and 1,200 requests, by what is left in them. */
export function twoBuckets(first: number, second: number): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-bucket': 'all, none',
    'x-ratelimit-limit': '200, 1200',
    'x-ratelimit-remaining': `${first}, ${second}`,
    'x-ratelimit-reset': `${startS + 60}, ${startS + 60}`,
  };
}

/** Steps of the probes. */
export const steady = { claim: 'rate-limit/remaining-counts-down', case: 'steady' } as const;
export const inTurn = { claim: 'rate-limit/bucket-per-token', case: 'in turn' } as const;
export const refill = (role: RoleOf<'rate-limit/window-refills'>): ClaimStep => ({
  claim: 'rate-limit/window-refills',
  case: 'next window',
  role,
});
export const quota = (role: RoleOf<'rate-limit/full-quota-admitted'>): ClaimStep => ({
  claim: 'rate-limit/full-quota-admitted',
  case: 'a whole window',
  role,
});

/** A window of three, used up, two requests beyond it and one after Reset. */
export function usedUp(change: Partial<Record<'third' | 'beyond' | 'after', Sent>> = {}): readonly Sent[] {
  const three = { 'x-ratelimit-limit': '3' };
  const one = (role: RoleOf<'rate-limit/full-quota-admitted'>, sent: Sent): Sent => ({
    step: quota(role),
    headers: three,
    ...sent,
  });
  return [
    one('quota', { left: 2 }),
    one('quota', { left: 1 }),
    one('quota', { left: 0, ...change.third }),
    one('beyond', { left: 0, status: 429, ...change.beyond }),
    one('beyond', { left: 0, status: 429, atS: 2, ...change.beyond }),
    one('after', { left: 2, atS: 60, resetAtS: 120, ...change.after }),
  ];
}

/** The same without the steps of the probes, as a capture shows it. */
export function captured(sent: readonly Sent[]): readonly Sent[] {
  return sent.map(({ step: _, ...one }) => one);
}

/** A row of a table: what was sent, and what the claim comes to. */
export interface Row {
  readonly id: Id;
  readonly fact: string;
  readonly outcome: Outcome['outcome'];
  readonly sent: readonly Sent[];
  readonly subject?: JudgeContext['subject'];
  /** Numbers of the exchanges that the findings name. */
  readonly at?: readonly number[];
}

/** One test for each row. */
export function describeOutcomes(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const { id, fact, outcome, sent, subject, at } of rows)
      it(`${id}: ${fact}: ${outcome}`, () => {
        const result = outcomeIn(id, sent, subject);
        expect(result.outcome, JSON.stringify(result)).to.equal(outcome);
        const found = result.cases.flatMap((one) => one.findings.map(({ exchange }) => exchange));
        if (at) expect(found, JSON.stringify(result)).to.deep.equal(at);
      });
  });
}
