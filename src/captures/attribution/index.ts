import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';
import { attributeAccess } from './access.ts';
import { attributeData } from './data.ts';
import { attributeErrors } from './errors.ts';
import { attributeEvents } from './events.ts';
import { attributeLms } from './lms.ts';
import { attributeLmsErrors } from './lms-errors.ts';
import { attributePagination } from './pagination.ts';
import { attributeRateLimit } from './rate-limit.ts';

const attributions = [
  attributeData,
  attributePagination,
  attributeRateLimit,
  attributeErrors,
  attributeAccess,
  attributeEvents,
  attributeLms,
  attributeLmsErrors,
];

/**
 * Labels captured exchanges with the steps of a probe, before anything is asserted. An exchange may have steps of several
 * requirements, or none.
 */
export function attributeSteps(traffic: Traffic): readonly PlacedStep[] {
  return attributions.flatMap((attribute) => attribute(traffic));
}
