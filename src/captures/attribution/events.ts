import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `events` in captured traffic. */
export function attributeEvents(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
