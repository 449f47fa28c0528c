import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { virtualEpochMs } from '../clock.ts';
import { always, htmlAnswer, isPage, jsonAnswer, onPage, onWrite, resetIn, tooMany } from './answers.ts';
import type { Answer, Asked, Scenario } from './scenario.ts';

const waits: readonly ClientRequirementId[] = [
  'rate-limit/client-waits-for-reset',
  'rate-limit/client-continues-after-429',
];

/** 50 s after the start of virtual time, in epoch seconds. */
const windowEndS = virtualEpochMs / 1000 + 50;

/** The current second: it has begun, so it is over for a client that waits until then. */
function justPast({ nowMs }: Asked): string {
  return String(Math.floor(nowMs / 1000));
}

const windows: readonly Scenario[] = [
  {
    name: 'rate-limit/429-with-reset-in-2-seconds',
    title: 'page 2 is rejected with an empty 429 as documented; the window ends in 2 s',
    provokes: [...waits, 'rate-limit/client-survives-empty-429'],
    job: 'sync:students',
    rules: [onPage(2, 'is refused', (_good, asked) => tooMany(resetIn(2, asked)))],
  },
  {
    name: 'rate-limit/429-on-the-first-page',
    title: 'the very first request is rejected; the window ends in 2 s',
    provokes: waits,
    job: 'sync:students',
    rules: [onPage(1, 'is refused', (_good, asked) => tooMany(resetIn(2, asked)))],
  },
  {
    name: 'rate-limit/429-to-an-update',
    title: 'the passback of a grade is rejected; the window ends in 2 s',
    provokes: ['rate-limit/client-waits-for-reset'],
    job: 'update-submission',
    rules: [onWrite('is refused', (_good, asked) => tooMany(resetIn(2, asked)))],
  },
  {
    name: 'rate-limit/429-with-a-json-body',
    title: 'page 2 is rejected with a 429 that has a JSON body; the window ends in 2 s',
    // To compare with: a client that repeats this one and not an empty one failed over the body.
    provokes: [...waits, 'rate-limit/client-survives-empty-429'],
    job: 'sync:students',
    rules: [
      onPage(2, 'is refused', (_good, asked) => {
        const { body = '', headers = {} } = jsonAnswer(429, { error: 'Too many requests' });
        return tooMany(resetIn(2, asked), { body, headers });
      }),
    ],
  },
  {
    name: 'rate-limit/429-on-the-last-page',
    title: 'the last page is rejected; the window ends in 2 s',
    provokes: waits,
    job: 'sync:students',
    rules: [onPage(3, 'is refused', (_good, asked) => tooMany(resetIn(2, asked)))],
  },
  {
    name: 'rate-limit/429-on-every-page',
    title: 'each of seven pages is rejected once; each window ends within a second',
    provokes: waits,
    job: 'sync:students',
    students: 65,
    rules: [1, 2, 3, 4, 5, 6, 7].map((page) =>
      onPage(page, 'is refused', (_good, asked) => tooMany(resetIn(0, asked))),
    ),
  },
  {
    name: 'rate-limit/429-with-reset-just-past',
    title:
      'page 2 is rejected, and Reset has passed less than a second ago, as if the response took its time',
    provokes: ['rate-limit/client-continues-after-429'],
    job: 'sync:students',
    rules: [onPage(2, 'is refused', (_good, asked) => tooMany(justPast(asked)))],
  },
  {
    name: 'rate-limit/429-twice-in-a-row',
    title: 'page 2 is rejected, and rejected again in the next window',
    provokes: waits,
    job: 'sync:students',
    rules: [onPage(2, 'is refused twice', (_good, asked) => tooMany(resetIn(2, asked)), 2)],
  },
  {
    name: 'rate-limit/429-with-a-longer-retry-after',
    title: 'page 2 is rejected; Reset is 2 s ahead, and a Retry-After says 4 s',
    provokes: waits,
    job: 'sync:students',
    rules: [
      onPage(2, 'is refused', (_good, asked) =>
        tooMany(resetIn(2, asked), { headers: { 'retry-after': '4' } }),
      ),
    ],
  },
  {
    name: 'rate-limit/429-with-a-shorter-retry-after',
    title: 'page 2 is rejected; Reset is 4 s ahead, and a Retry-After says 2 s',
    provokes: waits,
    job: 'sync:students',
    rules: [
      onPage(2, 'is refused', (_good, asked) =>
        tooMany(resetIn(4, asked), { headers: { 'retry-after': '2' } }),
      ),
    ],
  },
  {
    name: 'rate-limit/429-with-reset-in-50-seconds',
    title: 'page 2 is rejected; Reset is further ahead than all documented backoff waits together (31 s)',
    provokes: waits,
    job: 'sync:students',
    onlyVirtual: true,
    rules: [onPage(2, 'is refused', (_good, asked) => tooMany(resetIn(50, asked)))],
  },
  {
    name: 'rate-limit/429-until-reset-in-50-seconds',
    title: 'page 2 is rejected until Reset, 50 s ahead: growing waits alone use up their retries before',
    provokes: waits,
    job: 'sync:students',
    onlyVirtual: true,
    rules: [
      {
        label: 'page 2 is refused until Reset',
        when: (asked) => isPage(2)(asked) && asked.nowMs < windowEndS * 1000,
        times: always,
        answer: () => tooMany(String(windowEndS)),
      },
    ],
  },
];

