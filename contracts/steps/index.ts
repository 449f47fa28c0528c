import type { ServerRequirementId } from '../requirements/index.ts';
import type { AccessSteps } from './access.ts';
import type { DataSteps } from './data.ts';
import type { ErrorsSteps } from './errors.ts';
import type { EventsSteps } from './events.ts';
import type { LmsSteps } from './lms.ts';
import type { LmsErrorsSteps } from './lms-errors.ts';
import type { PaginationSteps } from './pagination.ts';
import type { RateLimitSteps } from './rate-limit.ts';

/**
 * The words that a probe (or the attribution of captured traffic) and a claim share: for each requirement the cases that are
 * exercised and the role that a request plays in its case. A misspelt one does not compile.
 */
export type Steps = AccessSteps &
  DataSteps &
  ErrorsSteps &
  EventsSteps &
  LmsSteps &
  LmsErrorsSteps &
  PaginationSteps &
  RateLimitSteps;

/** A requirement that has steps; the others are asserted on whatever traffic there is. */
export type StepId = keyof Steps & ServerRequirementId;

/** Case and role of the steps of one requirement. */
export type StepOf<Id extends StepId> = Steps[Id];

/** The roles of a requirement's steps. */
export type RoleOf<Id extends StepId> =
  StepOf<Id> extends { readonly role?: infer Role } ? NonNullable<Role> : never;

/** A step of any requirement. */
export type ClaimStep = { [Id in StepId]: { readonly claim: Id } & StepOf<Id> }[StepId];
