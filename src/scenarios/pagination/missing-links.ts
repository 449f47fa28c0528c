import { always, changedPage, threePages } from '../page-answers.ts';
import type { Scenario } from '../scenario.ts';

const without = [
  { name: 'a-page-without-links', title: 'a full page has no `links` member', links: undefined },
  { name: 'a-page-with-null-for-links', title: 'a full page has null for its `links`', links: null },
] as const;

/** The second of three pages, which does not say whether there are more. */
export const missingLinksScenarios: readonly Scenario[] = without.map(({ name, title, links }) => ({
  name: `pagination/${name}`,
  title: `${title}, and there are more records`,
  provokes: ['pagination/client-distrusts-missing-links'],
  job: 'sync:students',
  ...threePages,
  rules: [
    {
      label: 'the second page has no links',
      when: (asked) => asked.page === 1,
      times: always,
      answer: (good) => changedPage(good, (page) => ({ ...page, links })),
    },
  ],
}));
