import { type LmsErrorRow, lmsErrorTable } from '../../contracts/lms-errors.ts';
import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, judged, outcomeOf, undecided } from '../outcome.ts';
import type { Judge, JudgeContext, ServerJudges } from './judge.ts';
import { answerVerdict } from './lms-error-answer.ts';
import { askedInTraffic, wasThere } from './lms-errors-captured.ts';
import { isServed, isSuccess, lmsOnly, templateOf, troubleOf } from './lms-material.ts';
import { addressOf, casesOf, inRole } from './material.ts';

/** Cases that a row has to have, where what a target offers may keep one from being provoked. */
const wanted: Partial<Record<LmsErrorRow['id'], readonly string[]>> = {
  'lms-errors/user-not-found': [
    'read, not enrolled',
    'update, not enrolled',
    'read, not assigned',
    'update, not assigned',
  ],
};

/**
 * One judge for each row of the error table, made from the row. A case is an exchange in the role `asked`, and counts only
 * where a good request of its kind was served.
 */
function judgeRow(row: LmsErrorRow): Judge {
  return (exchanges, context) => {
    if (context.subject === 'har')
      return outcomeOf(
        askedInTraffic(row, exchanges, context).map(({ name, asked }) =>
          judgeCase(row, name, asked, exchanges, context),
        ),
        'no request of that kind was sent to LMS Connect',
      );
    const provoked = casesOf(exchanges, row.id);
    const cases = [...provoked].flatMap(([name, steps]) => {
      const asked = inRole(steps, 'asked');
      return asked ? [judgeCase(row, name, asked, exchanges, context)] : [];
    });
    const missing = (wanted[row.id] ?? []).filter((name) => cases.length > 0 && !provoked.has(name));
    return outcomeOf(
      [...cases, ...missing.map((name) => undecided(name, 'untested', 'no such student was found'))],
      'no such request was sent: no section to work with was found, or no assignment could be created in it',
    );
  };
}

function judgeCase(
  row: LmsErrorRow,
  name: string,
  asked: Exchange,
  exchanges: readonly Exchange[],
  context: JudgeContext,
): CaseOutcome {
  const trouble = troubleOf(asked);
  if (trouble !== undefined) return undecided(name, 'cantTell', trouble);
  const { findings, notes } = answerVerdict(row, asked);
  if (isControlled(row, asked, exchanges, context)) return judged(name, findings, notes);
  // What is served to nobody is refused to everybody: only a success, or an answer that differs from that to a good
  // request, still tells something. A read of what was not deleted tells nothing at all.
  const tells =
    row.id !== 'lms-errors/deleted-assignment' && (isSuccess(asked) || isToldApart(asked, exchanges));
  return findings.length > 0 && tells
    ? judged(name, findings)
    : undecided(name, 'cantTell', 'no good request of this kind was served, so a refusal tells nothing');
}

/** Whether a good request of the same kind was served in this run. */
function isControlled(
  row: LmsErrorRow,
  asked: Exchange,
  exchanges: readonly Exchange[],
  { profiles, subject }: JudgeContext,
): boolean {
  if (row.id === 'lms-errors/deleted-assignment') {
    if (subject === 'har') return wasThere(asked, exchanges);
    // By the prober's own steps: ids may come again after a test server was set back.
    const steps = casesOf(exchanges, row.id).get(asked.step?.case ?? '') ?? [];
    return ['before', 'delete'].every((role) => {
      const step = inRole(steps, role);
      return step !== undefined && isServed(step);
    });
  }
  const good = exchanges.filter((one) => one.step?.role !== 'asked' && isServed(one));
  if (row.id === 'lms-errors/unsupported-method') {
    const template = templateOf(asked, profiles);
    // A section that does not exist may be looked up before the method is.
    if (asked.response?.status === 404 && /\/sections\/0{24}\//.test(asked.request.path)) return false;
    return template !== undefined && good.some((one) => templateOf(one, profiles) === template);
  }
  const operation = addressOf(asked, lmsOnly(profiles))?.operation.id;
  return good.some(
    (one) => addressOf(one, lmsOnly(profiles))?.operation.id === operation && operation !== undefined,
  );
}

/** Whether a good request for the same kind of thing was answered with another status, successful or not. */
function isToldApart(asked: Exchange, exchanges: readonly Exchange[]): boolean {
  const control = exchanges.findLast(
    (one) => one.step?.role === 'control' && one.request.path === asked.request.path,
  );
  return control?.response !== undefined && control.response.status !== asked.response?.status;
}

/** The 17 rows of the error table, each by status and message. */
export const lmsErrorsJudges = Object.fromEntries(
  lmsErrorTable.map((row) => [row.id, judgeRow(row)]),
) as ServerJudges<'lms-errors'>;
