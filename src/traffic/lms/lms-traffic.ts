import type { LmsErrorId } from '../../../contracts/lms-errors.ts';
import type { Profile } from '../../../contracts/profiles.ts';
import type { Certainty } from '../certainty.ts';
import { indexOperations, type OperationIndex } from '../operations.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { StepIndex } from '../steps.ts';
import { type ErrorCase, ErrorCases, templateOf } from './error-cases.ts';
import { type Regrade, readGrades, readRegrades, type ShownGrade } from './grades.ts';
import { type LifecycleCase, readLifecycles } from './lifecycles.ts';
import { type RefusedWrites, readRefusedWrites } from './refused-writes.ts';
import { isServed, pathBelowVersion } from './responses.ts';
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
  /** The same path was served under the documented version. */
  readonly isServedByLms: boolean;
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
    return readLifecycles(this.#source.steps('lms/create-read-update-delete'), this.#source.certainty);
  }

  get submissionLists(): readonly SubmissionList[] {
    return readSubmissionLists(this.#source.exchanges, this.#source.steps('lms/submissions-listed'));
  }

  /** Responses that should show a grade. */
  get grades(): readonly ShownGrade[] {
    return readGrades(this.#source.steps('lms/grade-passback'));
  }

  /** Responses that should show a grade that replaced another one. */
  get regrades(): readonly Regrade[] {
    return readRegrades(this.#source.exchanges, this.#source.steps('lms/regrade-overwrites'));
  }

  get refusedWrites(): readonly RefusedWrites[] {
    return readRefusedWrites(this.#source.exchanges, this.#source.steps('lms/failed-write-changes-nothing'));
  }

  /** Requests for its paths under other versions. */
  get otherVersions(): readonly OtherVersion[] {
    const served = new Set(
      this.#source.exchanges
        .filter((one) => one.method === 'GET' && isServed(one) && this.#operations.find('GET', one.pathname))
        .map(pathBelowVersion),
    );
    return this.#source.steps('lms/served-on-v3.1-only').flatMap((one) => {
      const asked = one.role('asked');
      return asked
        ? [{ name: one.name, exchange: asked, isServedByLms: served.has(pathBelowVersion(asked)) }]
        : [];
    });
  }

  /** Requests that have to be refused with one error of the table. */
  errors(id: LmsErrorId): readonly ErrorCase[] {
    const { exchanges, steps, certainty } = this.#source;
    this.#errors ??= new ErrorCases(exchanges, this.#operations);
    return this.#errors.of(id, steps(id), certainty.ownSteps);
  }

  /** The template of a path of LMS Connect, whatever the method: `/sections/{section_id}/assignments`. */
  templateOf(exchange: ReadExchange): string | undefined {
    return templateOf(exchange, this.#operations);
  }
}
