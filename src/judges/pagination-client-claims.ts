import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import {
  claimFinding,
  claimOf,
  compareIds,
  judgeScenarios,
  type Look,
  listRequests,
  needsClaim,
  requestKey,
  servedPages,
  someIds,
  wasCutOff,
} from './client-material.ts';
import { isFollowed, trailsOf } from './client-trails.ts';

/** The claimed set against the whole one; a set that was never claimed to be whole is not judged. */
export const holdsEachRecordOnce = judgeScenarios(
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

/** The way round a circle, and what was claimed at its end. */
export const stopsOnCycle = judgeScenarios('pagination/client-stops-on-cycle', (observation): Look => {
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
