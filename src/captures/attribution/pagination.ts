import type { PlacedStep } from '../../traffic/steps.ts';
import type { Traffic } from '../../traffic/traffic.ts';

/** Steps of the category `pagination` in captured traffic. */
export function attributePagination(_traffic: Traffic): readonly PlacedStep[] {
  return [];
}
