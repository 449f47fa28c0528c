import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { always, emptyAnswer, failing, htmlAnswer, isPage, jsonAnswer, onPage } from './answers.ts';
import { changedPage } from './page-answers.ts';
import type { Answer, Rule, Scenario } from './scenario.ts';
import { slowScenarios } from './slow.ts';

const job = 'sync:students';
const pageError = 'errors/client-treats-page-error-as-incomplete';
const survives = 'errors/client-survives-unreadable-body';
const lowersLimit = 'errors/client-lowers-limit-on-413';

const tooLarge: readonly Scenario[] = [
  {
    name: 'errors/413-on-the-first-page',
    title: 'the first request gets 413; a retry would be served',
    provokes: [lowersLimit],
    job,
    rules: [onPage(1, 'answers 413', failing(413))],
  },
  {
    name: 'errors/413-in-mid-walk',
    title: 'page 2 returns 413 once; a retry would be served',
    provokes: [lowersLimit, pageError],
    job,
    rules: [onPage(2, 'answers 413', failing(413))],
  },
  {
    name: 'errors/413-for-every-limit-above-50',
    title: 'every request for more than 50 entries gets 413',
    provokes: [lowersLimit],
    job,
    rules: [
      {
        label: 'a limit above 50 answers 413',
        when: (asked) => asked.page >= 0 && Number(asked.query.get('limit') ?? 100) > 50,
        times: always,
        answer: failing(413),
      },
    ],
  },
];

/** Truncated JSON, as sent by a proxy that timed out. */
function brokenJson(status: number): Answer {
  return { ...jsonAnswer(status, {}), body: '{"error":"the answer breaks o' };
}

const failures: readonly {
  readonly name: string;
  readonly title: string;
  readonly answer: Rule['answer'];
}[] = [
  { name: '500-with-json', title: 'a 500 with JSON, to compare with', answer: failing(500) },
  { name: '500-with-html', title: 'a 500 with a page of HTML', answer: () => htmlAnswer(500) },
  { name: '500-without-a-body', title: 'a 500 without a body', answer: () => emptyAnswer(500) },
  { name: '500-with-broken-json', title: 'a 500 whose JSON breaks off', answer: () => brokenJson(500) },
  { name: '502-with-json', title: 'a 502 with JSON, to compare with', answer: failing(502) },
  { name: '502-with-html', title: 'a 502 with a page of HTML', answer: () => htmlAnswer(502) },
  { name: '503-with-json', title: 'a 503 with JSON, to compare with', answer: failing(503) },
  { name: '503-without-a-body', title: 'a 503 without a body', answer: () => emptyAnswer(503) },
];

const unreadableErrors = failures.map(
  ({ name, title, answer }): Scenario => ({
    name: `errors/${name}`,
    title: `page 2 once returns ${title}`,
    provokes: [survives],
    job,
    rules: [onPage(2, 'fails', answer)],
  }),
);

const both: readonly ClientRequirementId[] = [survives, pageError];

const unreadableSuccesses: readonly {
  readonly name: string;
  readonly title: string;
  readonly answer: Rule['answer'];
  readonly provokes: readonly ClientRequirementId[];
}[] = [
  { name: '200-with-html', title: 'HTML under a 200', answer: () => htmlAnswer(200), provokes: both },
  {
    name: '200-without-a-body',
    title: 'nothing under a 200',
    answer: () => emptyAnswer(200),
    provokes: both,
  },
  {
    name: '200-with-broken-json',
    title: 'JSON that breaks off under a 200',
    answer: (good) => ({ body: good.body.slice(0, Math.ceil(good.body.length / 2)) }),
    provokes: both,
  },
  {
    name: '200-with-an-empty-object',
    title: '{} under a 200',
    answer: () => ({ body: '{}' }),
    provokes: [pageError],
  },
  {
    name: '200-with-an-error',
    title: 'an error text under a 200',
    answer: () => ({ body: '{"error":"internal error"}' }),
    provokes: [pageError],
  },
  {
    name: '200-with-null-for-data',
    title: 'null in place of the records under a 200',
    answer: () => ({ body: '{"data":null,"links":[]}' }),
    provokes: [pageError],
  },
  {
    name: '200-without-data',
    title: 'links without any records member under a 200',
    answer: () => ({ body: '{"links":[]}' }),
    provokes: [pageError],
  },
];

