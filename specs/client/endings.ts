import { AssertionError } from 'chai';
import { each, undecided, violation } from '../../src/claims/check.ts';
import { counted, someIds } from '../../src/traffic/client/endings.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import { credibleResetMs, seconds, waitUntilEnd } from '../../src/traffic/client/waits.ts';
import { type ReadExchange, shorten } from '../../src/traffic/read-exchange.ts';
import { whyNoPage } from '../support/client.ts';

/** What claims about clients share: how a run ended, what was reported, and what did not happen. */

/** What a client printed, for people: of a program only what the suite served is kept, and the length of all. */
export function shownOutput(said: string): string {
  const hidden = /^«text: (\d+) characters»$/i.exec(said.trim())?.[1];
  if (hidden !== undefined)
    return `${counted(Number(hidden), 'character')} of other output, which reports do not show`;
  return `"${shorten(said.trim())}"`;
}

/** Undecided where nothing is reported (`--listen`, captures). */
export function requireReport({ report }: ScenarioTraffic): void {
  if ((report?.says ?? 'nothing') === 'nothing')
    undecided('nothing-reported', 'it rests on what the client reports, and nothing was reported');
}

/** Undecided where a limit of the suite ended the client: it might have done it yet. */
export function requireOwnEnd(scenario: ScenarioTraffic): void {
  if (scenario.wasStopped) undecided('stopped-early', `the client did not end by itself: ${scenario.ending}`);
}

/** A window of the rate limit and half of another: longer than any wait that a document or a careful client has a reason for. */
const standstillMs = 90_000;

/** Asserts that the client was not ended by the time limit while it had done nothing for long after a response. */
export function expectNoStandstill(scenario: ScenarioTraffic): void {
  const last = scenario.ownRequests.at(-1);
  if (scenario.report?.endedBy !== 'time' || !last?.response) return;
  const { waitedMs } = waitUntilEnd(last, scenario);
  const dueMs = (credibleResetMs(last) ?? last.answeredAtMs) - last.answeredAtMs;
  if (waitedMs < dueMs + standstillMs) return;
  each([last], () =>
    violation(`The client sent nothing more after a ${last.status}, until the time limit ended it.`, {
      expected:
        dueMs > 0 ? `the next request after Reset, in ${seconds(dueMs)}` : 'the next request, or an end',
      actual: `nothing for ${seconds(waitedMs)}`,
    }),
  );
}

/** Undecided where a capture ends with the very exchange that it is about. */
export function requireSequel({ certainty, exchanges }: ScenarioTraffic, exchange?: ReadExchange): void {
  if (!certainty.ownSteps && exchange !== undefined && exchanges.at(-1) === exchange)
    undecided('capture-incomplete', 'the capture ends there, so what the client did next is not in it');
}

/** Undecided where an empty page with a next link may have ended the walk of a client that makes its cursors of ids. */
export function requireWayOn(scenario: ScenarioTraffic): void {
  if (!scenario.nextLinks.every((link) => scenario.mayGoOn(link)))
    undecided('not-offered', 'the client may make its cursors of ids, and an empty page has none');
}

/** Untested where no request of the client got such a response. */
export function notExercised(response: string): never {
  undecided('not-exercised', `no request of the client was answered with ${response}`);
}

/**
 * Asserts that something happened. Where the client had a job and came to an end, a missing action is a violation; in captured
 * traffic it may have happened later, or was not wanted.
 */
export function expectAction({ certainty }: ScenarioTraffic, assert: () => void): void {
  try {
    assert();
  } catch (error) {
    if (!(error instanceof AssertionError) || certainty.ownSteps) throw error;
    const [message = ''] = error.message.split(': expected ');
    undecided('capture-incomplete', `${message.replace(/\.$/, '')}; but the capture may have ended before`);
  }
}

/**
 * Asserts that the client finished its walk: by what it reports, or by the pages that it requested where it reports nothing.
 */
export function expectFinished(scenario: ScenarioTraffic): void {
  const { report, reachedTheEnd, ending, reportedIds } = scenario;
  const why = whyNoPage(scenario);
  if (why !== undefined) undecided('not-reached', why);
  if (reportedIds.missing.length > 0) requireWayOn(scenario);
  const expected = 'the whole list, reported "complete"';
  if (!report || report.says === 'nothing') {
    if (!reachedTheEnd)
      violation('The walk was not finished.', { expected: 'every page of the list', actual: ending });
    return;
  }
  if (report.says === 'incomplete') violation('The walk was not finished.', { expected, actual: ending });
  const { missing, unknown } = reportedIds;
  if (missing.length > 0 || unknown.length > 0)
    violation('The client reported "complete" but does not hold the list.', {
      expected,
      actual: missing.length > 0 ? `without ${someIds(missing)}` : 'with ids that the server never had',
    });
}

/** Asserts that the client did not report a part of the list as all of it. */
export function expectHonestReport(scenario: ScenarioTraffic): void {
  const { report, reportedIds } = scenario;
  if (report?.says !== 'complete') return;
  const { missing, unknown } = reportedIds;
  if (missing.length === 0 && unknown.length === 0) return;
  if (missing.length > 0) requireWayOn(scenario);
  violation('The client reported a part of the list as complete.', {
    expected: 'the client reports "incomplete"',
    actual:
      missing.length > 0
        ? `complete, without ${someIds(missing)}`
        : `complete, with ${someIds(unknown)}, which the server never had`,
  });
}
