import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { type CaseOutcome, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt, isTrouble, whyPassing } from './answers.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { addressOf, casesOf, describeAnswer, listOf } from './material.ts';
import { findWalks } from './walks.ts';

/** A record appeared after the first page: what was there before comes once, the new one may come or not. */
export const stableUnderInsert: Judge = (exchanges) =>
  judgeChanged(exchanges, 'pagination/stable-under-insert');

/** The last entry of the first page was deleted: the walk goes on behind it. */
export const stableUnderDelete: Judge = (exchanges) =>
  judgeChanged(exchanges, 'pagination/stable-under-delete');

function judgeChanged(exchanges: readonly Exchange[], claim: string) {
  const cases = [...casesOf(exchanges, claim)].map(([name, all]) => changedCase(name, all));
  return outcomeOf(cases, 'no list was changed during a walk');
}

/** Roles: `before` shows the whole list, `walk` are the pages, the first of them older than the change. */
function changedCase(name: string, all: readonly Exchange[]): CaseOutcome {
  const trouble = all.find(isTrouble);
  if (trouble) return undecided(name, 'cantTell', whyPassing(trouble));
  const before = all.filter((one) => one.step?.role === 'before').flatMap((one) => listOf(one)?.items ?? []);
  const pages = all.filter((one) => one.step?.role === 'walk');
  const [walk] = findWalks(pages, 'next');
  if (before.length === 0 || !walk) return undecided(name, 'inapplicable', 'the list has no entries');
  const [first] = walk.pages;
  if (pages.length < 2 || !first)
    return undecided(name, 'untested', 'the list has no second page to go on to');
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { exchange, items } of walk.pages)
    for (const { id } of items) {
      if (seen.has(id))
        findings.push(findingAt(exchange, 'An entry comes again.', 'every entry once', `${id} again`));
      seen.add(id);
    }
  const last = walk.pages.at(-1)!;
  const missing = before.filter(({ id }) => !seen.has(id));
  // What lies behind the last entry, an error or a circle, has requirements of its own.
  if (missing.length > 0) {
    const [kind, at] = [walk.end.kind, walk.end.kind === 'answer' ? walk.end.exchange : last.exchange];
    if (kind === 'cut' || kind === 'refused')
      return undecided(name, 'cantTell', `the walk was not followed to its end (${kind})`);
    findings.push(
      findingAt(
        at,
        kind === 'own' ? 'Entries are left out after the change.' : 'The walk breaks after the change.',
        `all ${before.length} entries that were there before`,
        kind === 'answer' ? undefined : `${missing.length} missing, first ${missing[0]?.id}`,
      ),
    );
  }
  return judged(name, findings);
}

/** A good page of each list that was asked for with a limit that is none, and those requests. */
function capturedBadLimits(exchanges: readonly Exchange[], context: JudgeContext): readonly Exchange[] {
  const lists = exchanges.filter((one) => addressOf(one, context.profiles)?.operation.paginated);
  const bad = lists.filter((one) => !/^0*[1-9]\d*$/.test(queryOf(one).get('limit') ?? '1'));
  const control = lists.find(
    (one) => !bad.includes(one) && listOf(one) && bad.some((two) => pathnameOf(one) === pathnameOf(two)),
  );
  return control ? [control, ...bad] : [];
}

/** Observed: what came is told in a note. Only a failing server, or a page without bounds, is wrong. */
export const badLimit: Judge = (exchanges, context) => {
  const cases: CaseOutcome[] = [];
  const most = context.profiles.find((one) => one.kind === 'data')?.limit.default ?? 0;
  const provoked = [...casesOf(exchanges, 'pagination/bad-limit').values()].flat();
  const all = context.subject === 'har' ? capturedBadLimits(exchanges, context) : provoked;
  const control = all.find((one) => (context.subject === 'har' ? listOf(one) : one.step?.role === 'control'));
  if (!control || !listOf(control)) return outcomeOf([], 'the list was not served with a proper limit');
  for (const exchange of all) {
    if (exchange === control) continue;
    const name = `limit=${queryOf(exchange).get('limit') ?? ''}`;
    const status = exchange.response?.status ?? 0;
    const count = listOf(exchange)?.items.length ?? 0;
    if (status === 0 || status === 429)
      cases.push(undecided(name, 'cantTell', `answered with ${describeAnswer(exchange)}`));
    else if (status >= 500)
      cases.push(judged(name, [findingAt(exchange, 'A limit that is none breaks the server.', 'below 500')]));
    else if (count > most)
      cases.push(
        judged(name, [
          findingAt(exchange, 'A limit that is none lifts the limit.', `at most ${most} entries`),
        ]),
      );
    else cases.push(judged(name, [], [`answered with ${describeAnswer(exchange)}`]));
  }
  return outcomeOf(cases, 'no limit of that kind was sent');
};
