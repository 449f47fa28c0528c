import { profiles } from '../../contracts/profiles.ts';
import { statusTable } from '../../contracts/status-table.ts';
import type { Exchange } from '../exchange.ts';
import type { RecordedObservation } from '../result.ts';

const { backoff, rateLimit } = profiles[0];
const shortestMs = (backoff.delaysS[0] ?? 1) * 1000;
const windowMs = rateLimit.windowS * 1000;
/** As the judges measure: timers fire up to 1 ms early, and two readings of a clock are cut to milliseconds. */
const toleranceMs = { virtual: 0.01, real: 2 } as const;
/** A request of a second worker may have been under way when the answer was given. */
const underWayMs = { virtual: 0, real: 25 } as const;

/** A wait that the documents ask for before a request, and how the request kept it. Times are epoch milliseconds. */
export interface Wait {
  readonly fromMs: number;
  readonly untilMs: number;
  /** `2 s after the 500`, `until Reset`. */
  readonly why: string;
  readonly kept: 'kept' | 'early' | 'unsure';
}

/** What a timeline shows of one request. */
export interface Mark {
  readonly exchange: Exchange;
  /** Absent where nothing had to be waited for. */
  readonly wait?: Wait;
  /** Which retry of an outage it is; 0 for all else. More than the documents allow is one too many. */
  readonly retry: number;
  /** The client was started again before it. */
  readonly restarted: boolean;
}

/** The most retries that the documents allow after an outage. */
export const mostRetries = backoff.maxRetries;

/**
 * The requests of a scenario with the waits that were due before them: 1, 2, 4, 8, 16 s before the retries of an outage,
 * until Reset after a 429 or a success with nothing remaining, a second where Reset makes no sense. For the eye: the
 * judges measure by the same rules, and the verdict is theirs.
 */
export function marksOf(observation: RecordedObservation, exchanges: readonly Exchange[]): readonly Mark[] {
  const marks: Mark[] = [];
  let run = -1;
  let start = freshStart();
  for (const exchange of exchanges) {
    const { sentAtMs } = exchange.request;
    const now = observation.runs.findLastIndex((one) => one.startedAtMs <= sentAtMs);
    const restarted = run >= 0 && now > run;
    if (now > run) {
      run = now;
      start = freshStart();
    }
    const key = keyOf(exchange);
    const before = start.tries.get(key);
    const isRetry = before && ruleOf(before.last) === 'backoff' && sentAtMs >= answeredAtMs(before.last);
    const retry = isRetry ? before.retries + 1 : 0;
    const wait = later(
      isRetry ? afterOutage(before.last, retry) : undefined,
      limitOn(exchange, !before, start, observation),
    );
    marks.push({
      exchange,
      ...(wait ? { wait: { ...wait, kept: keptBy(sentAtMs, wait.untilMs, observation) } } : {}),
      retry,
      restarted,
    });
    start.tries.set(key, { last: exchange, retries: retry });
    start.fresh = limitBy(exchange);
    start.limit = later(start.limit && start.limit.untilMs > sentAtMs ? start.limit : undefined, start.fresh);
  }
  return marks;
}

type Due = Omit<Wait, 'kept'>;

/** What is known within one start of the client. */
interface Start {
  readonly tries: Map<string, { readonly last: Exchange; readonly retries: number }>;
  /** The limit that holds longest. */
  limit: Due | undefined;
  /** The limit that the answer just before set. */
  fresh: Due | undefined;
}

function freshStart(): Start {
  return { tries: new Map(), limit: undefined, fresh: undefined };
}

function later(a: Due | undefined, b: Due | undefined): Due | undefined {
  return a && (!b || a.untilMs >= b.untilMs) ? a : b;
}

function afterOutage(failed: Exchange, retry: number): Due {
  // Nothing is documented beyond the last retry, so its wait is taken for those that should not be.
  const delayS = backoff.delaysS[Math.min(retry, mostRetries) - 1] ?? 0;
  const fromMs = answeredAtMs(failed);
  return { fromMs, untilMs: fromMs + delayS * 1000, why: `${delayS} s after the ${failed.response?.status}` };
}

/** The first request after an answer shows the wait that it asked for; so does every one that came too early. */
function limitOn(
  { request }: Exchange,
  isNew: boolean,
  { limit, fresh }: Start,
  { timing }: RecordedObservation,
): Due | undefined {
  if (fresh && isNew && request.sentAtMs - fresh.fromMs <= underWayMs[timing]) return undefined;
  return later(limit && limit.untilMs > request.sentAtMs ? limit : undefined, fresh);
}

/** Until when an answer asks for silence. */
function limitBy(answer: Exchange): Due | undefined {
  const isRefusal = ruleOf(answer) === 'after-reset';
  const usedUp = /(^|,)\s*0+\s*(,|$)/.test(answer.response?.headers['x-ratelimit-remaining'] ?? '');
  if (!isRefusal && !(usedUp && ruleOf(answer) === 'good')) return undefined;
  const fromMs = answeredAtMs(answer);
  const untilMs = credibleResetMs(answer);
  if (untilMs !== undefined) return { fromMs, untilMs, why: 'until Reset' };
  return isRefusal
    ? { fromMs, untilMs: fromMs + shortestMs, why: 'at least 1 s, for Reset makes no sense' }
    : undefined;
}

/** The end of the window by the headers: ahead, and by no more than a window from the second of the answer. */
function credibleResetMs(answer: Exchange): number | undefined {
  const nowMs = answeredAtMs(answer);
  const ends = (answer.response?.headers['x-ratelimit-reset'] ?? '')
    .split(',')
    .map((part) => (/^\d{1,15}$/.test(part.trim()) ? Number(part) * 1000 : 0))
    .filter((endMs) => endMs > nowMs && endMs <= nowMs + windowMs + 1000);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function keptBy(sentAtMs: number, untilMs: number, { timing, lagMs }: RecordedObservation): Wait['kept'] {
  const shortMs = untilMs - sentAtMs - toleranceMs[timing];
  if (shortMs <= 0) return 'kept';
  return timing === 'real' && shortMs <= lagMs ? 'unsure' : 'early';
}

function ruleOf({ response, failure }: Exchange): string {
  if (!response || failure) return 'lost';
  if (response.status >= 200 && response.status < 300) return 'good';
  return statusTable.find((row) => row.status === response.status)?.retry ?? 'other';
}

function answeredAtMs({ request, response }: Exchange): number {
  return response?.receivedAtMs ?? request.sentAtMs;
}

/** The same request sent again, whatever the order of its query. */
function keyOf({ request }: Exchange): string {
  const [pathname, query = ''] = request.path.split('?', 2);
  return `${request.method} ${request.origin}${pathname}?${query.split('&').sort().join('&')} ${request.body ?? ''}`;
}
