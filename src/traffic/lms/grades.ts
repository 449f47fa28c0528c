import type { Members } from '../../exchange.ts';
import type { Certainty } from '../certainty.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import { type ExpectedField, expectFields, gradableFields, pick } from './fields.ts';
import { isSuccess, recordOf, sentBody, shownBefore, submissionsOf } from './responses.ts';

/** A response that should show a grade. */
export interface ShownGrade {
  readonly name: string;
  /** `undefined` where the submission was not read, or the update before it failed. */
  readonly exchange: ReadExchange | undefined;
  readonly fields: readonly ExpectedField[];
  /** Only fields were sent that an LMS need not have, so it may refuse them. */
  readonly isOptional: boolean;
}

/** A response that should show a grade that replaced another one. */
export interface Regrade extends ShownGrade {
  /** Whether an earlier grade of the submission had arrived. */
  readonly replacesGrade: boolean;
}

/** What a grade book is for. Other fields, such as the grader, are optional in responses. */
const indispensable = ['grade', 'grade_comment', 'grade_points'];

type GradeCase = StepCase<'lms/grade-passback' | 'lms/regrade-overwrites'>;

/** The response to each update with a grade, and to the read after it. */
export function readGrades(cases: readonly GradeCase[]): readonly ShownGrade[] {
  return cases.flatMap((one): readonly ShownGrade[] => {
    const update = one.role('update');
    if (!update) return [];
    return [
      show(`${one.name}, answered`, update, update),
      show(`${one.name}, read`, isSuccess(update) ? one.role('read') : undefined, update),
    ];
  });
}

/**
 * The same for grades that replace one; where no earlier grade arrived, only the update. What an update does not name stays: of the
 * suite's own submissions this is certain, since no one else grades them.
 */
export function readRegrades(
  exchanges: readonly ReadExchange[],
  cases: readonly GradeCase[],
  { ownSteps }: Certainty,
): readonly Regrade[] {
  return cases.flatMap((one): readonly Regrade[] => {
    const update = one.role('update');
    if (!update) return [];
    const before = shownBefore(update, update.request.path, exchanges);
    if (!before) return [{ ...show(one.name, update, update), replacesGrade: false }];
    return readGrades([one]).map((grade) => ({
      ...grade,
      fields: [...grade.fields, ...(ownSteps ? keptFields(grade.exchange, update, before) : [])],
      replacesGrade: true,
    }));
  });
}

/** What a list of submissions should show: each as it was read last, by itself. */
export function readListedGrades(
  exchanges: readonly ReadExchange[],
  cases: readonly GradeCase[],
): readonly ShownGrade[] {
  return cases.flatMap((one) => {
    const list = one.role('list');
    if (!list) return [];
    const paths = new Set(
      exchanges
        .filter((read) => read.seq < list.seq && read.request.path.startsWith(`${list.pathname}/`))
        .map((read) => read.request.path),
    );
    const latest = [...paths].flatMap((path) => shownBefore(list, path, exchanges) ?? []);
    return latest.map((read, at) => ({
      name: `${one.name}, student ${at + 1}`,
      exchange: list,
      fields: listedFields(list, recordOf(read) ?? {}),
      isOptional: false,
    }));
  });
}

function listedFields(list: ReadExchange, known: Members): readonly ExpectedField[] {
  const listed = submissionsOf(list);
  if (!listed) return [];
  const record = listed.find((one) => one.user_id === known.user_id) ?? {};
  return expectFields(list, pick(known, gradableFields), record, (name) => isOptional(name, known));
}

function show(name: string, exchange: ReadExchange | undefined, update: ReadExchange): ShownGrade {
  const sent = Object.keys(sentBody(update));
  return {
    name,
    exchange,
    fields: exchange ? fieldsOf(exchange, update) : [],
    isOptional: sent.length > 0 && !sent.some((field) => indispensable.includes(field)),
  };
}

function fieldsOf(exchange: ReadExchange, update: ReadExchange): readonly ExpectedField[] {
  const record = recordOf(exchange);
  if (!record) return [];
  const sent = pick(sentBody(update), gradableFields);
  return expectFields(exchange, sent, record, (name) => isOptional(name, sent));
}

/** Points of zero may be left out where the grade itself says so: the documents omit empty values. */
function isOptional(field: string, values: Members): boolean {
  return !indispensable.includes(field) || values[field] === 0;
}

/** What the update does not name. An LMS may derive the grade from the points, and the points from the grade. */
function keptFields(
  exchange: ReadExchange | undefined,
  update: ReadExchange,
  before: ReadExchange | undefined,
): readonly ExpectedField[] {
  const [record, earlier] = [recordOf(exchange), recordOf(before)];
  if (!exchange || !record || !earlier) return [];
  const sent = sentBody(update);
  const isGraded = 'grade' in sent || 'grade_points' in sent;
  const kept = indispensable.filter(
    (name) => !(name in sent) && !(isGraded && name !== 'grade_comment') && name in earlier,
  );
  return expectFields(exchange, pick(earlier, kept), record, (name) => earlier[name] === 0);
}
