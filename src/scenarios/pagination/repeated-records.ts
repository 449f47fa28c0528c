import { always, changedPage, idBelow, idOf, listAt, threePages, withNext } from '../page-answers.ts';
import type { Scenario } from '../scenario.ts';

const job = 'sync:students';
const holdsOnce = [
  'pagination/client-holds-each-record-once',
  'pagination/client-holds-repeated-record-once',
] as const;

/** Records that the server sends more than once. */
export const repeatedScenarios: readonly Scenario[] = [
  {
    name: 'pagination/an-entry-stands-twice',
    title: 'the second page contains its first entry twice',
    provokes: holdsOnce,
    job,
    ...threePages,
    rules: [
      {
        label: 'an entry stands twice on the second page',
        when: (asked) => asked.page === 1,
        times: always,
        answer: (good) =>
          changedPage(good, (page) => ({ ...page, data: [...page.data.slice(0, 1), ...page.data] })),
      },
    ],
  },
  {
    name: 'pagination/pages-overlap',
    title: 'the second page starts with the last entry of the first',
    provokes: holdsOnce,
    job,
    ...threePages,
    rules: [
      {
        label: 'the next link of the first page leads back by one entry',
        when: (asked) => asked.page === 0,
        times: always,
        answer: (good, asked) =>
          changedPage(good, (page) => ({
            ...page,
            links: withNext(page.links, listAt(asked, idBelow(idOf(page.data.at(-1))))),
          })),
      },
    ],
  },
  {
    name: 'pagination/an-entry-stands-far-apart',
    title: 'the last page contains its first entry once more, before its last one',
    provokes: holdsOnce,
    job,
    ...threePages,
    rules: [
      {
        label: 'an entry stands twice on the last page',
        when: (asked) => asked.page === 2,
        times: always,
        answer: (good) =>
          changedPage(good, ({ data, links }) => ({
            links,
            data: [...data.slice(0, -1), ...data.slice(0, 1), ...data.slice(-1)],
          })),
      },
    ],
  },
];
