import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `lms-errors` in captured traffic. */
export function attributeLmsErrors(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
