import { always, failing, isPage, onPage } from '../answers.ts';
import type { Rule, Scenario } from '../scenario.ts';

const job = 'sync:students';

/** Several starts of one client: after it gave up, and after it was killed. */
export const resumedScenarios: readonly Scenario[] = [
  {
    name: 'backoff/given-up-then-started-again',
    title: 'page 4 of 5 returns 503 until the client gives up; at its next start the page is served',
    provokes: ['backoff/client-resumes-later'],
    job,
    students: 45,
    rules: [{ ...onPage(4, 'answers 503 to the first start', failing(503), always), when: inStart(0, 4) }],
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
  {
    name: 'backoff/killed-early-then-started-again',
    title: 'the client is killed when it has read 2 of 6 pages, and started again',
    provokes: ['backoff/client-resumes-later'],
    job,
    students: 55,
    rules: [],
    starts: [{ killAfterRequests: 2 }, {}],
  },
  {
    name: 'backoff/given-up-twice-then-started-again',
    title: 'page 2 of 5 returns 503 to the first start, page 4 to the second; to the third all is served',
    provokes: ['backoff/client-resumes-later'],
    job,
    students: 45,
    rules: [
      { ...onPage(2, 'answers 503 to the first start', failing(503), always), when: inStart(0, 2) },
      { ...onPage(4, 'answers 503 to the second start', failing(503), always), when: inStart(1, 4) },
    ],
    starts: [{}, {}, {}],
  },
  {
    name: 'backoff/started-again-into-an-outage',
    title:
      'the client is killed when it has read 3 of 6 pages; to its next start, page 5 returns 503 and nothing else',
    provokes: ['backoff/client-reports-incomplete', 'backoff/client-at-most-five-retries'],
    job,
    students: 55,
    rules: [{ ...onPage(5, 'answers 503 to the second start', failing(503), always), when: inStart(1, 5) }],
    starts: [{ killAfterRequests: 3 }, {}],
  },
  {
    name: 'backoff/started-again-into-a-404',
    title: 'the client is killed when it has read 3 of 6 pages; to its next start, page 5 returns 404',
    provokes: ['errors/client-treats-page-error-as-incomplete'],
    job,
    students: 55,
    rules: [{ ...onPage(5, 'answers 404 to the second start', failing(404), always), when: inStart(1, 5) }],
    starts: [{ killAfterRequests: 3 }, {}],
  },
];

/** Matches a page in one start of the client; pages count from 1, starts from 0. */
function inStart(start: number, page: number): Rule['when'] {
  return (asked) => isPage(page)(asked) && asked.start === start;
}
