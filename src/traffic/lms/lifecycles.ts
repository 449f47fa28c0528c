import { lmsErrorTable } from '../../../contracts/lms-errors.ts';
import { type LifecycleStep, lifecycleSteps } from '../../../contracts/steps/lms.ts';
import type { Members } from '../../exchange.ts';
import type { Certainty } from '../certainty.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import { type ExpectedField, expectFields, guaranteedFields, pick, writableFields } from './fields.ts';
import { isSuccess, recordOf, sentBody, shownBefore } from './responses.ts';

/** One step in the lifecycle of an assignment. */
export interface LifecycleCase {
  readonly name: string;
  readonly step: LifecycleStep;
  /** `undefined` where the step was not sent, or cannot show anything since the step before it failed. */
  readonly exchange: ReadExchange | undefined;
  /** Guaranteed fields that the record in a success lacks; all of them where it is not a record. */
  readonly missingFields: readonly string[];
  /** What the response should show as it was sent. */
  readonly sent: readonly ExpectedField[];
  /** What the response should show as it was before. */
  readonly unchanged: readonly ExpectedField[];
  /** The LMS refused to create the assignment, as it may where it wants more fields or does not know the students. */
  readonly isRefusedByLms: boolean;
  /** It asks for what an LMS need not have, so it may be refused. */
  readonly isOptional: boolean;
  /** Another assignment was seen in full, so gaps here do not matter. */
  readonly listedOnFailure: boolean;
}

/** Fields that a teacher would miss. Others are optional, and an LMS may not have them. */
const indispensable = ['title', 'description', 'due_date'];

/** The lifecycles of assignments, step by step. */
export function readLifecycles(
  cases: readonly StepCase<'lms/create-read-update-delete'>[],
  { ownSteps, syntheticData }: Certainty,
): readonly LifecycleCase[] {
  const steps = lifecycleSteps.filter((step) => ownSteps || !ofProbesOnly.has(step));
  const single = cases.filter((one) => !isFurther(one));
  const lives = [...Map.groupBy(single, (one) => prefixOf(one.name))].map(([prefix, some]) => {
    const at = new Map(some.map((one) => [one.name.slice(prefix.length), one.exchanges.at(-1)]));
    return { prefix, at, gaps: steps.filter((step) => !at.has(step)).length };
  });
  const fewestGaps = Math.min(...lives.map((one) => one.gaps));
  const best = lives.find((one) => one.gaps === fewestGaps);
  return lives.flatMap((life): readonly LifecycleCase[] => {
    const at = (step: LifecycleStep) => life.at.get(step);
    const create = at('create');
    if (!create) return [];
    const isRefusedByLms = !syntheticData && isRefusal(create);
    const listedOnFailure = life !== best && life.gaps > 0;
    return (isRefusedByLms ? (['create'] as const) : steps).map((step) => ({
      name: life.prefix + step,
      step,
      ...readStep(step, at),
      isRefusedByLms,
      isOptional: false,
      listedOnFailure,
    }));
  });
}

/** Steps that only the suite's probes are sure to send. */
const ofProbesOnly: ReadonlySet<LifecycleStep> = new Set<LifecycleStep>([
  'change the due date',
  'read the due date',
  'read again',
  'look for it again',
  'look for its submissions',
  'look for a submission',
  'change it after all',
  'look for it after that',
]);

type Case = StepCase<'lms/create-read-update-delete'>;

function isFurther(one: Case): boolean {
  return one.role('create') !== undefined || one.role('change') !== undefined;
}

/** Creates of other assignments, and changes of one field, each with the read after it. */
export function readFurtherWrites(
  exchanges: readonly ReadExchange[],
  cases: readonly Case[],
  { syntheticData }: Certainty,
): readonly LifecycleCase[] {
  return cases.filter(isFurther).flatMap((one): readonly LifecycleCase[] => {
    const [create, change] = [one.role('create'), one.role('change')];
    const write = create ?? change;
    if (!write) return [];
    const before = change && shownBefore(change, change.request.path, exchanges);
    const isRefusedByLms = create !== undefined && !syntheticData && isRefusal(create);
    const step = create ? 'create' : 'change';
    const written: LifecycleCase = {
      name: `${one.name}, ${step}`,
      step,
      ...compare(write, write, before),
      isRefusedByLms,
      // A whole class is what the documents recommend, for most LMSs.
      isOptional: one.name.startsWith('graded ') || (one.name === 'for the whole class' && !syntheticData),
      listedOnFailure: false,
    };
    if (isRefusedByLms) return [written];
    const read = isSuccess(write) ? one.role('read') : undefined;
    return [
      written,
      { ...written, name: `${one.name}, read`, step: 'read', ...compare(read, write, before ?? create) },
    ];
  });
}

/** `assignment 2, ` where there are several. */
function prefixOf(name: string): string {
  return /^assignment \d+, /.exec(name)?.[0] ?? '';
}

type At = (step: LifecycleStep) => ReadExchange | undefined;

function readStep(
  step: LifecycleStep,
  at: At,
): Pick<LifecycleCase, 'exchange' | 'missingFields' | 'sent' | 'unchanged'> {
  switch (step) {
    case 'create':
      return compare(at('create'), at('create'), undefined);
    case 'read':
      return compare(at('read'), at('create'), at('create'), {});
    case 'change':
      return compare(at('change'), at('change'), at('read'));
    case 'read after the change':
      return compare(after('change', step, at), at('change'), at('read'));
    case 'change the due date':
      return compare(at(step), at(step), at('read after the change'));
    case 'read the due date': {
      const change = at('change the due date');
      return compare(after('change the due date', step, at), change, at('read after the change'));
    }
    case 'read again':
      return compare(at(step), undefined, at('read the due date'), {});
    case 'delete':
      return { exchange: at(step), missingFields: [], sent: [], unchanged: [] };
    default:
      return { exchange: after('delete', step, at), missingFields: [], sent: [], unchanged: [] };
  }
}

/** A read after a write that did not succeed shows nothing about it. */
function after(write: LifecycleStep, read: LifecycleStep, at: At): ReadExchange | undefined {
  const written = at(write);
  return written && isSuccess(written) ? at(read) : undefined;
}

/** What the response should show of what `write` sent, and of what was `before` and is not among the `changed` fields. */
function compare(
  exchange: ReadExchange | undefined,
  write: ReadExchange | undefined,
  before: ReadExchange | undefined,
  changed: Members = sentBody(write),
): ReturnType<typeof readStep> {
  const [record, earlier] = [recordOf(exchange), recordOf(before)];
  const rest = [...writableFields, 'id'].filter((name) => !Object.hasOwn(changed, name));
  const isOptional = (name: string) => !indispensable.includes(name);
  return {
    exchange,
    missingFields:
      exchange && isSuccess(exchange)
        ? guaranteedFields.filter((name) => typeof record?.[name] !== 'string')
        : [],
    sent:
      exchange && record
        ? expectFields(exchange, pick(sentBody(write), writableFields), record, isOptional)
        : [],
    unchanged: exchange && record && earlier ? expectFields(exchange, pick(earlier, rest), record) : [],
  };
}

/** Errors that a good create may get from an LMS. */
const refusals: readonly string[] = [
  'lms-errors/lms-missing-required-field',
  'lms-errors/no-valid-assignees',
];

function isRefusal(create: ReadExchange): boolean {
  return lmsErrorTable.some(
    ({ id, status, pattern, flags }) =>
      refusals.includes(id) && create.status === status && new RegExp(pattern, flags).test(create.message),
  );
}
