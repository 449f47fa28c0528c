import { profiles } from '../../contracts/profiles.ts';
import { pathnameOf, queryOf } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import type { ClientJudges } from './client-judge.ts';
import {
  claimFinding,
  claimOf,
  compareIds,
  counted,
  judgeScenarios,
  type Look,
  listRequests,
  needsClaim,
  type Open,
  ownRequests,
  requestKey,
  servedPages,
  someIds,
  wasCutOff,
} from './client-material.ts';
import { isFollowed, type Trail, trailsOf } from './client-trails.ts';

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
  return { findings: left.map(notFollowed) };
});

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
    return {
      findings: short
        .filter((trail) => !isFollowed(trail))
        .map((trail) => ({
          ...notFollowed(trail),
          message: `A page of ${counted(trail.page.items.length, 'entry').replace('entrys', 'entries')} with a next link was taken for the end.`,
        })),
    };
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
    return {
      findings: [
        ...backwards
          .slice(0, 1)
          .map((one) =>
            findingAt(
              one,
              'A prev link was followed.',
              'next links only',
              counted(backwards.length, 'request'),
            ),
          ),
        ...trails.filter((trail) => !isFollowed(trail)).map(notFollowed),
      ],
    };
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

const holdsEachRecordOnce = judgeScenarios(
  'pagination/client-holds-each-record-once',
  (observation): Look => {
    const open = needsClaim(observation);
    if (open) return { open };
    const claim = claimOf(observation);
    if (claim?.says !== 'complete') {
      // Where the server did something odd, it is wise to doubt the set.
      if (Object.values(observation.account).some((times) => times > 0))
        return { open: { outcome: 'inapplicable', why: 'the client does not claim to hold everything' } };
      const cameThrough =
        trailsOf(observation).every(isFollowed) &&
        servedPages(observation).some((page) => page.next === undefined);
      if (!cameThrough || wasCutOff(observation))
        return { open: { outcome: 'untested', why: 'the client does not claim to hold everything' } };
      const expected = 'a claim to be complete, as every page was served';
      return { findings: [claimFinding('A whole list was not claimed.', expected, 'incomplete')] };
    }
    // Records of a page that never came do not make a set complete, however the client found their ids.
    const { missing, twice, foreign } = compareIds(claim.ids, observation.truth);
    const expected = `${observation.truth.length} ids, each of them once`;
    return {
      findings: [
        ...(missing.length > 0
          ? [claimFinding('Records are missing.', expected, `without ${someIds(missing)}`)]
          : []),
        ...(twice.length > 0
          ? [claimFinding('Records are held twice.', expected, `twice: ${someIds(twice)}`)]
          : []),
        ...(foreign.length > 0
          ? [claimFinding('Ids are held that no record has.', expected, `also ${someIds(foreign)}`)]
          : []),
      ],
    };
  },
);

/**
 * How often pages may be asked for again in a circle: once at the start, once to see that it is the same page, and once more
 * where the first page was asked for under other words than the link has.
 */
const allowedRepeats = 3;

const stopsOnCycle = judgeScenarios('pagination/client-stops-on-cycle', (observation): Look => {
  const seen = new Set<string>();
  const again = listRequests(observation).filter((one) => {
    const key = requestKey(one);
    if (!seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  });
  const findings: Finding[] = [];
  const over = again[allowedRepeats];
  if (over)
    findings.push(
      findingAt(
        over,
        'The client went on round a circle of next links.',
        'an end at the first repetition',
        `${again.length} requests for pages that it had seen`,
      ),
    );
  const claim = claimOf(observation);
  const cameRound = Object.values(observation.account).some((times) => times > 0);
  // Whoever holds all the same found another way out of the circle, with cursors of its own.
  const isWhole = compareIds(claim?.ids ?? [], observation.truth).missing.length === 0;
  if (claim?.says === 'complete' && cameRound && !isWhole)
    findings.push(
      claimFinding('A walk that ended in a circle was claimed to be complete.', 'incomplete', 'complete'),
    );
  if (findings.length === 0 && wasCutOff(observation))
    return { open: { outcome: 'cantTell', why: 'the client did not end by itself' } };
  const open = needsClaim(observation);
  return { findings, ...(open ? { open } : {}) };
});

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
