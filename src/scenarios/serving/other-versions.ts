import type { Profile } from '../../../contracts/profiles.ts';
import type { AskedList } from '../../job-list.ts';
import { jsonAnswer } from '../answers.ts';
import type { GoodAnswer } from '../scenario.ts';

/** LMS Connect has a version of its own, which may be that of a Data API, too. */
const lmsPath = /\/assignments(?:\/|$)/;

/** Whether a path is that of another version of the Data API than the one that is served. */
export function isOtherVersion(pathname: string, { prefix }: Profile): boolean {
  const [version] = /^\/v\d[^/]*(?=\/)/.exec(pathname) ?? [];
  return version !== undefined && version !== prefix && !lmsPath.test(pathname);
}

/** A 404 that says what is served, in place of a page, or of a 404 that does not say it. A refusal for another reason stays. */
export function withServedPath(
  good: GoodAnswer,
  pathname: string,
  { profile, list }: { readonly profile: Profile; readonly list: AskedList | undefined },
): GoodAnswer {
  if (good.status !== 200 && good.status !== 404) return good;
  const served = `${profile.prefix}/${list?.path ?? ''}`;
  const { headers, body = '' } = jsonAnswer(404, {
    error: `Resource not found: this run serves ${served}, not ${pathname}`,
  });
  return { status: 404, headers: { ...good.headers, ...(headers as GoodAnswer['headers']) }, body };
}
