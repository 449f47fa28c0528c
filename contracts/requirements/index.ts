import type { Side } from '../requirement.ts';
import { accessRequirements } from './access.ts';
import { backoffRequirements } from './backoff.ts';
import { dataRequirements } from './data.ts';
import { errorsRequirements } from './errors.ts';
import { eventsRequirements } from './events.ts';
import { lmsRequirements } from './lms.ts';
import { lmsErrorsRequirements } from './lms-errors.ts';
import { paginationRequirements } from './pagination.ts';
import { rateLimitRequirements } from './rate-limit.ts';
import { safetyRequirements } from './safety.ts';

/** The whole catalogue, in the order of `themes`; within a theme, requirements for servers come before those for clients. */
export const requirements = [
  ...dataRequirements,
  ...paginationRequirements,
  ...rateLimitRequirements,
  ...errorsRequirements,
  ...accessRequirements,
  ...eventsRequirements,
  ...lmsRequirements,
  ...lmsErrorsRequirements,
  ...backoffRequirements,
  ...safetyRequirements,
] as const;

type AnyRequirement = (typeof requirements)[number];
type IdOf<S extends Side> = Extract<AnyRequirement, { readonly binds: S }>['id'];

/** Every id of the catalogue as a literal type, so that a misspelt one does not compile. */
export type RequirementId = AnyRequirement['id'];
export type ServerRequirementId = IdOf<'server'>;
export type ClientRequirementId = IdOf<'client'>;
