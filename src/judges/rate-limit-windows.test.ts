import { describeOutcomes, refill, steady, usedUp } from './rate-limit-testing.ts';

describeOutcomes('rate-limit windows', [
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
]);

describeOutcomes('a quota that is used up', [
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
]);
