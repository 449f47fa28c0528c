import { compareIds, counted } from '../../src/traffic/client/endings.ts';
import { claim, expect, note, undecided, violation } from '../support/client.ts';
import { describedOnly } from './described-only.ts';
import { requireReport, shownOutput } from './endings.ts';

claim('data/client-tolerates-absent-and-unknown', {
  assert: (scenario, { scenarios }) => {
    requireReport(scenario);
    const { report, name, ownRequests } = scenario;
    const served = new Set(scenario.pages.flatMap((page) => page.items.map((item) => item.id)));
    if (served.size === 0) undecided('not-reached', 'the client was served no such record');
    const gaveUp = report?.says !== 'complete';
    // An error explains why a client ends early, and is up to other requirements.
    if (gaveUp && ownRequests.at(-1)?.status !== 200)
      undecided('not-reached', 'the client ended at a page that was not served');
    // A client that gives up with any list does not do so because of its records.
    if (
      gaveUp &&
      !scenarios.all.some((one) => one.collection !== undefined && one.report?.says === 'complete')
    )
      undecided('not-exercised', 'the client reports no list as complete, whatever its records');
    const { missing } = compareIds(report?.ids ?? [], [...served]);
    const gaveUpText = 'Such records made the client give up.';
    const leftOutText = `The client left out ${missing.length} of ${counted(served.size, 'such record')}.`;
    if (describedOnly.has(name)) {
      if (gaveUp || missing.length > 0)
        note(`${gaveUp ? gaveUpText : leftOutText} No document promises it, so it does not count.`);
      return;
    }
    if (gaveUp)
      violation(gaveUpText, {
        expected: 'the client reports "complete"',
        actual: [
          scenario.ending,
          ...(report?.said.trim() ? [`it printed ${shownOutput(report.said)}`] : []),
        ].join('; '),
      });
    expect(missing, leftOutText).to.be.empty;
  },
});
