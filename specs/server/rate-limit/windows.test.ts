import { describeOutcomes, refill, startS, steady, twoBuckets } from './testing.ts';

/** A bucket of all clients, and the token's own. */
const sharedBucket = (all: number, own: number, resetAtS = 60) => ({
  'x-ratelimit-bucket': 'all, bearer',
  'x-ratelimit-limit': '99999, 1200',
  'x-ratelimit-remaining': `${all}, ${own}`,
  'x-ratelimit-reset': `${startS + resetAtS}, ${startS + resetAtS}`,
});

describeOutcomes('windows of the rate limit', [
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'one less each time, over a Reset',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 8 },
      { step: steady, left: 1199, atS: 61, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'two less, live',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 7 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'no change, live',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 9 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'an error that costs nothing, or one',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 9, status: 404 },
      { step: steady, left: 8 },
      { step: steady, left: 7, status: 404 },
      { step: steady, left: 6 },
      { step: steady, left: 5 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'an error that costs two',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 7, status: 404 },
      { step: steady, left: 6 },
      { step: steady, left: 5 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'an error that costs two once, live',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 7, status: 404 },
      { step: steady, left: 6 },
      { step: steady, left: 5 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'errors that always cost two, live',
    outcome: 'failed',
    sent: [
      { step: steady, left: 20 },
      { step: steady, left: 19 },
      { step: steady, left: 17, status: 404 },
      { step: steady, left: 16 },
      { step: steady, left: 14, status: 413 },
      { step: steady, left: 13 },
      { step: steady, left: 11, status: 400 },
      { step: steady, left: 10 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'it grows',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 10 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'neighbours in two windows only',
    outcome: 'untested',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 9, atS: 60, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'one of two buckets is not used',
    outcome: 'passed',
    sent: [
      { step: steady, headers: twoBuckets(200, 9) },
      { step: steady, headers: twoBuckets(200, 8) },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'one of two buckets grows',
    outcome: 'failed',
    sent: [
      { step: steady, headers: twoBuckets(198, 9) },
      { step: steady, headers: twoBuckets(199, 8) },
    ],
    at: [1],
  },
  {
    id: 'rate-limit/window-is-fixed',
    fact: 'the same Reset 2 s later',
    outcome: 'passed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 8, atS: 2 },
    ],
  },
  {
    id: 'rate-limit/window-is-fixed',
    fact: 'Reset slides',
    outcome: 'failed',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 8, atS: 2, resetAtS: 62 },
    ],
  },
  {
    id: 'rate-limit/window-is-fixed',
    fact: 'a new window in the last second, where Reset was rounded up',
    outcome: 'untested',
    sent: [
      { step: steady, left: 9 },
      { step: steady, left: 1199, atS: 59, resetAtS: 119 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'full again',
    outcome: 'passed',
    sent: [
      { step: refill('before'), left: 5 },
      { step: refill('before'), left: 4 },
      { step: refill('after'), left: 1199, atS: 60, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'full again, next to a bucket that other clients use',
    outcome: 'passed',
    sent: [
      { step: refill('before'), headers: sharedBucket(90_000, 5) },
      { step: refill('before'), headers: sharedBucket(89_950, 4) },
      { step: refill('after'), headers: sharedBucket(89_000, 1199, 120), atS: 60 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'half full, next to a bucket that is full again',
    outcome: 'failed',
    sent: [
      { step: refill('before'), headers: sharedBucket(90_000, 5) },
      { step: refill('before'), headers: sharedBucket(89_950, 4) },
      { step: refill('after'), headers: sharedBucket(99_998, 599, 120), atS: 60 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'half full, live: another client may have been first',
    outcome: 'cantTell',
    sent: [
      { step: refill('before'), left: 5 },
      { step: refill('before'), left: 4 },
      { step: refill('after'), left: 599, atS: 60, resetAtS: 120 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'the counter goes on, live',
    outcome: 'failed',
    sent: [
      { step: refill('before'), left: 600 },
      { step: refill('before'), left: 599 },
      { step: refill('after'), left: 598, atS: 60, resetAtS: 120 },
    ],
    subject: 'live',
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'half full',
    outcome: 'failed',
    sent: [
      { step: refill('before'), left: 5 },
      { step: refill('before'), left: 4 },
      { step: refill('after'), left: 599, atS: 60, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'the counter does not move',
    outcome: 'cantTell',
    sent: [
      { step: refill('before'), left: 5 },
      { step: refill('before'), left: 5 },
      { step: refill('after'), left: 5, atS: 60, resetAtS: 120 },
    ],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'it grows, captured',
    outcome: 'failed',
    subject: 'har',
    sent: [{ left: 9 }, { left: 10 }],
    at: [1],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'it is full again, captured: something may have set it',
    outcome: 'untested',
    subject: 'har',
    sent: [{ left: 9 }, { left: 1199 }],
  },
  {
    id: 'rate-limit/remaining-counts-down',
    fact: 'it grows at another host or in another bucket, captured',
    outcome: 'untested',
    subject: 'har',
    sent: [{ left: 9 }, { left: 10, headers: { 'x-ratelimit-bucket': 'lms' } }],
  },
  {
    id: 'rate-limit/window-is-fixed',
    fact: 'Reset slides while the counter goes on, captured',
    outcome: 'failed',
    subject: 'har',
    sent: [{ left: 9 }, { left: 8, atS: 2, resetAtS: 62 }],
    at: [1],
  },
  {
    id: 'rate-limit/window-is-fixed',
    fact: 'Reset moves with another counter, captured',
    outcome: 'untested',
    subject: 'har',
    sent: [{ left: 9 }, { left: 5, atS: 2, resetAtS: 62 }],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'one of two windows begins full, captured',
    outcome: 'passed',
    subject: 'har',
    sent: [{ left: 5 }, { left: 700, atS: 60, resetAtS: 120 }, { left: 1199, atS: 121, resetAtS: 180 }],
  },
  {
    id: 'rate-limit/window-refills',
    fact: 'no window begins full, captured: other clients may have been first',
    outcome: 'cantTell',
    subject: 'har',
    sent: [{ left: 5 }, { left: 700, atS: 60, resetAtS: 120 }],
  },
]);