const bodies: readonly Scenario[] = [
  {
    name: 'rate-limit/empty-429-with-a-json-label',
    title: 'page 2 is rejected with an empty body that is labelled as JSON',
    provokes: ['rate-limit/client-survives-empty-429'],
    job: 'sync:students',
    rules: [
      onPage(2, 'is refused', (_good, asked) =>
        tooMany(resetIn(2, asked), { headers: { 'content-type': 'application/json' } }),
      ),
    ],
  },
  {
    name: 'rate-limit/429-with-html',
    title: 'page 2 is rejected with a page of HTML',
    provokes: ['rate-limit/client-survives-empty-429'],
    job: 'sync:students',
    rules: [
      onPage(2, 'is refused', (_good, asked) => {
        const { body = '', headers = {} } = htmlAnswer(429);
        return tooMany(resetIn(2, asked), { body, headers });
      }),
    ],
  },
];

/** The last successful response of a window. */
function usedUp(reset: string): Answer {
  return { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } };
}

/** A client that does not get over such a page does not follow its link. */
const paces: readonly ClientRequirementId[] = [
  'rate-limit/client-paces-at-zero',
  'pagination/client-follows-next',
];

const pacing: readonly Scenario[] = [
  {
    name: 'rate-limit/remaining-0-on-a-success',
    title: 'page 1 is served as the last request of the window, which ends in 2 s',
    provokes: paces,
    job: 'sync:students',
    rules: [onPage(1, 'says that nothing remains', (_good, asked) => usedUp(resetIn(2, asked)))],
  },
  {
    name: 'rate-limit/remaining-0-in-mid-walk',
    title: 'page 2 is served as the last request of the window, which ends in 3 s',
    provokes: paces,
    job: 'sync:students',
    rules: [onPage(2, 'says that nothing remains', (_good, asked) => usedUp(resetIn(3, asked)))],
  },
  {
    name: 'rate-limit/remaining-0-with-reset-just-past',
    title: 'page 2 is served as the last request of a window that ended less than a second ago',
    provokes: ['pagination/client-follows-next'],
    job: 'sync:students',
    rules: [onPage(2, 'says that nothing remains', (_good, asked) => usedUp(justPast(asked)))],
  },
];

/** Invalid Reset values, by the time of the 429. `null`: no header. */
const absurd: readonly {
  readonly name: string;
  readonly title: string;
  readonly reset: (asked: Asked) => string | readonly string[] | null;
}[] = [
  { name: 'in-the-past', title: '30 s ago', reset: (asked) => resetIn(-30, asked) },
  { name: 'of-the-documented-sample', title: '1394506274, in March 2014', reset: () => '1394506274' },
  {
    name: 'in-milliseconds',
    title: 'in milliseconds, which makes a year beyond 50,000',
    reset: ({ nowMs }) => String(Math.round(nowMs) + 2000),
  },
  { name: 'years-ahead', title: 'ten years ahead', reset: (asked) => resetIn(10 * 365 * 86_400, asked) },
  { name: 'missing', title: 'not there', reset: () => null },
  { name: 'empty', title: 'an empty text', reset: () => '' },
  { name: 'that-is-no-number', title: 'a word', reset: () => 'soon' },
  { name: 'that-is-negative', title: 'a negative number', reset: () => '-1' },
  { name: 'in-two-headers', title: 'sent twice, as "5, 0"', reset: () => ['5', '0'] },
];

const absurdOnce = absurd.map(
  ({ name, title, reset }): Scenario => ({
    name: `rate-limit/429-with-reset-${name}`,
    title: `page 2 is rejected once, and Reset is ${title}`,
    provokes: ['rate-limit/client-bounded-wait'],
    job: 'sync:students',
    rules: [onPage(2, 'is refused', (_good, asked) => tooMany(reset(asked)))],
  }),
);

const absurdForEver = absurd
  .filter(({ name }) => ['in-the-past', 'in-milliseconds', 'missing'].includes(name))
  .map(
    ({ name, title, reset }): Scenario => ({
      name: `rate-limit/429-for-ever-with-reset-${name}`,
      title: `page 2 is rejected permanently, and Reset is ${title}`,
      provokes: ['rate-limit/client-bounded-wait'],
      job: 'sync:students',
      onlyVirtual: true,
      rules: [onPage(2, 'is refused', (_good, asked) => tooMany(reset(asked)), always)],
    }),
  );

/** Rate-limit scenarios. */
export const rateLimitScenarios: readonly Scenario[] = [
  ...windows,
  ...bodies,
  ...pacing,
  ...absurdOnce,
  ...absurdForEver,
];
