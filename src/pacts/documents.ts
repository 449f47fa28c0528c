import { readFileSync } from 'node:fs';
import type { Profile } from '../../contracts/profiles.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import type { Members } from '../exchange.ts';
import { isObject } from '../text/json.ts';

/** The OpenAPI document of an API; all references are internal. */
export function documentOf({ document }: Pick<Profile, 'document'>): Members {
  const file = new URL(`../../generated/openapi/${document}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Members;
}

/** The documented response of an operation, `{}` if there is none. */
export function responseIn(
  document: Members,
  { path, method }: Pick<OperationModel, 'path' | 'method'>,
  status: number,
): Members {
  return follow(
    document,
    memberAt(document, ['paths', path, method.toLowerCase(), 'responses', String(status)]),
  );
}

/** The bodies that the document shows for a success of an operation, the usual one first. */
export function examplesIn(document: Members, operation: OperationModel): readonly Members[] {
  const shown = memberAt(responseIn(document, operation, 200), ['content', 'application/json', 'examples']);
  return Object.values(shown)
    .map((one) => follow(document, one).value)
    .filter(isObject);
}

function follow(document: Members, value: unknown): Members {
  if (!isObject(value)) return {};
  const { $ref } = value;
  return typeof $ref === 'string' ? memberAt(document, $ref.replace(/^#\//, '').split('/')) : value;
}

function memberAt(root: Members, names: readonly string[]): Members {
  let at: unknown = root;
  for (const name of names) at = isObject(at) ? at[name] : undefined;
  return isObject(at) ? at : {};
}
