import { type LmsErrorId, lmsErrorTable } from '../../../contracts/lms-errors.ts';
import type { OperationIndex } from '../operations.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepCase } from '../steps.ts';
import { isServed, isSuccess } from './responses.ts';

/** A request that has to be refused with one error of the table. */
export interface ErrorCase {
  readonly name: string;
  /** `undefined` where the suite found no student for it. */
  readonly asked: ReadExchange | undefined;
  /** A good request of the same kind was served, or LMS Connect is visible otherwise: a refusal is about the fault of this one. */
  readonly isControlled: boolean;
  /** Even without that the response can be wrong: it is a success, or differs from that to a good request. */
  readonly mayBeWrong: boolean;
}

/** Errors of reads that need no assignment: where nothing may be created, another documented error is the control. */
const visibleWithoutWrites: ReadonlySet<LmsErrorId> = new Set<LmsErrorId>([
  'lms-errors/no-token',
  'lms-errors/invalid-token',
  'lms-errors/invalid-assignment-id',
]);

/** Errors of callers, whatever they ask for. */
const callerErrors: ReadonlySet<LmsErrorId> = new Set<LmsErrorId>([
  'lms-errors/no-token',
  'lms-errors/invalid-token',
]);

/** Cases that an error needs, although a district may not have the students for them. */
const needed: Partial<Record<LmsErrorId, readonly string[]>> = {
  'lms-errors/user-not-found': [
    'read, not enrolled',
    'update, not enrolled',
    'read, not assigned',
    'update, not assigned',
  ],
};

/** Reads the cases of each error; what was served is looked up once. */
export class ErrorCases {
  readonly #exchanges: readonly ReadExchange[];
  readonly #operations: OperationIndex;
  readonly #served: { readonly operations: ReadonlySet<string>; readonly paths: ReadonlySet<string> };
  /** Rows of the error table that responses of LMS Connect match. */
  readonly #rowsSeen: ReadonlySet<LmsErrorId>;

  constructor(exchanges: readonly ReadExchange[], operations: OperationIndex) {
    this.#exchanges = exchanges;
    this.#operations = operations;
    const good = exchanges.filter((one) => one.step?.role !== 'asked' && isServed(one));
    this.#served = {
      operations: new Set(good.flatMap((one) => this.#operationOf(one) ?? [])),
      paths: new Set(good.flatMap((one) => templateOf(one, operations) ?? [])),
    };
    this.#rowsSeen = new Set(
      exchanges.flatMap((one) => (operations.profileOf(one.pathname) ? (documentedErrorOf(one) ?? []) : [])),
    );
  }

  /**
   * Two different errors of the table were seen, one of them for a caller who was let in: LMS Connect responds here, although it
   * may have served no record.
   */
  get isVisible(): boolean {
    return this.#rowsSeen.size > 1 && [...this.#rowsSeen].some((id) => !callerErrors.has(id));
  }

  /** Whether the operation of a request was served, or an error of the table other than its own response shows LMS Connect. */
  isControlled(asked: ReadExchange): boolean {
    if (this.#served.operations.has(this.#operationOf(asked) ?? '')) return true;
    const own = documentedErrorOf(asked);
    return [...this.#rowsSeen].some((id) => id !== own);
  }

  /** `isComplete`: the suite sent the requests, so a case that is needed and absent could not be sent. */
  of(id: LmsErrorId, steps: readonly StepCase<LmsErrorId>[], isComplete: boolean): readonly ErrorCase[] {
    const cases = steps.flatMap((step): readonly ErrorCase[] => {
      const asked = step.role('asked');
      if (!asked) return [];
      const isControlled = this.#isControlled(id, asked, step);
      return [{ name: step.name, asked, isControlled, mayBeWrong: this.#mayBeWrong(id, asked) }];
    });
    if (!isComplete || cases.length === 0) return cases;
    const absent = (needed[id] ?? []).filter((name) => !steps.some((one) => one.name === name));
    return [
      ...cases,
      ...absent.map((name) => ({ name, asked: undefined, isControlled: false, mayBeWrong: false })),
    ];
  }

  #operationOf({ method, pathname }: ReadExchange): string | undefined {
    return this.#operations.find(method, pathname)?.operation.id;
  }

  #isControlled(id: LmsErrorId, asked: ReadExchange, step: StepCase<LmsErrorId>): boolean {
    if (id === 'lms-errors/deleted-assignment')
      return (['before', 'delete'] as const).every((role) => {
        const exchange = step.role(role);
        return exchange !== undefined && isServed(exchange);
      });
    if (id === 'lms-errors/unsupported-method') {
      // A section that does not exist may be looked up before the method is.
      if (asked.status === 404 && /\/sections\/0{24}\//.test(asked.pathname)) return false;
      return this.#served.paths.has(templateOf(asked, this.#operations) ?? '');
    }
    if (visibleWithoutWrites.has(id)) return this.isControlled(asked);
    return this.#served.operations.has(this.#operationOf(asked) ?? '');
  }

  /** A read of an assignment that was not deleted proves nothing at all. */
  #mayBeWrong(id: LmsErrorId, asked: ReadExchange): boolean {
    if (id === 'lms-errors/deleted-assignment') return false;
    if (isSuccess(asked)) return true;
    const control = this.#exchanges.findLast(
      (one) => one.step?.role === 'control' && one.request.path === asked.request.path,
    );
    return control?.response !== undefined && control.status !== asked.status;
  }
}

/** The row of the error table that a response matches, by its status and a text that says something. */
export function documentedErrorOf({ status, message }: ReadExchange): LmsErrorId | undefined {
  if (status < 400 || message === '') return undefined;
  return lmsErrorTable.find(
    (row) =>
      row.body !== 'empty' && row.status === status && new RegExp(row.pattern, row.flags).test(message),
  )?.id;
}

/** The template of a documented path, whatever the method: `/sections/{section_id}/assignments`. */
export function templateOf({ pathname }: ReadExchange, operations: OperationIndex): string | undefined {
  return (operations.find('GET', pathname) ?? operations.find('POST', pathname))?.operation.path;
}
