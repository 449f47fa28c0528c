import { type Answer, type ClientFailure, isGood, messageOf } from './http/answer.ts';
import type { Send } from './http/sender.ts';
import type { CleverRecord } from './page.ts';
import type { Settings } from './settings.ts';

/** The outcome of a create. */
export type Created =
  | { readonly outcome: 'created'; readonly assignment: CleverRecord; readonly status: number }
  /** Nothing was created; `message` is the API's. The request may be corrected and sent again. */
  | { readonly outcome: 'refused'; readonly message: string; readonly status: number }
  /** The response was lost, a 5xx, or unreadable: an assignment may exist. Check before creating again. */
  | {
      readonly outcome: 'unknown';
      readonly message: string;
      /** 0 without a response. */
      readonly status: number;
      readonly failure: ClientFailure;
    };

/**
 * Creates an assignment with a single POST, never retried: LMS Connect has no list of assignments and no idempotency key, so
 * a blind retry could create a duplicate.
 */
export async function createAssignment(
  url: string,
  assignment: unknown,
  send: Send,
  settings: Settings,
): Promise<Created> {
  const answer = await send({
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(assignment),
    signal: settings.signal,
  });
  const { status } = answer;
  const message = status >= 400 ? messageOf(answer.json?.value ?? answer.text) : '';
  const made = isGood(answer) ? assignmentIn(answer) : undefined;
  if (made) return { outcome: 'created', assignment: made, status };
  const kind = answer.failure?.kind;
  const certainlyNot =
    (status >= 400 && kind !== 'unknown-outcome') || kind === 'refused' || kind === 'unreachable';
  if (certainlyNot)
    return { outcome: 'refused', message: message || (answer.failure?.message ?? ''), status };
  const failure = answer.failure ?? {
    kind: 'unknown-outcome',
    message: `status ${status} without an assignment in the body`,
    attempts: 1,
  };
  return { outcome: 'unknown', message: message || failure.message, status, failure };
}

function assignmentIn(answer: Answer): CleverRecord | undefined {
  const { data } = (answer.json?.value ?? {}) as { readonly data?: unknown };
  const whole = typeof data === 'object' && data !== null && typeof (data as CleverRecord).id === 'string';
  return whole ? (data as CleverRecord) : undefined;
}
