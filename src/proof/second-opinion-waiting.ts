import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import {
  afterwards,
  holdsAll,
  isSame,
  type RequestFact,
  type SceneFact,
  scenesFor,
} from './second-opinion-requests.ts';
import { ruleOn } from './second-opinion-rules.ts';

type Facts = readonly SceneFact[];
const rule = ruleOn<Facts>();

/** A minute is the longest that a window lasts; a second more for rounding. */
const windowMs = 61_000;
/** Nobody who waits longer than this for a faulty header is back within the lesson. */
const longestWaitMs = 600_000;
const mostRetries = 5;

/** An answer in its scene. */
interface AnswerFact {
  readonly seq: number;
  readonly scene: SceneFact;
  readonly request: RequestFact;
}

const answersIn =
  (id: ClientRequirementId, picks: (request: RequestFact) => boolean) =>
  (facts: Facts): readonly AnswerFact[] =>
    scenesFor(id)(facts).flatMap((scene) =>
      scene.requests.filter(picks).map((request) => ({ seq: request.seq, scene, request })),
    );

/** The instant that Reset names, where it lies within a window from now. */
function resetMs({ headers, answeredAtMs }: RequestFact): number | undefined {
  const text = headers['x-ratelimit-reset'] ?? '';
  const atMs = /^\d{10}$/.test(text) ? Number(text) * 1000 : 0;
  return atMs > answeredAtMs && atMs <= answeredAtMs + windowMs ? atMs : undefined;
}

/** Nothing at all goes out before Reset. What was on its way when the answer came cannot be called back. */
function waitsForReset({ scene, request }: AnswerFact): boolean | undefined {
  const atMs = resetMs(request);
  const isFollowUp = (one: RequestFact) =>
    isSame(one, request) || one.path === (request.next && request.next.pathname + request.next.search);
  const later = afterwards(scene, request).filter(
    (one) =>
      one.sentAtMs > request.answeredAtMs || (one.sentAtMs === request.answeredAtMs && isFollowUp(one)),
  );
  if (atMs === undefined || later.length === 0) return undefined;
  return later.every(({ sentAtMs }) => sentAtMs + scene.graceMs >= atMs);
}

const is429 = ({ status }: RequestFact): boolean => status === 429;
const saysZero = ({ status, headers }: RequestFact): boolean =>
  status === 200 && headers['x-ratelimit-remaining'] === '0';

/** After its first refusal the scene's client asks for the same thing next, gets it, and ends with the whole set. */
function continues(scene: SceneFact): boolean | undefined {
  const refusal = scene.requests.find(is429);
  if (!refusal) return undefined;
  const [again] = afterwards(scene, refusal).filter(({ isList }) => isList);
  if (!again || !isSame(again, refusal)) return false;
  return scene.claim.says === 'nothing' ? undefined : scene.claim.says === 'complete' && holdsAll(scene);
}

const outage = ({ status }: RequestFact): boolean => status === 500 || status === 502 || status === 503;

/** Failures of one request that follow each other, 429 among them, and the request after the last of them. */
interface OutageFact {
  readonly seq: number;
  readonly scene: SceneFact;
  /** Every try of it, the last one included whatever came of it. */
  readonly tries: readonly RequestFact[];
}

function outagesIn(scene: SceneFact): readonly OutageFact[] {
  const isFailed = (one: RequestFact) => outage(one) || is429(one);
  const outages: { seq: number; scene: SceneFact; tries: RequestFact[] }[] = [];
  for (const one of scene.requests) {
    const open = outages.find(({ tries }) => {
      const last = tries.at(-1);
      return last !== undefined && last.run === one.run && isSame(last, one) && isFailed(last);
    });
    if (open) open.tries.push(one);
    else if (isFailed(one)) outages.push({ seq: one.seq, scene, tries: [one] });
  }
  return outages;
}

const outagesFor = (id: ClientRequirementId) => (facts: Facts) => scenesFor(id)(facts).flatMap(outagesIn);

/** Milliseconds between an answer and the next try. */
const waitsOf = ({ tries }: OutageFact): readonly number[] =>
  tries.slice(1).map((one, at) => one.sentAtMs - (tries[at]?.answeredAtMs ?? 0));

