import { requestKeyOf, retryRuleOf } from '../../src/traffic/client/attempts.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import { createsAssignment, updatesSubmission } from '../../src/traffic/client/writes.ts';
import { type ReadExchange, shorten } from '../../src/traffic/read-exchange.ts';
import { claim, each, note, undecided, violation } from '../support/client.ts';
import { notExercised, requireOwnEnd, requireReport, shownOutput } from './endings.ts';

/** After this many milliseconds a person may have looked in between. */
const unattendedMs = 120_000;

claim('lms/client-creates-once', {
  assert: (scenario) => {
    // Whatever their bodies: with another title it is a second assignment all the same.
    const creates = scenario.ownRequests.filter(createsAssignment);
    const first = creates.find(mayHaveCreated);
    if (first) {
      const again = creates.find((one) => one.seq > first.seq);
      if (again && !isBodyKnown(again))
        undecided(
          'capture-incomplete',
          'the capture does not show whether both creates are of one assignment',
        );
      // In a capture there may have been two jobs, or a person may have looked before the second request.
      if (
        again &&
        !scenario.certainty.ownSteps &&
        (retryRuleOf(first) === 'good' || isMuchLater(again, first))
      )
        undecided('ambiguous', 'the same assignment was created twice, perhaps on purpose');
      each(
        creates.filter((one) => one.seq >= first.seq),
        (one) => {
          if (one !== first)
            violation('A create was sent again although the first one may have succeeded.', {
              expected: 'one create, and a person looks at the rest',
              actual: `another create, after the first got ${first.summary}`,
            });
        },
      );
    } else {
      // An error that the script gave created nothing. One of the sandbox's own was to a request that is not a create.
      if (creates.length === 0 || creates.some((one) => !one.step))
        undecided('not-exercised', 'the client sent no create that could have made an assignment');
      note('no assignment was created, since the client did not retry');
    }
    requireOwnEnd(scenario);
  },
});

function isBodyKnown({ request }: ReadExchange): boolean {
  return request.notKept === undefined;
}

/** LMS Connect has no list of assignments to look at, so after an unclear response a create must not be repeated. */
function mayHaveCreated(exchange: ReadExchange): boolean {
  const rule = retryRuleOf(exchange);
  return rule === 'good' || rule === 'lost' || rule === 'backoff' || exchange.status === 504;
}

function isMuchLater({ request }: ReadExchange, first: ReadExchange): boolean {
  return request.sentAtMs - first.answeredAtMs > unattendedMs;
}

claim('lms/client-writes-what-the-job-says', {
  cases: ({ scenarios }) => scenarios.everywhere('lms/client-writes-what-the-job-says'),
  assert: (scenario) => {
    const { observation, exchanges, ownRequests } = scenario;
    // A client that was started by a person has the job of that person.
    requireReport(scenario);
    const writes = ownRequests.filter((one) => createsAssignment(one) || updatesSubmission(one));
    if (writes.length === 0) undecided('not-exercised', 'the client sent no write');
    const miswritten = new Map(
      observation.miswritten?.map(({ exchange, members }) => [exchanges[exchange], members]),
    );
    each(writes, (write) => {
      const members = miswritten.get(write);
      if (members)
        violation('The client wrote something else than its job says.', {
          expected: 'the members of the given body, with their values',
          actual: `another ${members.join(', ')}, or none`,
        });
    });
  },
});

/** Every line of the API's message has to be somewhere in what the client printed. */
claim('lms/client-shows-message', {
  cases: ({ scenarios }) =>
    scenarios
      .everywhere('lms/client-shows-message')
      .filter((one) => !one.listedOnFailure || isRefusedWrite(one)),
  assert: (scenario) => {
    const refused = scenario.ownRequests.find((one) => one.status >= 400);
    if (!refused) notExercised('an error');
    requireReport(scenario);
    requireOwnEnd(scenario);
    const said = scenario.runs.map((run) => run.claim.said).join('\n');
    const printed = plain(said);
    const lines = refused.message.split('\n').map(plain).filter(Boolean);
    each([refused], () => {
      if (!lines.every((line) => printed.includes(line)))
        violation('The client did not show the error message of the API.', {
          expected: `"${shorten(refused.message)}" in what the client prints`,
          actual: said.trim() === '' ? 'it printed nothing' : shownOutput(said),
        });
    });
  },
});

/** A job that writes, and that ended with an error of the API that is final. */
function isRefusedWrite({ collection, ownRequests }: ScenarioTraffic): boolean {
  const last = ownRequests.at(-1);
  return collection === undefined && last !== undefined && last.isRefused;
}

/** Without case, quotation marks, backslashes and repeated white space, so that a message inside JSON or a log line counts. */
function plain(text: string): string {
  return text
    .replace(/\\+n/g, ' ')
    .replace(/["'\u2018\u2019\u201c\u201d\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Once another body was sent for the same submission, the older one must not be sent again. */
claim('lms/client-final-grade-wins', {
  assert: (scenario) => {
    const updates = scenario.ownRequests.filter(updatesSubmission);
    if (!updates.every(isBodyKnown))
      undecided('capture-incomplete', 'the capture does not show which grades were sent');
    const grades = Map.groupBy(updates, requestKeyOf);
    const [newest] = [...grades.values()].at(-1) ?? [];
    if (grades.size < 2 || !newest)
      undecided('not-exercised', 'the client sent fewer than two different grades');
    each(
      updates.filter((one) => one.seq >= newest.seq),
      (one) => {
        if (requestKeyOf(one) !== requestKeyOf(newest))
          violation('An older grade was sent after the newer one.', {
            expected: shorten(newest.request.body ?? ''),
            actual: shorten(one.request.body ?? ''),
          });
      },
    );
    requireOwnEnd(scenario);
  },
});
