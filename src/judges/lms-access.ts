import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, judged, undecided } from '../outcome.ts';
import { findingAt } from './answers.ts';
import type { JudgeContext } from './judge.ts';
import { underOtherVersions } from './lms-captured.ts';
import {
  isServed,
  isSuccess,
  lmsOnly,
  pathBelowVersion,
  recordIn,
  submissionsIn,
  troubleOf,
} from './lms-material.ts';
import { addressOf, casesOf, inRole } from './material.ts';

/** The same path under another version has no assignment and no submissions to show. */
export function servedOnOneVersion(
  exchanges: readonly Exchange[],
  context: JudgeContext,
): readonly CaseOutcome[] {
  const served = new Set(
    exchanges
      .filter(
        (one) => one.request.method === 'GET' && isServed(one) && addressOf(one, lmsOnly(context.profiles)),
      )
      .map(pathBelowVersion),
  );
  const prefixes = lmsOnly(context.profiles).map((one) => one.prefix);
  const found: readonly (readonly [string, Exchange | undefined])[] =
    context.subject === 'har'
      ? underOtherVersions(exchanges, prefixes).map((one) => [
          `${one.request.method} (request ${one.seq})`,
          one,
        ])
      : [...casesOf(exchanges, 'lms/served-on-v3.1-only')].map(([name, steps]) => [
          name,
          inRole(steps, 'asked'),
        ]);
  return found.flatMap(([name, asked]) => {
    if (!asked) return [];
    const trouble = troubleOf(asked);
    if (trouble !== undefined) return [undecided(name, 'cantTell', trouble)];
    if (isSuccess(asked)) {
      const expected = 'no success under any version but v3.1';
      return [judged(name, [findingAt(asked, 'LMS Connect answers under another version', expected)])];
    }
    if (!served.has(pathBelowVersion(asked)))
      return [undecided(name, 'cantTell', 'the path was not served under v3.1 either')];
    return [judged(name, [])];
  });
}

/** What a token with the agreement is given, one without it is refused: any 4xx that shows nothing. */
export function requiresAgreement(exchanges: readonly Exchange[]): readonly CaseOutcome[] {
  return [...casesOf(exchanges, 'lms/requires-agreement')].flatMap(([name, steps]) => {
    const [granted, refused] = [inRole(steps, 'with'), inRole(steps, 'without')];
    if (!granted || !refused) return [];
    const trouble = troubleOf(refused) ?? troubleOf(granted);
    if (trouble !== undefined) return [undecided(name, 'cantTell', trouble)];
    const status = refused.response?.status ?? 0;
    const isRefused = status >= 400 && status < 500;
    const showsSomething = recordIn(refused) !== undefined || submissionsIn(refused) !== undefined;
    if (!isServed(granted) && !showsSomething)
      return [undecided(name, 'cantTell', 'a token with the agreement was not served either')];
    if (isRefused) return [judged(name, [])];
    const message = 'a token without the agreement is not refused';
    return [judged(name, [findingAt(refused, message, 'a 4xx without data')])];
  });
}
