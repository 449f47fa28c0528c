import { type Exchange, jsonOf, type Members } from '../exchange.ts';
import { type CaseOutcome, type Finding, judged, undecided } from '../outcome.ts';
import { findingAt } from './answers.ts';
import type { JudgeContext } from './judge.ts';
import { writable } from './lms-assignments.ts';
import { type RefusedWrite, refusedWritesInTraffic } from './lms-captured.ts';
import { gradable } from './lms-grades.ts';
import {
  compareFields,
  isAbsent,
  isSuccess,
  pick,
  recordIn,
  sentBody,
  submissionsIn,
  troubleOf,
} from './lms-material.ts';
import { describeAnswer } from './material.ts';

const claim = 'lms/failed-write-changes-nothing';

/** How the assignment and its submissions stood at one moment. */
interface Look {
  readonly assignment: Exchange;
  readonly submissions: Exchange;
}

/**
 * The prober looks at assignment and submissions before and after the refused writes of each row; a row is a case. There is
 * no list of assignments, so what a refused create leaves behind shows only where its answer names it.
 */
export function failedWriteChangesNothing(
  exchanges: readonly Exchange[],
  { subject }: JudgeContext,
): readonly CaseOutcome[] {
  if (subject === 'har') return refusedWritesInTraffic(exchanges).map(judgeSeen);
  const looks = looksIn(exchanges);
  return looks.slice(1).flatMap((after, index) => {
    const before = looks[index];
    // Each probe has an assignment of its own.
    if (before?.assignment.request.path !== after.assignment.request.path) return [];
    const writes = exchanges.filter(
      (one) =>
        one.seq > before.submissions.seq &&
        one.seq < after.assignment.seq &&
        one.step?.role === 'asked' &&
        one.request.method !== 'GET',
    );
    const name = writes[0]?.step?.claim.replace(/^[^/]*\//, '');
    return name === undefined ? [] : [judgeWrites(name, writes, before, after)];
  });
}

/** In somebody's traffic a change is the write's only where it is what the write asked for. */
function judgeSeen({ before, write, after }: RefusedWrite): CaseOutcome {
  const name = `${write.request.method} (request ${write.seq})`;
  const [was, is, sent] = [recordIn(before) ?? {}, recordIn(after) ?? {}, sentBody(write)];
  const findings = assignmentFindings(was, after);
  const isWritten = writable.some(
    (field) =>
      sent[field] !== undefined &&
      JSON.stringify(is[field]) === JSON.stringify(sent[field]) &&
      JSON.stringify(was[field]) !== JSON.stringify(sent[field]),
  );
  if (findings.length > 0 && !isWritten)
    return undecided(name, 'cantTell', 'the assignment changed meanwhile, perhaps by somebody else');
  return judged(name, [...namesSomethingNew(write), ...findings]);
}

function looksIn(exchanges: readonly Exchange[]): readonly Look[] {
  const own = exchanges.filter((one) => one.step?.claim === claim && one.step.role === 'look');
  return own.flatMap((assignment, index) => {
    const submissions = own[index + 1];
    return assignment.step?.case === 'assignment' && submissions?.step?.case === 'submissions'
      ? [{ assignment, submissions }]
      : [];
  });
}

function judgeWrites(name: string, writes: readonly Exchange[], before: Look, after: Look): CaseOutcome {
  const trouble = [...writes, before.assignment, before.submissions, after.assignment, after.submissions]
    .map(troubleOf)
    .find((one) => one !== undefined);
  if (trouble !== undefined) return undecided(name, 'cantTell', trouble);
  const [record, submissions] = [recordIn(before.assignment), submissionsIn(before.submissions)];
  if (!record || !submissions)
    return undecided(name, 'cantTell', 'the assignment could not be read before the write');
  const accepted = writes.find((one) => isSuccess(one));
  if (accepted) return undecided(name, 'cantTell', `a write was not refused: ${describeAnswer(accepted)}`);
  return judged(name, [
    ...writes.flatMap(namesSomethingNew),
    ...assignmentFindings(record, after.assignment),
    ...submissionFindings(submissions, after.submissions),
  ]);
}

/** A refusal that names what it has created. */
function namesSomethingNew(write: Exchange): readonly Finding[] {
  const data = (jsonOf(write) as { data?: { id?: unknown } } | null | undefined)?.data;
  if (typeof data?.id !== 'string') return [];
  return [findingAt(write, 'a refused write answers with a record', 'no data')];
}

function assignmentFindings(before: Members, look: Exchange): readonly Finding[] {
  const now = recordIn(look);
  if (!now) return [findingAt(look, 'the assignment cannot be read any more', '200, as before')];
  return changes(look, pick(before, writable), now, writable, 'the assignment');
}

function submissionFindings(before: readonly Members[], look: Exchange): readonly Finding[] {
  const now = submissionsIn(look);
  if (!now) return [findingAt(look, 'the submissions cannot be read any more', '200, as before')];
  const users = [...new Set([...before, ...now].map((one) => String(one.user_id)))];
  return users.flatMap((user) => {
    const [was, is] = [before, now].map((list) => list.find((one) => one.user_id === user));
    if (!was || !is) {
      const actual = is ? 'there is a new one' : 'it is gone';
      return [findingAt(look, 'a submission came or went', 'no change', actual)];
    }
    return changes(look, pick(was, gradable), is, gradable, 'a submission');
  });
}

/** Both ways round, so that what was added shows as well as what was changed or taken away. */
function changes(
  look: Exchange,
  before: Members,
  now: Members,
  fields: readonly string[],
  what: string,
): readonly Finding[] {
  const { findings } = compareFields(look, before, now, { like: `as before in ${what}`, strict: fields });
  const added = fields.filter((name) => isAbsent(before[name]) && !isAbsent(now[name]));
  return [
    ...findings,
    ...added.map((name) =>
      findingAt(look, `${name} is new in ${what}`, 'absent, as before', JSON.stringify(now[name])),
    ),
  ];
}
