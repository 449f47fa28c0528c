import type { ClientJudges } from './client-judge.ts';
import {
  claimFinding,
  claimOf,
  compareIds,
  judgeScenarios,
  type Look,
  listRequests,
  needsClaim,
  ownRequests,
  someIds,
} from './client-material.ts';
import { listOf } from './material.ts';

/** What stands in the published description only, and in no recording: told, and not held against a client. */
const toldOnly: ReadonlySet<string> = new Set(['data/null-for-optional-fields']);

const toleratesAbsentAndUnknown = judgeScenarios(
  'data/client-tolerates-absent-and-unknown',
  (observation): Look => {
    const open = needsClaim(observation);
    if (open) return { open };
    const served = listRequests(observation).flatMap(
      (one) => listOf(one)?.items.map((item) => item.id) ?? [],
    );
    if (served.length === 0)
      return { open: { outcome: 'untested', why: 'no such record was served to the client' } };
    const claim = claimOf(observation);
    const gaveUp = claim?.says !== 'complete';
    // A refused page explains an end before the end, and is another requirement's.
    if (gaveUp && ownRequests(observation).at(-1)?.response?.status !== 200)
      return { open: { outcome: 'untested', why: 'the walk ended at a page that was not served' } };
    const { missing } = compareIds(claim?.ids ?? [], [...new Set(served)]);
    const findings = [
      ...(gaveUp
        ? [
            claimFinding(
              'Such records ended the sync.',
              'a claim to be complete',
              claim?.said.trim() || 'incomplete',
            ),
          ]
        : []),
      ...(!gaveUp && missing.length > 0
        ? [
            claimFinding(
              'Such records were left out.',
              'every record that was served',
              `without ${someIds(missing)}`,
            ),
          ]
        : []),
    ];
    if (!toldOnly.has(observation.scenario)) return { findings };
    return { notes: findings.map((one) => `${one.message} No document promises it, so it does not count.`) };
  },
);

/** What is judged of a client that reads records. */
export const dataClientJudges: ClientJudges<'data'> = {
  'data/client-tolerates-absent-and-unknown': toleratesAbsentAndUnknown,
};
