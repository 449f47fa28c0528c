import { profiles } from '../../contracts/profiles.ts';
import { pathnameOf, queryOf } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import { absence } from './client-endings.ts';
import type { ClientJudges } from './client-judge.ts';
import {
  claimOf,
  counted,
  judgeScenarios,
  type Look,
  listRequests,
  type Open,
  ownRequests,
  servedPages,
} from './client-material.ts';
import { isFollowed, type Trail, trailsOf } from './client-trails.ts';
import { holdsEachRecordOnce, stopsOnCycle } from './pagination-client-claims.ts';

const { limit } = profiles[0];

const nothingServed: Open = { outcome: 'untested', why: 'no page with a next link was served to the client' };
const nothingFollowed: Open = { outcome: 'untested', why: 'the client followed no next link' };

const notFollowed = ({ page, uri }: Trail): Finding =>
  findingAt(
    page.exchange,
    'The page behind this next link was never asked for.',
    `a request for ${uri}`,
    'none',
  );

/** What was asked for with a page: its `limit`, or the default. */
function limitOf({ exchange }: Trail['page']): number {
  return Number(queryOf(exchange).get('limit') ?? limit.default);
}

const followsNext = judgeScenarios('pagination/client-follows-next', (observation): Look => {
  const trails = trailsOf(observation);
  if (trails.length === 0) return { open: nothingServed };
  const left = trails.filter((trail) => !isFollowed(trail));
  // A cap on time may have come between a page and the next request; a cap on requests cannot.
  if (left.length > 0 && claimOf(observation)?.endedBy === 'time')
    return { open: { outcome: 'cantTell', why: 'the client was ended for its time before it was through' } };
  return leftOut(observation, left.map(notFollowed));
});

/** In a capture the last page may not have been the last thing that the client did: only what it passed by speaks against it. */
function leftOut(observation: ScenarioObservation, findings: readonly Finding[]): Look {
  if (!observation.captured) return { findings };
  const last = servedPages(observation).at(-1)?.exchange.seq;
  const passedBy = findings.filter((one) => one.exchange !== last);
  return passedBy.length > 0 ? { findings: passedBy } : absence(observation, findings);
}

const usesLinkAsGiven = judgeScenarios('pagination/client-uses-link-as-given', (observation): Look => {
  // Another path is for client-resolves-relative-links to judge; here it is about the query.
  const trails = trailsOf(observation).map((trail) => ({
    ...trail,
    rebuilt: trail.byCursor.filter((one) => pathnameOf(one) === trail.url.pathname),
  }));
  const followed = trails.filter((trail) => trail.asGiven.length > 0 || trail.rebuilt.length > 0);
  if (followed.length === 0) return { open: nothingFollowed };
  return {
    findings: followed.flatMap(({ asGiven, rebuilt, uri }) => {
      const [first] = asGiven.length > 0 ? [] : rebuilt;
      return first
        ? [findingAt(first, 'The link was rebuilt instead of followed.', uri, first.request.path)]
        : [];
    }),
  };
});

const resolvesRelativeLinks = judgeScenarios(
  'pagination/client-resolves-relative-links',
  (observation): Look => {
    const trails = trailsOf(observation);
    if (!trails.some(isFollowed)) return { open: trails.length === 0 ? nothingServed : nothingFollowed };
    return {
      findings: trails.flatMap(({ byCursor, url, uri }) =>
        byCursor
          .filter((one) => pathnameOf(one) !== url.pathname)
          .map((one) => findingAt(one, 'The link was resolved to another path.', uri, one.request.path)),
      ),
    };
  },
);

const continuesPastShortPage = judgeScenarios(
  'pagination/client-continues-past-short-page',
  (observation): Look => {
    const trails = trailsOf(observation);
    if (trails.length === 0) return { open: nothingServed };
    const short = trails.filter(({ page }) => page.items.length < limitOf(page));
    if (short.length === 0)
      return {
        open: { outcome: 'inapplicable', why: 'the client asks for so little that no page was short' },
      };
    return leftOut(
      observation,
      short
        .filter((trail) => !isFollowed(trail))
        .map((trail) => ({
          ...notFollowed(trail),
          message: `A page of ${counted(trail.page.items.length, 'entry').replace('entrys', 'entries')} with a next link was taken for the end.`,
        })),
    );
  },
);

const stopsAtTheEnd = judgeScenarios('pagination/client-stops-at-the-end', (observation): Look => {
  const end = servedPages(observation).find((page) => page.next === undefined);
  if (!end) return { open: { outcome: 'untested', why: 'the client never came to the end of the list' } };
  const endedAtMs = end.exchange.response?.receivedAtMs ?? Number.POSITIVE_INFINITY;
  // In virtual time a request and its answer have one instant, so the order counts as well.
  const beyond = listRequests(observation).filter(
    (one) => one.seq > end.exchange.seq && one.request.sentAtMs >= endedAtMs,
  );
  return {
    findings: beyond
      .slice(0, 1)
      .map((one) =>
        findingAt(
          one,
          'The client went on after a page without a next link.',
          'no further request for the list',
          counted(beyond.length, 'request'),
        ),
      ),
  };
});

const acceptsAnyLinkOrder = judgeScenarios(
  'pagination/client-accepts-any-link-order',
  (observation): Look => {
    const trails = trailsOf(observation);
    const backwards = ownRequests(observation).filter((one) => queryOf(one).has('ending_before'));
    // Who follows nothing at all does not choose by position: client-follows-next has that.
    if (backwards.length === 0 && !trails.some(isFollowed))
      return { open: trails.length === 0 ? nothingServed : nothingFollowed };
    const back = backwards
      .slice(0, 1)
      .map((one) =>
        findingAt(one, 'A prev link was followed.', 'next links only', counted(backwards.length, 'request')),
      );
    const left = leftOut(observation, trails.filter((trail) => !isFollowed(trail)).map(notFollowed));
    return back.length > 0 ? { findings: [...back, ...(left.findings ?? [])] } : left;
  },
);

const limitWithin10000 = judgeScenarios(
  'pagination/client-limit-within-10000',
  (observation): Look => {
    const given = new Set(servedPages(observation).flatMap((page) => page.links.map((link) => link.uri)));
    const own = ownRequests(observation).filter((one) => !given.has(one.request.path));
    const greatest = (one: (typeof own)[number]) => Math.max(0, ...queryOf(one).getAll('limit').map(Number));
    if (listRequests(observation).length === 0)
      return { open: { outcome: 'untested', why: 'the client asked for no list' } };
    return {
      findings: own
        .filter((one) => greatest(one) > limit.max)
        .map((one) =>
          findingAt(
            one,
            'More entries were asked for than a page may hold.',
            `a limit of ${limit.max} at the most`,
            `limit=${greatest(one)}`,
          ),
        ),
    };
  },
  { everywhere: true },
);

/** What is judged of a client that walks lists. */
export const paginationClientJudges: ClientJudges<'pagination'> = {
  'pagination/client-follows-next': followsNext,
  'pagination/client-uses-link-as-given': usesLinkAsGiven,
  'pagination/client-resolves-relative-links': resolvesRelativeLinks,
  'pagination/client-continues-past-short-page': continuesPastShortPage,
  'pagination/client-stops-at-the-end': stopsAtTheEnd,
  'pagination/client-accepts-any-link-order': acceptsAnyLinkOrder,
  'pagination/client-limit-within-10000': limitWithin10000,
  'pagination/client-holds-each-record-once': holdsEachRecordOnce,
  'pagination/client-stops-on-cycle': stopsOnCycle,
};
