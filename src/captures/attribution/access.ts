import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `access` in captured traffic. */
export function attributeAccess(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
