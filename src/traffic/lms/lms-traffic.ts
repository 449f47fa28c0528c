import type { LmsErrorId } from '../../../contracts/lms-errors.ts';
import type { Profile } from '../../../contracts/profiles.ts';
import type { Certainty } from '../certainty.ts';
import { indexOperations, type OperationIndex } from '../operations.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepIndex } from '../steps.ts';
import { documentedErrorOf, type ErrorCase, ErrorCases, templateOf } from './error-cases.ts';
import { type Regrade, readGrades, readListedGrades, readRegrades, type ShownGrade } from './grades.ts';
import { type LifecycleCase, readFurtherWrites, readLifecycles } from './lifecycles.ts';
import { type RefusedWrites, readRefusedWrites } from './refused-writes.ts';
import { isServed, pathBelowVersion } from './responses.ts';
import { mayBeJoined } from './sections.ts';
import { readSubmissionLists, type SubmissionList } from './submission-lists.ts';

/** What LMS Connect is read from. */
interface Source {
  readonly exchanges: readonly ReadExchange[];
  readonly profiles: readonly Profile[];
  readonly certainty: Certainty;
  readonly steps: StepIndex['casesOf'];
}

/** A request for a path of LMS Connect under the version of another API. */
export interface OtherVersion {
  readonly name: string;
  readonly exchange: ReadExchange;
  /** The same path under the documented version, served or at least answered with an error of the table; or that it was not. */
  readonly underLms: 'served' | 'documented-error' | 'other-response' | 'not-requested';
  /** The error of the table that the response matches. */
  readonly documentedError: LmsErrorId | undefined;
}

/** A request with an id that no record has, or none below its parent in the path. */
export interface UnknownId {
  readonly name: string;
  readonly exchange: ReadExchange;
  /** Every id exists, one of them below another parent. */
  readonly isOfOtherParent: boolean;
  /** The sections are different ones, though perhaps not in the LMS. */
  readonly mayBeJoined: boolean;
  /** As in `ErrorCase`. */
  readonly isControlled: boolean;
}

/** What LMS Connect traffic shows: lifecycles of assignments, lists of submissions, grades, refused writes and errors. */
export class LmsTraffic {
  readonly #source: Source;
  readonly #operations: OperationIndex;
  #errors: ErrorCases | undefined;

  constructor(source: Source) {
    this.#source = source;
    this.#operations = indexOperations(source.profiles.filter((one) => one.kind === 'lms'));
  }

  /** The lifecycles of assignments, step by step. */
  get lifecycles(): readonly LifecycleCase[] {
    const { exchanges, steps, certainty } = this.#source;
    const cases = steps('lms/create-read-update-delete');
    return [...readLifecycles(cases, certainty), ...readFurtherWrites(exchanges, cases, certainty)];
  }

  get submissionLists(): readonly SubmissionList[] {
    const { exchanges, steps, certainty } = this.#source;
    return readSubmissionLists(exchanges, steps('lms/submissions-listed'), certainty);
  }

  /** Responses that should show a grade. */
  get grades(): readonly ShownGrade[] {
    const { exchanges, steps } = this.#source;
    const cases = steps('lms/grade-passback');
    return [...readGrades(cases), ...readListedGrades(exchanges, cases)];
  }

  /** Responses that should show a grade that replaced another one. */
  get regrades(): readonly Regrade[] {
    const { exchanges, steps, certainty } = this.#source;
    return readRegrades(exchanges, steps('lms/regrade-overwrites'), certainty);
  }

  get refusedWrites(): readonly RefusedWrites[] {
    return readRefusedWrites(this.#source.exchanges, this.#source.steps('lms/failed-write-changes-nothing'));
  }

  /** Requests for its paths under other versions. */
  get otherVersions(): readonly OtherVersion[] {
    const own = this.#source.exchanges.filter(
      (one) => one.method === 'GET' && this.#operations.find('GET', one.pathname),
    );
    const underLms = (asked: ReadExchange): OtherVersion['underLms'] => {
      const same = own.filter((one) => pathBelowVersion(one) === pathBelowVersion(asked));
      if (same.some(isServed)) return 'served';
      if (same.some((one) => documentedErrorOf(one) || (one.status >= 400 && this.isVisible)))
        return 'documented-error';
      return same.length > 0 ? 'other-response' : 'not-requested';
    };
    return this.#source.steps('lms/served-on-v3.1-only').flatMap((one) => {
      const asked = one.role('asked');
      if (!asked) return [];
      const documentedError = documentedErrorOf(asked);
      return [{ name: one.name, exchange: asked, underLms: underLms(asked), documentedError }];
    });
  }

  /** Requests with an id that leads to no record, and whether a good request shows what a refusal is about. */
  get unknownIds(): readonly UnknownId[] {
    return this.#source.steps('lms/unknown-id-refused').flatMap((one) => {
      const asked = one.role('asked');
      if (!asked) return [];
      const isOfOtherParent = one.name.includes(', another ');
      const { exchanges, certainty } = this.#source;
      return [
        {
          name: one.name,
          exchange: asked,
          isOfOtherParent,
          // A student of neither section is joined by nothing.
          mayBeJoined:
            isOfOtherParent &&
            !one.name.endsWith(' user') &&
            !certainty.syntheticData &&
            mayBeJoined(asked, exchanges),
          isControlled: this.#errorCases.isControlled(asked),
        },
      ];
    });
  }

  /** Whether a write was sent; without one, no assignment exists that reads could be compared with. */
  get wroteAnything(): boolean {
    return this.#source.exchanges.some(
      (one) => one.method !== 'GET' && this.#operations.profileOf(one.pathname),
    );
  }

  /** Errors of the table show that LMS Connect responds here, whether or not it served a record. */
  get isVisible(): boolean {
    return this.#errorCases.isVisible;
  }

  /** Requests that have to be refused with one error of the table. */
  errors(id: LmsErrorId): readonly ErrorCase[] {
    const { steps, certainty } = this.#source;
    return this.#errorCases.of(id, steps(id), certainty.ownSteps);
  }

  get #errorCases(): ErrorCases {
    this.#errors ??= new ErrorCases(this.#source.exchanges, this.#operations);
    return this.#errors;
  }

  /** The template of a path of LMS Connect, whatever the method: `/sections/{section_id}/assignments`. */
  templateOf(exchange: ReadExchange): string | undefined {
    return templateOf(exchange, this.#operations);
  }
}
