import { homepage } from '../package.ts';
import { anchorOf } from './escape.ts';

/**
 * Where a requirement is described: on the site that `homepage` of package.json names, a page each; while it names none, in the page that
 * comes with the package.
 */
export function pageOf(id: string): string {
  const anchor = anchorOf(id);
  return homepage === undefined
    ? `docs/reference/requirements.md#${anchor}`
    : `${homepage.replace(/\/$/, '')}/requirements/${anchor}`;
}
