import type { ScriptedAnswer } from '../../../contracts/states.ts';
import type { Answer } from '../http/answer.ts';
import { jsonType } from '../http/answer.ts';

/** Scripted responses, sent in order instead of the real ones. */
export interface Faults {
  /** Replaces the script; an empty one clears it. */
  script(answers: readonly ScriptedAnswer[]): void;
  /** The scripted response for this request, if any is left. */
  next(): Answer | undefined;
  /** How many responses were sent since the script was set, and how many are left. */
  counts(): { readonly consumed: number; readonly pending: number };
}

export function createFaults(): Faults {
  let queue: { readonly answer: ScriptedAnswer; left: number }[] = [];
  let consumed = 0;
  return {
    script: (answers) => {
      queue = answers.map((answer) => ({ answer, left: answer.times ?? 1 })).filter((one) => one.left > 0);
      consumed = 0;
    },
    next: () => {
      const head = queue[0];
      if (!head) return undefined;
      consumed++;
      if (--head.left === 0) queue.shift();
      return toAnswer(head.answer);
    },
    counts: () => ({ consumed, pending: queue.reduce((sum, one) => sum + one.left, 0) }),
  };
}

function toAnswer({ status, body = '', headers = {} }: ScriptedAnswer): Answer {
  const isTyped = body === '' || Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return { status, headers: isTyped ? headers : { 'Content-Type': jsonType, ...headers }, body };
}

/** Validates a script; returns the error as a string. */
export function readScript(value: unknown): readonly ScriptedAnswer[] | string {
  if (!Array.isArray(value)) return 'script must be a list of {status, body?, headers?, times?}';
  for (const [at, one] of value.entries()) {
    const fault = faultOf(one as Partial<ScriptedAnswer> | null);
    if (fault) return `script[${at}]${fault}`;
  }
  return value as ScriptedAnswer[];
}

const noBody = new Set([204, 205, 304]);

function faultOf(one: Partial<ScriptedAnswer> | null): string | undefined {
  if (typeof one !== 'object' || one === null) return ' must be an object {status, body?, headers?, times?}';
  const { status, body, headers, times } = one;
  if (!Number.isInteger(status) || Number(status) < 200 || Number(status) > 599) {
    return '.status must be an integer from 200 to 599';
  }
  if (body !== undefined && typeof body !== 'string') return '.body must be a string';
  if (body && noBody.has(Number(status))) return `.body is not allowed with status ${status}`;
  if (times !== undefined && !(Number.isSafeInteger(times) && times >= 0))
    return '.times must be a non-negative integer';
  if (headers === undefined) return undefined;
  if (typeof headers !== 'object' || headers === null) return '.headers must map names to strings';
  try {
    if (Object.values(headers).some((text) => typeof text !== 'string'))
      return '.headers must map names to strings';
    new Headers(headers);
    return undefined;
  } catch {
    return '.headers contains an invalid header name or value';
  }
}
