import type { Target } from '../../targets/target.ts';
import type { Mismatch } from '../pact-result.ts';
import type { CoreMismatch } from './core-result.ts';

/** Headers without personal data. */
const openHeaders =
  /^(?:content-type|content-length|retry-after|x-ratelimit-[a-z]+|www-authenticate|allow)$/i;

/**
 * Redacts mismatches for display. The embedded sandbox has made-up data, so its values are shown; for any other server
 * only the location, the expectation, and the shape of the actual value.
 */
export function redactMismatches(found: readonly CoreMismatch[], target: Target): readonly Mismatch[] {
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
  const subject = part === 'body' ? 'the value' : `header ${at}`;
  const example = expected === undefined || expected === '' ? '' : `, expected like ${shapeOf(expected)}`;
  return `${subject} does not match${example}, got ${actual === undefined ? 'nothing' : shapeOf(actual)}`;
}

/** Describes a value that the core reports as JSON or text: `a string of 12 characters`, `a list of 3`. */
function shapeOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return `a list of ${value.length}`;
    if (value === null) return 'null';
    if (typeof value === 'object') return 'an object';
    if (typeof value === 'string') return `a string of ${value.length} characters`;
    return `a ${typeof value}`;
  } catch {
    return `a string of ${text.length} characters`;
  }
}
