import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, undecided } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { gradesInTraffic } from './lms-captured.ts';
import {
  against,
  caseOn,
  compareFields,
  isSuccess,
  joinVerdicts,
  nothingFound,
  pick,
  recordIn,
  sentBody,
  statusVerdict,
  type Verdict,
} from './lms-material.ts';
import { casesOf, inRole } from './material.ts';

/** What an update of a submission can name. */
export const gradable = [
  'extra_attempts',
  'flags',
  'grade',
  'grade_comment',
  'grade_points',
  'grader_id',
  'override_due_date',
];
/** What a grade book is for. The grader is optional in answers. */
const kept = ['grade', 'grade_comment', 'grade_points'];

/** Each grade that the prober passed back: the answer to the update shows it, and so does the next read. */
export function gradePassback(
  exchanges: readonly Exchange[],
  { subject }: JudgeContext,
): readonly CaseOutcome[] {
  if (subject === 'har')
    return gradesInTraffic(exchanges).flatMap(({ update, read, isAgain }, at) =>
      isAgain ? [] : seenGrade(`grade ${at + 1}`, update, read),
    );
  return [...casesOf(exchanges, 'lms/grade-passback')].flatMap(([name, steps]) => {
    const update = inRole(steps, 'update');
    return update ? [...passed(name, update, inRole(steps, 'read'))] : [];
  });
}

/** The grade that was passed last is the one that is read. A grade that cannot be passed at all is another requirement's. */
export function regradeOverwrites(
  exchanges: readonly Exchange[],
  { subject }: JudgeContext,
): readonly CaseOutcome[] {
  if (subject === 'har')
    return gradesInTraffic(exchanges).flatMap(({ update, read, isAgain }, at) =>
      isAgain ? seenGrade(`grade ${at + 1}`, update, read) : [],
    );
  return [...casesOf(exchanges, 'lms/regrade-overwrites')].flatMap(([name, steps]) => {
    const update = inRole(steps, 'update');
    if (!update) return [];
    const first = exchanges.findLast((one) => isFirstGrade(one, update));
    if (!first || !recordIn(first))
      return [undecided(name, 'cantTell', 'the first grade did not arrive, so it could not be replaced')];
    const read = inRole(steps, 'read');
    return [
      caseOn(`${name}, answered`, update, (one) =>
        joinVerdicts([statusVerdict(one, 200), shows(one, update)]),
      ),
      caseOn(`${name}, read`, isSuccess(update) ? read : undefined, (one) => shows(one, update)),
    ];
  });
}

/** A read of the same submission before it was graded again, which shows the grade of then. */
function isFirstGrade(one: Exchange, update: Exchange): boolean {
  return (
    one.step?.claim === 'lms/grade-passback' &&
    one.step.role === 'read' &&
    one.seq < update.seq &&
    one.request.path === update.request.path
  );
}

/** As somebody passed it: a read that is not in the capture shows nothing. */
function seenGrade(name: string, update: Exchange, read: Exchange | undefined): readonly CaseOutcome[] {
  if (read) return passed(name, update, read);
  return [
    ...passed(name, update, undefined).slice(0, 1),
    undecided(`${name}, read`, 'untested', 'it was not read right after'),
  ];
}

function passed(name: string, update: Exchange, read: Exchange | undefined): readonly CaseOutcome[] {
  return [
    caseOn(`${name}, answered`, update, (one) => joinVerdicts([statusVerdict(one, 200), shows(one, update)])),
    caseOn(`${name}, read`, isSuccess(update) ? read : undefined, (one) =>
      joinVerdicts([statusVerdict(one, 200), shows(one, update)]),
    ),
  ];
}

/** The grade of `update` stands in the answer. */
function shows(exchange: Exchange, update: Exchange): Verdict {
  if (!isSuccess(exchange)) return nothingFound;
  const record = recordIn(exchange);
  if (!record) return against(exchange, 'the answer is no submission', '{"data": …} with an id');
  const sent = pick(sentBody(update), gradable);
  // Points of zero may be left out where the grade itself says so (the description omits empty values).
  const strict = kept.filter((field) => sent[field] !== 0);
  return compareFields(exchange, sent, record, { like: 'as passed back', strict });
}
