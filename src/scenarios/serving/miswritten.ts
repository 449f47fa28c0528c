import type { Exchange } from '../../exchange.ts';
import type { ClientRun, Job, Miswritten } from '../../observation.ts';
import { isObject, sortMembers } from '../../text/json.ts';

/**
 * Compared before redaction, which replaces values: equal texts, dates and numbers in two forms are not equal afterwards. What is
 * kept are names of the job's own members.
 */

const writes: Readonly<Record<string, { readonly method: string; readonly path: RegExp }>> = {
  'create-assignment': { method: 'POST', path: /\/sections\/[^/]+\/assignments\/?(?:\?|$)/ },
  'update-submission': { method: 'PATCH', path: /\/submissions\/[^/?]+\/?(?:\?|$)/ },
};

/**
 * The writes of a job whose body differs from the one that was given, and in which members. A later start may also send what an
 * earlier one was given. `given`: the bodies of the starts, in order.
 */
export function miswrittenIn(
  job: Job,
  exchanges: readonly Exchange[],
  runs: readonly ClientRun[],
  given: readonly unknown[],
): readonly Miswritten[] {
  const write = writes[job];
  if (!write) return [];
  return exchanges.flatMap(({ request }, exchange): readonly Miswritten[] => {
    if (request.method !== write.method || !write.path.test(request.path)) return [];
    const start = runs.findLastIndex((run) => run.startedAtMs <= request.sentAtMs);
    const bodies = given.slice(0, Math.max(0, start) + 1).toReversed();
    const [members = [], ...older] = bodies.map((body) => membersThatDiffer(body, request.body ?? ''));
    const isAsGiven = members.length === 0 || older.some((some) => some.length === 0);
    return isAsGiven ? [] : [{ exchange, members }];
  });
}

/** Names of the given members that a body lacks or has with another value. More members are the client's choice. */
export function membersThatDiffer(given: unknown, body: string): readonly string[] {
  if (!isObject(given)) return [];
  const sent = parsed(body);
  return Object.entries(given).flatMap(([name, value]) => (isSame(value, sent[name]) ? [] : [name]));
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * Whether a value says the same. How it is written is up to the API: a number as text, a text as HTML, an instant in another zone or
 * without its fraction of a second.
 */
function isSame(given: unknown, sent: unknown): boolean {
  if (Array.isArray(given) || isObject(given))
    return JSON.stringify(given, sortMembers) === JSON.stringify(sent, sortMembers);
  if (typeof sent !== 'string' && typeof sent !== 'number') return given === sent;
  const [one, other] = [String(given), String(sent)];
  if (instant.test(one) && instant.test(other))
    return Math.floor(Date.parse(one) / 1000) === Math.floor(Date.parse(other) / 1000);
  if (typeof sent === 'number' || typeof given === 'number')
    return other.trim() !== '' && Number(one) === Number(other);
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
