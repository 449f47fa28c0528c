import { compareIds } from '../../../src/traffic/client/endings.ts';
import { claim, expect, undecided, whyNoPage } from '../../support/client.ts';
import { requireOwnEnd, requireReport } from '../endings.ts';
import { expectNotReadAgain } from '../reading-again.ts';

/**
 * A later run with the state of the earlier ones continues where they stopped, and the last one ends with the whole list. After a kill the
 * last two pages may be requested again: both may have been on their way to the disk.
 */
claim('backoff/client-resumes-later', {
  assert: (scenario) => {
    const { runs, pages, truth, report, requestsByRun } = scenario;
    if (runs.length < 2) undecided('not-exercised', 'the client was started only once');
    if (requestsByRun.some((requests, run) => run > 0 && requests.length === 0))
      undecided('not-reached', 'a later run sent no request');
    const message = 'A later run requested a page again that an earlier run had read.';
    for (const [run, requests] of requestsByRun.slice(0, -1).entries()) {
      const read = pages.filter(({ exchange }) => requests.includes(exchange));
      const isKilled = runs[run]?.claim.endedBy === 'kill';
      const later = requestsByRun.slice(run + 1).flat();
      expectNotReadAgain(scenario, later, isKilled ? read.slice(0, -2) : read, message);
    }
    requireReport(scenario);
    requireOwnEnd(scenario);
    const why = whyNoPage(scenario);
    if (why !== undefined) undecided('not-reached', why);
    // The ids may be printed as a whole at the end, or by each run for itself.
    const { missing } = compareIds(
      runs.flatMap((run) => run.claim.ids),
      truth,
    );
    expect(missing, 'The last run did not complete the list.').to.be.empty;
    expect(report?.says, 'The last run did not report the list as complete.').to.equal('complete');
  },
});
