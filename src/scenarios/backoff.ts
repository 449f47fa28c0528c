import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import {
  always,
  emptyAnswer,
  failing,
  htmlAnswer,
  isPage,
  onPage,
  onWrite,
  resetIn,
  tooMany,
} from './answers.ts';
import type { Rule, Scenario } from './scenario.ts';

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
    provokes: endlessClaims.slice(0, 2),
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

const resumed: readonly Scenario[] = [
  {
    name: 'backoff/given-up-then-started-again',
    title: 'page 4 of 5 returns 503 until the client gives up; at its next start the page is served',
    provokes: ['backoff/client-resumes-later'],
    job,
    students: 45,
    rules: [
      {
        label: 'page 4 answers 503 to the first start',
        when: (asked) => isPage(4)(asked) && asked.start === 0,
        times: always,
        answer: failing(503),
      },
    ],
    starts: [{}, {}],
  },
  {
    name: 'backoff/killed-then-started-again',
    title: 'the client is killed when it has read 4 of 6 pages, and started again',
    provokes: ['backoff/client-resumes-later'],
    job,
    students: 55,
    rules: [],
    starts: [{ killAfterRequests: 4 }, {}],
  },
];

/** Final statuses with their responses: as documented, and as proxies send them. */
const final: readonly {
  readonly status: 400 | 401 | 403 | 404 | 405 | 501;
  readonly form: string;
  readonly answer: Rule['answer'];
}[] = [
  { status: 400, form: '', answer: failing(400) },
  { status: 401, form: '', answer: failing(401) },
  { status: 403, form: '', answer: failing(403) },
  { status: 404, form: '', answer: failing(404) },
  { status: 404, form: '-with-html', answer: () => ({ ...htmlAnswer(404), untouched: true }) },
  { status: 405, form: '', answer: () => ({ ...emptyAnswer(405), untouched: true }) },
  { status: 501, form: '', answer: failing(501) },
];

const refused = final.flatMap(({ status, form, answer }): readonly Scenario[] => {
  const id = `backoff/client-no-retry-${status}` as const;
  const how = form === '' ? '' : ' with a page of HTML';
  return [
    {
      name: `backoff/${status}${form}-in-mid-walk`,
      title: `page 2 returns ${status}${how} once; a retry would be served`,
      provokes: [id, 'errors/client-treats-page-error-as-incomplete'],
      job,
      rules: [onPage(2, `answers ${status}`, answer)],
    },
    {
      name: `backoff/${status}${form}-on-the-first-page`,
      title: `the first page returns ${status}${how} once; a retry would be served`,
      provokes: [id],
      job,
      rules: [onPage(1, `answers ${status}`, answer)],
    },
    {
      name: `backoff/${status}${form}-to-a-create`,
      title: `a create gets ${status}${how} once; a retry would be served`,
      provokes: [id],
      job: 'create-assignment',
      rules: [onWrite(`answers ${status}`, answer)],
    },
  ];
});

const disguised: Scenario = {
  name: 'backoff/501-after-a-503',
  title: 'page 2 returns 503, and the first retry 501; a second one would be served',
  provokes: ['backoff/client-no-retry-501'],
  job,
  rules: [onPage(2, 'answers 503', failing(503)), onPage(2, 'answers 501', failing(501))],
};

/** Short and long outages, and responses that must not be retried. */
export const backoffScenarios: readonly Scenario[] = [
  ...passing,
  ...endless,
  ...mixed,
  ...resumed,
  ...refused,
  disguised,
];
