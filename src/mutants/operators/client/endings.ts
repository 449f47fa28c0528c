import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedResponse } from '../../../exchange.ts';
import type { ClientFault, Report, Walk } from './fault.ts';
import { atEvery, hasUsualPages, inEvery, resetIn, statusAt, waitedFor } from './places.ts';

/** How long a client with this fault waits, where so much is due. */
const waits: readonly (readonly [operator: string, change: (dueMs: number) => number])[] = [
  ['skip-wait', () => 0],
  ['halve-wait', (ms) => ms / 2],
  ['end-wait-early', (ms) => ms - 10],
];

/** Waits that end early; later than documented is no fault, and after a lost connection no wait is documented. */
const waitFaults = atEvery(
  'wait',
  waits.map(([operator, change]) => ({
    operator,
    fits: (walk, nth) => dueAt(walk, nth) !== undefined,
    open: (walk, nth) => ({
      wait: (ms, at) => (at === nth ? Math.max(0, change(dueAt(walk, nth) ?? ms)) : ms),
    }),
  })),
);

/** What is left of a wait that is too short to be sure about. */
const leastMs = 500;

/**
 * Milliseconds that a wait takes at least by the documents: until Reset, or as long as the backoff says. `undefined` where any wait
 * will do, and before a request that is never sent.
 */
function dueAt(walk: Walk, nth: number): number | undefined {
  const wait = walk.waits[nth - 1];
  if (!wait) return undefined;
  const [before, after] = [walk.requests[wait.after - 1], walk.requests[wait.after]];
  const sinceMs =
    (after?.request.sentAtMs ?? Number.POSITIVE_INFINITY) - (before?.response?.receivedAtMs ?? 0);
  if (sinceMs > wait.ms + 1000) return undefined;
  const status = statusAt(walk, wait.after);
  // A 200 that names a wait has nothing left in its window.
  const isLimit = status === 429 || (status === 200 && before?.response?.headers[remaining] === '0');
  const dueMs = isLimit ? resetIn(walk, wait.after) : waitedFor.has(status) ? wait.ms : undefined;
  return dueMs !== undefined && dueMs > leastMs ? dueMs : undefined;
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
