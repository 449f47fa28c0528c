import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { always, onPage } from './answers.ts';
import type { Answer, Scenario } from './scenario.ts';

/** A client may have limits on time; what it has then is not the whole list. */
const honest: readonly ClientRequirementId[] = [
  'errors/client-treats-page-error-as-incomplete',
  'pagination/client-holds-each-record-once',
];

const job = 'sync:students';

/** Shorter than any limit for one response that the documents recommend (15 to 60 s), and longer than all of them. */
const withinLimits = (): Answer => ({ delayMs: 14_000 });
const beyondLimits = (): Answer => ({ delayMs: 70_000 });

const slowPages = [1, 2, 3].flatMap((page): readonly Scenario[] => [
  {
    name: `errors/page-${page}-takes-14-seconds`,
    title: `page ${page} of 3 takes 14 s, each time`,
    provokes: honest,
    job,
    onlyVirtual: true,
    rules: [onPage(page, 'is slow', withinLimits, always)],
  },
  {
    name: `errors/page-${page}-takes-70-seconds`,
    title: `page ${page} of 3 takes 70 s, each time`,
    provokes: honest,
    job,
    onlyVirtual: true,
    rules: [onPage(page, 'is slow', beyondLimits, always)],
  },
]);

/** Slow answers, each within a client's limits or not, and a walk that takes longer than a limit of minutes on all of it. */
export const slowScenarios: readonly Scenario[] = [
  {
    name: 'errors/page-2-takes-14-seconds-once',
    title: 'page 2 of 3 takes 14 s once, and none the next time',
    provokes: honest,
    job,
    rules: [onPage(2, 'is slow', withinLimits)],
  },
  ...slowPages,
  {
    name: 'errors/every-page-takes-14-seconds',
    title: 'each of 46 pages takes 14 s, so that the walk takes more than ten minutes',
    provokes: honest,
    job,
    students: 230,
    pageSize: 5,
    onlyVirtual: true,
    rules: [
      { label: 'every page is slow', when: ({ page }) => page >= 0, times: always, answer: withinLimits },
    ],
  },
];
