import { captured, describeOutcomes, inTurn, type Sent } from './testing.ts';

describeOutcomes('buckets of the rate limit', [
  ...(['sandbox', 'live'] as const).flatMap((subject) => [
    {
      id: 'rate-limit/bucket-per-token' as const,
      fact: `a counter each, ${subject}`,
      outcome: 'passed' as const,
      subject,
      sent: turns([9, 8, 7, 6, 5], [1199, 1198, 1197, 1196]),
    },
    {
      id: 'rate-limit/bucket-per-token' as const,
      fact: `one counter for both, ${subject}`,
      outcome: 'failed' as const,
      subject,
      sent: turns([9, 8, 4, 3, 2], [7, 6, 5, 1]),
    },
  ]),
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'another client uses one of them, live',
    outcome: 'cantTell',
    subject: 'live',
    sent: turns([9, 8, 5, 4, 3], [1199, 1198, 1197, 1196]),
  },
  { id: 'rate-limit/bucket-stable', fact: 'one name', outcome: 'passed', sent: [{}, {}] },
  {
    id: 'rate-limit/bucket-stable',
    fact: 'another name for another token',
    outcome: 'passed',
    sent: [{}, {}, { token: 'two', headers: { 'x-ratelimit-bucket': 'b' } }],
  },
  {
    id: 'rate-limit/bucket-stable',
    fact: 'two names',
    outcome: 'failed',
    sent: [{}, {}, { headers: { 'x-ratelimit-bucket': 'b' } }],
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'another client uses one token, so perhaps the other one, too, live',
    outcome: 'cantTell',
    subject: 'live',
    sent: turns([1091, 1087, 1086, 1085, 1084], [1199, 1198, 1197, 1193]),
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'the same token twice',
    outcome: 'cantTell',
    sent: [{ step: inTurn }, { step: inTurn }],
  },
  ...(['sandbox', 'live'] as const).flatMap((subject) => [
    {
      id: 'rate-limit/bucket-per-token' as const,
      fact: `refused callers cost a token nothing, ${subject}`,
      outcome: 'passed' as const,
      subject,
      sent: aroundRefused(9, 8, 7),
    },
    {
      id: 'rate-limit/bucket-per-token' as const,
      fact: `each refused caller costs it a request, ${subject}`,
      outcome: 'failed' as const,
      subject,
      sent: aroundRefused(9, 8, 5),
    },
  ]),
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'another client may have used the token meanwhile, live',
    outcome: 'cantTell',
    subject: 'live',
    sent: aroundRefused(9, 8, 6),
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'a caller in between who got a server error',
    outcome: 'cantTell',
    sent: aroundRefused(9, 8, 7, 500),
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'a counter each, captured',
    outcome: 'passed',
    subject: 'har',
    sent: captured(turns([9, 8, 7, 6, 5], [1199, 1198, 1197, 1196])),
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'one counter for both, captured: other clients may explain it',
    outcome: 'cantTell',
    subject: 'har',
    sent: captured(turns([9, 8, 4, 3, 2], [7, 6, 5, 1])),
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'a counter that is full again, captured: something may have set it',
    outcome: 'untested',
    subject: 'har',
    sent: [{ left: 9 }, { token: 'two' }, { left: 1199, atS: 1 }],
  },
  {
    id: 'rate-limit/bucket-per-token',
    fact: 'only one token, captured',
    outcome: 'untested',
    subject: 'har',
    sent: [{}, {}, {}],
  },
]);

/** Requests with two tokens in the order in which the probe sends them, with the Remaining of each. */
function turns(one: readonly number[], other: readonly number[]): readonly Sent[] {
  const [left, right] = [[...one], [...other]];
  return [...'112221112'].map((token) => ({
    step: inTurn,
    token,
    left: (token === '1' ? left : right).shift() ?? 0,
  }));
}

/** Three requests of a token with what is left for it, and two with an unknown token before the last. */
function aroundRefused(first: number, second: number, third: number, status = 401): readonly Sent[] {
  const step = { claim: 'rate-limit/bucket-per-token', case: 'an unknown token in between' } as const;
  const unknown: Sent = { step: { ...step, role: 'between' }, token: 'unknown', status, left: 1199 };
  return [{ step, left: first }, { step, left: second }, unknown, unknown, { step, left: third }];
}
