import { compareIds } from '../../../src/traffic/client/endings.ts';
import { claim, expect, undecided } from '../../support/client.ts';
import { requireOwnEnd, requireReport } from '../endings.ts';
import { expectNotReadAgain } from '../reading-again.ts';

/**
 * A second run with the state of the first one continues where that one stopped, and ends with the whole list. After a kill the
 * last two pages may be requested again: both may have been on their way to the disk.
 */
claim('backoff/client-resumes-later', {
  assert: (scenario) => {
    const { runs, pages, truth, report } = scenario;
    const [first = [], second = []] = scenario.requestsByRun;
    if (runs.length < 2) undecided('not-exercised', 'the client was started only once');
    if (second.length === 0) undecided('not-reached', 'the second run sent no request');
    const read = pages.filter(({ exchange }) => first.includes(exchange));
    const isKilled = runs[0]?.claim.endedBy === 'kill';
    const message = 'The second run requested a page again that the first run had read.';
    expectNotReadAgain(scenario, second, isKilled ? read.slice(0, -2) : read, message);
    requireReport(scenario);
    requireOwnEnd(scenario);
    // The ids may be printed as a whole at the end, or by each run for itself.
    const { missing } = compareIds(
      runs.flatMap((run) => run.claim.ids),
      truth,
    );
    expect(missing, 'The second run did not complete the list.').to.be.empty;
    expect(report?.says, 'The second run did not report the list as complete.').to.equal('complete');
  },
});
