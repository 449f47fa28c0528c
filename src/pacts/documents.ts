import { readFileSync } from 'node:fs';
import type { Profile } from '../../contracts/profiles.ts';
import { model } from '../../generated/model.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import type { Members } from '../exchange.ts';

/** The OpenAPI document of an API; all references are internal. */
export function documentOf({ document }: Pick<Profile, 'document'>): Members {
  const file = new URL(`../../generated/openapi/${document}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Members;
}

/** The operations of an API, in the order of its document. */
export function operationsOf({ document }: Pick<Profile, 'document'>): readonly OperationModel[] {
  return model.operations.filter((one) => one.document === document);
}

/** A pattern for the paths that match a template. */
export function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
}
