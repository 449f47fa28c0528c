import { unknownSection } from '../../contracts/made-up-ids.ts';
import type { RoleOf } from '../../contracts/steps/index.ts';
import { parseRateLimit } from '../client/http/rate-limit-headers.ts';
import type { Exchange } from '../exchange.ts';
import { entryOf } from '../maps.ts';
import { arrangedAssignment } from './lms/classroom.ts';
import type { Actor, Probe, ProbeStep } from './probe.ts';
import { madeUpToken } from './refused.ts';
import { idsIn } from './responses.ts';

/** The cheapest request to repeat a thousand times. */
const cheapPath = ({ api }: Actor) => `/${api.choices.cheapest}`;
/** Concurrent requests while a window is used up, so that a distant server completes them in time. */
const batchSize = 24;
/** A higher advertised limit is not used up: that would be an attack, not a test. */
const maxRequests = 5000;
/** `Date` has whole seconds: after more than one it is another, and so is a Reset that slides. Timers may end a little early. */
const pauseMs = 1050;

/** Exercises the rate limit, from harmless probes to the one that uses up a window. */
export const rateLimitProbes: readonly Probe[] = [
  {
    name: 'rate-limit/steady requests',
    api: 'data',
    provokes: [
      'rate-limit/headers-present',
      'rate-limit/headers-well-formed',
      'rate-limit/limit-is-1200',
      'rate-limit/remaining-counts-down',
      'rate-limit/remaining-in-range',
      'rate-limit/reset-within-a-minute',
      'rate-limit/window-is-fixed',
      'rate-limit/bucket-stable',
      'rate-limit/headers-on-errors',
    ],
    needs: [],
    run: sendSteadily,
  },
  {
    name: 'rate-limit/LMS Connect answers',
    api: 'lms',
    provokes: [
      'rate-limit/headers-present',
      'rate-limit/headers-well-formed',
      'rate-limit/limit-is-1200',
      'rate-limit/remaining-in-range',
      'rate-limit/reset-within-a-minute',
    ],
    needs: ['states'],
    run: async (actor) => {
      const made = await arrangedAssignment(actor);
      if (made) await actor.send({ path: `/sections/${made.section_id}/assignments/${made.assignment_id}` });
    },
  },
  {
    name: 'rate-limit/two tokens in turn',
    api: 'data',
    provokes: ['rate-limit/bucket-per-token'],
    needs: ['second-token'],
    run: sendInTurn,
  },
  {
    name: 'rate-limit/the next window',
    api: 'data',
    provokes: ['rate-limit/window-refills'],
    needs: ['clock'],
    run: (actor) => leavingNoTrace(actor, crossReset),
  },
  {
    name: 'rate-limit/a window used up',
    api: 'data',
    provokes: [
      'rate-limit/full-quota-admitted',
      'rate-limit/exceeding-is-429',
      'rate-limit/429-body-empty',
      'rate-limit/429-headers',
      'rate-limit/admits-after-reset',
      'rate-limit/429-does-not-extend',
    ],
    needs: ['exhaust', 'clock'],
    run: (actor) => leavingNoTrace(actor, useUpWindow),
  },
];

/** Several kinds of reads in sequence, in one window if time allows, with a pause in the middle. */
async function sendSteadily(actor: Actor): Promise<void> {
  const step: ProbeStep = { claim: 'rate-limit/remaining-counts-down', case: 'steady' };
  await actor.send({ path: cheapPath(actor), step });
  const main = `/${actor.api.choices.main}`;
  const [page] = await actor.walk(`${main}?limit=2`, { maxPages: 2, step });
  const id = page && idsIn(page)[0];
  if (id !== undefined) await actor.send({ path: `${main}/${encodeURIComponent(id)}`, step });
  await actor.clock.sleep(pauseMs);
  await actor.send({ path: '/events?limit=1', step });
  await actor.send({ path: cheapPath(actor), step });
  await actor.send({ path: cheapPath(actor), step });
  // An error costs one request at most.
  const errors = [`${main}/${unknownSection}`, `${main}?limit=10001`, `${main}?limit=ten`];
  for (const path of actor.pick(errors, 2)) {
    await actor.send({ path, step });
    await actor.send({ path: cheapPath(actor), step });
  }
}

/** With two tokens, and then with callers in between who are refused: they have no share in the counter of any token. */
async function sendInTurn(actor: Actor): Promise<void> {
  const claim = 'rate-limit/bucket-per-token';
  const [one, other] = [actor.token, await actor.otherToken()];
  await withinOneWindow([one, one, other, other, other, one, one, one, other], (token) =>
    actor.send({ path: cheapPath(actor), token, step: { claim, case: 'in turn' } }),
  );
  for (const [name, refused] of [
    ['no token in between', null],
    ['an unknown token in between', madeUpToken],
  ] as const)
    await withinOneWindow([one, one, refused, refused, one], (token) =>
      actor.send({
        path: cheapPath(actor),
        token,
        step: { claim, case: name, ...(token === one ? {} : { role: 'between' }) },
      }),
    );
}

