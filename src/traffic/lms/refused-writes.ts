import type { Members } from '../../exchange.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import {
  type ExpectedField,
  expectFields,
  gradableFields,
  isSameValue,
  pick,
  writableFields,
} from './fields.ts';
import { recordOf, sentBody, submissionsOf } from './responses.ts';

/** An assignment and its submissions as they were read at one moment. Captured traffic shows the assignment only. */
interface Reading {
  readonly assignment: ReadExchange;
  readonly submissions?: ReadExchange | undefined;
}

/** Refused writes between two readings of the same assignment. */
export interface RefusedWrites {
  readonly name: string;
  readonly writes: readonly ReadExchange[];
  readonly before: Reading;
  readonly after: Reading;
}

type Cases = readonly StepCase<'lms/failed-write-changes-nothing'>[];

/** The suite reads before and after the writes of each error; captured traffic shows single writes. */
export function readRefusedWrites(
  exchanges: readonly ReadExchange[],
  cases: Cases,
): readonly RefusedWrites[] {
  return [...betweenReadings(exchanges, cases), ...cases.flatMap(singleWrite)];
}

function betweenReadings(exchanges: readonly ReadExchange[], cases: Cases): readonly RefusedWrites[] {
  const readings = readingsIn(cases);
  return readings.slice(1).flatMap((after, index) => {
    const before = readings[index];
    // Each probe has an assignment of its own.
    if (before?.assignment.request.path !== after.assignment.request.path) return [];
    const writes = exchanges.filter(
      (one) =>
        one.seq > (before.submissions ?? before.assignment).seq &&
        one.seq < after.assignment.seq &&
        one.step?.role === 'asked' &&
        one.method !== 'GET',
    );
    const name = writes[0]?.step?.claim.replace(/^[^/]*\//, '');
    return name === undefined ? [] : [{ name, writes, before, after }];
  });
}

function readingsIn(cases: Cases): readonly Reading[] {
  const looks = cases
    .flatMap((one) => one.roles('look').map((exchange) => ({ what: one.name, exchange })))
    .toSorted((a, b) => a.exchange.seq - b.exchange.seq);
  return looks.flatMap(({ what, exchange: assignment }, index) => {
    const next = looks[index + 1];
    return what === 'assignment' && next?.what === 'submissions'
      ? [{ assignment, submissions: next.exchange }]
      : [];
  });
}

function singleWrite(one: Cases[number]): readonly RefusedWrites[] {
  const [before, write, after] = [one.role('before'), one.role('write'), one.role('after')];
  if (!before || !write || !after) return [];
  return [{ name: one.name, writes: [write], before: { assignment: before }, after: { assignment: after } }];
}

/** Fields of the assignment, each with its value before and after the writes. */
export function assignmentFields({ before, after }: RefusedWrites): readonly ExpectedField[] {
  const [was, is] = [recordOf(before.assignment), recordOf(after.assignment)];
  return was && is ? bothWays(after.assignment, was, is, writableFields) : [];
}

/** Fields of the submissions that are there before and after the writes. */
export function submissionFields({ before, after }: RefusedWrites): readonly ExpectedField[] {
  const { submissions } = after;
  if (!before.submissions || !submissions) return [];
  const now = submissionsOf(submissions) ?? [];
  return (submissionsOf(before.submissions) ?? []).flatMap((was) => {
    const is = now.find((one) => one.user_id === was.user_id);
    return is ? bothWays(submissions, was, is, gradableFields) : [];
  });
}

/** Both directions, so that what was added shows as well as what was changed or removed. */
function bothWays(
  exchange: ReadExchange,
  was: Members,
  is: Members,
  fields: readonly string[],
): readonly ExpectedField[] {
  const kept = expectFields(exchange, pick(was, fields), is);
  const names = new Set(kept.map((one) => one.name));
  const added = fields.filter((name) => !names.has(name) && Object.hasOwn(is, name));
  return [
    ...kept,
    ...added.map((name) => ({
      exchange,
      name,
      expected: undefined,
      actual: is[name],
      mayBeAbsent: false,
    })),
  ];
}

/** Whether a field of the assignment now has the value that a write asked for, and had another one before. */
export function showsWrittenValue({ writes, before, after }: RefusedWrites): boolean {
  const [was, is] = [recordOf(before.assignment), recordOf(after.assignment)];
  return writes.some((write) =>
    Object.entries(pick(sentBody(write), writableFields)).some(
      ([name, value]) => isSameValue(is?.[name], value) && !isSameValue(was?.[name], value),
    ),
  );
}
