import { lmsErrorTable } from '../../contracts/lms-errors.ts';
import type { Profile } from '../../contracts/profiles.ts';
import { isObject } from '../text/json.ts';
import type { OperationIndex } from '../traffic/operations.ts';
import { documentOf, responseIn } from './documents.ts';
import type { PactInteraction } from './pact.ts';
import type { Mismatch } from './pact-result.ts';

/** The quota is used up; no body is documented. */
const emptyStatus = 429;

/**
 * The finding about an interaction that expects an empty body (`null` or `""`, as Pact defines it) where one is documented. An outage
 * may come without a body.
 */
export function emptyBodyMismatch(
  one: PactInteraction,
  profile: Profile,
  index: OperationIndex,
): Mismatch | undefined {
  if (!one.expectsNoBody || one.status === emptyStatus || one.status >= 500) return undefined;
  if (
    profile.kind === 'lms' &&
    lmsErrorTable.some((row) => row.status === one.status && row.body === 'empty')
  )
    return undefined;
  const operation = index.find(one.method, one.path)?.operation;
  const isDocumented = operation
    ? hasMembers(responseIn(documentOf(profile), operation, one.status).content)
    : one.status >= 400 && one.status < 500;
  if (!isDocumented) return undefined;
  return {
    part: 'body',
    at: `${one.place}.response.body`,
    message: `an empty body is expected, and a ${one.status} has one (leave "body" out if it does not matter)`,
    ...(operation
      ? {
          document: `${profile.name} paths.${operation.path}.${one.method.toLowerCase()}.responses.${one.status}`,
        }
      : {}),
  };
}

function hasMembers(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}
