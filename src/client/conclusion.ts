import type { Answer, ClientFailure } from './http/answer.ts';
import { kindOfMethod } from './http/retry-policy.ts';
import type { Attempt, Outgoing } from './http/wire.ts';

type Answered = Attempt & { readonly kind: 'answered' };

/** The last attempt, and a summary of earlier ones. */
export interface Ending {
  readonly outgoing: Outgoing;
  readonly attempt: Attempt;
  /** Number of requests sent. */
  readonly attempts: number;
  /** An earlier attempt may have been applied. */
  readonly maybeDone: boolean;
  /** It would be retried if any retries were left. */
  readonly exhausted: boolean;
}

/** Converts the last attempt into the caller's result. */
export function conclude(ending: Ending): Answer {
  const { outgoing, attempt, attempts } = ending;
  const isWrite = kindOfMethod(outgoing.method) !== 'read';
  const unknown = isWrite && (ending.maybeDone || mayHaveBeenDone(attempt));
  const asking = 'the write may or may not have been carried out';
  if (attempt.kind === 'lost')
    return unknown
      ? failed(undefined, 'unknown-outcome', `${attempt.message}: ${asking}`, attempts)
      : failed(undefined, attempt.reason, attempt.message, attempts);

  const { status } = attempt;
  if (status >= 200 && status < 300) return readable(outgoing, attempt, attempts);
  if (outgoing.method === 'DELETE' && status === 404 && ending.maybeDone)
    return { status: 204, headers: attempt.headers, text: '' }; // an earlier attempt had deleted it
  if (unknown && !isVerdict(status))
    return failed(attempt, 'unknown-outcome', `status ${status}: ${asking}`, attempts);
  if (isRedirect(status))
    return failed(attempt, 'redirected', `status ${status}: redirects are not followed`, attempts);
  if (ending.exhausted)
    return failed(attempt, 'retries-exhausted', `status ${status} after ${attempts - 1} retries`, attempts);
  return failed(attempt, undefined, '', attempts);
}

/** After a lost response or a 5xx, a write may have been applied. A 501 means it was not. */
export function mayHaveBeenDone(attempt: Attempt): boolean {
  if (attempt.kind === 'lost') return attempt.maybeSeen;
  return (attempt.status >= 500 && attempt.status !== 501) || isRedirect(attempt.status);
}

/** A result with or without a client failure; `answered` is absent without a complete response. */
export function failed(
  answered: Answered | undefined,
  kind: ClientFailure['kind'] | undefined,
  message: string,
  attempts: number,
): Answer {
  const text = answered?.text ?? '';
  const json = parse(text);
  return {
    status: answered?.status ?? 0,
    headers: answered?.headers ?? {},
    text,
    ...(json ? { json } : {}),
    ...(kind ? { failure: { kind, message, attempts } } : {}),
  };
}

/** A 4xx means that the API processed and rejected the write, as it would have before. A 429 was not processed. */
function isVerdict(status: number): boolean {
  return (status >= 400 && status < 500 && status !== 429) || status === 501;
}

/** A 304 is not a redirect. */
function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

/** A success must be JSON; the response to a write may be empty. */
function readable(outgoing: Outgoing, answered: Answered, attempts: number): Answer {
  const answer = failed(answered, undefined, '', attempts);
  const mayBeEmpty = outgoing.method !== 'GET' || answered.status === 204 || answered.status === 205;
  if (answer.json || (mayBeEmpty && answered.text === '')) return answer;
  return failed(
    answered,
    'malformed-body',
    `status ${answered.status} with a body that is not JSON`,
    attempts,
  );
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
