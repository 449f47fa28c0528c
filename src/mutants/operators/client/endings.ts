import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedResponse } from '../../../exchange.ts';
import type { ClientFault, Report, Walk } from './fault.ts';
import { atEvery, hasUsualPages, hasUsualReset, inEvery, statusAt, waitedFor } from './places.ts';

const waits: readonly (readonly [operator: string, change: (ms: number) => number])[] = [
  ['skip-wait', () => 0],
  ['halve-wait', (ms) => ms / 2],
  ['end-wait-early', (ms) => ms - 10],
];

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

/** A 200 that names a wait has nothing left in its window; after an odd Reset any wait will do. */
function isWaitedFor(walk: Walk, nth: number): boolean {
  const status = statusAt(walk, nth);
  if (status === 429) return hasUsualReset(walk, nth);
  return status === 200
    ? walk.requests[nth - 1]?.response?.headers[remaining] === '0'
    : waitedFor.has(status);
}

const remaining = 'x-ratelimit-remaining';

/** Whether a job that writes ended with this kind of error. */
function isRefusedWrite({ requests }: Walk, fits: (response: RecordedResponse) => boolean): boolean {
  const last = requests.at(-1);
  return last?.request.method !== 'GET' && last?.response !== undefined && fits(last.response);
}

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
  [
    'report-complete',
    (walk) =>
      !walk.report.complete &&
      (walk.requests[0]?.request.method === 'GET' || isRefusedWrite(walk, ({ status }) => status >= 400)),
    () => ({ complete: true }),
  ],
  ['report-failure', (walk) => isWhole(walk) && hasUsualPages(walk), () => ({ complete: false })],
  [
    'hide-message',
    // Some errors are documented with an empty message.
    (walk) =>
      isRefusedWrite(
        walk,
        ({ status, body }) => status >= 400 && status < 500 && /"(?:message|error)":"[^"]/.test(body),
      ),
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
