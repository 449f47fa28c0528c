import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { always, failing, onPage, onWrite, resetIn, tooMany } from '../answers.ts';
import type { Rule, Scenario } from '../scenario.ts';
import { refusedScenarios } from './refused.ts';
import { resumedScenarios } from './resumed.ts';

const job = 'sync:students';
const times = ['', 'once', 'twice', 'three times', 'four times', 'five times'] as const;
const outageStatuses = [500, 502, 503] as const;

/** 1 to 5 failures of the same page, then the page. */
const passing = outageStatuses.flatMap((status) =>
  [1, 2, 3, 4, 5].map((failures): Scenario => {
    const often = times[failures] ?? '';
    return {
      name: `backoff/${status}-${often.replace(' ', '-')}`,
      title: `page 2 returns ${status} ${often}, then it is served`,
      provokes: [
        `backoff/client-retries-${status}`,
        'backoff/client-first-wait-1s',
        ...(failures > 1 ? (['backoff/client-waits-double'] as const) : []),
      ],
      job,
      rules: [onPage(2, `answers ${status}`, failing(status), failures)],
    };
  }),
);

/** The same on the first page and on the last one, where a client may have other code. */
const passingElsewhere = outageStatuses.flatMap((status): readonly Scenario[] =>
  (
    [
      { page: 1, where: 'the first page', failures: 3 },
      { page: 3, where: 'the last page', failures: 5 },
    ] as const
  ).map(({ page, where, failures }) => ({
    name: `backoff/${status}-${times[failures]?.replace(' ', '-')}-on-${where.replaceAll(' ', '-')}`,
    title: `${where} returns ${status} ${times[failures]}, then it is served`,
    provokes: [
      `backoff/client-retries-${status}`,
      'backoff/client-first-wait-1s',
      'backoff/client-waits-double',
    ],
    job,
    rules: [onPage(page, `answers ${status}`, failing(status), failures)],
  })),
);

const endlessClaims: readonly ClientRequirementId[] = [
  'backoff/client-at-most-five-retries',
  'backoff/client-reports-incomplete',
  'backoff/client-first-wait-1s',
  'backoff/client-waits-double',
];

const endless: readonly Scenario[] = [
  ...outageStatuses.map(
    (status): Scenario => ({
      name: `backoff/${status}-for-ever`,
      title: `page 2 returns ${status} and nothing else`,
      provokes: endlessClaims,
      job,
      rules: [onPage(2, `answers ${status}`, failing(status), always)],
    }),
  ),
  ...outageStatuses.map(
    (status): Scenario => ({
      name: `backoff/${status}-for-ever-on-the-last-page`,
      title: `page 3 of 3 returns ${status} and nothing else`,
      provokes: endlessClaims,
      job,
      rules: [onPage(3, `answers ${status}`, failing(status), always)],
    }),
  ),
  ...[3, 4, 5].map(
    (page): Scenario => ({
      name: `backoff/503-for-ever-on-page-${page}-of-5`,
      title: `page ${page} of 5 returns 503 and nothing else`,
      provokes: endlessClaims,
      job,
      students: 45,
      rules: [onPage(page, 'answers 503', failing(503), always)],
    }),
  ),
  {
    name: 'backoff/503-for-ever-on-the-first-page',
    title: 'the first page returns 503 and nothing else',
    provokes: endlessClaims,
    job,
    rules: [onPage(1, 'answers 503', failing(503), always)],
  },
  {
    name: 'backoff/503-for-ever-to-an-update',
    title: 'the passback of a grade gets 503 and nothing else',
    // A grade need not be sent again, but for its retries the waits are the same.
    provokes: endlessClaims,
    job: 'update-submission',
    rules: [onWrite('answers 503', failing(503), always)],
  },
];

const mixed: readonly Scenario[] = [
  {
    name: 'backoff/500-then-502-then-503',
    title: 'page 2 returns 500, then 502, then 503, then it is served: one outage in three forms',
    provokes: ['backoff/client-first-wait-1s', 'backoff/client-waits-double'],
    job,
    rules: outageStatuses.map((status) => onPage(2, `answers ${status}`, failing(status))),
  },
  {
    name: 'backoff/503-once-on-every-page',
    title: 'each of seven pages returns 503 once: seven short outages, more than the retries of one request',
    provokes: ['backoff/client-retries-503', 'backoff/client-first-wait-1s'],
    job,
    students: 65,
    rules: [1, 2, 3, 4, 5, 6, 7].map((page) => onPage(page, 'answers 503', failing(503))),
  },
  {
    name: 'backoff/503-and-429-in-turn',
    title: 'page 2 returns 503, 429, 503 and 429, each window ending within 2 s, then it is served',
    provokes: [
      'backoff/client-first-wait-1s',
      'backoff/client-at-most-five-retries',
      'rate-limit/client-waits-for-reset',
    ],
    job,
    rules: [1, 2].flatMap((round): readonly Rule[] => [
      onPage(2, `answers 503 in round ${round}`, failing(503)),
      onPage(2, `answers 429 in round ${round}`, (_good, asked) => tooMany(resetIn(1, asked))),
    ]),
  },
  {
    name: 'backoff/two-outages-with-a-success-between',
    title: 'page 2 returns 503 three times and recovers, page 3 returns 503 once',
    provokes: ['backoff/client-backoff-starts-over', 'backoff/client-first-wait-1s'],
    job,
    rules: [onPage(2, 'answers 503', failing(503), 3), onPage(3, 'answers 503', failing(503))],
  },
];

/** Short and long outages, second starts, and responses that must not be retried. */
export const backoffScenarios: readonly Scenario[] = [
  ...passing,
  ...passingElsewhere,
  ...endless,
  ...mixed,
  ...resumedScenarios,
  ...refusedScenarios,
];