/** A Reset that moves by more, in seconds, is that of another window. */
const sameWindowS = 5;

/** Sends a second time where a window ended meanwhile, at whatever request the budget was used up: each part alone shows too little. */
async function withinOneWindow<Token>(
  tokens: readonly Token[],
  send: (token: Token) => Promise<Exchange>,
): Promise<void> {
  const resets = new Map<Token, number[]>();
  for (const token of tokens) {
    const { resetEpochS } = readingOf(await send(token));
    if (resetEpochS !== undefined) entryOf(resets, token, () => []).push(resetEpochS);
  }
  const isOneWindow = [...resets.values()].every((all) => Math.max(...all) - Math.min(...all) <= sameWindowS);
  if (!isOneWindow) for (const token of tokens) await send(token);
}

/** Requests just before Reset, which a sliding window would still count after it. */
async function crossReset(actor: Actor): Promise<void> {
  const step = (role: RoleOf<'rate-limit/window-refills'>): ProbeStep => ({
    claim: 'rate-limit/window-refills',
    case: 'next window',
    role,
  });
  const opening = await actor.send({ path: cheapPath(actor), step: step('before') });
  const leftS = secondsToReset(opening);
  if (leftS > 2) await actor.passTime(leftS - 2);
  await actor.send({ path: cheapPath(actor), step: step('before') });
  const last = await actor.send({ path: cheapPath(actor), step: step('before') });
  await actor.passTime(secondsToReset(last));
  await actor.send({ path: cheapPath(actor), step: step('after') });
  await actor.send({ path: cheapPath(actor), step: step('after') });
}

/** The whole quota of a fresh window, a few requests more, and two after Reset. */
async function useUpWindow(actor: Actor): Promise<void> {
  const send = (role: RoleOf<'rate-limit/full-quota-admitted'>) =>
    actor.send({
      path: cheapPath(actor),
      step: { claim: 'rate-limit/full-quota-admitted', case: 'a whole window', role },
      unpaced: true,
    });
  const looks = [
    await actor.send({ path: cheapPath(actor), unpaced: true }),
    await actor.send({ path: cheapPath(actor), unpaced: true }),
  ] as const;
  const limit = limitOfReads(...looks) ?? actor.profile.rateLimit.requests;
  if (limit > maxRequests) return;
  // Not "the bucket has {remaining} left": the target must show the quota of a fresh window.
  if (actor.allows('states')) await actor.state('everything is as seeded');
  else await actor.passTime(secondsToReset(looks[1]) + 1);
  for (let sent = 0; sent < limit; sent += batchSize) {
    const size = Math.min(batchSize, limit - sent);
    const batch = await Promise.all(Array.from({ length: size }, () => send('quota')));
    if (batch.some((one) => one.failure || one.response?.status === 429)) break;
  }
  const refused = await send('beyond');
  if (refused.response?.status !== 429) return;
  await actor.clock.sleep(pauseMs);
  await send('beyond');
  const last = await send('beyond');
  await actor.passTime(secondsToReset(last));
  await send('after');
  await send('after');
}

/** Resets the target's clock and bucket if it has states. */
async function leavingNoTrace(actor: Actor, run: (actor: Actor) => Promise<void>): Promise<void> {
  try {
    await run(actor);
  } finally {
    if (actor.allows('states')) await actor.state('everything is as seeded');
  }
}

function readingOf(exchange: Exchange) {
  return parseRateLimit(exchange.response?.headers ?? {});
}

/** The Limit of the counter that two consecutive reads used; of several buckets, the smallest of those that decreased. */
function limitOfReads(before: Exchange, after: Exchange): number | undefined {
  const [earlier, later] = [readingOf(before), readingOf(after)];
  const fell = later.buckets.filter(
    ({ remaining }, at) => (remaining ?? 0) < (earlier.buckets[at]?.remaining ?? 0),
  );
  const limits = fell.flatMap(({ limit }) => limit ?? []);
  return limits.length > 0 ? Math.min(...limits) : later.limit;
}

/**
 * Whole seconds from a response's Date to the latest of its Resets. Date is truncated to the second, so a wait of this
 * length never ends early. A whole window if the headers cannot be parsed.
 */
function secondsToReset(exchange: Exchange): number {
  const dateS = Math.floor(Date.parse(exchange.response?.headers.date ?? '') / 1000);
  const resetS = Math.max(...readingOf(exchange).buckets.map(({ resetEpochS }) => resetEpochS ?? 0));
  const leftS = resetS - dateS;
  return leftS > 0 && leftS <= 61 ? leftS : 60;
}
