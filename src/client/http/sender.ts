import { conclude, failed, mayHaveBeenDone } from '../conclusion.ts';
import { maxLimit } from '../paths.ts';
import type { Settings } from '../settings.ts';
import { createWriteOrder } from '../write-order.ts';
import type { Answer } from './answer.ts';
import { createGate, type Gate } from './gate.ts';
import { kindOfMethod, maxRetries, retryRuleOf } from './retry-policy.ts';
import { backoffMs, retryAfterMs, sleepUntil } from './waits.ts';
import { type Attempt, type Outgoing, sendOnce } from './wire.ts';

/** Sends a request with retries. Rejects only if aborted, or with a suite fault. */
export type Send = (outgoing: Outgoing) => Promise<Answer>;

/** The core of the client's fetch: origin check, write order, pacing, retries. */
export function createSend(settings: Settings): Send {
  const gate = createGate(settings);
  const order = createWriteOrder();
  return (outgoing) => {
    const refusal = refusalOf(outgoing, settings.origin);
    if (refusal) return Promise.resolve(failed(undefined, 'refused', refusal, 0));
    if (kindOfMethod(outgoing.method) !== 'repeatableWrite')
      return sendWithRetries(outgoing, settings, gate, () => false);
    return order.run(outgoing, (isStale) => sendWithRetries(outgoing, settings, gate, isStale));
  };
}

/** Why a request must not be sent, or `undefined`. */
function refusalOf({ url }: Outgoing, origin: string): string | undefined {
  const { origin: asked, username, password, searchParams } = new URL(url);
  if (asked !== origin) return 'the request leads to another origin, which must not see the token';
  if (username !== '' || password !== '') return 'the URL holds a user name or a password';
  if (searchParams.getAll('limit').some((limit) => Number(limit) > maxLimit))
    return `limit is more than ${maxLimit}`;
  return undefined;
}

async function sendWithRetries(
  outgoing: Outgoing,
  settings: Settings,
  gate: Gate,
  isStale: () => boolean,
): Promise<Answer> {
  const { clock } = settings;
  let maybeDone = false;
  let last: Attempt | undefined;
  for (let attempts = 1; ; attempts++) {
    await gate.pass(outgoing.signal);
    // Checked after the wait: a newer write may be queued by now.
    if (last && isStale()) return superseded(last, attempts - 1);
    const attempt = await sendOnce(outgoing, settings);
    last = attempt;
    if (attempt.kind === 'answered') gate.note(attempt);
    const rule = ruleOf(outgoing, attempt);
    if (rule === 'never' || attempts > maxRetries)
      return conclude({ outgoing, attempt, attempts, maybeDone, exhausted: rule !== 'never' });
    if (isStale()) return superseded(attempt, attempts);
    maybeDone ||= mayHaveBeenDone(attempt);
    await sleepUntil(clock, retryInstantMs(attempt, attempts - 1, settings), outgoing.signal);
  }
}

function ruleOf(outgoing: Outgoing, attempt: Attempt): ReturnType<typeof retryRuleOf> {
  if (attempt.kind === 'answered') return retryRuleOf(outgoing.method, attempt.status);
  // A body over the limit will exceed it again.
  return attempt.reason === 'too-large' ? 'never' : retryRuleOf(outgoing.method, 'onLoss');
}

/** The later of backoff and Retry-After. (The gate waits for the end of the rate-limit window.) */
function retryInstantMs(attempt: Attempt, retry: number, settings: Settings): number {
  const { clock, caps, jitter } = settings;
  const backoff = clock.now() + backoffMs(retry, jitter);
  if (attempt.kind === 'lost') return backoff;
  return Math.max(backoff, retryAfterMs(attempt, caps.waitMs) ?? 0);
}

function superseded(attempt: Attempt, attempts: number): Answer {
  const answered = attempt.kind === 'answered' ? attempt : undefined;
  return failed(answered, 'superseded', 'a newer write of the same thing took its place', attempts);
}
