import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `rate-limit` in captured traffic. */
export function attributeRateLimit(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
