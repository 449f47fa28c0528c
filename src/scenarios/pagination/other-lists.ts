import { always, failing, onPage, resetIn, tooMany } from '../answers.ts';
import type { Scenario } from '../scenario.ts';

/** Pages of twenty sections, of five teachers, and of a hundred contacts: three or four of each. */
const sections = { job: 'sync:sections', students: 230, pageSize: 20 } as const;
const teachers = { job: 'sync:teachers', students: 230, pageSize: 5 } as const;
const contacts = { job: 'sync:contacts', students: 230, pageSize: 100 } as const;

const wholeWalk = ['pagination/client-follows-next', 'pagination/client-holds-each-record-once'] as const;

/**
 * What happens to students, happening to other lists: a client may have other code for each. One that does not read a list at all
 * is not judged by it.
 */
export const otherListScenarios: readonly Scenario[] = [
  {
    name: 'pagination/sections-in-three-pages',
    title: 'a list of sections, in pages of twenty',
    provokes: [...wholeWalk, 'pagination/client-resolves-relative-links', 'access/client-sends-bearer'],
    ...sections,
    rules: [],
  },
  {
    name: 'pagination/teachers-in-four-pages',
    title: 'a list of teachers, in pages of five',
    provokes: [...wholeWalk, 'pagination/client-continues-past-short-page'],
    ...teachers,
    rules: [],
  },
  {
    name: 'pagination/contacts-in-three-pages',
    title: 'a list of contacts, in pages of a hundred',
    provokes: [...wholeWalk, 'pagination/client-stops-at-the-end'],
    ...contacts,
    rules: [],
  },
  {
    name: 'rate-limit/429-in-a-list-of-sections',
    title: 'page 2 of a list of sections is rejected; the window ends in 2 s',
    provokes: ['rate-limit/client-waits-for-reset', 'rate-limit/client-continues-after-429'],
    ...sections,
    rules: [onPage(2, 'is refused', (_good, asked) => tooMany(resetIn(2, asked)))],
  },
  {
    name: 'backoff/503-twice-in-a-list-of-teachers',
    title: 'page 3 of a list of teachers returns 503 twice, then it is served',
    provokes: ['backoff/client-retries-503', 'backoff/client-first-wait-1s', 'backoff/client-waits-double'],
    ...teachers,
    rules: [onPage(3, 'answers 503', failing(503), 2)],
  },
  {
    name: 'backoff/500-for-ever-in-a-list-of-sections',
    title: 'page 3 of a list of sections returns 500 and nothing else',
    provokes: ['backoff/client-reports-incomplete', 'backoff/client-at-most-five-retries'],
    ...sections,
    rules: [onPage(3, 'answers 500', failing(500), always)],
  },
  {
    name: 'errors/404-in-a-list-of-teachers',
    title: 'page 3 of a list of teachers returns 404, each time',
    provokes: ['errors/client-treats-page-error-as-incomplete', 'backoff/client-no-retry-404'],
    ...teachers,
    rules: [onPage(3, 'answers 404', failing(404), always)],
  },
  {
    name: 'errors/401-in-a-list-of-sections',
    title: 'page 2 of a list of sections returns 401, each time',
    provokes: ['errors/client-treats-page-error-as-incomplete', 'backoff/client-no-retry-401'],
    ...sections,
    rules: [onPage(2, 'answers 401', failing(401), always)],
  },
];
