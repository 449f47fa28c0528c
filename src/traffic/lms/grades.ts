import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import { type ExpectedField, expectFields, gradableFields, pick } from './fields.ts';
import { isSuccess, recordOf, sentBody } from './responses.ts';

/** A response that should show a grade. */
export interface ShownGrade {
  readonly name: string;
  /** `undefined` where the submission was not read, or the update before it failed. */
  readonly exchange: ReadExchange | undefined;
  readonly fields: readonly ExpectedField[];
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

/** The same for grades that replace one; where no earlier grade arrived, only the update. */
export function readRegrades(
  exchanges: readonly ReadExchange[],
  cases: readonly GradeCase[],
): readonly Regrade[] {
  return cases.flatMap((one): readonly Regrade[] => {
    const update = one.role('update');
    if (!update) return [];
    if (!replacesGrade(update, exchanges))
      return [{ ...show(one.name, update, update), replacesGrade: false }];
    return readGrades([one]).map((grade) => ({ ...grade, replacesGrade: true }));
  });
}

function show(name: string, exchange: ReadExchange | undefined, update: ReadExchange): ShownGrade {
  return { name, exchange, fields: exchange ? fieldsOf(exchange, update) : [] };
}

function fieldsOf(exchange: ReadExchange, update: ReadExchange): readonly ExpectedField[] {
  const record = recordOf(exchange);
  if (!record) return [];
  const sent = pick(sentBody(update), gradableFields);
  // Points of zero may be left out where the grade itself says so: the documents omit empty values.
  return expectFields(exchange, sent, record, (name) => !indispensable.includes(name) || sent[name] === 0);
}

/** The last exchange about the submission before the update shows it. */
function replacesGrade(update: ReadExchange, exchanges: readonly ReadExchange[]): boolean {
  const earlier = exchanges.findLast(
    (one) => one.seq < update.seq && one.request.path === update.request.path,
  );
  return recordOf(earlier) !== undefined;
}
