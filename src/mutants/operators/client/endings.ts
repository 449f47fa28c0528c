import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientFault, Report, Walk } from './fault.ts';
import { atEvery, inEvery, statusAt } from './places.ts';

const waits: readonly (readonly [operator: string, change: (ms: number) => number])[] = [
  ['skip-wait', () => 0],
  ['halve-wait', (ms) => ms / 2],
  ['end-wait-early', (ms) => ms - 10],
];

/** The responses after which the documents name a wait. */
const waitedFor: ReadonlySet<number> = new Set([429, 500, 502, 503]);

/** Waits that end early; later than documented is no fault, and after a lost connection no wait is documented. */
const waitFaults = atEvery(
  'wait',
  waits.map(([operator, change]) => ({
    operator,
    fits: (walk, nth) => {
      const wait = walk.waits[nth - 1];
      return wait !== undefined && isWaitedFor(walk, wait.after);
    },
    open: (_, nth) => ({ wait: (ms, at) => (at === nth ? change(ms) : ms) }),
  })),
);

/** A 200 that names a wait has nothing left in its window. */
function isWaitedFor(walk: Walk, nth: number): boolean {
  const response = walk.requests[nth - 1]?.response;
  return (
    response !== undefined &&
    (response.status === 200 ? response.headers[remaining] === '0' : waitedFor.has(response.status))
  );
}

const remaining = 'x-ratelimit-remaining';

type Ending = readonly [
  operator: string,
  fits: (walk: Walk) => boolean,
  change: (report: Report, walk: Walk) => Partial<Report>,
];

const isWhole = ({ report, requests }: Walk) =>
  report.complete && report.ids.length > 1 && requests[0]?.request.method === 'GET';

const endings: readonly Ending[] = [
  ['report-without-first', isWhole, ({ ids }) => ({ ids: ids.slice(1) })],
  ['report-without-last', isWhole, ({ ids }) => ({ ids: ids.slice(0, -1) })],
  ['report-nothing', isWhole, () => ({ ids: [] })],
  ['report-twice', isWhole, ({ ids }) => ({ ids: [...ids, ...ids.slice(-1)] })],
  ['report-invented', isWhole, ({ ids }) => ({ ids: [...ids, 'ffffffffffffffffffffffff'] })],
  ['report-complete', ({ report }) => !report.complete, () => ({ complete: true })],
  [
    'report-failure',
    // After odd data it is wise to distrust a whole list; after nothing, and after an outage that ended, it is not.
    (walk) =>
      isWhole(walk) &&
      walk.requests.every(({ step }, at) => (step ? waitedFor.has(statusAt(walk, at + 1)) : true)),
    () => ({ complete: false }),
  ],
  [
    'hide-message',
    ({ report, requests }) =>
      !report.complete && requests.some((one) => one.request.method !== 'GET') && report.said !== '',
    () => ({ said: 'something went wrong' }),
  ],
];

/** Reports that differ from what was read. */
const reportFaults = inEvery(
  endings.map(([operator, fits, change]) => ({
    operator,
    fits,
    open: (walk) => ({ report: (report) => ({ ...report, ...change(report, walk) }) }),
  })),
);

/** Second starts that know nothing of the first, or only of its beginning. */
const restartFaults = inEvery([
  {
    operator: 'forget-place',
    fits: ({ starts, requests }) => starts > 1 && requests[0]?.request.method === 'GET',
    open: () => ({
      start: ({ stateDir }, nth) => {
        if (nth > 1) rmSync(join(stateDir, 'walk.json'), { force: true });
      },
    }),
  },
]);

/** Waits, reports and restarts, in every scenario. */
export const endingFaults: readonly ClientFault[] = [...waitFaults, ...reportFaults, ...restartFaults];
