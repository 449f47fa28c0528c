import { always, emptyAnswer, failing, htmlAnswer, onPage, onWrite } from '../answers.ts';
import type { Rule, Scenario } from '../scenario.ts';

const job = 'sync:students';

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
      name: `backoff/${status}${form}-on-the-last-page`,
      title: `page 3 of 3 returns ${status}${how} once; a retry would be served`,
      provokes: [id, 'errors/client-treats-page-error-as-incomplete'],
      job,
      rules: [onPage(3, `answers ${status}`, answer)],
    },
    {
      name: `backoff/${status}${form}-to-an-update`,
      title: `the passback of a grade gets ${status}${how} once; a retry would be served`,
      provokes: [id],
      job: 'update-submission',
      rules: [onWrite(`answers ${status}`, answer)],
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

/** What is final stays final in the middle of retries. */
const disguised = ([400, 401, 404, 501] as const).map(
  (status): Scenario => ({
    name: `backoff/${status}-after-a-503`,
    title: `page 2 returns 503, and the first retry ${status}; a second one would be served`,
    provokes: [`backoff/client-no-retry-${status}`, 'errors/client-treats-page-error-as-incomplete'],
    job,
    rules: [onPage(2, 'answers 503', failing(503)), onPage(2, `answers ${status}`, failing(status))],
  }),
);

/** Rejected each time, so that every repetition shows. */
const forEver = ([400, 401, 403, 404, 405] as const).map(
  (status): Scenario => ({
    name: `backoff/${status}-for-ever`,
    title: `page 2 returns ${status}, each time`,
    provokes: [`backoff/client-no-retry-${status}`, 'errors/client-treats-page-error-as-incomplete'],
    job,
    rules: [onPage(2, `answers ${status}`, failing(status), always)],
  }),
);

/** Responses that must not be retried. */
export const refusedScenarios: readonly Scenario[] = [...refused, ...disguised, ...forEver];
