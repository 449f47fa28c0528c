import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `lms` in captured traffic. */
export function attributeLms(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
