import { type Exchange, pathnameOf } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { cutOff, notProvoked, withOpen } from './client-endings.ts';
import type { ClientJudges } from './client-judge.ts';
import { judgeScenarios, type Look, needsClaim, ownRequests } from './client-material.ts';
import { answeredAtMs, ruleFor, sameRequestKey } from './client-timing.ts';
import { describeAnswer, messageOf, shorten } from './material.ts';

/** Judges of how a client writes to LMS Connect. */
export const lmsClientJudges: ClientJudges<'lms'> = {
  'lms/client-creates-once': judgeScenarios('lms/client-creates-once', judgeCreates),
  'lms/client-shows-message': judgeScenarios('lms/client-shows-message', judgeMessages),
  'lms/client-final-grade-wins': judgeScenarios('lms/client-final-grade-wins', judgeGrades),
};

/** Creates of one job, whatever their bodies say: a changed title makes a second assignment all the same. */
function creates(observation: ScenarioObservation): readonly Exchange[] {
  return ownRequests(observation).filter(
    (one) => one.request.method === 'POST' && /\/sections\/[^/]+\/assignments\/?$/.test(pathnameOf(one)),
  );
}

/** LMS Connect has no list of assignments to look at, so after an answer that leaves it open nothing may be sent again. */
function mayHaveCreated(exchange: Exchange): boolean {
  const rule = ruleFor(exchange);
  return rule === 'good' || rule === 'lost' || rule === 'backoff' || (exchange.response?.status ?? 0) === 504;
}

function judgeCreates(observation: ScenarioObservation): Look {
  const sent = creates(observation);
  const first = sent.find(mayHaveCreated);
  if (!first) {
    // Refused by our script: nothing was made, and nothing twice. Refused by the sandbox: it was no create to begin with.
    if (sent.length > 0 && sent.every((one) => one.step))
      return withOpen(
        { notes: ['no assignment was made, as the client did not try again'] },
        cutOff(observation),
      );
    return {
      open: { outcome: 'untested', why: 'the client sent no create that could have made an assignment' },
    };
  }
  const again = sent.find((one) => one.seq > first.seq);
  // In a capture there may have been two jobs, or a person may have looked before trying again.
  if (again && observation.captured && (ruleFor(first) === 'good' || isLater(first, again)))
    return {
      open: { outcome: 'cantTell', why: 'the same assignment was created twice, perhaps on purpose' },
    };
  const findings: Finding[] = again
    ? [
        {
          message: 'a create was sent again although the first one may have been carried out',
          expected: 'one create; the rest is for a person to look at',
          actual: `${sent.length} creates; the first got ${describeAnswer(first)}`,
          exchange: again.seq,
        },
      ]
    : [];
  return withOpen({ findings }, cutOff(observation));
}

/** So much later that somebody may have looked in between. */
function isLater(first: Exchange, again: Exchange): boolean {
  return again.request.sentAtMs - answeredAtMs(first) > 120_000;
}

/** Every line of the API's message has to stand somewhere in what the client printed. */
function judgeMessages(observation: ScenarioObservation): Look {
  const refused = ownRequests(observation).find((one) => (one.response?.status ?? 0) >= 400);
  if (!refused) return notProvoked('4xx');
  const open = needsClaim(observation) ?? cutOff(observation);
  if (open) return { open };
  const said = plain(observation.runs.map((run) => run.claim.said).join('\n'));
  const lines = messageOf(refused).split('\n').map(plain).filter(Boolean);
  if (lines.every((line) => said.includes(line))) return {};
  return {
    findings: [
      {
        message: "the API's message did not come through",
        expected: `"${shorten(messageOf(refused))}" in what the client prints`,
        actual: said === '' ? 'it printed nothing' : `"${shorten(said)}"`,
        exchange: refused.seq,
      },
    ],
  };
}

/** Without case, quotation marks, backslashes and runs of white space: a message inside JSON or a log line is shown, too. */
function plain(text: string): string {
  return text
    .replace(/\\+n/g, ' ')
    .replace(/["'\u2018\u2019\u201c\u201d\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Once another body has been sent for the same submission, the older one may not come again. */
function judgeGrades(observation: ScenarioObservation): Look {
  const updates = ownRequests(observation).filter(
    (one) => one.request.method === 'PATCH' && /\/submissions\/[^/]+$/.test(pathnameOf(one)),
  );
  const bodies = [...new Set(updates.map(sameRequestKey))];
  const newest = bodies.at(-1);
  if (bodies.length < 2 || newest === undefined)
    return { open: { outcome: 'untested', why: 'the client sent fewer than two different grades' } };
  const firstNew = updates.find((one) => sameRequestKey(one) === newest);
  const older = updates.find((one) => firstNew && one.seq > firstNew.seq && sameRequestKey(one) !== newest);
  const findings: Finding[] = older
    ? [
        {
          message: 'an older grade was sent after the newer one',
          expected: 'the newer grade to be the last',
          actual: shorten(older.request.body ?? ''),
          exchange: older.seq,
        },
      ]
    : [];
  return withOpen({ findings }, cutOff(observation));
}
