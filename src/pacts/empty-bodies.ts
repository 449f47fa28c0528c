import { lmsErrorTable } from '../../contracts/lms-errors.ts';
import type { Profile } from '../../contracts/profiles.ts';
import { isObject, type Members } from '../json.ts';
import { documentOf, operationsOf, patternOf } from './documents.ts';
import type { PactInteraction } from './pact.ts';
import type { Mismatch } from './pact-result.ts';

/** The quota is used up; no body is documented. */
const emptyStatus = 429;

/**
 * The finding about an interaction that expects an empty body (`null` or `""`, as Pact defines it) where one is documented. An outage
 * may come without a body.
 */
export function emptyBodyMismatch(one: PactInteraction, profile: Profile): Mismatch | undefined {
  if (!one.expectsNoBody || one.status === emptyStatus || one.status >= 500) return undefined;
  if (
    profile.kind === 'lms' &&
    lmsErrorTable.some((row) => row.status === one.status && row.body === 'empty')
  )
    return undefined;
  const path = one.path.slice(profile.prefix.length);
  const operation = operationsOf(profile).find(
    (known) => known.method === one.method && patternOf(known.path).test(path),
  );
  const isDocumented = operation
    ? hasContent(profile, operation.path, one)
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

function hasContent(profile: Profile, path: string, { method, status }: PactInteraction): boolean {
  const document = documentOf(profile);
  const operation = memberAt(document, ['paths', path, method.toLowerCase(), 'responses', String(status)]);
  const { $ref } = operation;
  const response =
    typeof $ref === 'string' ? memberAt(document, $ref.replace(/^#\//, '').split('/')) : operation;
  return isObject(response.content) && Object.keys(response.content).length > 0;
}

function memberAt(root: Members, names: readonly string[]): Members {
  let at: unknown = root;
  for (const name of names) at = isObject(at) ? at[name] : undefined;
  return isObject(at) ? at : {};
}
