import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `errors` in captured traffic. */
export function attributeErrors(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
