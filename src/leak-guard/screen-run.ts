import type { JudgedExtra } from '../claims/extra.ts';
import type { JudgedRequirement, RunResult } from '../claims/run-result.ts';
import type { Exchange, HeaderMap, RecordedResponse } from '../exchange.ts';
import type { Screen } from '../leaks/scanner.ts';
import type { CaseOutcome } from '../outcome.ts';
import type { Evidence, RecordedObservation } from '../result.ts';

/** The parts of a run that can contain data of its traffic. All else is the suite's own. */
export type ScreenedParts = Pick<RunResult, 'evidence' | 'outcomes' | 'extra'>;

/** Passes every field with data of the traffic to the screen. Unchanged parts are the same objects as before. */
export function screenRun({ evidence, outcomes, extra }: ScreenedParts, screen: Screen): ScreenedParts {
  return {
    evidence: screenEvidence(evidence, screen),
    outcomes: same(outcomes, (one) => screenOutcome(one, screen)),
    ...(extra ? { extra: same(extra, (one) => screenExtra(one, screen)) } : {}),
  };
}

function screenEvidence(evidence: Evidence, screen: Screen): Evidence {
  const { inconclusive, notProvoked, exchanges, observations } = evidence;
  const after: Evidence = {
    ...evidence,
    exchanges: same(exchanges, (one) => screenExchange(one, screen)),
    ...(observations ? { observations: same(observations, (one) => screenObservation(one, screen)) } : {}),
  };
  const shown =
    inconclusive === undefined ? undefined : screen.text(inconclusive, 'reason of the verdict', 'the run');
  if (shown !== inconclusive && shown !== undefined)
    return {
      ...after,
      inconclusive: shown,
      // A run that ended early gives its reason for every requirement.
      notProvoked: Object.fromEntries(
        Object.entries(notProvoked).map(([id, why]) => [id, why === inconclusive ? shown : why]),
      ),
    };
  const isSame = after.exchanges === exchanges && after.observations === observations;
  return isSame ? evidence : after;
}

function screenExchange(exchange: Exchange, screen: Screen): Exchange {
  const { seq, step, request, response, failure } = exchange;
  const place = `exchange ${seq}`;
  const headers = (all: HeaderMap, field: string): HeaderMap =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        screen.text(name, `name of a ${field} header`, place),
        screen.header(value, name, field, place),
      ]),
    );
  const screenResponse = (one: RecordedResponse): RecordedResponse => {
    const all = keep(one.headers, headers(one.headers, 'response'));
    // Read once: a long body may be stored compressed.
    const before = one.body;
    const body = screen.body(before, 'response body', place);
    return all === one.headers && body === before ? one : { ...one, headers: all, body };
  };
  return keep(exchange, {
    ...exchange,
    ...(step
      ? { step: keep(step, { ...step, case: screen.text(step.case, 'case of a request', place) }) }
      : {}),
    request: keep(request, {
      ...request,
      method: screen.text(request.method, 'request method', place),
      origin: screen.text(request.origin, 'origin', place),
      path: screen.text(request.path, 'request path', place),
      headers: keep(request.headers, headers(request.headers, 'request')),
      ...(request.body === undefined ? {} : { body: screen.body(request.body, 'request body', place) }),
    }),
    ...(response ? { response: screenResponse(response) } : {}),
    ...(failure
      ? { failure: keep(failure, { ...failure, message: screen.text(failure.message, 'failure', place) }) }
      : {}),
  });
}

function screenObservation(observation: RecordedObservation, screen: Screen): RecordedObservation {
  const { scenario, runs, truth } = observation;
  const ids = (all: readonly string[], field: string) => same(all, (id) => screen.text(id, field, scenario));
  return keep(observation, {
    ...observation,
    truth: ids(truth, 'id of the collection'),
    runs: same(runs, (run) => {
      const { claim } = run;
      const after = keep(claim, {
        ...claim,
        ids: ids(claim.ids, 'reported id'),
        said: screen.text(claim.said, 'output of the client', scenario),
      });
      return after === claim ? run : { ...run, claim: after };
    }),
  });
}

/** The words of its claim are of the user, too. */
function screenExtra(judged: JudgedExtra, screen: Screen): JudgedExtra {
  const after = screenOutcome(judged, screen);
  return keep(after, { ...after, says: screen.text(after.says, 'claim', judged.id) });
}

function screenOutcome<Judged extends Pick<JudgedRequirement, 'outcome'> & { readonly id: string }>(
  judged: Judged,
  screen: Screen,
): Judged {
  const { id, outcome } = judged;
  const text = (value: string, field: string) => screen.text(value, field, id);
  const cases = same(outcome.cases, (one): CaseOutcome => {
    const name = text(one.name, 'name of a case');
    const findings = same(one.findings, (finding) =>
      keep(finding, {
        ...finding,
        message: text(finding.message, 'finding'),
        expected: text(finding.expected, 'expected value'),
        actual: text(finding.actual, 'actual value'),
      }),
    );
    const notes = one.notes && same(one.notes, (note) => text(note, 'note'));
    const after = { ...one, name, findings, ...(notes ? { notes } : {}) } as CaseOutcome;
    return keep(
      one,
      one.why === undefined ? after : ({ ...after, why: text(one.why, 'reason') } as CaseOutcome),
    );
  });
  const why = outcome.why === undefined ? undefined : text(outcome.why, 'reason');
  if (cases === outcome.cases && why === outcome.why) return judged;
  return { ...judged, outcome: { ...outcome, cases, ...(why === undefined ? {} : { why }) } };
}

/** `before` if no member differs. */
function keep<T extends object>(before: T, after: T): T {
  const members = Object.keys(before) as (keyof T)[];
  return members.every((name) => before[name] === after[name]) ? before : after;
}

/** `before` if no item differs. */
function same<T>(before: readonly T[], screenOne: (one: T) => T): readonly T[] {
  const after = before.map(screenOne);
  return after.every((one, at) => one === before[at]) ? before : after;
}