const retries = (status: 500 | 502 | 503) => {
  const id = `backoff/client-retries-${status}` as const;
  return rule(id, outagesFor(id), (fact) => {
    const { tries, scene } = fact;
    if (tries.length === 1) return false;
    // Who gives up later than at once, and says so, has done what the overview asks.
    if (tries.at(-1)?.status !== 200 || scene.claim.says === 'nothing') return undefined;
    return scene.claim.says === 'complete' && holdsAll(scene);
  });
};

const noRetry = (status: 400 | 401 | 403 | 404 | 405 | 501) => {
  const id = `backoff/client-no-retry-${status}` as const;
  return rule(
    id,
    answersIn(id, (request) => request.status === status),
    ({ scene, request }) => !afterwards(scene, request).some((one) => isSame(one, request)),
  );
};

/** One row for each requirement that rate limit and backoff have for a client. */
export const waitingRules = [
  rule(
    'rate-limit/client-waits-for-reset',
    answersIn('rate-limit/client-waits-for-reset', is429),
    waitsForReset,
  ),
  rule(
    'rate-limit/client-survives-empty-429',
    scenesFor('rate-limit/client-survives-empty-429'),
    ({ requests }) => {
      const refusal = requests.find(is429);
      return refusal && requests.some((one) => one.seq > refusal.seq && isSame(one, refusal));
    },
  ),
  rule(
    'rate-limit/client-continues-after-429',
    scenesFor('rate-limit/client-continues-after-429'),
    continues,
  ),
  rule(
    'rate-limit/client-paces-at-zero',
    answersIn('rate-limit/client-paces-at-zero', saysZero),
    waitsForReset,
  ),
  rule('rate-limit/client-bounded-wait', scenesFor('rate-limit/client-bounded-wait'), (scene) => {
    const refusal = scene.requests.find(is429);
    if (!refusal) return undefined;
    const waits = outagesIn(scene).flatMap(waitsOf);
    const isFair = waits.every((ms) => ms + scene.graceMs >= 1000 && ms <= longestWaitMs);
    return isFair && scene.claim.endedBy === 'itself';
  }),
  retries(500),
  retries(502),
  retries(503),
  rule('backoff/client-first-wait-1s', outagesFor('backoff/client-first-wait-1s'), (fact) => {
    const [first] = waitsOf(fact);
    const [failed] = fact.tries;
    return first === undefined || !failed || !outage(failed) ? undefined : first + fact.scene.graceMs >= 1000;
  }),
  rule('backoff/client-waits-double', outagesFor('backoff/client-waits-double'), (fact) => {
    const later = waitsOf(fact).slice(1);
    return later.length === 0
      ? undefined
      : later.every((ms, at) => ms + fact.scene.graceMs >= Math.min(16_000, 2000 * 2 ** at));
  }),
  rule(
    'backoff/client-at-most-five-retries',
    outagesFor('backoff/client-at-most-five-retries'),
    ({ tries }) => tries.length <= 1 + mostRetries,
  ),
  rule(
    'backoff/client-reports-incomplete',
    scenesFor('backoff/client-reports-incomplete'),
    ({ claim, requests }) =>
      requests.some(outage) && claim.says !== 'nothing' && claim.endedBy === 'itself'
        ? claim.says === 'incomplete'
        : undefined,
  ),
  rule('backoff/client-resumes-later', scenesFor('backoff/client-resumes-later'), ({ requests }) => {
    const lists = requests.filter(({ isList }) => isList);
    const read = lists.filter(({ run, status }) => run === 0 && status === 200);
    const again = lists.find(({ run }) => run === 1);
    if (read.length < 2 || !again) return undefined;
    // The last page that it got may be asked for once more: it may have been stopped before it kept it.
    return !read.slice(0, -1).some((one) => isSame(one, again));
  }),
  rule(
    'backoff/client-backoff-starts-over',
    (facts) =>
      scenesFor('backoff/client-backoff-starts-over')(facts).map((scene) => ({
        seq: scene.seq,
        outages: outagesIn(scene).map(waitsOf),
      })),
    ({ outages: [first = [], second = []] }) => {
      const [start, end, anew] = [first[0], first.at(-1), second[0]];
      if (start === undefined || end === undefined || anew === undefined) return undefined;
      return end <= start || anew < end;
    },
  ),
  noRetry(400),
  noRetry(401),
  noRetry(403),
  noRetry(404),
  noRetry(405),
  noRetry(501),
];
