import type { Target } from '../targets/target.ts';
import type { CoreMismatch } from './core-result.ts';
import type { Mismatch } from './pact-result.ts';

/** Headers whose values say nothing about a person. */
const openHeaders =
  /^(?:content-type|content-length|retry-after|x-ratelimit-[a-z]+|www-authenticate|allow)$/i;

/**
 * Mismatches as they may be shown. The embedded sandbox has made-up data, so they stay as they are; of any other server
 * only the place, what was expected, and the shape of what came.
 */
export function toldMismatches(found: readonly CoreMismatch[], target: Target): readonly Mismatch[] {
  return found.map((one) => {
    const { part, at, message } = one;
    const isOpen =
      target.kind === 'sandbox' ||
      part === 'status' ||
      part === 'answer' ||
      (part === 'header' && openHeaders.test(at));
    return { part, at, message: isOpen ? message : withoutValues(one) };
  });
}

function withoutValues({ expected, actual, part, at }: CoreMismatch): string {
  const what = part === 'body' ? 'the value' : `header ${at}`;
  const example = expected === undefined || expected === '' ? '' : `, expected like ${shapeOf(expected)}`;
  return `${what} does not match${example}, came ${actual === undefined ? 'nothing' : shapeOf(actual)}`;
}

/** `a text of 12 characters`, `a list of 3`: of a value that the core gives as JSON, or as text. */
function shapeOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return `a list of ${value.length}`;
    if (value === null) return 'null';
    if (typeof value === 'object') return 'an object';
    if (typeof value === 'string') return `a text of ${value.length} characters`;
    return `a ${typeof value}`;
  } catch {
    return `a text of ${text.length} characters`;
  }
}