/** Pages whose records can be read, and whose next link cannot: there is more, and no way to it. */
const lostLinks = [
  { name: 'without-its-uri', title: 'without a uri', links: [{ rel: 'next' }] },
  { name: 'with-null-for-its-uri', title: 'with null as its uri', links: [{ rel: 'next', uri: null }] },
  { name: 'with-an-empty-uri', title: 'with an empty uri', links: [{ rel: 'next', uri: '' }] },
].map(
  ({ name, title, links }): Scenario => ({
    name: `errors/next-link-${name}`,
    title: `page 2 of 3 has a next link ${title}`,
    provokes: [pageError],
    job,
    rules: [
      onPage(2, 'has such a link', (good) => changedPage(good, (page) => ({ ...page, links })), always),
    ],
  }),
);

/** Once and permanently: a retry succeeds in the first case only. */
const unreadablePages = unreadableSuccesses.flatMap(
  ({ name, title, answer, provokes }): readonly Scenario[] => [
    {
      name: `errors/${name}`,
      title: `page 2 once returns ${title}`,
      provokes,
      job,
      rules: [onPage(2, 'cannot be read', answer)],
    },
    {
      name: `errors/${name}-for-ever`,
      title: `page 2 returns ${title}, each time`,
      provokes: [pageError],
      job,
      rules: [onPage(2, 'cannot be read', answer, always)],
    },
    {
      name: `errors/${name}-on-the-last-page`,
      title: `page 3 of 3 returns ${title}, each time`,
      provokes: [pageError],
      job,
      rules: [onPage(3, 'cannot be read', answer, always)],
    },
  ],
);

const closings: readonly { readonly close: NonNullable<Answer['close']>; readonly title: string }[] = [
  { close: 'before', title: 'before the answer' },
  { close: 'mid-body', title: 'in the middle of the body' },
  { close: 'after', title: 'after the body, without its end' },
];

const closed = closings.flatMap(({ close, title }): readonly Scenario[] => [
  {
    name: `errors/closed-${title.replaceAll(',', '').replaceAll(' ', '-')}`,
    title: `the connection of page 2 is closed once ${title}`,
    provokes: both,
    job,
    rules: [onPage(2, `is closed ${title}`, () => ({ close }))],
  },
  {
    name: `errors/closed-${title.replaceAll(',', '').replaceAll(' ', '-')}-for-ever`,
    title: `the connection of page 2 is closed each time ${title}`,
    provokes: [pageError, 'backoff/client-at-most-five-retries'],
    job,
    rules: [onPage(2, `is closed ${title}`, () => ({ close }), always)],
  },
  {
    name: `errors/closed-${title.replaceAll(',', '').replaceAll(' ', '-')}-on-the-last-page`,
    title: `the connection of page 3 of 3 is closed each time ${title}`,
    provokes: [pageError, 'backoff/client-at-most-five-retries'],
    job,
    rules: [onPage(3, `is closed ${title}`, () => ({ close }), always)],
  },
]);

const outage: Scenario = {
  name: 'errors/404-from-page-3-on',
  title: 'the last page returns 404, each time',
  provokes: [pageError],
  job,
  rules: [{ label: 'page 3 answers 404', when: isPage(3), times: always, answer: failing(404) }],
};

/** Errors while paging: limits, unreadable bodies, failing pages. */
export const errorsScenarios: readonly Scenario[] = [
  ...tooLarge,
  ...unreadableErrors,
  ...unreadablePages,
  ...closed,
  outage,
  ...lostLinks,
  ...slowScenarios,
];
